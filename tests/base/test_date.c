/* Dates: every day against the C library's calendar, and what is no date. */
#include "suitor/date.h"

#include <limits.h>
#include <time.h>

#include "table.h"

static void agrees_with_gmtime(void **state)
{
    int32_t first, last;

    (void)state;
    assert_true(suitor_day_of(1900, 1, 1, &first));
    assert_true(suitor_day_of(2100, 12, 31, &last));
    assert_int_equal(last - first + 1, 73414); /* 201 years, 49 of them leap years */
    for (int32_t day = first; day <= last; day++) {
        time_t seconds = (time_t)day * 86400;
        struct tm tm;
        char expected[SUITOR_DATE_SIZE], got[SUITOR_DATE_SIZE];
        int32_t back = SUITOR_NO_DAY;
        assert_non_null(gmtime_r(&seconds, &tm));
        assert_int_equal(strftime(expected, sizeof expected, "%Y-%m-%d", &tm), 10);
        assert_string_equal(suitor_day_format(day, got), expected);
        assert_true(suitor_day_parse(suitor_sv_make(got, 10), &back));
        assert_int_equal(back, day);
        assert_true(suitor_day_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, &back));
        assert_int_equal(back, day);
        assert_int_equal(suitor_day_year(day), tm.tm_year + 1900);
    }
}

/* Day after day, so that no date is left out or counted twice. */
static void counts_every_day_of_the_calendar(void **state)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int32_t expected = -719162, got; /* 0001-01-01, before 1970: 1969 years and 477 leap days */

    (void)state;
    for (int year = 1; year <= 9999; year++) {
        bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        for (int month = 1; month <= 12; month++) {
            int days = lengths[month - 1] + (leap && month == 2);
            assert_true(suitor_day_of(year, month, 1, &got));
            assert_int_equal(got, expected);
            assert_true(suitor_day_of(year, month, days, &got));
            assert_int_equal(got, expected + days - 1);
            assert_false(suitor_day_of(year, month, days + 1, &got));
            expected += days;
        }
    }
}

static void reads_the_start_of_a_text(void **state)
{
    static const struct {
        const char *text;
        int32_t day; /* SUITOR_NO_DAY: no date */
    } rows[] = {
        { "1970-01-01", 0 },
        { "1969-12-31", -1 },
        { "2026-03-02", 20514 },
        { "2026-03-02T09:30:00Z", 20514 },
        { "2026-03-02 09:30", 20514 },
        { "2026-03-02,", 20514 },
        { "2024-02-29", 19782 },
        { "0001-01-01", -719162 },
        { "9999-12-31", 2932896 },
        { "2026-03-021", SUITOR_NO_DAY },
        { "2026-02-29", SUITOR_NO_DAY },
        { "1900-02-29", SUITOR_NO_DAY },
        { "2026-04-31", SUITOR_NO_DAY },
        { "2026-00-10", SUITOR_NO_DAY },
        { "2026-13-10", SUITOR_NO_DAY },
        { "2026-01-00", SUITOR_NO_DAY },
        { "2026-01-32", SUITOR_NO_DAY },
        { "0000-01-01", SUITOR_NO_DAY },
        { "2026-3-2", SUITOR_NO_DAY },
        { "2026/03/02", SUITOR_NO_DAY },
        { "2026-03-0", SUITOR_NO_DAY },
        { "2026-03-0x", SUITOR_NO_DAY },
        { " 026-03-02", SUITOR_NO_DAY },
        { "-026-03-02", SUITOR_NO_DAY },
        { "+202-03-02", SUITOR_NO_DAY },
        { "2O26-03-02", SUITOR_NO_DAY },
        { "", SUITOR_NO_DAY },
        { "today", SUITOR_NO_DAY },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        int32_t day = SUITOR_NO_DAY;
        bool read = suitor_day_parse(suitor_sv_of(rows[i].text), &day);
        check_row(i, rows[i].text, read == (rows[i].day != SUITOR_NO_DAY));
        check_row(i, rows[i].text, day == rows[i].day); /* untouched when there is none */
    }
    int32_t day;
    assert_false(suitor_day_parse(suitor_sv_make(NULL, 0), &day));
    assert_false(suitor_day_parse(suitor_sv_make("2026-03-02", 9), &day));
}

static void refuses_dates_out_of_range(void **state)
{
    static const int rows[][3] = { { 0, 1, 1 },          { 10000, 1, 1 },     { -1, 1, 1 },
                                   { 2026, 0, 1 },       { 2026, 13, 1 },     { 2026, 1, -1 },
                                   { 2026, INT_MAX, 1 }, { INT_MAX, 1, 1 },   { 2026, 1, INT_MAX },
                                   { INT_MIN, 1, 1 },    { 2026, INT_MIN, 1 } };
    int32_t day = 42;

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, "a date", !suitor_day_of(rows[i][0], rows[i][1], rows[i][2], &day));
    assert_int_equal(day, 42);
}

static void writes_nothing_for_days_that_have_no_such_form(void **state)
{
    static const struct {
        int32_t day;
        const char *expected;
    } rows[] = { { SUITOR_NO_DAY, "" },     { SUITOR_NO_DAY + 1, "" }, { INT32_MAX, "" },
                 { -719162, "0001-01-01" }, { -719163, "" },           { -719528, "" },
                 { 2932896, "9999-12-31" }, { 2932897, "" },           { 0, "1970-01-01" } };
    char text[SUITOR_DATE_SIZE];

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].expected,
                  strcmp(suitor_day_format(rows[i].day, text), rows[i].expected) == 0);
}

static void knows_today(void **state)
{
    int32_t before = (int32_t)(time(NULL) / 86400), today = suitor_day_today();

    (void)state;
    assert_in_range(today, before, before + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_gmtime),
        cmocka_unit_test(counts_every_day_of_the_calendar),
        cmocka_unit_test(reads_the_start_of_a_text),
        cmocka_unit_test(refuses_dates_out_of_range),
        cmocka_unit_test(writes_nothing_for_days_that_have_no_such_form),
        cmocka_unit_test(knows_today),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
