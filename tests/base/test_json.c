/* The JSON writer: its form, and everything read back by another library. */
#include "json.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include <cjson/cJSON.h>

#include "dice.h"
#include "scarce_memory.h"
#include "suitor/date.h"
#include "table.h"
#include "utf8.h"

static void writes_commas_and_blanks_in_their_places(void **state)
{
    buf out = { 0 };
    json j = { .out = &out };

    (void)state;
    json_begin_object(&j);
    JSON_PUT(&j, "name", string, suitor_sv_of("Bastoni"));
    JSON_PUT(&j, "age", integer, 26);
    JSON_KEY(&j, "fee");
    json_number(&j, 62.5, 6);
    JSON_PUT(&j, "day", day, 20514);
    JSON_PUT(&j, "no_day", day, SUITOR_NO_DAY);
    JSON_PUT(&j, "word", word, "keen");
    JSON_PUT(&j, "none", string_or_null, suitor_sv_of(""));
    JSON_PUT(&j, "some", string_or_null, suitor_sv_of("x"));
    json_key(&j, suitor_sv_of("a\"b"));
    json_begin_array(&j);
    json_text(&j, "Inter");
    json_begin_array(&j);
    json_end_array(&j);
    json_begin_object(&j);
    json_end_object(&j);
    json_bool(&j, true);
    json_bool(&j, false);
    json_null(&j);
    json_end_array(&j);
    JSON_KEY(&j, "last");
    json_text(&j, NULL);
    json_end_object(&j);
    assert_string_equal(out.ptr, "{\"name\": \"Bastoni\", \"age\": 26, \"fee\": 62.5, "
                                 "\"day\": \"2026-03-02\", \"no_day\": null, \"word\": \"keen\", "
                                 "\"none\": null, \"some\": \"x\", \"a\\\"b\": "
                                 "[\"Inter\", [], {}, true, false, null], \"last\": \"\"}");
    buf_free(&out);
}

static void escapes(void **state)
{
    static const struct {
        const char *text;
        size_t len;
        const char *expected;
    } rows[] = {
        { "", 0, "\"\"" },
        { "Bastoni", 7, "\"Bastoni\"" },
        { "\"\\/", 3, "\"\\\"\\\\/\"" },
        { "\n\t\r\b\f", 5, "\"\\n\\t\\r\\u0008\\u000c\"" },
        { "a\0b", 3, "\"a\\u0000b\"" },
        { "\x1f\x7f", 2, "\"\\u001f\\u007f\"" },
        { "\xc2\x9b\xc2\xa0\xd8\x9c", 6, "\"\\u009b\xc2\xa0\\u061c\"" },
        { "a\xe2\x80\xae\xe2\x80\x94\xef\xbb\xbf", 10, "\"a\\u202e\xe2\x80\x94\\ufeff\"" },
        { "Mbapp\xc3\xa9 \xf0\x9f\x9a\xa8", 12, "\"Mbapp\xc3\xa9 \xf0\x9f\x9a\xa8\"" },
        { "Mbapp\xe9!", 7, "\"Mbapp\xef\xbf\xbd!\"" },
        { "\xff\xfe", 2, "\"\xef\xbf\xbd\xef\xbf\xbd\"" },
        { "cut\xe2\x82", 5, "\"cut\xef\xbf\xbd\xef\xbf\xbd\"" },
        { "\xed\xa0\x80", 3, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
    };
    buf out = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        json j = { .out = &out };
        buf_reset(&out);
        json_string(&j, suitor_sv_make(rows[i].text, rows[i].len));
        check_row(i, rows[i].expected, strcmp(out.ptr, rows[i].expected) == 0);
    }
    buf_free(&out);
}

static void writes_numbers(void **state)
{
    static const struct {
        double value;
        int digits;
        const char *expected;
    } rows[] = {
        { 0, 6, "0" },
        { -0.0, 6, "0" },
        { 1, 6, "1" },
        { -1.5, 6, "-1.5" },
        { 0.1, 6, "0.1" },
        { 62.5, 6, "62.5" },
        { 1.0 / 3, 6, "0.333333" },
        { 1234567, 6, "1.23457e+06" },
        { 1e-9, 6, "1e-09" },
        { 0.1, 17, "0.10000000000000001" },
        { INFINITY, 6, "null" },
        { -INFINITY, 6, "null" },
        { NAN, 6, "null" },
        { 99.9999999, 6, "100" },
    };
    buf out = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        json j = { .out = &out };
        buf_reset(&out);
        json_number(&j, rows[i].value, rows[i].digits);
        check_row(i, rows[i].expected, strcmp(out.ptr, rows[i].expected) == 0);
    }
    buf_reset(&out);
    json j = { .out = &out };
    json_begin_array(&j);
    json_integer(&j, INT64_MIN);
    json_integer(&j, INT64_MAX);
    json_number(&j, 0.5, 6);
    json_end_array(&j);
    assert_string_equal(out.ptr, "[-9223372036854775808, 9223372036854775807, 0.5]");
    buf_free(&out);
}

