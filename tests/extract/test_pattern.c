/* The pattern language: what each sign means, on invented clubs, and what is said of a
 * pattern that is wrong. Each row is a cue file of its own. */
#include "scratch.h"
#include "told.h"

#define KEEN "\"relation\": \"interest\", \"stage\": \"keen\""

typedef struct {
    const char *cue;     /* members of the JSON object besides "patterns" */
    const char *pattern; /* several are split by ';' */
    const char *text, *expected;
} pattern_row;

static void put_cues(const char *cue, const char *patterns)
{
    buf text = { 0 };

    buf_printf(&text, "[{%s, \"patterns\": [\"", cue);
    for (const char *p = patterns; *p; p++)
        buf_add(&text, *p == ';' ? "\", \"" : (char[]){ *p, '\0' });
    buf_add(&text, "\"]}]");
    assert_false(text.failed);
    scratch_put("lexicon/en/cues/test.json", text.ptr);
    buf_free(&text);
}

static void check_patterns(const pattern_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        put_cues(rows[i].cue, rows[i].pattern);
        told_load(scratch);
        const char *got = told_claims(rows[i].text);
        if (strcmp(got, rows[i].expected) != 0)
            print_error("row %zu: %s in: %s\nexpected: %s\ngot:      %s\n", i, rows[i].pattern,
                        rows[i].text, rows[i].expected, got);
        assert_string_equal(got, rows[i].expected);
        told_clear();
    }
}

static void matches_words(void **state)
{
    static const char keen[] = "interest keen Torres | Redport";
    static const pattern_row rows[] = {
        { KEEN, "C want P", "Redport want Torres.", keen },
        { KEEN, "C want P", "REDPORT WANT Torres.", keen },
        { KEEN, "C want P", "Redport wanted Torres.", "" },
        { KEEN, "C want P", "Redport really want the star Torres.", keen },
        { KEEN, "C want to keep P", "Redport want to really keep Torres.", keen },
        { KEEN, "C want to keep P", "Redport want to soon keep Torres.", "" },
        { KEEN, "C want|like P", "Redport like Torres.", keen },
        { KEEN, "C want|like P", "Redport love Torres.", "" },
        { KEEN, "C keep_tabs_on P", "Redport keep tabs on Torres.", keen },
        { KEEN, "C keep_tabs_on P", "Redport keep really tabs on Torres.", "" },
        { KEEN, "C keep tabs on P", "Redport keep really tabs on Torres.", keen },
        { KEEN, "C very? keen on P", "Redport keen on Torres.", keen },
        { KEEN, "C keen very? on P", "Redport keen very on Torres.", keen },
        { KEEN, "C long-term fans of P", "Redport long-term fans of Torres.", keen },
        { KEEN, "C long-term fans of P", "Redport long term fans of Torres.", keen },
    };

    (void)state;
    check_patterns(rows, N_ROWS(rows));
}

static void matches_verbs_and_classes(void **state)
{
    static const char keen[] = "interest keen Torres | Redport";
    static const pattern_row rows[] = {
        { KEEN, "C <buy> P", "Redport buy Torres.", keen },
        { KEEN, "C <buy> P", "Redport bought Torres.", keen },
        { KEEN, "C <be> buying P", "Redport was buying Torres.", keen },
        { KEEN, "C <be>? buying P", "Redport buying Torres.", keen },
        { KEEN, "C $HUNT P", "Redport chase Torres.", keen },
        { KEEN, "C $HUNT P", "Redport hunt down Torres.", keen },
        { KEEN, "C $HUNT P", "Redport chased Torres.", "" },
        { KEEN, "C $HUNT.ing P", "Redport hunting down Torres.", keen },
        { KEEN, "C $HUNT.ing P", "Redport hunt down Torres.", "" },
        { KEEN, "C $HUNT.ed P", "Redport chased Torres.", keen },
        { KEEN, "C $HUNT.s P", "Redport chases Torres.", keen },
        { KEEN, "P $HUNT.pp by C", "Torres chased by Redport.", keen },
        { KEEN, "C $HUNT.any P", "Redport hunts down Torres.", keen },
        { KEEN, "$MOVE to C for P", "A loan move to Redport for Torres.", keen },
        { KEEN, "C want|$HUNT.ing P", "Redport chasing Torres.", keen },
    };

    (void)state;
    check_patterns(rows, N_ROWS(rows));
}

