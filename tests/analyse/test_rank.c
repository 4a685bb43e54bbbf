/* Order, effective number and leaders, on weights worked out by hand. */
#include <math.h>

#include "market_fixture.h"
#include "rank.h"
#include "table.h"

static const struct {
    const char *what;
    uint32_t count;
    double weights[8];
    uint32_t leaders;
} cases[] = {
    { "nobody", 0, { 0 }, 0 },
    { "a lone suitor", 1, { 0.3 }, 1 },
    { "two level", 2, { 0.3, 0.3 }, 2 },
    { "two not level", 2, { 0.31, 0.3 }, 1 },
    { "all level", 5, { 0.2, 0.2, 0.2, 0.2, 0.2 }, 5 },
    { "one ahead", 4, { 0.9, 0.3, 0.25, 0.2 }, 1 },
    { "two ahead", 4, { 0.5, 0.45, 0.1, 0.09 }, 2 },
    { "two ahead of three", 3, { 0.5, 0.45, 0.1 }, 2 },
    { "a gap in the tail does not count", 4, { 0.5, 0.4, 0.3, 0.0001 }, 2 },
    { "the first of two equal gaps", 4, { 0.8, 0.4, 0.2, 0.2 }, 1 },
    { "a level half, the gap behind it", 4, { 0.5, 0.5, 0.5, 0.1 }, 3 },
    { "nearly level is level", 3, { 0.3, 0.3 - 1e-15, 0.3 - 2e-15 }, 3 },
    { "eight, as for Bastoni", 8, { 0.168, 0.086, 0.023, 0.0086, 0.0086, 0.003, 0.003, 0.003 }, 2 },
    { "weights that have gone", 3, { 0.3, 0, 0 }, 1 },
};

static void leaders_stand_before_the_largest_gap(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++)
        check_row(i, cases[i].what,
                  rank_leaders(cases[i].weights, cases[i].count) == cases[i].leaders);
}

/* Another form of the same number: the product of s^(−s) over the shares s. */
static double effective_by_product(const double *weights, uint32_t n)
{
    double total = 0, product = 1;

    for (uint32_t i = 0; i < n; i++)
        total += weights[i];
    for (uint32_t i = 0; i < n; i++)
        product *= pow(weights[i] / total, -weights[i] / total);
    return product;
}

static void the_effective_number_agrees_with_another_form(void **state)
{
    uint64_t random = 42;
    double weights[12];

    (void)state;
    for (uint32_t trial = 0; trial < 1000; trial++) {
        uint32_t n = 1 + trial % 12;
        for (uint32_t i = 0; i < n; i++)
            weights[i] = (1 + random_below(&random, 1000)) / 1000.0;
        double effective = rank_effective(weights, n);
        check_row(trial, "form", fabs(effective - effective_by_product(weights, n)) < 1e-9);
        check_row(trial, "range", effective >= 1 - 1e-12 && effective <= n + 1e-12);
    }
}

static void the_effective_number_of_level_suitors_is_their_number(void **state)
{
    static const double level[] = { 0.2, 0.2, 0.2, 0.2 }, gone[] = { 0, 0 };

    (void)state;
    for (uint32_t n = 1; n <= 4; n++)
        check_row(n, "level", fabs(rank_effective(level, n) - n) < 1e-12);
    assert_true(rank_effective(level, 0) == 0);
    assert_true(rank_effective(gone, 2) == 0);
}

static void figures_come_before_names(void **state)
{
    (void)state;
    assert_true(rank_compare(0.5, 9, 0.4, 1) < 0);
    assert_true(rank_compare(0.4, 1, 0.5, 9) > 0);
    assert_true(rank_compare(0.5, 1, 0.5, 2) < 0);
    assert_true(rank_compare(0.5, 2, 0.5, 1) > 0);
    assert_int_equal(rank_compare(0.5, 2, 0.5, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaders_stand_before_the_largest_gap),
        cmocka_unit_test(the_effective_number_agrees_with_another_form),
        cmocka_unit_test(the_effective_number_of_level_suitors_is_their_number),
        cmocka_unit_test(figures_come_before_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
