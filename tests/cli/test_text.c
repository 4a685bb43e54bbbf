/* Text for the terminal: cleaning, widths, cutting, wrapping, tables, guesses.
 * Standard output of a test is no terminal, so widths are those of 80 columns. */
#include <stdlib.h>

#include "memory.h"
#include "say.h"
#include "support/table.h"
#include "table.h"

static void test_clean(void **state)
{
    static const struct {
        const char *text, *expected;
    } rows[] = {
        { "Mbappé", "Mbappé" },
        { "", "" },
        { "a\tb\nc\r", "a b c " },
        { "\033[31mred\033[0m", "[31mred[0m" },
        { "bell\a\b\x7f", "bell" },
        { "\xC2\x9B"
          "31m",
          "31m" }, /* CSI as one C1 character */
        { "\xE2\x80\xAE"
          "lre",
          "lre" },                            /* right-to-left override */
        { "\xE2\x81\xA6x\xE2\x81\xA9", "x" }, /* isolates */
        { "\xEF\xBB\xBF"
          "x",
          "x" }, /* byte order mark */
        { "bro\xFFken \xC3", "broken " },
        { MARK_BEGIN "m" MARK_END MARK_JOIN, "m" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char *clean = terminal_clean(suitor_sv_of(rows[i].text));
        check_row(i, clean, strcmp(clean, rows[i].expected) == 0);
        free(clean);
    }
}

static void test_width(void **state)
{
    static const struct {
        const char *text;
        int columns;
        int room;
        size_t fit;
    } rows[] = {
        { "abc", 3, 2, 2 },
        { "", 0, 5, 0 },
        { "é", 1, 1, 2 },
        { "e\xCC\x81x", 2, 1, 3 },               /* an accent of its own takes no column */
        { "\xE6\x9D\x8E\xE6\x98\x8E", 4, 3, 3 }, /* two wide characters */
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        check_row(i, rows[i].text, terminal_columns(rows[i].text) == rows[i].columns);
        check_row(i, rows[i].text, terminal_fit(rows[i].text, rows[i].room) == rows[i].fit);
    }
}

/* What `print` writes to a file; release with free(). */
static char *written(void (*print)(FILE *out))
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    assert_non_null(out);
    print(out);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void wrap(FILE *out)
{
    terminal_wrap(out, 4,
                  "  Liverpool are said " MARK_BEGIN "to be keen" MARK_END
                  " on him and to have asked his agent for a meeting in " MARK_END
                  "the first" MARK_JOIN "week of March.");
}

static void test_wrap(void **state)
{
    char *text = written(wrap);

    (void)state;
    assert_string_equal(
        text, "    Liverpool are said »to be keen« on him and to have asked his agent for a\n"
              "    meeting in «the first week of March.\n");
    free(text);
}

static const table_column columns[] = {
    { "Club", COLUMN_NAME },
    { "Weight", COLUMN_RIGHT },
    { "Stage", COLUMN_LEFT },
};

static void print_table(FILE *out)
{
    table *t = table_new(columns, N_ROWS(columns));

    table_name(t, suitor_sv_of("Saint-\xC3\x89tienne"));
    table_cell(t, "%.1f", 10.5);
    table_cell(t, "keen");
    table_lead(t);
    table_note(t, memory_format("A " MARK_BEGIN "note" MARK_END "."));
    table_name(t, suitor_sv_of("Wolverhampton Wanderers Association Football Club of Eighteen "
                               "Seventy-Seven"));
    table_cell(t, "%.1f", 0.5);
    table_cell(t, "%s", "");
    table_print(t, out);
    table_free(t);
}

static void test_table(void **state)
{
    char *text = written(print_table);

    (void)state;
    assert_string_equal(
        text, "  Club                                                             Weight  Stage\n"
              "* Saint-Étienne                                                      10.5  keen\n"
              "    A »note«.\n"
              "  Wolverhampton Wanderers Association Football Club of Eighteen S…    0.5\n");
    free(text);
}

static void test_closest(void **state)
{
    static const char *const words[] = { "ingest", "rivals", "export" };
    static const struct {
        const char *word, *expected;
    } rows[] = {
        { "rival", "rivals" },
        { "rvials", "rivals" },
        { "exprot", "export" },
        { "ingets", "ingest" },
        { "draw", "" },
        { "", "" },
        { "a word that is far too long to be one of ours", "" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const char *found = say_closest(rows[i].word, words, N_ROWS(words));
        check_row(i, rows[i].word, strcmp(found ? found : "", rows[i].expected) == 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean), cmocka_unit_test(test_width),   cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_table), cmocka_unit_test(test_closest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