/* Only where a locale with a decimal comma is installed. */
static void writes_a_point_in_every_locale(void **state)
{
    static const char *const names[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "it_IT.UTF-8",
                                         "ps_AF.UTF-8" };
    buf out = { 0 };
    bool tried = false;

    (void)state;
    for (size_t i = 0; i < N_ROWS(names); i++) {
        if (!setlocale(LC_NUMERIC, names[i]))
            continue;
        json j = { .out = &out };
        buf_reset(&out);
        json_number(&j, 62.5, 6);
        tried = true;
        check_row(i, names[i], strcmp(out.ptr, "62.5") == 0);
    }
    setlocale(LC_NUMERIC, "C");
    buf_free(&out);
    if (!tried)
        skip();
}

static void numbers_of_17_digits_read_back(void **state)
{
    uint64_t dice = 2;
    buf out = { 0 };

    (void)state;
    for (size_t i = 0; i < 20000; i++) {
        uint64_t bits = (uint64_t)dice_roll(&dice, 1u << 31) << 33 ^
                        (uint64_t)dice_roll(&dice, 1u << 31) << 12 ^ dice_roll(&dice, 4096);
        double value;
        json j = { .out = &out };
        memcpy(&value, &bits, sizeof value);
        buf_reset(&out);
        json_number(&j, value, 17);
        if (isfinite(value))
            check_row(i, out.ptr, strtod(out.ptr, NULL) == value);
        else
            check_row(i, out.ptr, strcmp(out.ptr, "null") == 0);
    }
    buf_free(&out);
}

/* Random bytes without NUL, which cJSON's strings cannot hold: what was valid comes back
 * as it was, and the whole is always valid JSON and UTF-8. */
static void strings_read_back(void **state)
{
    uint64_t dice = 19;
    buf out = { 0 };

    (void)state;
    for (size_t i = 0; i < 20000; i++) {
        char text[64];
        size_t len = dice_roll(&dice, 60);
        for (size_t k = 0; k < len; k++)
            text[k] = (char)(1 + dice_roll(&dice, dice_roll(&dice, 2) ? 127 : 255));
        suitor_sv sv = suitor_sv_make(text, len);
        json j = { .out = &out };
        buf_reset(&out);
        json_begin_array(&j);
        json_string(&j, sv);
        json_end_array(&j);
        cJSON *root = cJSON_ParseWithLength(out.ptr, out.len);
        const char *back = cJSON_GetStringValue(cJSON_GetArrayItem(root, 0));
        check_row(i, out.ptr, back != NULL && utf8_check(buf_view(&out)) == out.len);
        if (utf8_check(sv) == len)
            check_row(i, out.ptr, suitor_sv_equal(suitor_sv_of(back), sv));
        cJSON_Delete(root);
    }
    buf_free(&out);
}

static void nests_as_deep_as_it_says(void **state)
{
    buf out = { 0 };
    json j = { .out = &out };

    (void)state;
    for (int depth = 0; depth < 64; depth++) {
        if (depth % 2)
            JSON_KEY(&j, "deeper"); /* inside the object of the level above */
        if (depth % 2 == 0)
            json_begin_object(&j);
        else
            json_begin_array(&j);
    }
    for (int depth = 63; depth >= 0; depth--) {
        if (depth % 2 == 0) {
            JSON_PUT(&j, "behind", integer, depth);
            json_end_object(&j);
        } else {
            json_integer(&j, depth);
            json_end_array(&j);
        }
    }
    cJSON *root = cJSON_ParseWithLength(out.ptr, out.len);
    assert_non_null(root);
    assert_int_equal(cJSON_GetArraySize(root), 2);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(root, "deeper")), 2);
    cJSON_Delete(root);
    buf_free(&out);
}

static void passes_on_that_memory_ran_out(void **state)
{
    (void)state;
    for (uint32_t allowed = 0; allowed < 3; allowed++) {
        buf out = { 0 };
        json j = { .out = &out };
        memory_allow(allowed);
        json_begin_array(&j);
        for (int i = 0; i < 200; i++) {
            json_text(&j, "Alessandro \x1f Bastoni");
            json_number(&j, i + 0.5, 6);
        }
        json_end_array(&j);
        memory_plenty();
        check_row(allowed, "failed", out.failed);
        buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_commas_and_blanks_in_their_places),
        cmocka_unit_test(escapes),
        cmocka_unit_test(writes_numbers),
        cmocka_unit_test(writes_a_point_in_every_locale),
        cmocka_unit_test(numbers_of_17_digits_read_back),
        cmocka_unit_test(strings_read_back),
        cmocka_unit_test(nests_as_deep_as_it_says),
        cmocka_unit_test(passes_on_that_memory_ran_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
