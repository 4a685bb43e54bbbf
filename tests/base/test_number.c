/* Numbers as text, against the C library's printf. */
#include "number.h"

#include <inttypes.h>
#include <string.h>

#include "dice.h"
#include "table.h"

static void check_number(double value, int digits)
{
    char expected[NUMBER_SIZE], got[NUMBER_SIZE + 1];
    size_t len = number_write(value, digits, got);

    got[len] = '\0';
    snprintf(expected, sizeof expected, "%.*g", digits, value);
    assert_string_equal(got, expected);
}

static void writes_edges_as_printf_does(void **state)
{
    static const double values[] = { 0.1,      0.0999999,   0.09999999, 0.5,         0.72,
                                     0.9,      0.9999994,   0.9999995,  0.9999996,   0.99999949,
                                     1,        1.5,         9.99999,    9.999995,    9.9999949,
                                     10,       62.5,        99.99995,   100,         999.9995,
                                     99999.95, 123456,      999999,     999999.4,    999999.5,
                                     999999.6, 1e6,         1234567,    1e-9,        1e300,
                                     5e-324,   0.000123456, 0.1234565,  0.123456500, 2.5e-5,
                                     1.0 / 3,  2.0 / 3,     0.12345649, 0.1234565001 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(values); i++)
        for (int digits = 1; digits <= NUMBER_MAX_DIGITS; digits++) {
            check_number(values[i], digits);
            check_number(-values[i], digits);
        }
    check_number(0, 6);
    char out[NUMBER_SIZE];
    assert_int_equal(number_write(-0.0, 6, out), 1); /* no "-0" */
}

/* Where products and sums of short decimals come to lie: at, just above or just below one. */
static void writes_near_decimals_as_printf_does(void **state)
{
    uint64_t dice = 3;

    (void)state;
    for (size_t i = 0; i < 200000; i++) {
        double scale[] = { 10, 100, 1000, 1e4, 1e5, 1e6, 1e7 };
        double value = (double)dice_roll(&dice, 1u << 30) / scale[dice_roll(&dice, 7)];
        check_number(value, 6);
        check_number(value * 0.8 * 0.9, 6);
        check_number((value + 0.5) / 1e6, 6);
    }
}

static void writes_whole_numbers(void **state)
{
    static const int64_t values[] = { 0,  1,   -1,   9,     10,         INT64_MAX, INT64_MIN,
                                      99, 100, -100, 20514, 4294967295, INT64_MAX, 1000000007 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(values); i++) {
        char expected[NUMBER_SIZE], got[NUMBER_SIZE + 1];
        got[number_write_integer(values[i], got)] = '\0';
        snprintf(expected, sizeof expected, "%" PRId64, values[i]);
        assert_string_equal(got, expected);
    }
}

static void reads_decimals(void **state)
{
    static const struct {
        const char *text;
        bool ok;
        double value;
    } rows[] = {
        { "0", true, 0 },        { "12", true, 12 },   { "0.25", true, 0.25 },
        { "1.750", true, 1.75 }, { "007", true, 7 },   { "999999999999999", true, 999999999999999 },
        { "", false, -1 },       { ".5", false, -1 },  { "5.", false, -1 },
        { "-1", false, -1 },     { "1e3", false, -1 }, { "1,5", false, -1 },
        { "1.2.3", false, -1 },  { " 1", false, -1 },  { "1000000000000000", false, -1 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        double value = -1;
        check_row(i, rows[i].text, number_read(suitor_sv_of(rows[i].text), &value) == rows[i].ok);
        check_row(i, rows[i].text, value == rows[i].value);
    }
}

static void reads_what_was_written(void **state)
{
    static const double values[] = {
        0.1 + 0.2, 1.0 / 3, 0.9, 1e-7, 123456.789012345678, 5e-324, 1.7976931348623157e308, -2.5, 0
    };
    static const char *const wrong[] = { "", "x", "1x", "0x10", "1e999", "nan", "1 ", "." };
    double value;

    (void)state;
    for (size_t i = 0; i < N_ROWS(values); i++) {
        char text[NUMBER_SIZE + 1];
        text[number_write(values[i], NUMBER_MAX_DIGITS, text)] = '\0';
        value = -1;
        check_row(i, text, number_read_exactly(suitor_sv_of(text), &value) && value == values[i]);
    }
    for (size_t i = 0; i < N_ROWS(wrong); i++) {
        value = -1;
        check_row(i, wrong[i], !number_read_exactly(suitor_sv_of(wrong[i]), &value) && value == -1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_edges_as_printf_does),
        cmocka_unit_test(writes_near_decimals_as_printf_does),
        cmocka_unit_test(writes_whole_numbers),
        cmocka_unit_test(reads_decimals),
        cmocka_unit_test(reads_what_was_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
