/* Error messages: formatted, cut to fit, and harmless to print. */
#include "fail.h"

#include "table.h"
#include "utf8.h"

#undef fail /* cmocka has a macro of this name */

static void formats_and_returns_its_code(void **state)
{
    suitor_error err = { 0 };

    (void)state;
    assert_int_equal(fail(&err, SUITOR_ERR_PARSE, "%s:%u: %.*s", "clubs.tsv", 14, 5, "empty name"),
                     SUITOR_ERR_PARSE);
    assert_int_equal(err.code, SUITOR_ERR_PARSE);
    assert_string_equal(err.message, "clubs.tsv:14: empty");
    assert_int_equal(fail(&err, SUITOR_ERR_IO, "%s", ""), SUITOR_ERR_IO);
    assert_string_equal(err.message, "");
    assert_int_equal(fail(NULL, SUITOR_ERR_DB, "nobody listens"), SUITOR_ERR_DB);
}

static void tames_what_a_terminal_would_obey(void **state)
{
    static const struct {
        const char *text, *expected;
    } rows[] = {
        { "a\nb\tc\rd", "a b c d" },
        { "\x1b[31mred", " [31mred" },
        { "del\x7f", "del " },
        { "csi\xc2\x9b"
          "31m",
          "csi  31m" }, /* U+009B, one control character of two bytes */
        { "nel\xc2\x85.", "nel  ." },
        { "nbsp\xc2\xa0.", "nbsp\xc2\xa0." },
        { "Mbapp\xc3\xa9 \xe2\x80\x93 \xf0\x9f\x9a\xa8",
          "Mbapp\xc3\xa9 \xe2\x80\x93 \xf0\x9f\x9a\xa8" },
        { "lrm\xe2\x80\x8e rlo\xe2\x80\xae alm\xd8\x9c.", "lrm    rlo    alm  ." },
        { "Mbapp\xe9.tsv", "Mbapp?.tsv" },
        { "\xff\xfe", "??" },
        { "cut\xe2\x80", "cut??" },
        { "\xed\xa0\x80", "???" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_error err;
        fail(&err, SUITOR_ERR_IO, "%s", rows[i].text);
        check_row(i, err.message, strcmp(err.message, rows[i].expected) == 0);
    }
}

/* A character of several bytes at every place around the end of the buffer. */
static void cuts_at_a_character(void **state)
{
    static const char *const letters[] = { "x", "\xc3\xa9", "\xe2\x80\x93", "\xf0\x9f\x9a\xa8" };
    enum { SIZE = sizeof((suitor_error *)0)->message };
    char text[SIZE + 16];

    (void)state;
    for (size_t l = 0; l < N_ROWS(letters); l++)
        for (size_t before = SIZE - 8; before < SIZE + 2; before++) {
            suitor_error err;
            size_t width = strlen(letters[l]);
            memset(text, 'a', before);
            memcpy(text + before, letters[l], width + 1);
            fail(&err, SUITOR_ERR_LIMIT, "%s", text);
            size_t len = strlen(err.message),
                   whole = before + width < SIZE ? before + width : before;
            check_row(before, letters[l], len == (whole < SIZE ? whole : SIZE - 1));
            check_row(before, letters[l], memcmp(err.message, text, len) == 0);
            check_row(before, letters[l], utf8_check(suitor_sv_of(err.message)) == len);
        }
}

static void names_every_status(void **state)
{
    static const char *const expected[] = { "ok",        "out of memory", "input or output failed",
                                            "bad input", "database",      "graph",
                                            "not found", "ambiguous",     "invalid argument",
                                            "too large" };

    (void)state;
    assert_int_equal(N_ROWS(expected), SUITOR_ERR_LIMIT + 1);
    for (size_t i = 0; i < N_ROWS(expected); i++)
        assert_string_equal(suitor_status_name((suitor_status)i), expected[i]);
    assert_string_equal(suitor_status_name((suitor_status)N_ROWS(expected)), "unknown");
    assert_string_equal(suitor_status_name((suitor_status)-1), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_and_returns_its_code),
        cmocka_unit_test(tames_what_a_terminal_would_obey),
        cmocka_unit_test(cuts_at_a_character),
        cmocka_unit_test(names_every_status),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
