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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_first_that_is_not_below),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
