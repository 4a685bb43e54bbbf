/* Names before and after corrections: who is found by them, and what stays of them. */
#include "news.h"

static const suitor_sv thu[] = { SV("thu") };

/* The name of whom `query` finds, or the message. */
static void assert_finds(suitor_store *store, const char *query, const char *expected)
{
    suitor_ledger *l = NULL;
    suitor_error err = { 0 };
    int64_t id = 0;

    if (suitor_store_find(store, suitor_sv_of(query), SUITOR_N_KINDS, &id, NULL, &err) !=
        SUITOR_OK) {
        assert_string_equal(err.message, expected);
        return;
    }
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    uint32_t at = suitor_ledger_find(l, id);
    assert_int_not_equal(at, SUITOR_NO_INDEX);
    assert_true(suitor_sv_equal(l->entities[at].name, suitor_sv_of(expected)));
    suitor_ledger_free(l);
}

/* Old names and new ones, and those of a split. */
static void test_find(void **state)
{
    suitor_store *store = *state;

    correct(store,
            (suitor_correction_wish){ SUITOR_RENAME, SV("danilo"), SV("Luiz da Silva"), ANY });
    assert_finds(store, "danilo", "Luiz da Silva");
    assert_finds(store, "da silva", "Luiz da Silva");
    assert_finds(store, "lui", "Luiz da Silva");
    correct(store, (suitor_correction_wish){ SUITOR_SPLIT, SV("danilo"), SV("Bruno"),
                                             .articles = thu, .n_articles = 1 });
    assert_finds(store, "bruno", "Bruno");
    assert_finds(store, "danilo", "Luiz da Silva");
    correct(store, (suitor_correction_wish){ SUITOR_MERGE, SV("m guehi"), SV("bruno"), ANY });
    assert_finds(store, "m guehi", "Bruno");
    assert_finds(store, "guehi", "\"guehi\" fits several: Bruno, Marc Guehi");
    correct(store,
            (suitor_correction_wish){ SUITOR_MERGE, SV("crystal palace"), SV("inter"), ANY });
    assert_finds(store, "crystal", "Inter Milan");
    undo(store, 3);
    assert_finds(store, "guehi", "\"guehi\" fits several: M. Guehi, Marc Guehi");
    undo(store, 2);
    assert_finds(store, "bruno", "no player or club called \"bruno\" in :memory:");
}

/* There and back by name, and a later one before an earlier. */
static void test_rename_back(void **state)
{
    suitor_store *store = *state;

    correct(store, (suitor_correction_wish){ SUITOR_RENAME, SV("danilo"), SV("Luiz"), ANY });
    correct(store, (suitor_correction_wish){ SUITOR_RENAME, SV("luiz"), SV("Danilo"), ANY });
    char *rows = write_rows(store);
    assert_string_equal(rows, AS_TOLD);
    free(rows);
    undo(store, 1);
    rows = write_rows(store);
    assert_string_equal(rows, AS_TOLD);
    free(rows);
}

/* A name that corrections alone tell of stays one when the correction that brought it in
 * is undone. */
static void test_undone_below(void **state)
{
    suitor_store *store = *state;
    suitor_ledger *l = NULL;

    correct(store, (suitor_correction_wish){ SUITOR_RENAME, SV("juventus"), SV("Juve"), ANY });
    correct(store, (suitor_correction_wish){ SUITOR_SET_CLUB, SV("bastoni"), SV("juve"), ALWAYS });
    undo(store, 1);
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    assert_int_equal(l->n_given, 1);
    assert_true(suitor_sv_equal(l->entities[l->given[0].club].name, suitor_sv_of("Juve")));
    suitor_ledger_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_NEWS(test_find),
        WITH_NEWS(test_rename_back),
        WITH_NEWS(test_undone_below),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
