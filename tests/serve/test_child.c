/* Programs run for an answer: what they say, and how they are ended. */
#include "child.h"

#include <pthread.h>
#include <stdatomic.h>

#include "actor.h"
#include "table.h"

enum { FOREVER = 1 << 30 };

typedef struct {
    atomic_uint asked;   /* how often it was asked whether the program is wanted */
    unsigned most_asked; /* until it is not */
    uint64_t done[8], total[8];
    unsigned n_told;
    uint32_t seconds; /* how long the program may take; 0: as the server has it */
} listener;

static void on_progress(uint64_t done, uint64_t total, void *user)
{
    listener *l = user;

    if (l->n_told < 8) {
        l->done[l->n_told] = done;
        l->total[l->n_told++] = total;
    }
}

static bool is_wanted(void *user)
{
    listener *l = user;

    return atomic_fetch_add(&l->asked, 1) < l->most_asked;
}

static child_answer run(listener *l, const char *a, const char *b, const char *c)
{
    char path[4096];
    const char *const words[] = { actor_program(path), "act", a, b, c, NULL };
    const child_watch watch = { on_progress, is_wanted, l, l->seconds };
    child_answer told;
    suitor_error err;

    assert_int_equal(child_run(words, &watch, &told, &err), SUITOR_OK);
    return told;
}

static void tells_what_is_printed_and_said(void **state)
{
    listener l = { .most_asked = FOREVER };
    child_answer told = run(&l, "print", "a\xC3\xA9\n", NULL);

    (void)state;
    assert_int_equal(told.status, 0);
    assert_string_equal(told.out.ptr, "a\xC3\xA9\n");
    assert_int_equal(told.err.len, 0);
    child_answer_clear(&told);
    told = run(&l, "say", "no such name", "2");
    assert_int_equal(told.status, 2);
    assert_string_equal(told.err.ptr, "no such name");
    assert_int_equal(told.out.len, 0);
    child_answer_clear(&told);
}

static void tells_the_progress(void **state)
{
    listener l = { .most_asked = FOREVER };
    child_answer told = run(&l, "progress", NULL, NULL);

    (void)state;
    assert_int_equal(told.status, 0);
    assert_in_range(l.n_told, 2, 4); /* lines that come together count once */
    assert_int_equal(l.done[l.n_told - 1], 4);
    assert_int_equal(l.total[l.n_told - 1], 0);
    assert_int_equal(l.total[0], 10);
    child_answer_clear(&told);
}

static void ends_what_is_not_wanted(void **state)
{
    listener l = { .most_asked = 2 };
    child_answer told = run(&l, "hang", NULL, NULL);

    (void)state;
    assert_int_equal(told.status, -1);
    assert_int_equal(l.asked, 3);
    child_answer_clear(&told);
}

static void ends_what_takes_too_long(void **state)
{
    listener l = { .most_asked = FOREVER, .seconds = 1 };
    child_answer told = run(&l, "hang", NULL, NULL);

    (void)state;
    assert_int_equal(told.status, -1);
    assert_true(l.asked > 1); /* it was waited for */
    child_answer_clear(&told);
}

static void ends_what_says_too_much(void **state)
{
    listener l = { .most_asked = FOREVER };
    child_answer told = run(&l, "flood", NULL, NULL);

    (void)state;
    assert_int_equal(told.status, -1);
    child_answer_clear(&told);
}

static void survives_a_crash(void **state)
{
    listener l = { .most_asked = FOREVER };
    child_answer told = run(&l, "crash", NULL, NULL);

    (void)state;
    assert_int_equal(told.status, -1);
    child_answer_clear(&told);
}

static void says_that_there_is_no_program(void **state)
{
    static const char *const words[] = { "/nowhere/suitor", "stats", NULL };
    listener l = { .most_asked = FOREVER };
    const child_watch watch = { on_progress, is_wanted, &l, 0 };
    child_answer told;
    suitor_error err;

    (void)state;
    assert_int_equal(child_run(words, &watch, &told, &err), SUITOR_ERR_IO);
    assert_non_null(strstr(err.message, "/nowhere/suitor cannot be run"));
    child_answer_clear(&told);
}

static void *keep_hanging(void *user)
{
    child_answer told = run(user, "hang", NULL, NULL);

    child_answer_clear(&told);
    return NULL;
}

/* A child that another thread begins meanwhile must not hold the pipes of this one open, which
 * would end only with that. */
static void waits_for_nobody_else(void **state)
{
    listener hanging = { .most_asked = FOREVER }, l = { .most_asked = FOREVER };
    pthread_t threads[4];

    (void)state;
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, keep_hanging, &hanging), 0);
    for (int i = 0; i < 40; i++) {
        child_answer told = run(&l, "print", "x", NULL);
        assert_int_equal(told.status, 0);
        assert_string_equal(told.out.ptr, "x");
        child_answer_clear(&told);
    }
    atomic_store(&hanging.asked, FOREVER);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_is_printed_and_said),
        cmocka_unit_test(tells_the_progress),
        cmocka_unit_test(ends_what_is_not_wanted),
        cmocka_unit_test(ends_what_takes_too_long),
        cmocka_unit_test(ends_what_says_too_much),
        cmocka_unit_test(survives_a_crash),
        cmocka_unit_test(says_that_there_is_no_program),
        cmocka_unit_test(waits_for_nobody_else),
    };

    if (argc > 1 && strcmp(argv[1], "act") == 0)
        return actor_main(argc - 2, argv + 2);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