/* Whichever of its words a pattern is looked for by. */
static void finds_patterns_by_any_of_their_words(void **state)
{
    static const char keen[] = "interest keen Torres | Redport";
    static const pattern_row rows[] = {
        /* the rare word first, last, within a phrase, one of several */
        { KEEN, "C want for P", "Redport want for Torres.", keen },
        { KEEN, "C for want P", "Redport for want Torres.", keen },
        { KEEN, "C on_the_hunt|in_it for P", "Redport on the hunt for Torres.", keen },
        { KEEN, "C on_the_hunt|in_it for P", "Redport in it for Torres.", keen },
        { KEEN, "C on_the_hunt|in_it for P", "Redport in it, on the hunt, Torres.", "" },
        { KEEN, "C want|want_to_have P", "Redport want to have Torres.", keen },
        { KEEN, "C want|like|love hunt|chase|bid P", "Redport love chase Torres.", keen },
        { KEEN, "C want|like|love hunt|chase|bid P", "Redport love Torres.", "" },
        { KEEN, "C want chase hunt bid P", "Redport want chase hunt bid Torres.", keen },
        { KEEN, "C want chase hunt bid P", "Redport want chase hunt Torres.", "" },
        { KEEN, "C want chase hunt bid P", "Redport bid hunt chase want Torres.", "" },
        { KEEN, "C want want P", "Redport want Torres.", "" },
        { KEEN, "C want want P", "Redport want want Torres.", keen },
        /* none but common ones */
        { KEEN, "C <have> been for P", "Redport have been for Torres.", keen },
        { KEEN, "C <have> been for P", "Redport have for Torres.", "" },
        /* twice in a sentence, and once in each of two */
        { KEEN, "C want P", "Redport want Torres and Blueton want Torres.",
          "interest keen Torres | Blueton; interest keen Torres | Redport" },
        { KEEN, "C want P", "Redport want Torres. Blueton want Torres.",
          "interest keen Torres | Blueton; interest keen Torres | Redport" },
    };

    (void)state;
    check_patterns(rows, N_ROWS(rows));
}

/* A sum that the pattern asks for counts as one of its words, wherever in it the sign stands. */
static void asks_for_sums(void **state)
{
    static const char keen[] = "interest keen Torres | Redport";
    static const pattern_row rows[] = {
        { KEEN, "C £ bid for P", "Redport made a £30m bid for Torres.", keen },
        { KEEN, "C £ bid for P", "Redport bid £30m for Torres.", keen },
        { KEEN, "C £ bid for P", "Redport bid for Torres.", "" },
        { KEEN, "C £ bid for P", "Redport bid for Torres, and earned £30m in the cup.", "" },
        { KEEN, "C <put> £ on table for P", "Redport put €30m on the table for Torres.", keen },
    };

    (void)state;
    check_patterns(rows, N_ROWS(rows));
}

/* A colon behind an argument parts nothing. */
static void reads_over_a_colon(void **state)
{
    static const pattern_row rows[] = {
        { KEEN, "C want P now", "Redport want Torres: now.", "interest keen Torres | Redport" },
        { KEEN, "C want P now", "Redport want Torres: right now.", "" },
    };

    (void)state;
    check_patterns(rows, N_ROWS(rows));
}

static void finds_arguments(void **state)
{
    static const char keen[] = "interest keen Torres | Redport";
    static const pattern_row rows[] = {
        /* on both sides, in either order, over words in between */
        { KEEN, "P wanted by C", "Torres wanted by Redport.", keen },
        { KEEN, "C want P", "Redport, founded in the docks, want quick little Torres.", keen },
        { KEEN, "C want P", "Redport want quick Torres.", keen },
        { KEEN, "C want P!", "Redport want quick Torres.", "" },
        { KEEN, "C want P!", "Redport want also Torres.", keen },
        { KEEN, "C! want P", "Redport want Torres.", keen },
        { KEEN, "C! want P", "Redport fans want Torres.", "" },
        { KEEN, "C want P", "Redport fans want Torres.", keen },
        /* near by: auxiliaries, adverbs and asides may stand between, nothing else */
        { KEEN, "C~ want P", "Redport, founded in the docks, really want Torres.", keen },
        { KEEN, "C~ want P", "Redport (of Nordland) have really want Torres.", keen },
        { KEEN, "C~ want P", "Redport fans want Torres.", "" },
        /* beside, where there is one */
        { KEEN, "C want P from? S!?", "Redport want Torres from Blueton.", keen },
        { KEEN, "C want P at S!?", "Redport want Torres at last.", keen },
        /* boundaries */
        { KEEN, "C want P", "Redport want peace. Torres plays.", "" },
        { KEEN, "C want P", "Redport want peace but Torres plays.", "" },
        { KEEN, "C want P", "Redport want peace while Blueton see Torres.", "" },
        /* possessive */
        { KEEN, "C's love for P", "Redport's love for Torres.", keen },
        { KEEN, "C's love for P", "Redport love for Torres.", "" },
        /* a gap takes up to six units of anything */
        { KEEN, "C want ... back P", "Redport want very much to have back Torres.", keen },
        { KEEN, "C want ... back P", "Redport want a b c d e f g h back Torres.", "" },
        { KEEN, "C want ... back P", "Redport want. Get back Torres.", "" },
        /* lists */
        { KEEN, "C want P", "Redport and Blueton want Torres.",
          "interest keen Torres | Blueton; interest keen Torres | Redport" },
        { KEEN, "C want P", "Redport want Torres, Jan Ruiz and Kim Cole.",
          "interest keen Jan Ruiz | Redport; interest keen Kim Cole | Redport; "
          "interest keen Torres | Redport" },
    };

    (void)state;
    check_patterns(rows, N_ROWS(rows));
}

