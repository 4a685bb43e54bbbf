/* UTF-8: what is valid after table 3-7 of the Unicode standard, byte by byte. */
#include "utf8.h"

#include <stdlib.h>

#include "dice.h"
#include "table.h"

static void checks_byte_sequences(void **state)
{
    static const struct {
        const char *bytes;
        size_t len, valid; /* bytes up to the first that is wrong */
    } rows[] = {
        { "", 0, 0 },
        { "Inter", 5, 5 },
        { "\0", 1, 1 },
        { "\x7f", 1, 1 },
        { "\x80", 1, 0 }, /* a byte of the middle alone */
        { "\xbf", 1, 0 },
        { "\xc0\x80", 2, 0 }, /* overlong */
        { "\xc1\xbf", 2, 0 },
        { "\xe0\x80\x80", 3, 0 },
        { "\xe0\x9f\xbf", 3, 0 },
        { "\xf0\x80\x80\x80", 4, 0 },
        { "\xf0\x8f\xbf\xbf", 4, 0 },
        { "\xc2\x80", 2, 2 }, /* first and last of each length */
        { "\xdf\xbf", 2, 2 },
        { "\xe0\xa0\x80", 3, 3 },
        { "\xef\xbf\xbf", 3, 3 },
        { "\xf0\x90\x80\x80", 4, 4 },
        { "\xf4\x8f\xbf\xbf", 4, 4 },
        { "\xf4\x90\x80\x80", 4, 0 }, /* beyond U+10FFFF */
        { "\xf5\x80\x80\x80", 4, 0 },
        { "\xf8\x88\x80\x80\x80", 5, 0 },
        { "\xfe", 1, 0 },
        { "\xff", 1, 0 },
        { "\xed\x9f\xbf", 3, 3 },
        { "\xed\xa0\x80", 3, 0 }, /* surrogates */
        { "\xed\xbf\xbf", 3, 0 },
        { "\xee\x80\x80", 3, 3 },
        { "\xc3", 1, 0 }, /* cut off */
        { "\xe2\x82", 2, 0 },
        { "\xf0\x9f\x9a", 3, 0 },
        { "a\xc3", 2, 1 },
        { "\xc3.", 2, 0 },
        { "\xe2\x82.", 3, 0 },
        { "\xf0\x9f\x9a.", 4, 0 },
        { "\xe2\x2e\x82", 3, 0 },
        { "eight by\xc3\xa9", 10, 10 },
        { "seven b\xc3\xa9tes", 13, 13 },
        { "eight by\xa9tes", 12, 8 },
        { "sixteen bytes ha\xff", 17, 16 },
        { "\xc3\xa9ight or more ascii\xe9", 21, 20 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char *exact = malloc(rows[i].len ? rows[i].len : 1); /* an overrun shows */
        assert_non_null(exact);
        memcpy(exact, rows[i].bytes, rows[i].len);
        check_row(i, rows[i].bytes,
                  utf8_check(suitor_sv_make(exact, rows[i].len)) == rows[i].valid);
        free(exact);
    }
    assert_int_equal(utf8_check(suitor_sv_make(NULL, 0)), 0);
}

/* The character that `bytes` begin with by the bit patterns alone; its length, 0 if none. */
static size_t plain_decode(const unsigned char *bytes, size_t len, uint32_t *out)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    size_t width = bytes[0] < 0x80             ? 1
                   : (bytes[0] & 0xE0) == 0xC0 ? 2
                   : (bytes[0] & 0xF0) == 0xE0 ? 3
                   : (bytes[0] & 0xF8) == 0xF0 ? 4
                                               : 0;
    uint32_t c = width == 1 ? bytes[0] : bytes[0] & (0x7Fu >> width);

    if (!width || width > len)
        return 0;
    for (size_t i = 1; i < width; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (bytes[i] & 0x3F);
    }
    *out = c;
    return c < least[width] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0 : width;
}

/* Every start of two bytes, with what may follow. */
static void agrees_with_the_bit_patterns(void **state)
{
    static const unsigned char tails[][2] = { { 0x80, 0x80 }, { 0xBF, 0xBF }, { 0x80, 0x20 },
                                              { 0x20, 0x80 }, { 0xC0, 0x80 }, { 0x9A, 0xA8 } };

    (void)state;
    for (unsigned first = 0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++)
            for (size_t t = 0; t < N_ROWS(tails); t++) {
                const unsigned char bytes[] = { (unsigned char)first, (unsigned char)second,
                                                tails[t][0], tails[t][1] };
                for (size_t len = 1; len <= 4; len++) {
                    uint32_t expected = 0xFFFD;
                    size_t width = plain_decode(bytes, len, &expected), got;
                    uint32_t c = utf8_decode((const char *)bytes, len, &got);
                    assert_int_equal(got, width);
                    assert_int_equal(c, width ? expected : 0xFFFD);
                    assert_int_equal(utf8_length((const char *)bytes, len), width);
                }
            }
    size_t none = 9;
    assert_int_equal(utf8_decode("x", 0, &none), 0xFFFD);
    assert_int_equal(none, 0);
    assert_int_equal(utf8_length("x", 0), 0);
}

static void finds_the_first_wrong_byte_of_random_texts(void **state)
{
    static const char *const pieces[] = { "Inter want", "x", "\xc3\xa9", "\xe2\x82\xac",
                                          "\xf0\x9f\x9a\xa8" };
    uint64_t dice = 5;

    (void)state;
    for (size_t round = 0; round < 20000; round++) {
        char text[256];
        size_t len = 0, valid = 0;
        for (uint32_t n = dice_roll(&dice, 12); n > 0; n--) {
            const char *piece = pieces[dice_roll(&dice, 5)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        if (len && dice_roll(&dice, 2))
            text[dice_roll(&dice, (uint32_t)len)] = (char)dice_roll(&dice, 256);
        while (valid < len) {
            uint32_t c;
            size_t n = plain_decode((const unsigned char *)text + valid, len - valid, &c);
            if (!n)
                break;
            valid += n;
        }
        check_row(round, "first wrong byte", utf8_check(suitor_sv_make(text, len)) == valid);
    }
}

static void knows_letters_and_capitals(void **state)
{
    static const struct {
        uint32_t c;
        bool letter, upper;
    } rows[] = {
        { 'a', true, false },       { 'Z', true, true },          { '0', false, false },
        { ' ', false, false },      { '-', false, false },        { 0xE9, true, false },
        { 0xC9, true, true },       { 0xD7, false, false },       { 0xDF, true, false },
        { 0x130, true, true },      { 0x131, true, false },       { 0x1C5, true, true },
        { 0x301, true, false },     { 0x410, true, true },        { 0x4E2D, true, false },
        { 0x660, false, false },    { 0x2019, false, false },     { 0x20AC, false, false },
        { 0x2BC, true, false },     { 0x1F6A8, false, false },    { 0x10FFFF, false, false },
        { 0x110000, false, false }, { UINT32_MAX, false, false }, { 0, false, false },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char name[16];
        snprintf(name, sizeof name, "U+%04X", rows[i].c);
        check_row(i, name, utf8_is_letter(rows[i].c) == rows[i].letter);
        check_row(i, name, utf8_is_upper(rows[i].c) == rows[i].upper);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_byte_sequences),
        cmocka_unit_test(agrees_with_the_bit_patterns),
        cmocka_unit_test(finds_the_first_wrong_byte_of_random_texts),
        cmocka_unit_test(knows_letters_and_capitals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
