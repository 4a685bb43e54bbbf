/* Comparing folded names; distances against the plain recursion. */
#include "spell.h"

#include "table.h"

static void test_words(void **state)
{
    static const struct {
        const char *query, *name;
        bool begins, ends;
    } rows[] = {
        { "man ci", "manchester city", true, false },
        { "city man", "manchester city", true, false },
        { "city", "manchester city", true, true },
        { "ester", "manchester city", false, false },
        { "van dijk", "virgil van dijk", true, true },
        { "an dijk", "virgil van dijk", false, false },
        { "virgil van dijk", "van dijk", false, false },
        { "van dijk", "van dijk", true, true },
        { "man utd", "manchester united", false, false },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_sv query = suitor_sv_of(rows[i].query), name = suitor_sv_of(rows[i].name);
        check_row(i, rows[i].query, spell_words_begin(query, name) == rows[i].begins);
        check_row(i, rows[i].query, spell_ends_in(name, query) == rows[i].ends);
    }
}

static void test_distance(void **state)
{
    static const struct {
        const char *a, *b;
        unsigned limit, expected;
    } rows[] = {
        { "", "", 3, 0 },
        { "abc", "", 3, 3 },
        { "abc", "", 2, 3 },
        { "bastoni", "bastoni", 0, 0 },
        { "bastonni", "bastoni", 2, 1 },
        { "batsoni", "bastoni", 2, 1 },
        { "bostani", "bastoni", 2, 2 },
        { "murilo", "murillo", 2, 1 },
        { "ca", "abc", 5, 3 }, /* each byte edited once: not 2 */
        { "liverpool", "arsenal", 3, 4 },
        { "0123456789012345678901234567890123456789012345678901234567890123456789",
          "0123456789012345678901234567890123456789012345678901234567890123456789", 3, 4 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_sv a = suitor_sv_of(rows[i].a), b = suitor_sv_of(rows[i].b);
        check_row(i, rows[i].a, spell_distance(a, b, rows[i].limit) == rows[i].expected);
        check_row(i, rows[i].a, spell_distance(b, a, rows[i].limit) == rows[i].expected);
    }
}

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

static unsigned plain(const char *a, size_t n, const char *b, size_t k)
{
    unsigned best;

    if (n == 0 || k == 0)
        return (unsigned)(n + k);
    best = plain(a, n - 1, b, k - 1) + (a[n - 1] != b[k - 1]);
    best = least(best, plain(a, n - 1, b, k) + 1);
    best = least(best, plain(a, n, b, k - 1) + 1);
    if (n > 1 && k > 1 && a[n - 1] == b[k - 2] && a[n - 2] == b[k - 1])
        best = least(best, plain(a, n - 2, b, k - 2) + 1);
    return best;
}

/* All pairs of words of up to four letters out of two. */
static void test_distance_against_recursion(void **state)
{
    char a[5], b[5];

    (void)state;
    for (unsigned i = 0; i < 5 * 16; i++)
        for (unsigned j = 0; j < 5 * 16; j++) {
            size_t n = i / 16, k = j / 16;
            for (unsigned c = 0; c < 4; c++) {
                a[c] = (char)('a' + (i >> c & 1));
                b[c] = (char)('a' + (j >> c & 1));
            }
            unsigned expected = plain(a, n, b, k);
            for (unsigned limit = 0; limit <= 4; limit++)
                assert_int_equal(spell_distance(suitor_sv_make(a, n), suitor_sv_make(b, k), limit),
                                 least(expected, limit + 1));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_distance_against_recursion),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
