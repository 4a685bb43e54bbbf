#include "colours.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "table.h"

static void test_shipped(void **state)
{
    colour_table table;
    club_colours c;
    suitor_error err;

    (void)state;
    assert_int_equal(colours_load(NULL, &table, &err), SUITOR_OK);
    assert_true(table.count > 100);
    assert_true(colours_find(&table, suitor_sv_of("Arsenal"), &c));
    assert_string_equal(c.fill, "#ef0107");
    assert_string_equal(c.rim, "#ffffff");
    assert_false(colours_find(&table, suitor_sv_of("No Such Club"), &c));
    colours_clear(&table);
}

static void test_no_folder(void **state)
{
    colour_table table;
    club_colours c;

    (void)state;
    assert_int_equal(colours_load("/nowhere", &table, NULL), SUITOR_OK);
    assert_int_equal(table.count, 0);
    assert_false(colours_find(&table, suitor_sv_of("Arsenal"), &c));
    colours_clear(&table);
}

/* A data folder with one table of clubs; the path of the table in `file`. */
static void make_folder(char *dir, char *file, size_t size, const char *text)
{
    assert_non_null(mkdtemp(dir));
    snprintf(file, size, "%s/gazetteer", dir);
    assert_int_equal(mkdir(file, 0700), 0);
    snprintf(file, size, "%s/gazetteer/clubs", dir);
    assert_int_equal(mkdir(file, 0700), 0);
    snprintf(file, size, "%s/gazetteer/clubs/here.tsv", dir);
    FILE *out = fopen(file, "wb");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

static void remove_folder(const char *dir, const char *file)
{
    char path[256];

    unlink(file);
    snprintf(path, sizeof path, "%s/gazetteer/clubs", dir);
    rmdir(path);
    snprintf(path, sizeof path, "%s/gazetteer", dir);
    rmdir(path);
    rmdir(dir);
}

#define HEADER "name\tleague\tcity\tstadiums\taliases\tnicknames\ttags\tcolours\n"

static void test_tables(void **state)
{
    static const struct {
        const char *text;
        suitor_status status;
        const char *fill, *rim; /* of club A; NULL where it has none */
    } rows[] = {
        { HEADER "A\t\t\t\t\t\t\t#123456|#abcdef\n", SUITOR_OK, "#123456", "#abcdef" },
        { HEADER "A\t\t\t\t\t\t\t#123456\n", SUITOR_OK, "#123456", "#123456" },
        { HEADER "A\t\t\t\t\t\t\t#123456|red\n", SUITOR_OK, "#123456", "#123456" },
        { HEADER "A\t\t\t\t\t\t\tred\n", SUITOR_OK, NULL, NULL },
        { HEADER "A\t\t\t\t\t\t\t\n", SUITOR_OK, NULL, NULL },
        { HEADER "A\t\t\t\t\t\t\t#111111\nA\t\t\t\t\t\t\t#222222\n", SUITOR_OK, "#111111",
          "#111111" },
        { "name\tcolours\nA\t#123456\n", SUITOR_ERR_PARSE, NULL, NULL },
        { HEADER "A\t#123456\n", SUITOR_ERR_PARSE, NULL, NULL },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char dir[] = "/tmp/suitor-colours-XXXXXX", file[256];
        colour_table table;
        club_colours c;
        suitor_error err = { 0 };
        make_folder(dir, file, sizeof file, rows[i].text);
        suitor_status st = colours_load(dir, &table, &err);
        check_row(i, rows[i].text, st == rows[i].status);
        check_row(i, err.message, rows[i].status == SUITOR_OK || strstr(err.message, "here.tsv"));
        bool found = colours_find(&table, suitor_sv_of("A"), &c);
        check_row(i, rows[i].text, found == (rows[i].fill != NULL));
        check_row(i, rows[i].text,
                  !found || (strcmp(c.fill, rows[i].fill) == 0 && strcmp(c.rim, rows[i].rim) == 0));
        colours_clear(&table);
        remove_folder(dir, file);
    }
}

static void test_dark(void **state)
{
    static const struct {
        const char *colour;
        bool dark;
    } rows[] = {
        { "#000000", true },  { "#ffffff", false }, { "#c8102e", true }, { "#fdb913", false },
        { "#6cabdd", false }, { "#034694", true },  { "#EF0107", true },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].colour, colour_is_dark(rows[i].colour) == rows[i].dark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped),
        cmocka_unit_test(test_no_folder),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_dark),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
