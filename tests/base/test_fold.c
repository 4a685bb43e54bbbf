/* Folding: letters of the languages that player names come in, against a table written
 * by hand; names; cutting; any bytes. */
#include "fold.h"

#include <stdlib.h>

#include <utf8proc.h>

#include "dice.h"
#include "table.h"
#include "utf8.h"

typedef size_t fold_fn(suitor_sv text, char *out, size_t cap);

typedef struct {
    const char *text, *expected;
} fold_row;

static void check_rows(const fold_row *rows, size_t n, fold_fn *folds)
{
    for (size_t i = 0; i < n; i++) {
        char out[256];
        size_t len = folds(suitor_sv_of(rows[i].text), out, sizeof out);
        if (!suitor_sv_equal(suitor_sv_make(out, len), suitor_sv_of(rows[i].expected)))
            print_error("row %zu: %s\nexpected: %s\ngot:      %.*s\n", i, rows[i].text,
                        rows[i].expected, (int)len, out);
        assert_int_equal(len, strlen(rows[i].expected));
        assert_memory_equal(out, rows[i].expected, len);
    }
}

static void folds_latin_letters(void **state)
{
    static const fold_row rows[] = {
        { "", "" },
        { "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz" },
        { "abc 019 .-_'@[`{", "abc 019 .-_'@[`{" },
        { "ÀÁÂÃÄÅàáâãäå", "aaaaaaaaaaaa" },
        { "ĀāĂăĄąǍǎȀȁȂȃẠạẢảẤấẦầẮắ", "aaaaaaaaaaaaaaaaaaaaaa" },
        { "ÇçĆćĈĉĊċČč", "cccccccccc" },
        { "ĎďĐđÐð", "dddddd" },
        { "ÈÉÊËèéêëĒēĔĕĖėĘęĚěẸẹẼẽẾế", "eeeeeeeeeeeeeeeeeeeeeeee" },
        { "ĜĝĞğĠġĢģǦǧ", "gggggggggg" },
        { "ĤĥĦħȞȟḤḥ", "hhhhhhhh" },
        { "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐỊị", "iiiiiiiiiiiiiiiiiiiiii" },
        { "ĴĵǰĶķǨǩ", "jjjkkkk" },
        { "ĹĺĻļĽľŁłḶḷ", "llllllllll" },
        { "ÑñŃńŅņŇňǸǹ", "nnnnnnnnnn" },
        { "ÒÓÔÕÖØòóôõöøŌōŎŏŐőǑǒǪǫƠơỌọỐố", "oooooooooooooooooooooooooooo" },
        { "ŔŕŖŗŘř", "rrrrrr" },
        { "ŚśŜŝŞşŠšȘșſ", "sssssssssss" },
        { "ŢţŤťȚț", "tttttt" },
        { "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔỤụ", "uuuuuuuuuuuuuuuuuuuuuuuuuu" },
        { "ŴŵẀẁÝýÿŶŷŸỲỳ", "wwwwyyyyyyyy" },
        { "ŹźŻżŽž", "zzzzzz" },
        { "ßẞ Ææ Œœ Þþ ǅǆ ﬁﬂ", "ssss aeae oeoe thth dzdz fifl" },
        { "ǾǿǼǽŉ", "ooaeae'n" },
        { "Ibrahimović Ødegaard Gündoğan Şahin Łukasz Guðmundsson Þórisson",
          "ibrahimovic odegaard gundogan sahin lukasz gudmundsson thorisson" },
        { "Mbappe\u0301 Jo\u0303ao", "mbappe joao" }, /* letter and mark apart */
        { "O\u2019Neil N\u2018Dicka D\u02bcArcy", "o'neil n'dicka d'arcy" },
        { "Saint\u2010Germain 90\u2013100 a\u2014b a\u2011b", "saint-germain 90-100 a-b a-b" },
        { "Inter\u00a0Milan", "inter milan" },
        { "Ｉｎｔｅｒ ①", "inter 1" },
        { "Зеніт ЙЁ Ολυμπιακός", "зеніт ие ολυμπιακοσ" },
        { "鹿島 \U0001F6A8", "鹿島 \U0001F6A8" },
        { "a\xff"
          "b\xc3",
          "ab" },
    };

    (void)state;
    check_rows(rows, N_ROWS(rows), fold);
}

static void folds_names(void **state)
{
    static const fold_row rows[] = {
        { "", "" },
        { " .,- ", "" },
        { "'''", "" },
        { "Al-Nassr F.C.", "al nassr f c" },
        { "  AC   Milan ", "ac milan" },
        { "O'Neil", "oneil" },
        { "D\u2019Arcy", "darcy" },
        { "Pierre-Emile H\u00f8jbjerg", "pierre emile hojbjerg" },
        { "\u201cCuti\u201d Romero", "cuti romero" },
        { "\u00abInter\u00bb", "inter" },
        { "a\u00b7b\u2026c\u2022d", "a b c d" },
        { "Inter\U0001F1EE\U0001F1F9", "inter" },
        { "1. FC K\u00f6ln", "1 fc koln" },
        { "Schalke 04", "schalke 04" },
        { "Bou_Addi", "bou addi" },
        { "Зеніт \u2013 \u9e7f\u5cf6", "зеніт \u9e7f\u5cf6" },
        { "Atl\u00e9tico/Madrid (ESP)", "atletico madrid esp" },
    };

    (void)state;
    check_rows(rows, N_ROWS(rows), fold_name);
}

