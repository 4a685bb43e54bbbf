/* Putting with faults at every step: interrupted, out of memory, on a full disk, and
 * killed in the middle. */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#include "full.h"
#include "scratch.h"

static int stop(void *user) { return (*(int *)user)-- == 0; }

/* Interrupted once, after 1, 2, 3 … steps of SQLite, until it gets through. */
static void test_interrupted_anywhere(void **state)
{
    suitor_store *store = *state;
    made first, m;

    make_full(&first, "a-1");
    make_full(&m, "a-1");
    m.article.title = suitor_sv_of("Second version");
    made_player(&m, "Somebody New", "New Club", NULL);
    assert_true(made_put(store, &first));
    char *before = made_write(store, SUITOR_NO_DAY);
    suitor_status st = SUITOR_ERR_DB;
    int limit = 0;
    for (; st != SUITOR_OK && limit < 5000; limit++) {
        int left = limit;
        sqlite3_progress_handler(store->db, 10, stop, &left);
        st = suitor_store_put(store, &m.article, &m.facts, NULL, NULL);
        sqlite3_progress_handler(store->db, 0, NULL, NULL);
        assert_true(sqlite3_get_autocommit(store->db));
        if (st == SUITOR_OK)
            break;
        char *after = made_write(store, SUITOR_NO_DAY);
        assert_string_equal(before, after);
        free(after);
    }
    assert_in_range(limit, 20, 4999);
    assert_int_equal(count(store, "SELECT count(*) FROM article"), 1);
    assert_int_equal(count(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    free(before);
}

/* Short of memory by a little less each time, until it is enough. */
static void test_out_of_memory(void **state)
{
    suitor_store *store = *state;
    suitor_status st = SUITOR_ERR_NOMEM;
    made first, m;
    int failures = 0;

    make_full(&first, "a-1");
    make_full(&m, "a-1");
    m.article.title = suitor_sv_of("Second version");
    assert_true(made_put(store, &first));
    char *before = made_write(store, SUITOR_NO_DAY);
    for (int64_t spare = 1; st != SUITOR_OK && spare < 4000000; spare += 997) {
        suitor_error err = { 0 };
        sqlite3_hard_heap_limit64(sqlite3_memory_used() + spare);
        st = suitor_store_put(store, &m.article, &m.facts, NULL, &err);
        sqlite3_hard_heap_limit64(0);
        if (st == SUITOR_OK)
            break;
        assert_int_equal(st, SUITOR_ERR_NOMEM);
        assert_true(sqlite3_get_autocommit(store->db));
        char *after = made_write(store, SUITOR_NO_DAY);
        assert_string_equal(before, after);
        free(after);
        failures++;
    }
    assert_int_equal(st, SUITOR_OK);
    assert_true(failures > 3);
    free(before);
}

/* A disk that is full. */
static void test_full_disk(void **state)
{
    suitor_store *store = *state;
    suitor_error err = { 0 };
    suitor_status st = SUITOR_OK;
    int64_t articles = 0;

    assert_int_equal(sqlite3_exec(store->db, "PRAGMA max_page_count = 60", NULL, NULL, NULL),
                     SQLITE_OK);
    for (int32_t i = 0; st == SUITOR_OK && i < 1000; i++) {
        made m;
        make_full(&m, "a");
        m.article.day = i;
        m.article.outlet = (suitor_sv){ NULL, 0 };
        st = suitor_store_put(store, &m.article, &m.facts, NULL, &err);
        articles += st == SUITOR_OK;
    }
    assert_int_equal(st, SUITOR_ERR_DB);
    assert_non_null(strstr(err.message, "full; free some space"));
    assert_true(articles > 5);
    assert_int_equal(count_rows(store), articles * FULL_ROWS);
}

static void fill(const char *path)
{
    suitor_store *store = NULL;

    if (suitor_store_open(path, SUITOR_STORE_CREATE, &store, NULL) != SUITOR_OK)
        _exit(1);
    for (int32_t i = 0;; i++) {
        made m;
        make_full(&m, "");
        m.article.day = i;
        if (i % 16 == 0)
            suitor_store_begin(store, NULL);
        suitor_store_put(store, &m.article, &m.facts, NULL, NULL);
        if (i % 16 == 15)
            suitor_store_commit(store, NULL);
    }
}

/* Killed at some moment: whole articles only, in a sound file. */
static void test_killed(void **state)
{
    scratch *s = *state;
    uint32_t seed = 3;

    for (int round = 0; round < 12; round++) {
        suitor_store *store = NULL;
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0)
            fill(s->path);
        seed = seed * 1664525u + 1013904223u;
        const struct timespec pause = { 0, 2000000 + (long)(seed >> 16) % 20000 * 1000 };
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, NULL, 0), child);
        assert_int_equal(suitor_store_open(s->path, SUITOR_STORE_CREATE, &store, NULL), SUITOR_OK);
        assert_int_equal(count_rows(store),
                         count(store, "SELECT count(*) FROM article") * FULL_ROWS);
        assert_int_equal(count(store, "SELECT count(*) FROM pragma_integrity_check"
                                      " WHERE integrity_check = 'ok'"),
                         1);
        assert_int_equal(count(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
        suitor_store_close(store);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STORE(test_interrupted_anywhere),
        WITH_STORE(test_out_of_memory),
        WITH_STORE(test_full_disk),
        cmocka_unit_test_setup_teardown(test_killed, scratch_make, scratch_remove),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
