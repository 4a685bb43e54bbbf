/* When clubs may register players, by tests/support/model: Arrow is of ENG1, Bridge of ENG2,
 * Castle of ESP1, which has no lines, Dock of MEX1; nobody knows Elm. */
#include "calendar.h"
#include "suitor/date.h"
#include "suitor/extractor.h"
#include "written.h"

#define HEADER "country\twindow\tyear\topens\tcloses\n"

static const struct {
    const char *club, *day, *opens, *closes;
} cases[] = {
    { "Arrow", "2025-03-02", "2025-06-15", "2025-09-01" }, /* the usual days */
    { "Arrow", "2026-03-02", "2026-06-16", "2026-08-31" }, /* a year with its own */
    { "Bridge", "2026-06-16", "2026-06-16", "2026-08-31" },
    { "Arrow", "2026-08-31", "2026-06-16", "2026-08-31" },
    { "Arrow", "2026-09-01", "2027-01-01", "2027-02-02" }, /* the year after */
    { "Arrow", "2027-01-20", "2027-01-01", "2027-02-02" },
    { "Castle", "2026-03-02", "2026-07-01", "2026-09-01" },
    { "Elm", "2026-09-02", "2027-01-01", "2027-02-01" },
    { "Dock", "2026-10-01", "2026-12-15", "2027-02-08" }, /* over the new year */
    { "Dock", "2027-01-01", "2026-12-15", "2027-02-08" },
    { "Dock", "2027-02-09", "2027-07-01", "2027-09-12" },
};

static int32_t day_of(const char *date)
{
    int32_t day = SUITOR_NO_DAY;

    assert_true(suitor_day_parse(suitor_sv_of(date), &day));
    return day;
}

static void the_next_period_is_found(void **state)
{
    calendar c = { 0 };

    (void)state;
    assert_int_equal(calendar_load(SUITOR_TESTS_DIR "/support/model", &c, NULL), SUITOR_OK);
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        int32_t opens, closes;
        calendar_next(&c, suitor_sv_of(cases[i].club), day_of(cases[i].day), &opens, &closes);
        check_row(i, "opens", opens == day_of(cases[i].opens));
        check_row(i, "closes", closes == day_of(cases[i].closes));
    }
    calendar_free(&c);
}

/* Each country of data/windows.tsv has, on every day, a period that ends within a year. */
static void the_calendar_of_data_is_sound(void **state)
{
    static const char *const clubs[] = { "Liverpool", "Inter Milan", "Flamengo",  "Inter Miami",
                                         "Al Hilal",  "Celtic",      "Rosenborg", "Nowhere" };
    calendar c = { 0 };
    suitor_error err;

    (void)state;
    if (calendar_load(suitor_data_dir(), &c, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    for (size_t i = 0; i < N_ROWS(clubs); i++)
        for (int32_t day = day_of("2024-01-01"); day < day_of("2028-01-01"); day++) {
            int32_t opens, closes;
            calendar_next(&c, suitor_sv_of(clubs[i]), day, &opens, &closes);
            check_row(i, clubs[i], opens <= closes && closes >= day && opens - day < 250);
        }
    calendar_free(&c);
}

static const struct {
    const char *text, *message;
} broken[] = {
    { "country\n", "windows.tsv:1: expected the header line \"country window year opens closes\" "
                   "(tab-separated)" },
    { HEADER "*\tsummer\t*\t07-01\t09-31\n",
      "windows.tsv:2: \"07-01\" to \"09-31\" are no days (MM-DD)" },
    { HEADER "*\tsummer\t*\t02-29\t09-30\n",
      "windows.tsv:2: \"02-29\" to \"09-30\" are no days (MM-DD)" },
    { HEADER "*\tsummer\t*\t7-1\t09-30\n",
      "windows.tsv:2: \"7-1\" to \"09-30\" are no days (MM-DD)" },
    { HEADER "*\tsummer\t26\t07-01\t09-30\n", "windows.tsv:2: \"26\" is no year, nor *" },
    { HEADER "*\tsummer\tyear\t07-01\t09-30\n", "windows.tsv:2: \"year\" is no year, nor *" },
    { HEADER "ENG\tsummer\t*\t07-01\t09-30\n",
      "windows.tsv: the first line is not for all countries (*)" },
    { HEADER, "windows.tsv: the first line is not for all countries (*)" },
    { HEADER "*\tsummer\t*\t07-01\t09-30\nENG\tsummer\t2026\t07-01\t09-30\n",
      "windows.tsv: ENG has no line for every year (*)" },
    { HEADER "*\tsummer\t2026\t07-01\t09-30\n", "windows.tsv: * has no line for every year (*)" },
};

static void a_broken_calendar_is_refused(void **state)
{
    char dir[] = "/tmp/suitor-calendar-XXXXXX";

    (void)state;
    make_folder(dir);
    for (size_t i = 0; i < N_ROWS(broken); i++) {
        suitor_error err = { 0 };
        calendar c = { 0 };
        write_file(dir, "windows.tsv", broken[i].text);
        check_row(i, broken[i].message, calendar_load(dir, &c, &err) == SUITOR_ERR_PARSE);
        check_row(i, err.message, ends_in(err.message, broken[i].message));
        calendar_free(&c);
    }
    drop_folder(dir, "windows.tsv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_period_is_found),
        cmocka_unit_test(the_calendar_of_data_is_sound),
        cmocka_unit_test(a_broken_calendar_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
