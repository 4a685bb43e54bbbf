/* Text for the terminal: cleaning, widths, cutting, wrapping, tables, guesses.
 * Standard output of a test is no terminal, so widths are those of 80 columns. */
#include <stdlib.h>

#include "memory.h"
#include "say.h"
#include "spark.h"
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

static void test_spark(void **state)
{
    static const double weights[] = { 0, 0.001, 0.1, 0.5, 0.51, 1, 0.99, 0, 0.4, 0 };
    static const struct {
        uint32_t n_days, columns;
        double top;
        bool utf8;
        const char *expected;
    } rows[] = {
        { 10, 20, 1, true, " ▁▁▄▅██ ▄ " },
        { 10, 20, 1, false, " ..=+@@ = " },
        { 10, 5, 1, true, "▁▄██▄" },
        { 10, 4, 1, true, "▁██ " },
        { 10, 10, 2, false, " ..:-== : " },
        { 3, 3, 0, true, "   " },
        { 0, 5, 1, true, "" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char *text =
            spark_text(weights, rows[i].n_days, rows[i].columns, rows[i].top, rows[i].utf8);
        check_row(i, text, strcmp(text, rows[i].expected) == 0);
        free(text);
    }
    assert_int_equal(spark_days(10, 20), 1);
    assert_int_equal(spark_days(10, 4), 3);
}

static void test_utf8(void **state)
{
    static const struct {
        const char *all, *ctype, *lang;
        bool expected;
    } rows[] = {
        { "", "", "", false },
        { "C.UTF-8", "", "", true },
        { "C", "en_GB.UTF-8", "en_GB.UTF-8", false },
        { "", "de_DE.utf8", "C", true },
        { "", "", "en_GB.UTF-8@euro", true },
        { "", "", "en_GB.ISO-8859-1", false },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        setenv("LC_ALL", rows[i].all, 1);
        setenv("LC_CTYPE", rows[i].ctype, 1);
        setenv("LANG", rows[i].lang, 1);
        check_row(i, rows[i].lang, terminal_has_utf8() == rows[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean), cmocka_unit_test(test_width),   cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_table), cmocka_unit_test(test_closest), cmocka_unit_test(test_spark),
        cmocka_unit_test(test_utf8),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
