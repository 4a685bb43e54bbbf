/* Tables of weights: features as text and back, rows that are wrong, and the probabilities. */
#include "scoring/feature_text.h"
#include "scoring/judge.h"
#include "scoring/weights.h"
#include "scratch.h"
#include "told.h"

static const char header[] = "feature\tnone\tleaving-possible\tleaving-likely\t"
                             "staying-possible\tstaying-likely\n";

static void writes_features_as_it_reads_them(void **state)
{
    static const char *const texts[] = {
        "bias|any|0",          "between|pc|want", "between2|cp|@CLUB|',",
        "left|any|'|",         "right|p|@EDGE",   "signals_near|any|WANT|BID",
        "signal|(c)|WANT",     "rule|(p)|15",     "before_club|cp|@UNKNOWN",
        "between2|pc|'||want",
    };
    const lexicon *lex = &told.extractor->lex;
    arena memory = { 0 };
    buf out = { 0 };
    const suitor_sv *words = vocab_words(&lex->words, &memory);

    (void)state;
    for (size_t i = 0; i < N_ROWS(texts); i++) {
        feature f;
        check_row(i, texts[i], feature_parse(lex, suitor_sv_of(texts[i]), &f) == FEATURE_READ);
        buf_reset(&out);
        feature_write(lex, words, &f, &out);
        check_row(i, texts[i], suitor_sv_equal(buf_view(&out), suitor_sv_of(texts[i])));
    }
    buf_free(&out);
    arena_free(&memory);
}

static void refuses_what_is_no_feature(void **state)
{
    static const char *const texts[] = {
        "", "bias", "bias|any|", "bias|any|x", "bias|all|0", "bies|any|0", "bias|any|12345678901"
    };
    feature f;

    (void)state;
    for (size_t i = 0; i < N_ROWS(texts); i++)
        check_row(i, texts[i],
                  feature_parse(&told.extractor->lex, suitor_sv_of(texts[i]), &f) == FEATURE_WRONG);
    assert_int_equal(feature_parse(&told.extractor->lex, suitor_sv_of("between|pc|qwertzuiop"), &f),
                     FEATURE_OF_UNKNOWN_WORD);
}

static void names_the_line_that_is_wrong(void **state)
{
    static const struct {
        const char *rows, *message;
    } rows[] = {
        { "bias|any|0\t1\t2\t3\t4\n", "stays.tsv:2: expected 5 whole numbers" },
        { "bias|any|0\t1\t2\t3\t4\tx\n", "stays.tsv:2: expected 5 whole numbers" },
        { "# a remark\nbias|any|0\t1\t2\t3\t4\t99999\n", "stays.tsv:3: expected 5 whole numbers" },
        { "bias|all|0\t1\t2\t3\t4\t5\n", "stays.tsv:2: \"bias|all|0\" is no feature" },
    };
    char content[256];

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_extractor *x = NULL;
        suitor_error err = { 0 };
        snprintf(content, sizeof content, "%s%s", header, rows[i].rows);
        scratch_put("lexicon/en/weights/stays.tsv", content);
        check_row(i, rows[i].rows, suitor_extractor_load(scratch, &x, &err) == SUITOR_ERR_PARSE);
        check_row(i, err.message, strstr(err.message, rows[i].message) != NULL);
    }
    scratch_restore("lexicon/en/weights/stays.tsv");
}

/* Two features of +1 and +0.5 for the second label of five: e^1.5 against four times 1. */
static void adds_up_and_normalises(void **state)
{
    const feature items[] = { { FEATURE_BIAS, LAYOUT_ANY, 0, 0 },
                              { FEATURE_RULE, LAYOUT_ALONE, 3, 0 },
                              { FEATURE_RULE, LAYOUT_ALONE, 4, 0 } };
    feature_list list = { .items = (feature *)(uintptr_t)items, .n_items = 3 };
    weights w;
    float p[N_STAY_LABELS], sum = 0;

    (void)state;
    assert_true(weights_begin(&w, N_STAY_LABELS, 2));
    weights_add(&w, feature_key(&items[0]))[1] = 100;
    weights_add(&w, feature_key(&items[1]))[1] = 50;
    assert_null(weights_add(&w, feature_key(&items[0])));
    weights_score(&w, &list, p);
    for (uint32_t k = 0; k < N_STAY_LABELS; k++)
        sum += p[k];
    assert_float_equal(sum, 1, 1e-5);
    assert_float_equal(p[1], 4.4816890703 / (4.4816890703 + 4), 1e-5);
    weights_free(&w);
}

static int set_up(void **state)
{
    if (scratch_make(state) != 0)
        return -1;
    told_load(scratch);
    return 0;
}

static int tear_down(void **state)
{
    told_clear();
    return scratch_remove(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_features_as_it_reads_them),
        cmocka_unit_test(refuses_what_is_no_feature),
        cmocka_unit_test(names_the_line_that_is_wrong),
        cmocka_unit_test(adds_up_and_normalises),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
