/* A store on a disk that fails at its first, second, third … call: what was in it stays, what is
 * put is in wholly or not at all, and the message says what to do. */
#include <stdlib.h>

#include "failing_disk.h"
#include "full.h"
#include "scratch.h"

enum { N_NEW = 2, MOST_CALLS = 20000 };

/* Open the store and put N_NEW articles into it in one transaction. */
static suitor_status put_some(const char *path, suitor_error *err)
{
    static const char *const ids[N_NEW] = { "b-1", "c-1" };
    suitor_store *store = NULL;
    suitor_status st = suitor_store_open(path, SUITOR_STORE_CREATE, &store, err);

    if (st == SUITOR_OK)
        st = suitor_store_begin(store, err);
    for (int i = 0; st == SUITOR_OK && i < N_NEW; i++) {
        made m;
        make_full(&m, ids[i]);
        m.article.day += 1 + i;
        st = suitor_store_put(store, &m.article, &m.facts, NULL, err);
    }
    if (st == SUITOR_OK)
        st = suitor_store_commit(store, err);
    suitor_store_close(store);
    return st;
}

static suitor_status count_some(const char *path, suitor_error *err)
{
    suitor_store *store = NULL;
    suitor_store_stats stats;
    suitor_ledger *ledger = NULL;
    suitor_status st = suitor_store_open(path, SUITOR_STORE_READ, &store, err);

    if (st == SUITOR_OK)
        st = suitor_store_count(store, &stats, err);
    if (st == SUITOR_OK)
        st = suitor_store_ledger(store, SUITOR_NO_DAY, &ledger, err);
    suitor_ledger_free(ledger);
    suitor_store_close(store);
    return st;
}

/* Articles of a store that must be sound. */
static int64_t sound(const char *path)
{
    suitor_store *store = NULL;
    suitor_error err = { 0 };

    if (suitor_store_open(path, SUITOR_STORE_CREATE, &store, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    int64_t articles = count(store, "SELECT count(*) FROM article");
    assert_int_equal(count_rows(store), articles * FULL_ROWS);
    assert_int_equal(
        count(store, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"),
        1);
    assert_int_equal(count(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    suitor_store_close(store);
    return articles;
}

/* A store with one article, at rest. */
static void begin_anew(const scratch *s)
{
    suitor_store *store = NULL;
    char beside[128];
    made m;

    unlink(s->path);
    snprintf(beside, sizeof beside, "%s-wal", s->path);
    unlink(beside);
    snprintf(beside, sizeof beside, "%s-shm", s->path);
    unlink(beside);
    assert_int_equal(suitor_store_open(s->path, SUITOR_STORE_CREATE, &store, NULL), SUITOR_OK);
    make_full(&m, "a-1");
    assert_true(made_put(store, &m));
    suitor_store_close(store);
}

/* A message names the file and does not end in a colon or in nothing. */
static void check_message(const scratch *s, const char *what, suitor_status st, const char *message)
{
    check_row(0, what, st == SUITOR_ERR_DB || st == SUITOR_ERR_NOMEM || st == SUITOR_ERR_NOTFOUND);
    check_row(0, message, strncmp(message, s->path, strlen(s->path)) == 0);
    check_row(0, message, strchr(message, ';') || strstr(message, "cannot be opened: "));
}

typedef suitor_status action(const char *path, suitor_error *err);

/* The same at every call of one kind, until nothing fails any more; how often something did. */
static uint32_t at_every_call(const scratch *s, disk_fault fault, bool on, action *act)
{
    uint32_t n = 1;
    bool failed = true;

    for (; failed && n < MOST_CALLS; n++) {
        suitor_error err = { 0 };
        if (act == put_some || n == 1)
            begin_anew(s);
        disk_fail(fault, n, on);
        suitor_status st = act(s->path, &err);
        failed = disk_mend();
        if (st != SUITOR_OK)
            check_message(s, disk_fault_name(fault), st, err.message);
        int64_t articles = sound(s->path);
        check_row(n, disk_fault_name(fault), articles == 1 || articles == 1 + N_NEW);
        if (act == put_some && st == SUITOR_OK)
            check_row(n, disk_fault_name(fault), articles == 1 + N_NEW);
        if (act == put_some && articles == 1) {
            check_row(n, "again", put_some(s->path, &err) == SUITOR_OK);
            check_row(n, "again", sound(s->path) == 1 + N_NEW);
        }
    }
    assert_false(failed);
    return n - 2;
}

static void all_faults(const scratch *s, const char *doing, action *act)
{
    disk_replace();
    for (int fault = 0; fault < N_DISK_FAULTS; fault++)
        for (int on = 0; on < 2; on++)
            print_message("%s, %s %s: failed at each of %u calls\n", doing,
                          disk_fault_name((disk_fault)fault), on ? "from then on" : "once",
                          (unsigned)at_every_call(s, (disk_fault)fault, on, act));
    disk_restore();
}

static void test_writing(void **state) { all_faults(*state, "writing", put_some); }

static void test_reading(void **state) { all_faults(*state, "reading", count_some); }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_writing, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(test_reading, scratch_make, scratch_remove),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
