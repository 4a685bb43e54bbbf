/* Answers kept: found again, replaced, and dropped in the order of their last use. */
#include "cache.h"

#include "scarce_memory.h"
#include "table.h"

enum { ENTRY = 1000, ROOM_FOR_THREE = 4 * ENTRY };

/* An answer of ENTRY times `c`, which an entry of the cache costs and some. */
static answer *made_of(char c)
{
    buf body = { 0 };

    for (int i = 0; i < ENTRY; i++)
        buf_char(&body, c);
    answer *a = answer_new(200, "text/plain", &body);
    assert_non_null(a);
    assert_null(body.ptr);
    return a;
}

static void put(cache *c, const char *key, char filling)
{
    answer *a = made_of(filling);

    cache_put(c, suitor_sv_of(key), a);
    answer_drop(a);
}

/* What is kept under `key`: the filling, '-' for nothing. */
static char got(cache *c, const char *key)
{
    answer *a = cache_get(c, suitor_sv_of(key));
    char filling = a ? *a->body.ptr : '-';

    answer_drop(a);
    return filling;
}

static void finds_what_was_put(void **state)
{
    cache *c = cache_new(ROOM_FOR_THREE);

    (void)state;
    assert_int_equal(got(c, "a"), '-');
    put(c, "a", 'A');
    put(c, "ab", 'B');
    put(c, "", 'E');
    assert_int_equal(got(c, "a"), 'A');
    assert_int_equal(got(c, "ab"), 'B');
    assert_int_equal(got(c, ""), 'E');
    assert_int_equal(got(c, "abc"), '-');
    cache_free(c);
}

static void replaces(void **state)
{
    cache *c = cache_new(ROOM_FOR_THREE);

    (void)state;
    for (char filling = 'A'; filling <= 'Z'; filling++) { /* would not fit if all were kept */
        put(c, "same", filling);
        assert_int_equal(got(c, "same"), filling);
    }
    put(c, "b", 'b');
    put(c, "c", 'c');
    assert_int_equal(got(c, "same"), 'Z');
    cache_free(c);
}

static void drops_what_was_not_asked_for_longest(void **state)
{
    cache *c = cache_new(ROOM_FOR_THREE);

    (void)state;
    put(c, "a", 'A');
    put(c, "b", 'B');
    put(c, "c", 'C');
    assert_int_equal(got(c, "a"), 'A');
    put(c, "d", 'D');
    assert_int_equal(got(c, "b"), '-');
    assert_int_equal(got(c, "a"), 'A');
    assert_int_equal(got(c, "c"), 'C');
    assert_int_equal(got(c, "d"), 'D');
    cache_free(c);
}

static void keeps_nothing_that_is_too_large(void **state)
{
    cache *c = cache_new(ENTRY);

    (void)state;
    put(c, "a", 'A');
    assert_int_equal(got(c, "a"), '-');
    cache_free(c);
    cache_free(NULL);
}

/* Whoever has an answer may use it when the cache has dropped it. */
static void answers_outlive_the_cache(void **state)
{
    cache *c = cache_new(ROOM_FOR_THREE);

    (void)state;
    put(c, "a", 'A');
    answer *a = cache_get(c, suitor_sv_of("a"));
    cache_free(c);
    assert_int_equal(a->body.ptr[ENTRY - 1], 'A');
    answer_drop(a);
}

static void does_without_memory(void **state)
{
    buf body = { 0 };

    (void)state;
    buf_add(&body, "text");
    memory_allow(0);
    assert_null(cache_new(ROOM_FOR_THREE));
    assert_null(answer_new(200, "text/plain", &body));
    assert_null(answer_error(400, suitor_sv_of("text")));
    memory_plenty();
    assert_null(body.ptr); /* taken over in any case */

    cache *c = cache_new(ROOM_FOR_THREE);
    answer *a = made_of('A');
    memory_allow(0);
    cache_put(c, suitor_sv_of("a"), a);
    memory_plenty();
    assert_int_equal(got(c, "a"), '-');
    answer_drop(a);
    cache_free(c);
}

static void errors_are_json(void **state)
{
    answer *a = answer_error(400, suitor_sv_of("no \"name\"\n</script>\x01"));

    (void)state;
    assert_int_equal(a->status, 400);
    assert_string_equal(a->type, "application/json");
    assert_string_equal(a->body.ptr, "{\"error\": \"no \\\"name\\\"\\n</script>\\u0001\"}\n");
    answer_drop(a);
    answer_drop(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put),
        cmocka_unit_test(replaces),
        cmocka_unit_test(drops_what_was_not_asked_for_longest),
        cmocka_unit_test(keeps_nothing_that_is_too_large),
        cmocka_unit_test(answers_outlive_the_cache),
        cmocka_unit_test(does_without_memory),
        cmocka_unit_test(errors_are_json),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
