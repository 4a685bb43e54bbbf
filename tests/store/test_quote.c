/* Quotes, cut from the stored text to the byte; and the counts of a store. */
#include <stdlib.h>

#include "db.h"
#include "made.h"

static const char text[] = "Arsenal \xE2\x80\x98want\xE2\x80\x99 Gu\xC3\xA9hi. Chelsea watch.";

static int64_t fill(suitor_store *store)
{
    suitor_ledger *l = NULL;
    made m;

    made_begin(&m, "a-1", 20500, text);
    m.article.outlet = suitor_sv_of("Herald");
    m.article.title = suitor_sv_of("A \"race\"");
    m.article.url = suitor_sv_of("http://herald/1");
    uint32_t p = made_player(&m, "Marc Gu\xC3\xA9hi", NULL, NULL);
    made_claim(&m, p, "Arsenal", SUITOR_INTEREST, SUITOR_KEEN, "Romano",
               "\xE2\x80\x98want\xE2\x80\x99 Gu\xC3\xA9hi")
        ->sentence = made_span(&m, "Arsenal \xE2\x80\x98want\xE2\x80\x99 Gu\xC3\xA9hi.");
    assert_true(made_put(store, &m));
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    int64_t evidence = l->rows[0].evidence;
    suitor_ledger_free(l);
    return evidence;
}

static void test_quote(void **state)
{
    suitor_store *store = made_store();
    suitor_quote q;
    suitor_error err = { 0 };

    (void)state;
    int64_t evidence = fill(store);
    assert_int_equal(suitor_store_quote(store, evidence, &q, &err), SUITOR_OK);
    assert_true(
        suitor_sv_equal(q.quote, suitor_sv_of("\xE2\x80\x98want\xE2\x80\x99 Gu\xC3\xA9hi")));
    assert_true(suitor_sv_equal(
        q.sentence, suitor_sv_of("Arsenal \xE2\x80\x98want\xE2\x80\x99 Gu\xC3\xA9hi.")));
    assert_true(suitor_sv_equal(q.article, suitor_sv_of("a-1")));
    assert_true(suitor_sv_equal(q.outlet, suitor_sv_of("Herald")));
    assert_true(suitor_sv_equal(q.title, suitor_sv_of("A \"race\"")));
    assert_true(suitor_sv_equal(q.url, suitor_sv_of("http://herald/1")));
    assert_int_equal(q.day, 20500);
    suitor_store_close(store);
}

static void test_no_quote(void **state)
{
    static const char *const harms[] = { "UPDATE evidence SET quote_end = 9999",
                                         "UPDATE evidence SET quote_begin = -1",
                                         "UPDATE evidence SET sentence_end = sentence_begin - 1",
                                         "UPDATE article_text SET text = 'short'" };

    (void)state;
    for (size_t i = 0; i < N_ROWS(harms); i++) {
        suitor_store *store = made_store();
        suitor_error err = { 0 };
        suitor_quote q = { 0 };
        int64_t evidence = fill(store);
        assert_int_equal(suitor_store_quote(store, evidence + 1, &q, &err), SUITOR_ERR_NOTFOUND);
        assert_string_equal(err.message,
                            ":memory:: no evidence 2; its article may have been replaced since");
        assert_int_equal(sqlite3_exec(store->db, harms[i], NULL, NULL, NULL), SQLITE_OK);
        check_row(i, harms[i], suitor_store_quote(store, evidence, &q, &err) == SUITOR_ERR_DB);
        check_row(i, err.message, strstr(err.message, "a quote outside its text") != NULL);
        assert_null(q.quote.ptr);
        suitor_store_close(store);
    }
}

static void test_count(void **state)
{
    suitor_store *store = made_store();
    suitor_store_stats stats;
    made m;

    (void)state;
    assert_int_equal(suitor_store_count(store, &stats, NULL), SUITOR_OK);
    assert_int_equal(stats.articles + stats.claims + stats.evidence + stats.players + stats.clubs +
                         stats.sources,
                     0);
    assert_int_equal(stats.first_day, SUITOR_NO_DAY);
    assert_int_equal(stats.last_day, SUITOR_NO_DAY);
    fill(store);
    made_begin(&m, "b", 20400, text);
    uint32_t guehi = made_player(&m, "Guehi", NULL, NULL); /* the same as Marc Guéhi */
    made_player(&m, "Murillo", NULL, NULL);
    made_claim(&m, guehi, "Chelsea", SUITOR_INTEREST, SUITOR_WATCHING, "", "Chelsea watch");
    m.claims[0].evidence.count = 2;
    m.evidence[m.facts.n_evidence++] = m.evidence[0];
    assert_true(made_put(store, &m));
    made_begin(&m, "c", SUITOR_NO_DAY, text);
    assert_true(made_put(store, &m));
    assert_int_equal(suitor_store_count(store, &stats, NULL), SUITOR_OK);
    assert_int_equal(stats.articles, 3);
    assert_int_equal(stats.claims, 2);
    assert_int_equal(stats.evidence, 3);
    assert_int_equal(stats.players, 2);
    assert_int_equal(stats.clubs, 2);
    assert_int_equal(stats.sources, 1);
    assert_int_equal(stats.first_day, 20400);
    assert_int_equal(stats.last_day, 20500);
    suitor_store_close(store);
}

/* The numbers in the file mean what docs/schema.md says, whatever becomes of the
 * enumerations in the headers. */
static void test_codes_are_frozen(void **state)
{
    static const char *const relations[] = { "plays_for", "interest", "deal",
                                             "ended",     "leaving",  "staying" };
    static const char *const stages[] = { "owned", "loan",  "linked",   "watching",
                                          "keen",  "talks", "bid",      "agreed",
                                          "done",  "over",  "possible", "likely" };
    static const char *const hedges[] = { "firm", "reported", "hedged", "doubtful" };
    static const char *const positions[] = { "",   "GK", "CB", "LB", "RB", "FB", "DF", "DM",
                                             "CM", "AM", "MF", "LW", "RW", "W",  "ST", "FW" };
    static const char *const fees[] = { "asking", "bid", "agreed", "valuation", "clause" };

    (void)state;
    for (size_t i = 0; i < N_ROWS(relations); i++)
        assert_string_equal(suitor_relation_name((suitor_relation)i), relations[i]);
    for (size_t i = 0; i < N_ROWS(stages); i++)
        assert_string_equal(suitor_stage_name((suitor_stage)i), stages[i]);
    for (size_t i = 0; i < N_ROWS(hedges); i++)
        assert_string_equal(suitor_hedge_name((suitor_hedge)i), hedges[i]);
    for (size_t i = 0; i < N_ROWS(positions); i++)
        assert_string_equal(suitor_position_name((suitor_position)i), positions[i]);
    for (size_t i = 0; i < N_ROWS(fees); i++)
        assert_string_equal(suitor_fee_kind_name((suitor_fee_kind)i), fees[i]);
    assert_int_equal(SUITOR_KIND_PLAYER, 0);
    assert_int_equal(SUITOR_KIND_CLUB, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quote),
        cmocka_unit_test(test_no_quote),
        cmocka_unit_test(test_count),
        cmocka_unit_test(test_codes_are_frozen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
