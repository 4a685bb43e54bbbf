/* The crew: order kept for any number of threads, bounded jobs, what comes slowly is
 * not held back, and the first failure ends it. */
#include "crew.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "scarce_memory.h"
#include "table.h"

enum { A_JOB = 4 }; /* numbers in a full job */

typedef struct {
    uint32_t numbers[A_JOB], n;
    uint64_t *owned; /* squares, made by work */
} job;

typedef struct {
    uint64_t *squares; /* as delivered */
    uint32_t n, fail_at;
    atomic_uint at_work, most_at_work, delivered;
    atomic_bool busy[CREW_MAX];
    bool slow; /* work takes a while, another each time */
} record;

static void nap(uint32_t microseconds)
{
    nanosleep(&(struct timespec){ 0, (long)microseconds * 1000 }, NULL);
}

static void work(void *given, uint32_t worker, void *user)
{
    record *r = user;
    job *j = given;
    unsigned now = atomic_fetch_add(&r->at_work, 1) + 1, most = atomic_load(&r->most_at_work);

    assert_false(atomic_exchange(&r->busy[worker], true));
    while (now > most && !atomic_compare_exchange_weak(&r->most_at_work, &most, now))
        ;
    j->owned = realloc(j->owned, A_JOB * sizeof *j->owned);
    for (uint32_t i = 0; i < j->n; i++)
        j->owned[i] = (uint64_t)j->numbers[i] * j->numbers[i];
    if (r->slow)
        nap(j->numbers[0] * 7919 % 300);
    atomic_store(&r->busy[worker], false);
    atomic_fetch_sub(&r->at_work, 1);
}

static suitor_status deliver(void *given, void *user, suitor_error *err)
{
    record *r = user;
    job *j = given;

    for (uint32_t i = 0; i < j->n; i++) {
        if (r->n == r->fail_at) {
            *err = (suitor_error){ SUITOR_ERR_IO, "" };
            snprintf(err->message, sizeof err->message, "no room for number %u", (unsigned)r->n);
            return err->code;
        }
        r->squares[r->n++] = j->owned[i];
    }
    atomic_store(&r->delivered, r->n);
    j->n = 0;
    return SUITOR_OK;
}

static void release(void *given)
{
    job *j = given;

    free(j->owned);
    j->owned = NULL;
}

static crew_plan plan_of(uint32_t n_workers, record *r)
{
    return (crew_plan){ n_workers, sizeof(job), work, deliver, release, r };
}

static record record_new(uint32_t cap)
{
    return (record){ .squares = malloc(cap * sizeof(uint64_t)), .fail_at = UINT32_MAX };
}

/* Give the numbers below `n`; how many were taken before a delivery failed. */
static uint32_t give(crew *c, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        job *j = crew_open(c);
        if (!j)
            return i;
        j->numbers[j->n++] = i;
        crew_close(c, j->n == A_JOB);
    }
    return n;
}

static void keeps_the_order(void **state)
{
    static const struct {
        uint32_t n_workers, n;
        bool slow;
    } rows[] = { { 1, 0, false },     { 1, 1, false },      { 1, 1000, false },
                 { 2, 0, false },     { 2, 1, false },      { 2, 5000, false },
                 { 4, 10000, false }, { 16, 10000, false }, { 2, 400, true },
                 { 4, 400, true },    { 16, 400, true },    { CREW_MAX, 1000, true },
                 { 3, A_JOB, true } };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        record r = record_new(rows[i].n + 1);
        crew_plan plan = plan_of(rows[i].n_workers, &r);
        crew *c;
        suitor_error err;
        r.slow = rows[i].slow;
        assert_int_equal(crew_new(&plan, &c, &err), SUITOR_OK);
        check_row(i, "takes all", give(c, rows[i].n) == rows[i].n);
        assert_int_equal(crew_finish(c, &err), SUITOR_OK);
        check_row(i, "delivers all", r.n == rows[i].n);
        for (uint32_t k = 0; k < r.n; k++)
            check_row(i, "in order", r.squares[k] == (uint64_t)k * k);
        check_row(i, "threads", atomic_load(&r.most_at_work) <= rows[i].n_workers);
        crew_free(c);
        free(r.squares);
    }
}

/* One thing, and the giver does not come again: it is delivered all the same. */
static void does_not_hold_back_what_comes_slowly(void **state)
{
    record r = record_new(10);
    crew_plan plan = plan_of(4, &r);
    crew *c;

    (void)state;
    assert_int_equal(crew_new(&plan, &c, NULL), SUITOR_OK);
    for (uint32_t i = 0; i < 3; i++) {
        job *j = crew_open(c);
        j->numbers[j->n++] = i;
        crew_close(c, false);
        for (int waited = 0; atomic_load(&r.delivered) <= i && waited < 20000; waited++)
            nap(500);
        assert_int_equal(atomic_load(&r.delivered), i + 1);
    }
    crew_free(c);
    free(r.squares);
}

static void ends_with_the_first_failure(void **state)
{
    static const struct {
        uint32_t n_workers, fail_at;
    } rows[] = { { 1, 0 }, { 1, 7 }, { 2, 0 }, { 2, 1 }, { 4, 50 }, { 16, 333 } };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        record r = record_new(100000);
        crew_plan plan = plan_of(rows[i].n_workers, &r);
        crew *c;
        suitor_error err;
        char expected[64];
        r.fail_at = rows[i].fail_at;
        snprintf(expected, sizeof expected, "no room for number %u", (unsigned)r.fail_at);
        assert_int_equal(crew_new(&plan, &c, NULL), SUITOR_OK);
        check_row(i, "takes no more", give(c, 100000) < 100000);
        check_row(i, "status", crew_finish(c, &err) == SUITOR_ERR_IO);
        check_row(i, "message", strcmp(err.message, expected) == 0);
        check_row(i, "delivered before", r.n == r.fail_at);
        crew_free(c);
        free(r.squares);
    }
}

/* Left in the middle: threads end, jobs under way are dropped, nothing leaks. */
static void can_be_left_unfinished(void **state)
{
    (void)state;
    for (uint32_t n_workers = 1; n_workers <= 4; n_workers++) {
        record r = record_new(1000);
        crew_plan plan = plan_of(n_workers, &r);
        crew *c;
        r.slow = true;
        assert_int_equal(crew_new(&plan, &c, NULL), SUITOR_OK);
        give(c, 30);
        crew_free(c);
        for (uint32_t k = 0; k < r.n; k++)
            assert_int_equal(r.squares[k], (uint64_t)k * k);
        free(r.squares);
    }
    crew_free(NULL);
}

static void needs_memory(void **state)
{
    record r = { 0 };
    crew_plan plan = plan_of(2, &r);

    (void)state;
    for (uint32_t allowed = 0; allowed < 3; allowed++) {
        crew *c = (crew *)&r;
        suitor_error err;
        memory_allow(allowed);
        suitor_status st = crew_new(&plan, &c, &err);
        memory_plenty();
        assert_int_equal(st, SUITOR_ERR_NOMEM);
        assert_null(c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_order),
        cmocka_unit_test(does_not_hold_back_what_comes_slowly),
        cmocka_unit_test(ends_with_the_first_failure),
        cmocka_unit_test(can_be_left_unfinished),
        cmocka_unit_test(needs_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
