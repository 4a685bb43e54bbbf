/* The model: which row a feature has in which layout, and the probabilities of sums. */
#include "reading.h"
#include "scoring/feature_text.h"
#include "scoring/judge.h"
#include "scoring/model.h"
#include "told.h"

/* Rows of both tables: what each adds to its second label. */
static const struct {
    const char *feature;
    int16_t weight;
    bool stay;
} table[] = {
    { "bias|any|0", 100, false },
    { "bias|pc|0", 20, false },
    { "bias|any|0", 3, true },
    { "counts|cp|15", 7, false },
    { "between|any|want", 40, false },
    { "between|cp|want", 4, false },
    { "left|any|',", 5, false },
    { "left|any|@CLUB", 6, false },
    { "behind_club|pc|@EDGE", 8, false },
    { "right|p|want", 9, true },
    { "between2|pc|want|@CLUB", 11, false },
    { "signal_near|any|WANT", 12, false },
    { "signals_near|any|WANT|BID", 13, false },
    { "signals_near|any|WANT|BID", 14, true },
    { "counts|any|1000000", 1, false }, /* more than any text has */
};

/* What a feature comes to in a layout: written as the candidate's. */
static const struct {
    const char *feature;
    int32_t sum;
} asked[] = {
    { "bias|pc|0", 120 },
    { "bias|cp|0", 100 },
    { "bias|one|0", 100 },
    { "bias|p|0", 3 },
    { "bias|pc|1", 0 },
    { "counts|cp|15", 7 },
    { "counts|pc|15", 0 },
    { "counts|cp|1000000", 0 },
    { "between|cp|want", 44 },
    { "between|(p)|want", 40 },
    { "between|p|want", 0 },
    { "between|pc|sign", 0 },
    { "left|(c)|',", 5 },
    { "left|(c)|'.", 0 },
    { "left|pc|@CLUB", 6 },
    { "left|pc|@PLAYER", 0 },
    { "behind_club|pc|@EDGE", 8 },
    { "right|p|want", 9 },
    { "right|pc|want", 0 },
    { "between2|pc|want|@CLUB", 11 },
    { "between2|cp|want|@CLUB", 0 },
    { "between2|pc|@CLUB|want", 0 },
    { "signal_near|one|WANT", 12 },
    { "signals_near|one|WANT|BID", 13 },
    { "signals_near|p|WANT|BID", 14 },
    { "signals_near|one|BID|WANT", 0 },
};

static feature parse(const char *text)
{
    feature f;

    if (feature_parse(&told.extractor->lex, suitor_sv_of(text), &f) != FEATURE_READ)
        fail_msg("%s", text);
    return f;
}

static const label_sums *row_of(const model *m, const feature *f)
{
    switch (feature_forms[f->template].kind) {
    case VALUE_WORD: return model_row(m, f->template, model_number(m, f->a), f->layout);
    case VALUE_WORDS:
        return model_pair_row(m, model_number(m, f->a), model_number(m, f->b), f->layout);
    case VALUE_SIGNALS: return model_row(m, f->template, signal_pair(f->a, f->b), f->layout);
    case VALUE_SIGNAL: return model_row(m, f->template, f->a, f->layout);
    default: return model_number_row(m, f->template, f->a, f->layout);
    }
}

static void has_a_row_for_each_layout(void **state)
{
    weights pairs, stays;
    model m;

    (void)state;
    assert_true(weights_begin(&pairs, N_PAIR_LABELS, N_ROWS(table)));
    assert_true(weights_begin(&stays, N_STAY_LABELS, N_ROWS(table)));
    for (size_t i = 0; i < N_ROWS(table); i++) {
        feature f = parse(table[i].feature);
        weights_add(table[i].stay ? &stays : &pairs, &f)[1] = table[i].weight;
    }
    assert_true(model_build(&m, &told.extractor->lex, &pairs, &stays));
    for (size_t i = 0; i < N_ROWS(asked); i++) {
        feature f = parse(asked[i].feature);
        const label_sums *row = row_of(&m, &f);
        check_row(i, asked[i].feature, row->of[1] == asked[i].sum);
        check_row(i, asked[i].feature, row->of[0] == 0 && row->of[2] == 0);
    }
    model_free(&m);
    weights_free(&pairs);
    weights_free(&stays);
}

static void serves_without_weights(void **state)
{
    const weights none = { 0 };
    const feature f = parse("bias|pc|0");
    model m;

    (void)state;
    assert_true(model_build(&m, &told.extractor->lex, &none, &none));
    assert_int_equal(row_of(&m, &f)->of[0], 0);
    assert_int_equal(model_pair_row(&m, 1, 2, LAYOUT_PLAYER_FIRST)->of[0], 0);
    model_free(&m);
}

/* A total of +1.5 for the second label of five: e^1.5 against four times 1. */
static void normalises_sums(void **state)
{
    const label_sums sums = { { 0, 150 } };
    float p[N_STAY_LABELS], total = 0;

    (void)state;
    model_probabilities(&sums, N_STAY_LABELS, p);
    for (uint32_t k = 0; k < N_STAY_LABELS; k++)
        total += p[k];
    assert_float_equal(total, 1, 1e-5);
    assert_float_equal(p[1], 4.48168907F / (4.48168907F + 4), 1e-5);
}

static int set_up(void **state)
{
    (void)state;
    told_load(NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    told_clear();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_a_row_for_each_layout),
        cmocka_unit_test(serves_without_weights),
        cmocka_unit_test(normalises_sums),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