/* With less and less room: whole characters only, and a beginning of what all is. */
static void cuts_at_a_character(void **state)
{
    static const char *const texts[] = { "Inter", "M\u00fcller \u00df \u00c6 \ufb01 \u0152",
                                         "\u9e7f\u5cf6\U0001F6A8", "Ｉｎｔｅｒ\ufdfa",
                                         "\u0130\u0131" };
    fold_fn *const both[] = { fold, fold_name };

    (void)state;
    for (size_t i = 0; i < N_ROWS(texts); i++)
        for (size_t f = 0; f < N_ROWS(both); f++) {
            char all[128], *part;
            size_t whole = both[f](suitor_sv_of(texts[i]), all, sizeof all);
            for (size_t cap = 0; cap <= whole; cap++) {
                part = malloc(cap + 1);
                assert_non_null(part);
                part[cap] = '#';
                size_t n = both[f](suitor_sv_of(texts[i]), part, cap);
                check_row(i, texts[i], n <= cap && part[cap] == '#');
                check_row(i, texts[i], memcmp(part, all, n) == 0);
                check_row(i, texts[i], utf8_check(suitor_sv_make(part, n)) == n);
                check_row(i, texts[i], cap < whole || n == whole);
                free(part);
            }
        }
    char two[2];
    assert_int_equal(fold(suitor_sv_of("x\u00df"), two, 2), 1); /* no half of "ss" */
}

/* Of letters with a mark the letter is left: the same as of letter and mark apart. */
static void agrees_with_the_decomposition(void **state)
{
    (void)state;
    for (uint32_t c = 0xC0; c < 0x250; c++) {
        char bytes[3] = { (char)(0xC0 | c >> 6), (char)(0x80 | (c & 0x3F)), 0 }, one[64], apart[64];
        utf8proc_uint8_t *parts = utf8proc_NFKD((const utf8proc_uint8_t *)bytes);
        assert_non_null(parts);
        size_t n = fold(suitor_sv_make(bytes, 2), one, sizeof one);
        size_t m = fold(suitor_sv_of((const char *)parts), apart, sizeof apart);
        check_row(c, bytes, suitor_sv_equal(suitor_sv_make(one, n), suitor_sv_make(apart, m)));
        free(parts);
    }
}

/* Every character there is: valid, folds to itself when folded again, and what is a
 * letter of one of our alphabets stays one. */
static void folds_every_character(void **state)
{
    (void)state;
    for (uint32_t c = 0x80; c < 0x110000; c++) {
        char bytes[4], once[128], twice[128];
        if (c >= 0xD800 && c < 0xE000)
            continue;
        size_t width = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        for (size_t i = width - 1; i > 0; i--)
            bytes[i] = (char)(0x80 | (c >> 6 * (width - 1 - i) & 0x3F));
        bytes[0] = (char)((0xF0 << (4 - width) & 0xFF) | c >> 6 * (width - 1));
        size_t n = fold(suitor_sv_make(bytes, width), once, sizeof once);
        size_t m = fold(suitor_sv_make(once, n), twice, sizeof twice);
        if (utf8_check(suitor_sv_make(once, n)) != n ||
            !suitor_sv_equal(suitor_sv_make(once, n), suitor_sv_make(twice, m)))
            print_error("U+%04X: %.*s, then %.*s\n", c, (int)n, once, (int)m, twice);
        assert_int_equal(utf8_check(suitor_sv_make(once, n)), n);
        assert_true(suitor_sv_equal(suitor_sv_make(once, n), suitor_sv_make(twice, m)));
    }
}

static void stands_any_bytes(void **state)
{
    uint64_t dice = 3;

    (void)state;
    for (size_t i = 0; i < 20000; i++) {
        size_t len = dice_roll(&dice, 40), cap = dice_roll(&dice, 60);
        char *text = malloc(len + 1), *out = malloc(cap + 1);
        assert_non_null(text);
        assert_non_null(out);
        for (size_t k = 0; k < len; k++)
            text[k] =
                (char)(dice_roll(&dice, 3) ? dice_roll(&dice, 256) : 0xC0 | dice_roll(&dice, 64));
        fold_fn *folds = i % 2 ? fold : fold_name;
        size_t n = folds(suitor_sv_make(text, len), out, cap);
        check_row(i, "too long", n <= cap);
        check_row(i, "no UTF-8", utf8_check(suitor_sv_make(out, n)) == n);
        free(text);
        free(out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_latin_letters),   cmocka_unit_test(folds_names),
        cmocka_unit_test(cuts_at_a_character),   cmocka_unit_test(agrees_with_the_decomposition),
        cmocka_unit_test(folds_every_character), cmocka_unit_test(stands_any_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
