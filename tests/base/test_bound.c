/* Looking up in sorted arrays: against a search from the beginning. */
#include "bound.h"

#include "table.h"

typedef struct {
    char other;
    uint32_t key;
} item;

static uint32_t first_not_below(const item *items, uint32_t n, uint32_t key)
{
    uint32_t i = 0;

    while (i < n && items[i].key < key)
        i++;
    return i;
}

static void finds_the_first_that_is_not_below(void **state)
{
    static const item items[] = { { 'a', 0 }, { 'b', 2 }, { 'c', 2 },
                                  { 'd', 2 }, { 'e', 7 }, { 'f', UINT32_MAX } };

    (void)state;
    for (uint32_t n = 0; n <= sizeof items / sizeof *items; n++)
        for (uint32_t key = 0; key < 10; key++)
            assert_int_equal(bound_u32(items, n, sizeof *items, offsetof(item, key), key),
                             first_not_below(items, n, key));
    assert_int_equal(bound_u32(items, 6, sizeof *items, offsetof(item, key), UINT32_MAX), 5);
    assert_int_equal(bound_u32(NULL, 0, sizeof *items, offsetof(item, key), 1), 0);
}

static void finds_it_by_keys_below_zero(void **state)
{
    static const int32_t days[] = { INT32_MIN, -3, -3, 0, 5 };
    static const int64_t ids[] = { INT64_MIN, -1, 1, INT64_MAX };

    (void)state;
    assert_int_equal(bound_i32(days, 5, sizeof *days, 0, INT32_MIN), 0);
    assert_int_equal(bound_i32(days, 5, sizeof *days, 0, -3), 1);
    assert_int_equal(bound_i32(days, 5, sizeof *days, 0, 6), 5);
    assert_int_equal(bound_i64(ids, 4, sizeof *ids, 0, 0), 2);
    assert_int_equal(bound_i64(ids, 4, sizeof *ids, 0, INT64_MAX), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_first_that_is_not_below),
        cmocka_unit_test(finds_it_by_keys_below_zero),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
