/* Ledgers of damaged stores: rows that no suitor wrote are refused. */
#include "monday.h"

#include <stdlib.h>

#include "db.h"

static void check_ledger(suitor_store *store, int32_t at, const char *expected)
{
    char *got = made_write(store, at);

    assert_string_equal(got, expected);
    free(got);
}

static const struct {
    const char *harm, *message;
} harms[] = {
    { "UPDATE claim SET relation = 99", "a code out of range" },
    { "UPDATE evidence SET stage = -1", "a code out of range" },
    { "UPDATE evidence SET hedge = 1 << 40", "a code out of range" },
    { "UPDATE evidence SET source = 77", "evidence without an origin" },
    { "UPDATE claim SET club = 1 << 50", "a row that points to nobody" },
    { "UPDATE claim SET club = (SELECT id FROM entity WHERE kind = 0)",
      "a row that points to nobody" },
    { "UPDATE article_player SET position = 99", "a code out of range" },
    { "UPDATE article_player SET spelling = 99", "a player without a name" },
    { "UPDATE spelling SET entity = 99", "a spelling of nobody" },
    { "UPDATE spelling SET entity = (SELECT id FROM entity WHERE kind = 1)",
      "a club among the players" },
    { "DELETE FROM spelling WHERE text = 'Liverpool'", "an entity without a name" },
    { "UPDATE article SET digest = x''", "an article without a digest" },
    { "UPDATE fee SET currency = 'EURO'", "a currency of more than three letters" },
    { "UPDATE need SET position = 99", "a code out of range" },
};

/* Files are input too: rows that no suitor wrote are refused, not followed. */
static void test_damaged(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(harms); i++) {
        suitor_store *store = made_store();
        suitor_ledger *l = NULL;
        suitor_error err = { 0 };
        made m;
        make_monday(&m);
        m.needs[m.facts.n_needs++] = (suitor_need){ 0, SUITOR_LB, made_span(&m, "a back") };
        assert_true(made_put(store, &m));
        sqlite3_exec(store->db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON",
                     NULL, NULL, NULL);
        check_row(i, harms[i].harm,
                  sqlite3_exec(store->db, harms[i].harm, NULL, NULL, NULL) == SQLITE_OK);
        suitor_status st = suitor_store_ledger(store, SUITOR_NO_DAY, &l, &err);
        check_row(i, harms[i].harm, st == SUITOR_ERR_DB && l == NULL);
        check_row(i, err.message, strstr(err.message, harms[i].message) != NULL);
        assert_true(sqlite3_get_autocommit(store->db));
        suitor_store_close(store);
    }
}

/* Rows of articles that are gone are not followed into nothing. */
static void test_orphans(void **state)
{
    suitor_store *store = *state;
    made m;

    make_monday(&m);
    assert_true(made_put(store, &m));
    assert_int_equal(
        sqlite3_exec(store->db, "PRAGMA foreign_keys = OFF; DELETE FROM article", NULL, NULL, NULL),
        SQLITE_OK);
    check_ledger(store, SUITOR_NO_DAY, "at -2147483648 players 0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STORE(test_orphans),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
