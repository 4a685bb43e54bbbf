/* Corrections with faults at every step: without memory, and interrupted. Either all of one is
 * in or nothing, and the store goes on as before. */
#include <stdlib.h>

#include "full.h"
#include "scarce_memory.h"
#include "suitor/correction.h"

#define SV(text)                                                                                   \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const suitor_correction_wish wishes[] = {
    { .kind = SUITOR_RENAME, .subject = SV("dumfries"), .object = SV("Denzel D") },
    { .kind = SUITOR_REJECT,
      .subject = SV("bastoni"),
      .object = SV("arsenal"),
      .relation = SUITOR_N_RELATIONS },
    { .kind = SUITOR_RESTORE,
      .subject = SV("bastoni"),
      .object = SV("arsenal"),
      .relation = SUITOR_N_RELATIONS },
    { .kind = SUITOR_SET_CLUB,
      .subject = SV("bastoni"),
      .object = SV("arsenal"),
      .since = SUITOR_NO_DAY },
    { .kind = SUITOR_SET_POSITION, .subject = SV("bastoni"), .position = SUITOR_LB },
    { .kind = SUITOR_SPLIT,
      .subject = SV("denzel"),
      .object = SV("Another Dumfries"),
      .club = SV("inter") },
    { .kind = SUITOR_MERGE, .subject = SV("another"), .object = SV("bastoni") },
    { .kind = SUITOR_UNDO, .undoes = 1 },
};

/* What of corrections and of the store there is to see. */
static char *write_all(suitor_store *store)
{
    char *ledger = made_write(store, SUITOR_NO_DAY);
    suitor_corrections *all = NULL;
    buf out = { 0 };

    assert_int_equal(suitor_store_corrections(store, &all, NULL), SUITOR_OK);
    buf_printf(&out, "%u corrections, %u places, entities %d\n%s", all->count, all->n_places,
               (int)count(store, "SELECT count(*) FROM entity"), ledger);
    suitor_corrections_free(all);
    free(ledger);
    return out.ptr;
}

static suitor_status correct_and_look(suitor_store *store, const suitor_correction_wish *wish)
{
    suitor_corrections *all = NULL;
    suitor_status st = suitor_store_begin(store, NULL);

    if (st == SUITOR_OK)
        st = suitor_store_correct(store, wish, NULL, NULL);
    if (st == SUITOR_OK)
        st = suitor_store_corrections(store, &all, NULL);
    if (st == SUITOR_OK)
        st = suitor_store_commit(store, NULL);
    suitor_corrections_free(all);
    if (st != SUITOR_OK)
        suitor_store_rollback(store);
    return st;
}

static void assert_same(suitor_store *store, const char *before)
{
    char *after = write_all(store);

    assert_string_equal(before, after);
    free(after);
}

static void test_without_memory(void **state)
{
    suitor_store *store = *state;
    made m;

    make_full(&m, "a");
    assert_true(made_put(store, &m));
    for (size_t i = 0; i < N_ROWS(wishes); i++) {
        char *before = write_all(store);
        for (uint32_t n = 0;; n++) {
            memory_allow(n);
            suitor_status st = correct_and_look(store, &wishes[i]);
            if (memory_plenty() <= n) {
                check_row(i, suitor_status_name(st), st == SUITOR_OK);
                break;
            }
            check_row(i, suitor_status_name(st), st == SUITOR_ERR_NOMEM);
            assert_same(store, before);
        }
        free(before);
    }
}

static int stop(void *user) { return (*(int *)user)-- == 0; }

static void test_interrupted(void **state)
{
    suitor_store *store = *state;
    made m;

    make_full(&m, "a");
    assert_true(made_put(store, &m));
    for (size_t i = 0; i < N_ROWS(wishes); i++) {
        char *before = write_all(store);
        suitor_status st = SUITOR_ERR_DB;
        for (int limit = 0; st != SUITOR_OK && limit < 5000; limit++) {
            int left = limit;
            sqlite3_progress_handler(store->db, 10, stop, &left);
            st = suitor_store_correct(store, &wishes[i], NULL, NULL);
            sqlite3_progress_handler(store->db, 0, NULL, NULL);
            assert_true(sqlite3_get_autocommit(store->db));
            if (st != SUITOR_OK)
                assert_same(store, before);
        }
        assert_int_equal(st, SUITOR_OK);
        free(before);
    }
    assert_int_equal(count(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

/* Rows that no correction of ours can have left. */
static void test_damaged(void **state)
{
    static const char *const damages[] = {
        "UPDATE correction SET kind = 99",
        "UPDATE correction SET position = 99",
        "PRAGMA foreign_keys = OFF; UPDATE correction SET subject = 999",
        "PRAGMA foreign_keys = OFF; UPDATE correction_place SET correction = 99",
        ("PRAGMA foreign_keys = OFF; INSERT INTO correction SELECT 9, made, 7, NULL, NULL, NULL,"
         " '', '', '', NULL, NULL, NULL, 5, '' FROM correction"),
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(damages); i++) {
        suitor_store *store = made_store();
        suitor_ledger *l = NULL;
        suitor_error err = { 0 };
        made m;
        make_full(&m, "a");
        assert_true(made_put(store, &m));
        assert_int_equal(suitor_store_correct(store, &wishes[1], NULL, NULL), SUITOR_OK);
        assert_int_equal(sqlite3_exec(store->db, damages[i], NULL, NULL, NULL), SQLITE_OK);
        suitor_status st = suitor_store_ledger(store, SUITOR_NO_DAY, &l, &err);
        check_row(i, damages[i], st == SUITOR_ERR_DB && l == NULL);
        check_row(i, err.message, strstr(err.message, "damaged") != NULL);
        suitor_store_close(store);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STORE(test_without_memory),
        WITH_STORE(test_interrupted),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
