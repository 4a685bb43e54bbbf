/* Pages in other charsets than UTF-8. */
#include "charset.h"
#include "table.h"

static void finds_the_declared_charset(void **state)
{
    static const struct {
        const char *page, *expected;
    } rows[] = {
        { "<meta charset=\"windows-1252\">", "windows-1252" },
        { "<META CHARSET = 'ISO-8859-9'>", "ISO-8859-9" },
        { "<meta content=\"text/html; charset=koi8-r\">", "koi8-r" },
        { "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?>", "iso-8859-2" },
        { "<p>no charset here</p>", "" },
        { "charset", "" },
        { "charset=", "" },
        { "charset=\"", "" },
        { "charset=a/b", "a" },
        { "", "" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].page,
                  suitor_sv_equal(charset_declared(suitor_sv_of(rows[i].page)),
                                  suitor_sv_of(rows[i].expected)));
}

static void converts(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
        const char *charset, *expected;
    } rows[] = {
        { "Mbapp\xE9", 6, "windows-1252", "Mbapp\xC3\xA9" },
        /* as on the web: the quotes of Windows-1252 in what says ISO 8859-1 */
        { "\x93No\x94", 4, "ISO-8859-1", "\xE2\x80\x9CNo\xE2\x80\x9D" },
        { "a\x81z", 3, "windows-1252", "a\xEF\xBF\xBDz" },
        { "\xFF\xFE"
          "A\0",
          4, "utf-16", "A" },
        { "\xFF\xFE"
          "A\0B",
          5, "utf-16", "A\xEF\xBF\xBD" },
        { "\xFE\xFF\xD8\x00\0A", 6, "UTF-16",
          "\xEF\xBF\xBD"
          "A" },
        { "", 0, "windows-1252", "" },
    };
    buf out = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_status st = charset_decode(suitor_sv_make(rows[i].bytes, rows[i].len),
                                          suitor_sv_of(rows[i].charset), &out, NULL);
        check_row(i, rows[i].charset, st == SUITOR_OK);
        check_row(i, rows[i].charset,
                  suitor_sv_equal(buf_view(&out), suitor_sv_of(rows[i].expected)));
    }
    buf_free(&out);
}

static void refuses_unknown_names(void **state)
{
    suitor_error err;
    buf out = { 0 };

    (void)state;
    assert_int_equal(charset_decode(suitor_sv_of("x"), suitor_sv_of("klingon"), &out, &err),
                     SUITOR_ERR_PARSE);
    assert_string_equal(err.message, "is in the unknown charset 'klingon'; convert it to UTF-8");
    assert_int_equal(charset_decode(suitor_sv_of("x"), suitor_sv_of(""), &out, &err),
                     SUITOR_ERR_PARSE);
    buf_free(&out);
}

/* More than one block, and characters across its end. */
static void converts_long_texts(void **state)
{
    static char bytes[20000];
    buf out = { 0 };

    (void)state;
    memset(bytes, '\xE9', sizeof bytes);
    assert_int_equal(
        charset_decode(suitor_sv_make(bytes, sizeof bytes), suitor_sv_of("latin1"), &out, NULL),
        SUITOR_OK);
    assert_int_equal(out.len, 2 * sizeof bytes);
    for (size_t i = 0; i < out.len; i += 2)
        assert_memory_equal(out.ptr + i, "\xC3\xA9", 2);
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_declared_charset),
        cmocka_unit_test(converts),
        cmocka_unit_test(refuses_unknown_names),
        cmocka_unit_test(converts_long_texts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
