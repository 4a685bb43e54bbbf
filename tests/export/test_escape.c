#include "escape.h"
#include "table.h"

static void test_places(void **state)
{
    static const struct {
        const char *text, *html, *plain, *name;
    } rows[] = {
        { "Murillo", "Murillo", "Murillo", "Murillo" },
        { "A & B", "A &amp; B", "A &amp; B", "A & B" },
        { "A&amp;B", "A&amp;amp;B", "A&amp;amp;B", "A&amp;B" },
        { "<b>\"x\"", "&lt;b&gt;&quot;x&quot;", "<b>\"x\"", "<b>\"x\"" },
        { "C:\\N\\", "C:\\\\N\\\\", "C:\\\\N\\\\", "C:\xE2\x88\x96N\xE2\x88\x96" },
        { "%s", "%s", "%s", "\xEF\xBC\x85s" },
        { "a%s", "a%s", "a%s", "a%s" },
        { "a\nb\x7f\tc", "a b  c", "a b  c", "a b  c" },
        { "", "?", "", "?" },
        { " \n", "?", "  ", "?" },
        { "\xC3\xA9\xF0\x9F\x94\xA5", "\xC3\xA9\xF0\x9F\x94\xA5", "\xC3\xA9\xF0\x9F\x94\xA5",
          "\xC3\xA9\xF0\x9F\x94\xA5" },
        { "a\xC3", "a\xEF\xBF\xBD", "a\xEF\xBF\xBD", "a\xEF\xBF\xBD" },
        { "\xEF\xBF\xBE", "\xEF\xBF\xBD", "\xEF\xBF\xBD", "\xEF\xBF\xBD" }, /* U+FFFE */
        { "a\xE2\x80\xAE.", "a .", "a .", "a ." },                          /* U+202E */
        { "\xC2\x85", " ", " ", " " },                                      /* U+0085 */
    };
    static void (*const escapes[])(buf *, suitor_sv) = { escape_html, escape_plain, escape_name };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const char *expected[] = { rows[i].html, rows[i].plain, rows[i].name };
        for (size_t k = 0; k < 3; k++) {
            buf out = { 0 };
            buf_add(&out, "");
            escapes[k](&out, suitor_sv_of(rows[i].text));
            check_row(i, out.ptr, strcmp(out.ptr, expected[k]) == 0);
            buf_free(&out);
        }
    }
}

static void test_tooltip(void **state)
{
    buf out = { 0 };

    (void)state;
    escape_tooltip(&out, suitor_sv_of("A & \\N"));
    assert_string_equal(out.ptr, "A &amp; \\\\\\\\N"); /* four backslashes for one */
    buf_free(&out);
}

static void test_long_name(void **state)
{
    char name[200];
    buf out = { 0 };

    (void)state;
    for (size_t i = 0; i < 100; i++)
        memcpy(name + 2 * i, "\xC3\xA9", 2);
    escape_html_name(&out, suitor_sv_make(name, 96));
    assert_int_equal(out.len, 96); /* 48 letters stand */
    buf_reset(&out);
    escape_html_name(&out, suitor_sv_make(name, 98));
    assert_int_equal(out.len, 96 + 3);
    assert_string_equal(out.ptr + 96, "\xE2\x80\xA6");
    buf_free(&out);
}

static void test_numbers(void **state)
{
    static const struct {
        double value;
        const char *decimal, *percent;
    } rows[] = {
        { 0, "0", "0%" },
        { 0.5, "0.5", "50%" },
        { 0.615, "0.615", "62%" },
        { 12, "12", "1200%" },
        { 0.05, "0.05", "5%" },
        { 1, "1", "100%" },
        { -3.25, "-3.25", "-325%" },
        { -0.00001, "0", "0%" },
        { 0.00501, "0.005", "1%" },
        { 0.0049, "0.0049", "<1%" },
        { 99.99999, "100", "10000%" },
        { 1.0203, "1.0203", "102%" },
        { 0.00014, "0.0001", "<1%" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        buf out = { 0 };
        put_decimal(&out, rows[i].value);
        check_row(i, out.ptr, strcmp(out.ptr, rows[i].decimal) == 0);
        buf_reset(&out);
        put_percent(&out, rows[i].value);
        check_row(i, out.ptr, strcmp(out.ptr, rows[i].percent) == 0);
        buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_tooltip),
        cmocka_unit_test(test_long_name),
        cmocka_unit_test(test_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