static void hears_what_the_cue_is_set_to(void **state)
{
    static const pattern_row rows[] = {
        /* seller and rival */
        { KEEN, "C want P from S", "Redport want Torres from Blueton.",
          "interest keen Torres | Redport" },
        { "\"relation\": \"deal\", \"stage\": \"done\"", "C beat R to P",
          "Redport beat Blueton to Torres.",
          "deal done Torres | Redport; ended over Torres | Blueton" },
        { "\"relation\": \"leaving\", \"stage\": \"likely\"", "S sell P", "Redport sell Torres.",
          "leaving likely Torres | Redport" },
        /* of a pair the second club is his own */
        { KEEN ", \"pair\": true", "talks between C for P",
          "It is said: talks between Redport and Blueton for Torres.",
          "interest keen Torres | Redport" },
        { KEEN, "talks between C for P",
          "It is said: talks between Redport and Blueton for Torres.",
          "interest keen Torres | Blueton; interest keen Torres | Redport" },
        /* negation: dropped unless the cue says what it turns to */
        { KEEN, "C want P", "Redport not want Torres.", "" },
        { KEEN ", \"negated\": \"ended\"", "C want P", "Redport never want Torres.",
          "ended over Torres | Redport" },
        { KEEN ", \"negated\": \"same\"", "C want P", "Redport never want Torres.",
          "interest keen Torres | Redport" },
        { "\"relation\": \"leaving\", \"stage\": \"likely\", \"negated\": \"staying\"", "S sell P",
          "Redport never sell Torres.", "staying likely Torres | Redport" },
        /* doubt softens */
        { KEEN, "C want P", "Redport might want Torres.", "interest linked Torres | Redport" },
        { KEEN, "C want P", "If Redport want Torres.", "interest linked Torres | Redport" },
        /* the past is silent unless the cue is timeless */
        { KEEN, "C want P", "Years ago Redport want Torres.", "" },
        { KEEN ", \"timeless\": true", "C want P", "Years ago Redport want Torres.",
          "interest keen Torres | Redport" },
        /* what is missing to the left may stand in a sentence before, unless forbidden */
        { KEEN, "P linked with C", "Torres plays. It is linked with Redport.",
          "interest keen Torres | Redport" },
        { KEEN ", \"context\": false", "P linked with C",
          "Torres plays. It is linked with Redport.", "" },
        { KEEN, "C want P", "Torres plays. Redport want.", "" },
    };

    (void)state;
    check_patterns(rows, N_ROWS(rows));
}

static void lets_longer_patterns_win(void **state)
{
    static const char cues[] =
        "[{" KEEN ", \"patterns\": [\"C want P\"]},"
        " {\"relation\": \"ended\", \"stage\": \"over\", \"patterns\": [\"C want rid of P\"]},"
        " {\"relation\": \"none\", \"patterns\": [\"C want win over P\"]}]";
    static const told_row rows[] = {
        { "Redport want Torres.", "interest keen Torres | Redport" },
        { "Redport want rid of Torres.", "ended over Torres | Redport" },
        { "Redport want win over Torres.", "" },
    };

    (void)state;
    scratch_put("lexicon/en/cues/test.json", cues);
    told_load(scratch);
    check_told(rows, N_ROWS(rows), told_claims);
    told_clear();
}

static void tells_needs_and_choices(void **state)
{
    static const char cues[] =
        "[{\"relation\": \"need\", \"patterns\": [\"C need N\"]},"
        " {\"relation\": \"either_or\", \"patterns\": [\"S sell one of P\"]}]";

    (void)state;
    scratch_put("lexicon/en/cues/test.json", cues);
    told_load(scratch);
    const suitor_facts *f = told_read("Redport need a centre-back. Redport not need a striker.");
    assert_int_equal(f->n_needs, 1);
    assert_int_equal(f->needs[0].position, SUITOR_CB);
    f = told_read("Redport sell one of Jan Ruiz and Kim Cole.");
    assert_int_equal(f->n_either_or, 1);
    assert_int_equal(f->either_or[0].members.count, 2);
    told_clear();
}

