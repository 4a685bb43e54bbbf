/* Checking a lexicon: which entries there are, what of them matches and claims, where
 * first, and what is remarked. */
#include "suitor/lexicon.h"

#include "buf.h"
#include "scarce_memory.h"
#include "scratch.h"
#include "table.h"

static const char cues[] =
    "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\":"
    "   [\"C want|wants|cherish_and_love very? P\", \"C $HUNT.ing|seeking P\", \"C want P\"]},"
    " {\"relation\": \"deal\", \"stage\": \"done\", \"patterns\": [\"C <buy> P\"]},"
    " {\"relation\": \"plays_for\", \"stage\": \"owned\", \"patterns\": [\"P adored by C\"]},"
    " {\"relation\": \"need\", \"patterns\": [\"C need|needs N\"]},"
    " {\"relation\": \"either_or\", \"patterns\": [\"S sell|sells one of P\"]},"
    " {\"relation\": \"none\", \"patterns\": [\"win over C\"]}]";

static suitor_lexicon_check *check;

static int load(void **state)
{
    suitor_error err;

    if (scratch_make(state) != 0)
        return -1;
    scratch_put("lexicon/en/cues/a.json", cues);
    scratch_put("lexicon/en/cues/b.json",
                "[{\"relation\": \"same\", \"patterns\": [\"as do C\"]}]");
    if (suitor_lexicon_check_new(scratch, &check, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    return 0;
}

static int unload(void **state)
{
    suitor_lexicon_check_free(check);
    return scratch_remove(state);
}

/* A check of its own for each test that counts. */
static int begin(void **state)
{
    (void)state;
    suitor_lexicon_check_free(check);
    return suitor_lexicon_check_new(scratch, &check, NULL) == SUITOR_OK ? 0 : -1;
}

static void read_text(const char *id, const char *text)
{
    suitor_article article = { .id = suitor_sv_of(id), .text = suitor_sv_of(text), .day = 20514 };
    suitor_error err;

    if (suitor_lexicon_check_article(&article, check, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
}

/* The entry; fails where there is none. `within` is "" for a cue. */
static const suitor_lexicon_entry *entry(suitor_lexicon_kind kind, const char *text,
                                         const char *within)
{
    uint32_t n;
    const suitor_lexicon_entry *all = suitor_lexicon_check_entries(check, &n);

    for (uint32_t i = 0; i < n; i++)
        if (all[i].kind == kind && suitor_sv_equal(all[i].text, suitor_sv_of(text)) &&
            suitor_sv_equal(all[i].within, suitor_sv_of(within)))
            return &all[i];
    fail_msg("no %s \"%s\"", suitor_lexicon_kind_name(kind), text);
    return NULL;
}

static void check_text(suitor_sv got, const char *expected)
{
    if (!suitor_sv_equal(got, suitor_sv_of(expected)))
        fail_msg("expected \"%s\", got \"%.*s\"", expected, SUITOR_SV_ARG(got));
}

#define WANT "C want|wants|cherish_and_love very? P"
#define HUNT "C $HUNT.ing|seeking P"

static void lists_entries_as_written(void **state)
{
    static const char *const cues_in_order[] = {
        WANT,
        HUNT,
        "C want P",
        "C <buy> P",
        "P adored by C",
        "C need|needs N",
        "S sell|sells one of P",
        "win over C",
        "as do C",
    };
    uint32_t n, n_cues = 0;
    const suitor_lexicon_entry *all = suitor_lexicon_check_entries(check, &n);

    (void)state;
    for (uint32_t i = 0; i < n; i++)
        if (all[i].kind == SUITOR_LEXICON_CUE) {
            assert_true(n_cues < N_ROWS(cues_in_order));
            check_text(all[i].text, cues_in_order[n_cues++]);
            assert_int_equal(all[i].matched, 0);
            assert_int_equal(all[i].sentence.len, 0);
        }
    assert_int_equal(n_cues, N_ROWS(cues_in_order));
    check_text(entry(SUITOR_LEXICON_CUE, WANT, "")->says, "interest keen");
    check_text(entry(SUITOR_LEXICON_CUE, "win over C", "")->says, "none");
    check_text(entry(SUITOR_LEXICON_CUE, "as do C", "")->says, "same");
    check_text(entry(SUITOR_LEXICON_CUE, "as do C", "")->file, "cues/b.json");
    check_text(entry(SUITOR_LEXICON_CUE, "win over C", "")->file, "cues/a.json");
    assert_int_equal(entry(SUITOR_LEXICON_ALTERNATIVE, "cherish_and_love", WANT)->piece, 1);
    check_text(entry(SUITOR_LEXICON_ALTERNATIVE, "$HUNT.ing", HUNT)->file, "cues/a.json");
    check_text(entry(SUITOR_LEXICON_MEMBER, "hunt down", "HUNT")->file, "classes.json");
    entry(SUITOR_LEXICON_MEMBER, "reportedly", "hedge");
    check_text(entry(SUITOR_LEXICON_MEMBER, "<table> a bid", "BID")->file, "signals.json");
}

static const struct {
    const char *text;
    suitor_lexicon_kind kind;
    const char *entry, *within;
    int matched, claimed;
} count_rows[] = {
    { "Redport want Zippo.", SUITOR_LEXICON_CUE, WANT, "", 1, 1 },
    { "Redport want Zippo.", SUITOR_LEXICON_CUE, "C want P", "", 0, 0 }, /* took its words */
    { "Redport want Zippo.", SUITOR_LEXICON_ALTERNATIVE, "want", WANT, 1, 1 },
    { "Redport want Zippo.", SUITOR_LEXICON_ALTERNATIVE, "wants", WANT, 0, 0 },
    { "Redport cherish and love Zippo.", SUITOR_LEXICON_ALTERNATIVE, "cherish_and_love", WANT, 1,
      1 },
    { "Redport want Zippo. Redport want Zorro.", SUITOR_LEXICON_CUE, WANT, "", 2, 2 },
    { "Redport never want Zippo.", SUITOR_LEXICON_CUE, WANT, "", 1, 0 },
    { "Redport never want Zippo.", SUITOR_LEXICON_ALTERNATIVE, "want", WANT, 1, 0 },
    { "Redport want a rest.", SUITOR_LEXICON_CUE, WANT, "", 0, 0 },
    /* members that patterns refer to */
    { "Redport are chasing Zippo.", SUITOR_LEXICON_ALTERNATIVE, "$HUNT.ing", HUNT, 1, 1 },
    { "Redport are chasing Zippo.", SUITOR_LEXICON_MEMBER, "chase", "HUNT", 1, 1 },
    { "Redport are chasing Zippo.", SUITOR_LEXICON_MEMBER, "hunt down", "HUNT", 0, 0 },
    { "Redport are hunting down Zippo.", SUITOR_LEXICON_MEMBER, "hunt down", "HUNT", 1, 1 },
    { "Redport are seeking Zippo.", SUITOR_LEXICON_MEMBER, "chase", "HUNT", 0, 0 },
    { "Redport are seeking Zippo.", SUITOR_LEXICON_ALTERNATIVE, "seeking", HUNT, 1, 1 },
    { "They were chasing rainbows.", SUITOR_LEXICON_MEMBER, "chase", "HUNT", 0, 0 },
    { "Redport bought Zippo.", SUITOR_LEXICON_CUE, "C <buy> P", "", 1, 1 },
    { "Zippo is adored by Redport.", SUITOR_LEXICON_CUE, "P adored by C", "", 1, 1 },
    { "Redport need a striker.", SUITOR_LEXICON_CUE, "C need|needs N", "", 1, 1 },
    { "Redport sell one of Kim Cole and Zorro.", SUITOR_LEXICON_CUE, "S sell|sells one of P", "", 1,
      1 },
    { "A win over Redport.", SUITOR_LEXICON_CUE, "win over C", "", 1, 0 },
    { "Redport want Zippo, as do Blueton.", SUITOR_LEXICON_CUE, "as do C", "", 1, 1 },
    /* members that the program asks for: wherever they stand */
    { "Redport reportedly want Zippo.", SUITOR_LEXICON_MEMBER, "reportedly", "hedge", 1, 1 },
    { "It is reportedly so.", SUITOR_LEXICON_MEMBER, "reportedly", "hedge", 1, 0 },
    { "Reportedly, reportedly. Redport want Zippo.", SUITOR_LEXICON_MEMBER, "reportedly", "hedge",
      2, 0 },
    { "The club want Zippo.", SUITOR_LEXICON_MEMBER, "the", "determiner", 1, 0 },
    /* signals: likewise, in all forms of their verb */
    { "It tabled a bid.", SUITOR_LEXICON_MEMBER, "<table> a bid", "BID", 1, 0 },
    { "Redport want Zippo and table a bid.", SUITOR_LEXICON_MEMBER, "<table> a bid", "BID", 1, 1 },
    { "It sat at a table.", SUITOR_LEXICON_MEMBER, "<table> a bid", "BID", 0, 0 },
    { "The club want Zippo.", SUITOR_LEXICON_MEMBER, "the", "skip", 1, 0 },
};

static void counts_what_matches(void **state)
{
    for (size_t i = 0; i < N_ROWS(count_rows); i++) {
        assert_int_equal(begin(state), 0);
        read_text("a", count_rows[i].text);
        const suitor_lexicon_entry *e =
            entry(count_rows[i].kind, count_rows[i].entry, count_rows[i].within);
        if (e->matched != (uint64_t)count_rows[i].matched ||
            e->claimed != (uint64_t)count_rows[i].claimed)
            print_error("%s: %d matched, %d claimed\n", count_rows[i].entry, (int)e->matched,
                        (int)e->claimed);
        check_row(i, count_rows[i].text, e->matched == (uint64_t)count_rows[i].matched);
        check_row(i, count_rows[i].text, e->claimed == (uint64_t)count_rows[i].claimed);
        check_row(i, count_rows[i].text, (e->sentence.len > 0) == (e->matched > 0));
    }
}

/* The first sentence that matched, and once one claimed something, the first of these. */
static void shows_where_first(void **state)
{
    const suitor_lexicon_entry *e;

    assert_int_equal(begin(state), 0);
    read_text("a", "It rains. Redport never want Zippo.");
    e = entry(SUITOR_LEXICON_CUE, WANT, "");
    check_text(e->article, "a");
    check_text(e->sentence, "Redport never want Zippo.");
    read_text("b", "It rains. \"Redport want Zorro,\" he says. Redport want Zippo.");
    check_text(e->article, "b");
    check_text(suitor_sv_cut(e->sentence, e->quote), "Redport want Zorro");
    read_text("c", "Redport want Zippo.");
    check_text(e->article, "b");
    assert_int_equal(e->matched, 4);
    assert_int_equal(e->claimed, 3);
    e = entry(SUITOR_LEXICON_MEMBER, "says", "reported");
    check_text(suitor_sv_cut(e->sentence, e->quote), "says");
}

static void remarks_on_what_is_of_no_use(void **state)
{
    static const char *const expected[] = {
        "cues/c.json: \"C want P\" stands in cues/a.json, too, which goes first",
        "cues/c.json: \"C court P\" stands in cues/c.json, too, which goes first",
        "classes.json: MOVE is used by nothing: no pattern names $MOVE",
        "classes.json: hedge: only single words match there, so never \"it is said\", \"so-so\"",
        "classes.json: negatoin is used by nothing: no pattern names $negatoin",
    };
    uint32_t n;

    scratch_put(
        "lexicon/en/cues/c.json",
        "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\":"
        "  [\"C want P\", \"C court P\"]},"
        " {\"relation\": \"interest\", \"stage\": \"bid\", \"patterns\": [\"C court P\"]}]");
    scratch_put("lexicon/en/classes.json",
                "{\"_\": \"odd\", \"HUNT\": [\"chase\"], \"MOVE\": [\"move\"],"
                " \"hedge\": [\"it is said\", \"perhaps\", \"so-so\"], \"negatoin\": [\"not\"]}");
    assert_int_equal(begin(state), 0);
    const suitor_sv *remarks = suitor_lexicon_check_remarks(check, &n);
    for (uint32_t i = 0; i < n && i < N_ROWS(expected); i++)
        check_text(remarks[i], expected[i]);
    assert_int_equal(n, N_ROWS(expected));
    scratch_drop("lexicon/en/cues/c.json");
    scratch_restore("lexicon/en/classes.json");
}

static void refuses_what_is_not_understood(void **state)
{
    suitor_lexicon_check *none = check;
    suitor_error err = { 0 };

    (void)state;
    scratch_put("lexicon/en/cues/c.json", "[{\"relation\": \"interest\", \"stage\": \"keen\", "
                                          "\"patterns\": [\"C $HUNTT P\"]}]");
    assert_int_equal(suitor_lexicon_check_new(scratch, &none, &err), SUITOR_ERR_PARSE);
    assert_null(none);
    assert_non_null(strstr(err.message, "cues/c.json: \"C $HUNTT P\": no class HUNTT"));
    scratch_drop("lexicon/en/cues/c.json");
}

static void loads_wholly_or_not_at_all(void **state)
{
    suitor_status st = SUITOR_ERR_NOMEM;

    (void)state;
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        suitor_lexicon_check *fresh = NULL;
        suitor_error err = { 0 };
        memory_allow(allowed);
        st = suitor_lexicon_check_new(scratch, &fresh, &err);
        memory_plenty();
        assert_int_equal(st == SUITOR_OK, fresh != NULL);
        assert_int_equal(st, err.code);
        suitor_lexicon_check_free(fresh);
    }
}

static void counts_or_says_that_there_is_no_memory(void **state)
{
    suitor_article article = { .id = suitor_sv_of("a"),
                               .text = suitor_sv_of("Redport want Zippo, as do Blueton."),
                               .day = 20514 };
    suitor_status st = SUITOR_ERR_NOMEM;

    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        suitor_error err = { 0 };
        assert_int_equal(begin(state), 0);
        memory_allow(allowed);
        st = suitor_lexicon_check_article(&article, check, &err);
        memory_plenty();
        assert_int_equal(st, err.code);
        assert_true(st == SUITOR_OK || st == SUITOR_ERR_NOMEM);
    }
    assert_int_equal(entry(SUITOR_LEXICON_CUE, "as do C", "")->claimed, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_entries_as_written),
        cmocka_unit_test(counts_what_matches),
        cmocka_unit_test(shows_where_first),
        cmocka_unit_test(remarks_on_what_is_of_no_use),
        cmocka_unit_test(refuses_what_is_not_understood),
        cmocka_unit_test(loads_wholly_or_not_at_all),
        cmocka_unit_test(counts_or_says_that_there_is_no_memory),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
