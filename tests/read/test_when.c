/* Dates in every form that articles and file names use. */
#include "suitor/date.h"
#include "table.h"
#include "when.h"

typedef struct {
    const char *text, *expected; /* expected "" where no date is to be found */
} row;

static void check(const row *rows, size_t n, bool (*read)(suitor_sv, int32_t *))
{
    for (size_t i = 0; i < n; i++) {
        char day[SUITOR_DATE_SIZE];
        int32_t got = SUITOR_NO_DAY;
        bool found = read(suitor_sv_of(rows[i].text), &got);

        suitor_day_format(got, day);
        check_row(i, rows[i].text, found == (rows[i].expected[0] != '\0'));
        check_row(i, rows[i].text, strcmp(day, rows[i].expected) == 0);
    }
}

static void reads_every_form(void **state)
{
    static const row rows[] = {
        { "2026-03-02", "2026-03-02" },
        { " 2026-03-02T23:59:00-08:00 ", "2026-03-02" },
        { "2026/03/02", "2026-03-02" },
        { "2026.03.02 10:00", "2026-03-02" },
        { "20260302", "2026-03-02" },
        { "20260302T0930", "2026-03-02" },
        { "Mon, 02 Mar 2026 09:30:00 GMT", "2026-03-02" },
        { "Mon, 2 Mar 2026 09:30:00 +0530", "2026-03-02" },
        { "Mon Mar 02 09:30:00 +0000 2026", "2026-03-02" },
        { "2 March 2026", "2026-03-02" },
        { "2nd march 2026", "2026-03-02" },
        { "Monday 2 March 2026, 9:30pm", "2026-03-02" },
        { "March 2, 2026", "2026-03-02" },
        { "MARCH 22ND, 2026", "2026-03-22" },
        { "9.30pm, 3rd Sept. 2025", "2025-09-03" },
        { "02-Mar-2026", "2026-03-02" },
        { "May 1 2026", "2026-05-01" },
        { "29 February 2024", "2024-02-29" },
        { "1772438400", "2026-03-02" },
        { "1772438400.25", "2026-03-02" },
        { "1772438400000", "2026-03-02" },
        { "", "" },
        { "yesterday", "" },
        { "2026", "" },
        { "2026-13-02", "" },
        { "2026-02-30", "" },
        { "2026-03-021", "" },
        { "2026-03/02", "" },
        { "29 February 2025", "" },
        { "March 2026", "" },
        { "2 March", "" },
        { "2 Marchand 2026", "" },
        { "2 Ma 2026", "" },
        { "0 March 2026", "" },
        { "2xx March 2026", "" },
        { "2 March 0026", "" },
        { "18 million in May", "" },
        { "17724384001", "" },
        { "99999999", "" },
    };

    (void)state;
    check(rows, N_ROWS(rows), when_read);
}

static void finds_dates_in_names(void **state)
{
    static const row rows[] = {
        { "2026-03-02-liverpool.txt", "2026-03-02" },
        { "20260302.html", "2026-03-02" },
        { "bastoni_2026_03_02", "2026-03-02" },
        { "sport-20260302-17.json", "2026-03-02" },
        { "a12026-03-02", "" }, /* the digits belong to a longer number */
        { "2026-03-021", "" },
        { "4711081512", "" },
        { "00000302", "" },
        { "liverpool", "" },
        { "", "" },
    };

    (void)state;
    check(rows, N_ROWS(rows), when_in_name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form),
        cmocka_unit_test(finds_dates_in_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
