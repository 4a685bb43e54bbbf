/* Tables of weights: features as text and back, and rows that are wrong. */
#include "reading.h"
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
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