static void says_what_is_wrong_with_a_pattern(void **state)
{
    static const struct {
        const char *pattern, *message; /* behind "…/cues/test.json: \"pattern\": " */
    } rows[] = {
        { "", "needs a word that is not optional" },
        { "C P", "needs a word that is not optional" },
        { "C want? P", "needs a word that is not optional" },
        { "C ... P", "needs a word that is not optional" },
        { "C want||like P", "an alternative is empty" },
        { "C want| P", "an alternative is empty" },
        { "C $NOBODY P", "no class NOBODY in classes.json" },
        { "C $NOBODY.ing P", "no class NOBODY in classes.json" },
        { "C $HUNT.past P", "$HUNT.past: forms are .base .s .ing .ed .pp .any" },
        { "C !? P", "\"!\" holds no word" },
        { "C <> P", "\"<>\" holds no word" },
        { "C want|- P", "\"-\" holds no word" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_extractor *extractor = (void *)&told; /* must become NULL */
        suitor_error err = { 0 };
        char expected[512];
        put_cues(KEEN, rows[i].pattern);
        snprintf(expected, sizeof expected, "%s/lexicon/en/cues/test.json: \"%s\": %s", scratch,
                 rows[i].pattern, rows[i].message);
        check_row(i, rows[i].pattern,
                  suitor_extractor_load(scratch, &extractor, &err) == SUITOR_ERR_PARSE);
        assert_null(extractor);
        assert_string_equal(err.message, expected);
    }
}

static void finds_patterns_by_pairs_of_words(void **state)
{
    static const char keen[] = "interest keen Torres | Redport";
    static const pattern_row rows[] = {
        /* the last word of an alternative and the first of the next element */
        { KEEN, "C keep_tabs|eyes on|over_to P", "Redport keep tabs on Torres.", keen },
        { KEEN, "C keep_tabs|eyes on|over_to P", "Redport eyes over to Torres.", keen },
        { KEEN, "C keep_tabs|eyes on|over_to P", "Redport tabs on Torres.", "" },
        { KEEN, "C keep_tabs|eyes on|over_to P", "Redport eyes over Torres.", "" },
        /* with up to three words between that may be skipped, themselves words of cues or not */
        { KEEN, "C want hunt P; C really hunt P", "Redport want really hunt Torres.", keen },
        { KEEN, "C want hunt P", "Redport want the really really hunt Torres.", keen },
        { KEEN, "C want hunt P", "Redport want really the really really hunt Torres.", "" },
        /* two words within each alternative */
        { KEEN, "C in_for|on_to P", "Redport in for Torres.", keen },
        { KEEN, "C in_for|on_to P", "Redport in to Torres.", "" },
        { KEEN, "C in_for_it|on_to_it P", "Redport on to it Torres.", keen },
        /* words apart: the pair before the other, and behind it */
        { KEEN, "C keep eyes on P hunt", "Redport keep eyes on Torres hunt.", keen },
        { KEEN, "C keep eyes on P hunt", "Redport hunt, keep eyes on Torres.", "" },
        { KEEN, "C hunt P keep eyes", "Redport hunt Torres keep eyes.", keen },
        { KEEN, "C hunt P keep eyes", "Redport keep eyes, hunt Torres.", "" },
        { KEEN, "C hunt ... keep eyes P", "Redport hunt a star, keep eyes Torres.", keen },
        { KEEN, "C hunt very? keen P", "Redport hunt very keen Torres.", keen },
        { KEEN, "C hunt very? keen P", "Redport hunt keen Torres.", keen },
        /* an argument right before the words */
        { KEEN, "C! want hunt P", "Redport want hunt Torres.", keen },
        { KEEN, "C! want hunt P", "Redport have really want hunt Torres.", keen },
        { KEEN, "C! want hunt P", "Redport chase want hunt Torres.", "" },
    };

    (void)state;
    check_patterns(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_words),
        cmocka_unit_test(matches_verbs_and_classes),
        cmocka_unit_test(finds_patterns_by_any_of_their_words),
        cmocka_unit_test(finds_patterns_by_pairs_of_words),
        cmocka_unit_test(asks_for_sums),
        cmocka_unit_test(reads_over_a_colon),
        cmocka_unit_test(finds_arguments),
        cmocka_unit_test(hears_what_the_cue_is_set_to),
        cmocka_unit_test(lets_longer_patterns_win),
        cmocka_unit_test(tells_needs_and_choices),
        cmocka_unit_test(says_what_is_wrong_with_a_pattern),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
