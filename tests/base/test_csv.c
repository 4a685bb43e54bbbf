/* Tables of other people: CSV and TSV told apart, quoted fields, wrong rows refused. */
#include "csv.h"

#include <stdlib.h>

#include "buf.h"
#include "dice.h"
#include "scarce_memory.h"
#include "table.h"

/* The header and rows of a table as "a|b;c|d;", then the message that ended it, if any. */
static char *shown(suitor_sv bytes, suitor_status *st)
{
    csv t;
    arena memory = { 0 };
    suitor_error err = { 0 };
    suitor_sv fields[CSV_MAX_FIELDS];
    bool more = true;
    buf out = { 0 };

    buf_add(&out, "");
    *st = csv_begin(&t, "t.csv", bytes, &memory, &err);
    memcpy(fields, t.header, sizeof fields);
    while (*st == SUITOR_OK && more) {
        for (unsigned i = 0; i < t.n_fields; i++) {
            buf_add(&out, i ? "|" : "");
            buf_append(&out, fields[i]);
        }
        buf_char(&out, ';');
        *st = csv_next(&t, fields, &more, &err);
    }
    buf_add(&out, *st == SUITOR_OK ? "" : err.message);
    arena_free(&memory);
    return out.ptr;
}

static void reads_rows(void **state)
{
    static const struct {
        const char *bytes, *expected;
    } rows[] = {
        { "name,city\n", "name|city;" },
        { "name,city", "name|city;" },
        { "\xEF\xBB\xBFname,city\nInter,Milan\n", "name|city;Inter|Milan;" },
        { "name,city\nInter,Milan", "name|city;Inter|Milan;" },
        { "name,city\r\nInter,Milan\r\n\r\nA,\r\n", "name|city;Inter|Milan;A|;" },
        { "name\nInter\n\nMilan\n", "name;Inter;Milan;" },
        { "name,city\n,\n\n\"\",B\n", "name|city;|;|B;" },
        { "name,city\n\"Inter, Milan\",\"Via \"\"X\"\"\"\nA,B\n",
          "name|city;Inter, Milan|Via \"X\";A|B;" },
        { "\"name\",\"city\"\r\n\"two\nlines\",\"B\"\r\n", "name|city;two\nlines|B;" },
        { "name,city\nIn\"ter,5\" tall\n", "name|city;In\"ter|5\" tall;" },
        { "name,city\n#1,tab\there\n", "name|city;#1|tab\there;" },
        { "# why\n\nname\tcity\n#Inter\tMilan\nA, \"B\"\tC\n", "name|city;A, \"B\"|C;" },
        { "name\tcity\r\nInter\t\r\n", "name|city;Inter|;" },
        { "", "t.csv: is empty; expected a header line" },
        { "# only this\n", "t.csv: is empty; expected a header line" },
        { "name,city\nA\n", "name|city;t.csv:2: 1 fields, expected 2 as in the header" },
        { "a,b\n\"x\ny\",2\n1,2,3\n", "a|b;x\ny|2;t.csv:4: 3 fields, expected 2 as in the header" },
        { "a\nb\n\"c\nd\n", "a;b;t.csv:3: a field without its closing quotation mark" },
        { "a\n\"b\"c\n", "a;t.csv:2: expected a comma behind the closing quotation mark" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_status st;
        char *got = shown(suitor_sv_of(rows[i].bytes), &st);
        if (strcmp(got, rows[i].expected) != 0)
            print_error("row %zu: %s\n", i, rows[i].bytes);
        assert_string_equal(got, rows[i].expected);
        assert_true(st == SUITOR_OK || st == SUITOR_ERR_PARSE);
        free(got);
    }
}

static void finds_columns_by_name(void **state)
{
    csv t;
    arena memory = { 0 };

    (void)state;
    assert_int_equal(csv_begin(&t, "t", suitor_sv_of("id,name,the city,name\n"), &memory, NULL),
                     SUITOR_OK);
    assert_int_equal(csv_column(&t, "id"), 0);
    assert_int_equal(csv_column(&t, "name"), 1);
    assert_int_equal(csv_column(&t, "the city"), 2);
    assert_int_equal(csv_column(&t, "country"), CSV_NO_COLUMN);
}

/* A NUL is a byte like others, and no comma. */
static void takes_no_nul_for_a_comma(void **state)
{
    static const char bytes[] = "a\n\"b\"\0c\n";
    suitor_sv fields[CSV_MAX_FIELDS];
    arena memory = { 0 };
    bool more;
    csv t;

    (void)state;
    assert_int_equal(csv_begin(&t, "t", suitor_sv_make(bytes, sizeof bytes - 1), &memory, NULL),
                     SUITOR_OK);
    assert_int_equal(csv_next(&t, fields, &more, NULL), SUITOR_ERR_PARSE);
}

static void knows_its_limits(void **state)
{
    char wide[CSV_MAX_FIELDS + 2];
    suitor_status st;
    char *got;

    (void)state;
    memset(wide, ',', sizeof wide);
    wide[sizeof wide - 1] = '\0';
    got = shown(suitor_sv_of(wide), &st);
    assert_int_equal(st, SUITOR_ERR_LIMIT);
    assert_string_equal(got, "t.csv:1: more than 128 columns");
    free(got);

    csv t;
    arena memory = { 0 };
    suitor_sv fields[CSV_MAX_FIELDS];
    bool more;
    assert_int_equal(csv_begin(&t, "t", suitor_sv_of("a\n\"b\"\"\"\n"), &memory, NULL), SUITOR_OK);
    memory_allow(0);
    st = csv_next(&t, fields, &more, NULL);
    memory_plenty();
    assert_int_equal(st, SUITOR_ERR_NOMEM);
    arena_free(&memory);
}

/* Whatever the bytes are, reading ends, and stays inside them. */
static void survives_any_bytes(void **state)
{
    static const char some[] = "\"\",\n\r\t#ab";
    uint64_t dice = 31;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char *bytes = malloc(40);
        size_t len = dice_roll(&dice, 40);
        suitor_status st;
        for (size_t i = 0; i < len; i++)
            bytes[i] = some[dice_roll(&dice, sizeof some - 1)];
        bytes = realloc(bytes, len + 1); /* so that a sanitizer sees what lies behind */
        free(shown(suitor_sv_make(bytes, len), &st));
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows),
        cmocka_unit_test(finds_columns_by_name),
        cmocka_unit_test(takes_no_nul_for_a_comma),
        cmocka_unit_test(knows_its_limits),
        cmocka_unit_test(survives_any_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
