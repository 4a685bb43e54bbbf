/* Putting articles: twice, in new versions, in batches, with facts out of range. An
 * article is wholly in or not at all. */
#include "full.h"

#include <stdlib.h>

static void test_twice(void **state)
{
    suitor_store *store = *state;
    made m;

    make_full(&m, "a");
    assert_true(made_put(store, &m));
    assert_int_equal(count_rows(store), FULL_ROWS);
    assert_false(made_put(store, &m));
    m.article.id = suitor_sv_of("found elsewhere");
    m.article.path = suitor_sv_of("copy.txt");
    assert_false(made_put(store, &m));
    assert_int_equal(count_rows(store), FULL_ROWS);
    assert_int_equal(count(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

static void test_new_version(void **state)
{
    suitor_store *store = *state;
    made m;

    make_full(&m, "a");
    m.article.url = suitor_sv_of("http://herald/1");
    assert_true(made_put(store, &m));
    int64_t last = count(store, "SELECT max(id) FROM evidence");
    m.article.text =
        suitor_sv_of("Liverpool want Bastoni of Inter. Arsenal watch him. Not for 90m, they say.");
    assert_true(made_put(store, &m));
    assert_int_equal(count_rows(store), FULL_ROWS);
    assert_true(count(store, "SELECT min(id) FROM evidence") > last);
    assert_int_equal(count(store, "SELECT count(*) FROM article_text WHERE text LIKE '%Not for%'"),
                     1);
    m.article.url = suitor_sv_of("http://herald/2");
    m.article.day++;
    assert_true(made_put(store, &m));
    assert_int_equal(count_rows(store), 2 * FULL_ROWS);
}

/* The first version comes back: it is new again, since the second replaced it. */
static void test_old_version_again(void **state)
{
    suitor_store *store = *state;
    made first, second;

    make_full(&first, "a-1");
    make_full(&second, "a-1");
    second.article.title = suitor_sv_of("Corrected");
    assert_true(made_put(store, &first));
    assert_true(made_put(store, &second));
    assert_true(made_put(store, &first));
    assert_false(made_put(store, &first));
    assert_int_equal(count_rows(store), FULL_ROWS);
}

static void test_bare_article(void **state)
{
    suitor_store *store = *state;
    made m;

    made_begin(&m, "", SUITOR_NO_DAY, "");
    assert_true(made_put(store, &m));
    assert_false(made_put(store, &m));
    assert_int_equal(suitor_store_put(store, &m.article, &m.facts, NULL, NULL), SUITOR_OK);
    assert_int_equal(count_rows(store), 2);
}

static void test_batch(void **state)
{
    suitor_store *store = *state;
    suitor_error err;
    made a, b;

    make_full(&a, "a");
    make_full(&b, "b");
    b.article.title = suitor_sv_of("Another");
    assert_int_equal(suitor_store_commit(store, &err), SUITOR_ERR_INVALID);
    assert_int_equal(suitor_store_begin(store, &err), SUITOR_OK);
    assert_int_equal(suitor_store_begin(store, &err), SUITOR_ERR_INVALID);
    assert_true(made_put(store, &a));
    assert_int_equal(suitor_store_commit(store, &err), SUITOR_OK);
    assert_int_equal(suitor_store_begin(store, &err), SUITOR_OK);
    assert_true(made_put(store, &b));
    suitor_store_rollback(store);
    suitor_store_rollback(store);
    assert_int_equal(count_rows(store), FULL_ROWS);
    assert_true(made_put(store, &b)); /* with no id left over from what was taken back */
    assert_int_equal(count_rows(store), 2 * FULL_ROWS);
    assert_int_equal(count(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

/* In a batch, a failing article goes and the others stay. */
static void test_batch_with_failure(void **state)
{
    static const char trap[] = "CREATE TEMP TRIGGER trap BEFORE INSERT ON main.either_or_member"
                               " BEGIN SELECT raise(ABORT, 'trapped'); END";
    suitor_store *store = *state;
    suitor_error err;
    made good, bad;

    make_full(&good, "good");
    good.facts.n_either_or = 0;
    make_full(&bad, "bad");
    made_player(&bad, "Somebody New", "New Club", NULL);
    assert_int_equal(sqlite3_exec(store->db, trap, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(suitor_store_begin(store, &err), SUITOR_OK);
    good.article.title = suitor_sv_of("One");
    assert_true(made_put(store, &good));
    assert_int_equal(suitor_store_put(store, &bad.article, &bad.facts, NULL, &err), SUITOR_ERR_DB);
    assert_string_equal(err.message, ":memory:: trapped");
    good.article.id = suitor_sv_of("as good");
    good.article.title = suitor_sv_of("Two");
    good.players[1].name = suitor_sv_of("Somebody New");
    assert_true(made_put(store, &good));
    assert_int_equal(suitor_store_commit(store, &err), SUITOR_OK);
    assert_int_equal(count(store, "SELECT count(*) FROM article"), 2);
    assert_int_equal(count(store, "SELECT count(*) FROM entity WHERE folded = 'new club'"), 0);
    assert_int_equal(count(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

static void break_player(made *m) { m->players[0].name.len = 0; }
static void break_player_club(made *m) { m->players[0].club = 99; }
static void break_player_alias(made *m) { m->players[0].aliases.count = 99; }
static void break_position(made *m) { m->players[0].position = SUITOR_N_POSITIONS; }
static void break_club(made *m) { m->clubs[1].name.len = 0; }
static void break_club_alias(made *m) { m->clubs[1].aliases.first = 99; }
static void break_claim(made *m) { m->claims[1].player = 2; }
static void break_stage(made *m) { m->claims[0].stage = SUITOR_N_STAGES; }
static void break_run(made *m) { m->claims[0].evidence.count = 0; }
static void break_quote(made *m) { m->evidence[2].quote.end = sizeof full_text; }
static void break_sentence(made *m) { m->evidence[0].sentence = (suitor_span){ 5, 4 }; }
static void break_hedge(made *m) { m->evidence[0].hedge = SUITOR_N_HEDGES; }
static void break_confidence(made *m) { m->evidence[1].confidence = 1.5; }
static void break_fee(made *m) { m->fees[0].player = 9; }
static void break_currency(made *m) { memcpy(m->fees[0].currency, "EURO", 4); }
static void break_sum(made *m) { m->fees[0].high = 1e308 * 10; }
static void break_need(made *m) { m->needs[0].position = SUITOR_N_POSITIONS; }
static void break_need_club(made *m) { m->needs[0].club = 9; }
static void break_either_or(made *m) { m->either_or[0].members.count = 3; }
static void break_member(made *m) { m->either_or_players[1] = 7; }

static const struct {
    void (*harm)(made *m);
    const char *message;
} harms[] = {
    { break_player, "player 0 has no name" },
    { break_player_club, "player 0 has a club out of range" },
    { break_player_alias, "player 0 has aliases out of range" },
    { break_position, "player 0 has no such position" },
    { break_club, "club 1 has no name" },
    { break_club_alias, "club 1 has aliases out of range" },
    { break_claim, "claim 1 has a player or club out of range" },
    { break_stage, "claim 0 has no such relation or stage" },
    { break_run, "claim 0 has evidence out of range" },
    { break_quote, "evidence 2 has a span outside the text" },
    { break_sentence, "evidence 0 has a span outside the text" },
    { break_hedge, "evidence 0 has no such stage or hedge" },
    { break_confidence, "evidence 1 has a confidence outside 0 to 1" },
    { break_fee, "fee 0 has a player or span out of range" },
    { break_currency, "fee 0 has no such kind or currency" },
    { break_sum, "fee 0 has no finite sum" },
    { break_need, "need 0 has no such position" },
    { break_need_club, "need 0 has a club or span out of range" },
    { break_either_or, "either-or 0 has a club, member or span out of range" },
    { break_member, "either-or member 1 has a player out of range" },
};

static void test_facts_out_of_range(void **state)
{
    suitor_store *store = *state;

    for (size_t i = 0; i < N_ROWS(harms); i++) {
        char expected[128];
        suitor_error err = { 0 };
        bool added = true;
        made m;
        make_full(&m, "a");
        harms[i].harm(&m);
        suitor_status st = suitor_store_put(store, &m.article, &m.facts, &added, &err);
        snprintf(expected, sizeof expected, "article \"a\": %s", harms[i].message);
        check_row(i, err.message, st == SUITOR_ERR_INVALID && added);
        check_row(i, err.message, strcmp(err.message, expected) == 0);
    }
    assert_int_equal(count_rows(store), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STORE(test_twice),
        WITH_STORE(test_new_version),
        WITH_STORE(test_old_version_again),
        WITH_STORE(test_bare_article),
        WITH_STORE(test_batch),
        WITH_STORE(test_batch_with_failure),
        WITH_STORE(test_facts_out_of_range),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
