/* Reading JSON piece by piece: values, mistakes and where they are. */
#include "json_scan.h"
#include "table.h"

/* Whether `text` is one JSON value to its end; the scanner is left as it stood. */
static bool is_value(const char *text, arena *memory, json_scan *s)
{
    *s = json_scan_begin(suitor_sv_of(text), memory);
    return json_scan_skip(s) && json_scan_kind(s) == '\0' && !s->problem;
}

static void knows_json(void **state)
{
    static const char *const good[] = {
        "{}",
        "[]",
        " [ ] ",
        "null",
        "true",
        "false",
        "0",
        "-0",
        "12",
        "-1.5e+10",
        "1E2",
        "\"\"",
        "\"a\\\"b\\\\\"",
        "[1,2,[3]]",
        "{\"a\":{\"b\":[]},\"c\":null}",
        "\"tab\tand\nbreak\"",
    };
    static const struct {
        const char *text, *problem;
        size_t at;
    } bad[] = {
        { "", "expected a value", 0 },
        { "x", "expected a value", 0 },
        { "nul", "expected a value", 0 },
        { "[1,]", "expected a value", 3 },
        { "[1 2]", "expected ',' or ']'", 3 },
        { "[1", "expected ',' or ']'", 2 },
        { "[", "expected a value", 1 },
        { "{\"a\":1,}", "expected a key in quotes", 7 },
        { "{a:1}", "expected a key in quotes", 1 },
        { "{\"a\" 1}", "expected ':'", 5 },
        { "{\"a\":}", "expected a value", 5 },
        { "{\"a\":1]", "expected ',' or '}'", 6 },
        { "\"abc", "a string without its closing quote", 0 },
        { "\"abc\\", "a string without its closing quote", 0 },
        { "\"abc\\\"", "a string without its closing quote", 0 },
        { "01", "expected a number", 0 },
        { "-", "expected a number", 0 },
        { "1.", "expected a digit after the point of a number", 0 },
        { "1e+", "expected a digit in the exponent of a number", 0 },
    };
    arena memory = { 0 };
    json_scan s;

    (void)state;
    for (size_t i = 0; i < N_ROWS(good); i++)
        check_row(i, good[i], is_value(good[i], &memory, &s));
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        check_row(i, bad[i].text, !is_value(bad[i].text, &memory, &s) && s.problem);
        check_row(i, s.problem, strcmp(s.problem, bad[i].problem) == 0);
        check_row(i, bad[i].text, (size_t)(s.at - bad[i].text) == bad[i].at);
    }
    arena_free(&memory);
}

static void limits_depth(void **state)
{
    char text[2 * 129 + 1] = { 0 };
    arena memory = { 0 };
    json_scan s;

    (void)state;
    memset(text, '[', 128);
    memset(text + 128, ']', 128);
    assert_true(is_value(text, &memory, &s));
    memset(text, '[', 129);
    memset(text + 129, ']', 129);
    assert_false(is_value(text, &memory, &s));
    assert_string_equal(s.problem, "nested deeper than 128 levels");
    arena_free(&memory);
}

static void decodes_strings(void **state)
{
    static const struct {
        const char *json, *expected; /* NULL where it is refused */
    } rows[] = {
        { "\"\"", "" },
        { "\"plain\"", "plain" },
        { "\"a\\n\\t\\\"\\\\\\/\\b\\f\\rz\"", "a\n\t\"\\/\b\f\rz" },
        { "\"\\u0041\\u00e9\\u20AC\"", "A\xC3\xA9\xE2\x82\xAC" },
        { "\"\\ud83d\\udea8!\"", "\xF0\x9F\x9A\xA8!" },
        { "\"\\ud83d!\"", "\xEF\xBF\xBD!" },
        { "\"\\ud83d\\u0041\"", "\xEF\xBF\xBD"
                                "A" },
        { "\"\\udea8\"", "\xEF\xBF\xBD" },
        { "\"ends \\\\\"", "ends \\" },
        { "\"\\x\"", NULL },
        { "\"\\u00\"", NULL },
        { "\"\\u00g0\"", NULL },
        { "\"\\u0000\"", NULL },
    };
    arena memory = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        json_scan s = json_scan_begin(suitor_sv_of(rows[i].json), &memory);
        suitor_sv got = { 0 };
        bool ok = json_scan_string(&s, &got);

        check_row(i, rows[i].json, ok == (rows[i].expected != NULL));
        check_row(i, rows[i].json, !ok || suitor_sv_equal(got, suitor_sv_of(rows[i].expected)));
        check_row(i, rows[i].json, !ok || s.at == s.end);
    }
    arena_free(&memory);
}

static void keeps_plain_strings_in_place(void **state)
{
    static const char text[] = "\"Bastoni\"";
    json_scan s = json_scan_begin(suitor_sv_of(text), NULL);
    suitor_sv got;

    (void)state;
    assert_true(json_scan_string(&s, &got));
    assert_ptr_equal(got.ptr, text + 1);
}

static void finds_names(void **state)
{
    static const struct {
        const char *json, *expected; /* "" where there is none */
    } rows[] = {
        { "\"BBC\"", "BBC" },
        { "{\"id\": null, \"name\": \"BBC\", \"url\": [1]}", "BBC" },
        { "[{\"name\": \"A\"}, {\"name\": \"B\"}]", "A" },
        { "[null, \"B\"]", "B" },
        { "{\"name\": {\"name\": \"x\"}}", "" },
        { "null", "" },
        { "7", "" },
        { "[]", "" },
    };
    arena memory = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        json_scan s = json_scan_begin(suitor_sv_of(rows[i].json), &memory);
        suitor_sv got = { 0 };
        bool found = json_scan_name(&s, &got);

        check_row(i, rows[i].json, found == (rows[i].expected[0] != '\0'));
        check_row(i, rows[i].json, !found || suitor_sv_equal(got, suitor_sv_of(rows[i].expected)));
        check_row(i, rows[i].json, s.at == s.end && !s.problem);
    }
    arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_json),      cmocka_unit_test(limits_depth),
        cmocka_unit_test(decodes_strings), cmocka_unit_test(keeps_plain_strings_in_place),
        cmocka_unit_test(finds_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
