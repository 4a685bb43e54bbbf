/* Tables of tab-separated values: rows and lists as written, wrong ones refused by line. */
#include "tsv.h"

#include <stdlib.h>

#include "buf.h"
#include "dice.h"
#include "fail.h"
#include "table.h"
#include "written.h"

/* The rows of a table as "a|b;c|d;", then the message that ended it, if any. */
static char *shown(suitor_sv bytes, const char *header)
{
    tsv t;
    suitor_error err = { 0 };
    suitor_sv fields[TSV_MAX_FIELDS];
    bool more = true;
    buf out = { 0 };
    suitor_status st = tsv_begin(&t, "t.tsv", bytes, header, &err);

    buf_add(&out, "");
    while (st == SUITOR_OK) {
        st = tsv_next(&t, fields, &more, &err);
        if (st != SUITOR_OK || !more)
            break;
        for (unsigned i = 0; i < t.n_fields; i++) {
            buf_add(&out, i ? "|" : "");
            buf_append(&out, fields[i]);
        }
        buf_char(&out, ';');
    }
    if (st != SUITOR_OK)
        assert_int_equal(st, SUITOR_ERR_PARSE);
    buf_add(&out, st == SUITOR_OK ? "" : err.message);
    return out.ptr;
}

static void reads_rows(void **state)
{
    static const struct {
        const char *bytes, *expected;
    } rows[] = {
        { "name\tcity\n", "" },
        { "name\tcity", "" },
        { "name\tcity\nInter\tMilan\n", "Inter|Milan;" },
        { "name\tcity\nInter\tMilan", "Inter|Milan;" },
        { "name\tcity\r\nInter\tMilan\r\n", "Inter|Milan;" },
        { "# why\n\n# more\nname\tcity\n\n#Inter\tMilan\nA\tB\n\n", "A|B;" },
        { "name\tcity\nInter\t\n", "Inter|;" },
        { "name\tcity\n Inter \tthe #1\n", " Inter |the #1;" },
        { "name\tcity\nA\tB\nC\tD\n", "A|B;C|D;" },
        { "name\tcity\nA\n", "t.tsv:2: 1 fields, expected 2 separated by tabs" },
        { "name\tcity\nA\tB\nA B\n", "A|B;t.tsv:3: 1 fields, expected 2 separated by tabs" },
        { "name\tcity\nA\tB\tC\n", "t.tsv:2: 3 fields, expected 2 separated by tabs" },
        { "name\tcity\n\n#\n\tMilan\n", "t.tsv:4: the first field is empty" },
        { "name\tcity\nA\tB\rC\n", "A|B\rC;" },
        { "", "t.tsv:0: expected the header line \"name city\" (tab-separated)" },
        { "# only this\n", "t.tsv:1: expected the header line \"name city\" (tab-separated)" },
        { "name city\n", "t.tsv:1: expected the header line \"name city\" (tab-separated)" },
        { "name\tcit\n", "t.tsv:1: expected the header line \"name city\" (tab-separated)" },
        { "name\tcity\tx\n", "t.tsv:1: expected the header line \"name city\" (tab-separated)" },
        { "city\tname\n", "t.tsv:1: expected the header line \"name city\" (tab-separated)" },
        { "#\nInter\tMilan\n", "t.tsv:2: expected the header line \"name city\" (tab-separated)" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char *got = shown(suitor_sv_of(rows[i].bytes), "name city");
        if (strcmp(got, rows[i].expected) != 0)
            print_error("row %zu: %s\n", i, rows[i].bytes);
        assert_string_equal(got, rows[i].expected);
        free(got);
    }
}

static void keeps_zero_bytes_and_one_column(void **state)
{
    char *got;

    (void)state;
    got = shown(suitor_sv_make("name\nInter\nMilan", 16), "name");
    assert_string_equal(got, "Inter;Milan;");
    free(got);
    got = shown(suitor_sv_make("na\0e\nInter\n", 11), "name");
    assert_string_equal(got, "t.tsv:1: expected the header line \"name\" (tab-separated)");
    free(got);
    got = shown(suitor_sv_make(NULL, 0), "name");
    assert_non_null(strstr(got, "expected the header line"));
    free(got);
}

static void counts_more_fields_than_fit(void **state)
{
    char line[200] = "name\tcity\n";
    char *got;

    (void)state;
    for (int i = 0; i < TSV_MAX_FIELDS + 4; i++)
        strcat(line, "x\t");
    got = shown(suitor_sv_of(line), "name city");
    assert_string_equal(got, "t.tsv:2: 25 fields, expected 2 separated by tabs");
    free(got);
}

static void cuts_lists(void **state)
{
    static const struct {
        const char *list, *expected; /* parts in brackets */
    } rows[] = {
        { "", "" },
        { "a", "[a]" },
        { "a|b", "[a][b]" },
        { "a|", "[a]" },
        { "|a", "[][a]" },
        { "a||b", "[a][][b]" },
        { "|", "[]" },
        { "a b|c", "[a b][c]" },
        { "Inter|FC Inter|Nerazzurri", "[Inter][FC Inter][Nerazzurri]" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_sv list = suitor_sv_of(rows[i].list), part;
        buf got = { 0 };
        buf_add(&got, "");
        while (tsv_list_next(&list, &part)) {
            buf_char(&got, '[');
            buf_append(&got, part);
            buf_char(&got, ']');
        }
        if (strcmp(got.ptr, rows[i].expected) != 0)
            print_error("row %zu: %s\n", i, rows[i].list);
        assert_string_equal(got.ptr, rows[i].expected);
        buf_free(&got);
    }
    suitor_sv none = { NULL, 0 }, part;
    assert_false(tsv_list_next(&none, &part));
}

/* Any bytes: every field inside them, and as many as the header says. */
static void stands_any_bytes(void **state)
{
    static const char letters[] = "ab\t\t\n\n\r#|\0 ";
    uint64_t dice = 23;

    (void)state;
    for (size_t round = 0; round < 20000; round++) {
        size_t len = dice_roll(&dice, 60);
        char *text = malloc(len + 4);
        tsv t;
        suitor_sv fields[TSV_MAX_FIELDS];
        bool more = true;
        assert_non_null(text);
        memcpy(text, "a\tb\n", 4);
        for (size_t i = 0; i < len; i++)
            text[4 + i] = letters[dice_roll(&dice, sizeof letters - 1)];
        assert_int_equal(tsv_begin(&t, "x", suitor_sv_make(text, len + 4), "a b", NULL), SUITOR_OK);
        while (more && tsv_next(&t, fields, &more, NULL) == SUITOR_OK && more)
            for (int i = 0; i < 2; i++) {
                check_row(round, "outside",
                          fields[i].ptr >= text && fields[i].ptr + fields[i].len <= text + len + 4);
                check_row(round, "uncut",
                          !memchr(fields[i].ptr, '\t', fields[i].len) &&
                              !memchr(fields[i].ptr, '\n', fields[i].len));
            }
        free(text);
    }
}

/* Stops at "stop". */
static suitor_status note_row(void *user, const tsv *t, const suitor_sv *fields, suitor_error *err)
{
    char *told = user;
    size_t at = strlen(told);

    if (suitor_sv_equal(fields[0], suitor_sv_of("stop")))
        return (fail)(err, SUITOR_ERR_INVALID, "line %u", t->line); /* not the macro of cmocka */
    snprintf(told + at, 100 - at, "%.*s=%.*s;", SUITOR_SV_ARG(fields[0]), SUITOR_SV_ARG(fields[1]));
    return SUITOR_OK;
}

static void reads_files_and_folders(void **state)
{
    char dir[] = "/tmp/suitor-tables-XXXXXX", path[64], told[100] = "";
    suitor_error err = { 0 };

    (void)state;
    make_folder(dir);
    assert_int_equal(tsv_each_in(dir, "a b", note_row, told, &err), SUITOR_OK);
    assert_string_equal(told, "");
    write_file(dir, "two.tsv", "a\tb\n3\t4\n");
    write_file(dir, "one.tsv", "# first\na\tb\n1\t2\n");
    write_file(dir, ".hidden.tsv", "no table");
    write_file(dir, "notes.txt", "no table");
    assert_int_equal(tsv_each_in(dir, "a b", note_row, told, &err), SUITOR_OK);
    assert_string_equal(told, "1=2;3=4;");
    write_file(dir, "two.tsv", "a\tb\nstop\t4\n5\t6\n");
    assert_int_equal(tsv_each_in(dir, "a b", note_row, told, &err), SUITOR_ERR_INVALID);
    assert_string_equal(err.message, "line 2");
    snprintf(path, sizeof path, "%s/none.tsv", dir);
    assert_int_equal(tsv_each(path, "a b", note_row, told, &err), SUITOR_ERR_IO);
    for (const char *const *f =
             (const char *const[]){ "one.tsv", ".hidden.tsv", "notes.txt", "two.tsv", NULL };
         *f; f++)
        drop_folder(dir, *f);
    assert_int_equal(tsv_each_in(dir, "a b", note_row, told, &err), SUITOR_OK); /* is not there */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows),
        cmocka_unit_test(keeps_zero_bytes_and_one_column),
        cmocka_unit_test(counts_more_fields_than_fit),
        cmocka_unit_test(cuts_lists),
        cmocka_unit_test(stands_any_bytes),
        cmocka_unit_test(reads_files_and_folders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
