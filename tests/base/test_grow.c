/* Growing arrays: contents kept, capacity doubled, nothing changed on failure. */
#include "grow.h"

#include <stdlib.h>

#include "scarce_memory.h"
#include "table.h"

static void doubles_and_keeps_the_contents(void **state)
{
    uint32_t *numbers = NULL, cap = 0, before = 0, times = 0;

    (void)state;
    for (uint32_t n = 0; n < 100000; n++) {
        assert_true(grow(&numbers, &cap, n + 1, sizeof *numbers));
        assert_true(cap > n);
        times += cap != before;
        before = cap;
        numbers[n] = n * 3;
    }
    for (uint32_t n = 0; n < 100000; n++)
        assert_int_equal(numbers[n], n * 3);
    assert_int_equal(times, 14); /* 16, 32, … 131072 */
    free(numbers);
}

static void takes_any_need(void **state)
{
    static const struct {
        uint32_t cap, need, after;
    } rows[] = {
        { 0, 0, 0 },    { 0, 1, 16 }, { 0, 16, 16 }, { 0, 17, 32 },     { 16, 16, 16 },
        { 16, 17, 32 }, { 3, 4, 6 },  { 5, 21, 40 }, { 7, 1000, 1792 }, { 100, 1, 100 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        uint32_t cap = rows[i].cap;
        char *bytes = cap ? malloc(cap) : NULL;
        check_row(i, "grows", grow(&bytes, &cap, rows[i].need, 1));
        check_row(i, "capacity", cap == rows[i].after);
        free(bytes);
    }
}

static void changes_nothing_when_it_fails(void **state)
{
    static const struct {
        uint32_t need;
        size_t size;
        bool plenty; /* it overflows, however much memory there is */
    } rows[] = {
        { 17, 8, false },
        { UINT32_MAX, 1, true }, /* the next power of two is no uint32_t */
        { 17, SIZE_MAX / 16, true },
        { 0x80000000u, SIZE_MAX / 4, true },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        uint32_t cap = 16;
        char *bytes = malloc(16), *before = bytes;
        assert_non_null(bytes);
        memory_allow(0);
        bool grown = grow(&bytes, &cap, rows[i].need, rows[i].size);
        uint32_t asked = memory_plenty();
        check_row(i, "fails", !grown);
        check_row(i, "asks for nothing", asked == (rows[i].plenty ? 0 : 1));
        check_row(i, "unchanged", bytes == before && cap == 16);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doubles_and_keeps_the_contents),
        cmocka_unit_test(takes_any_need),
        cmocka_unit_test(changes_nothing_when_it_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
