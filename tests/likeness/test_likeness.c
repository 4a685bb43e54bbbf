/* How alike texts are: what is looked at, what is a copy, and that copies are found. */
#include "likeness.h"

#include <stdlib.h>

#include "buf.h"
#include "dice.h"
#include "table.h"

static shingles read_text(suitor_sv text)
{
    shingles s = { 0 };

    assert_true(shingles_read(&s, text));
    assert_true(shingles_index(&s));
    return s;
}

static bool are_copies(suitor_sv a, suitor_sv b)
{
    shingles x = read_text(a), y = read_text(b);
    bool copies = likeness_is_copy(&x, &y);

    assert_int_equal(copies, likeness_is_copy(&y, &x));
    shingles_free(&x);
    shingles_free(&y);
    return copies;
}

/* Short texts: the same words, or nearly. */
static const struct {
    const char *a, *b;
    bool expected;
} shorts[] = {
    { "Milan have asked about the young keeper.", "MILAN HAVE ASKED - about the young keeper",
      true },
    { "Guehi's fee: \"£35m\", we're told by the club", "Guéhi’s fee: “£35m” we’re told by the club",
      true },
    { "Talks on over Nordin &amp; Sørensen at Brann", "Talks on, over Nordin & Sorensen at Brann",
      true },
    { "Read: https://a.example/x1 The keeper signs until 2030 at last",
      "Read: https://b.example/77?u=1 The keeper signs until 2030 at last", true },
    { "Milan have asked about the young keeper.", "Milan have asked about the old striker.",
      false },
    { "Milan have asked about the keeper of Lecce who stands in their way every year in spring",
      "Milan have asked about the keeper of Lecce who stands in their way each year in spring",
      false },
    { "He signs today.", "He signs today.", false }, /* too short to tell */
    { "", "", false },
};

static void test_short(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(shorts); i++)
        check_row(i, shorts[i].a,
                  are_copies(suitor_sv_of(shorts[i].a), suitor_sv_of(shorts[i].b)) ==
                      shorts[i].expected);
}

/* `n` words drawn by `seed`, of which one in `every` (0: none) is another one. */
static void write_words(buf *out, uint64_t seed, uint32_t n, uint32_t every)
{
    uint64_t random = seed;

    for (uint32_t i = 0; i < n; i++) {
        uint32_t word = dice_roll(&random, 5000);
        buf_printf(out, "w%u%s ", word, every && i % every == every / 2 ? "x" : "");
    }
}

static const struct {
    const char *what;
    uint32_t words, other_words, every;
    uint64_t other_seed;
    bool expected;
} longs[] = {
    { "the same", 300, 300, 0, 1, true },
    { "a spelling in twenty", 300, 300, 20, 1, true },
    { "the last third cut", 300, 200, 0, 1, true },
    { "the half of it", 300, 140, 0, 1, false },
    { "every fourth word another", 300, 300, 4, 1, false },
    { "another text", 300, 300, 0, 2, false },
    { "a spelling in twenty of a short one", 60, 60, 10, 1, false },
};

static void test_long(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(longs); i++) {
        buf a = { 0 }, b = { 0 };
        write_words(&a, 1, longs[i].words, 0);
        write_words(&b, longs[i].other_seed, longs[i].other_words, longs[i].every);
        assert_false(a.failed || b.failed);
        check_row(i, longs[i].what,
                  are_copies(suitor_sv_make(a.ptr, a.len), suitor_sv_make(b.ptr, b.len)) ==
                      longs[i].expected);
        buf_free(&a);
        buf_free(&b);
    }
}

static const char paragraph[] =
    "The keeper of Lecce has told friends that he would rather wait for Milan than go to Turin, "
    "and his club know it. They want twelve million for him, four of them at once.";

static const struct {
    const char *passage;
    bool expected;
} passages[] = {
    { "The keeper of Lecce has told friends that he would rather wait for Milan than go to Turin",
      true },
    { "The keeper of Lecce has told friends that he would sooner wait for Milan than go to Turin",
      true },
    { "The keeper of Lecce told people close to him that he might wait for Milan and not for Turin",
      false },
    { "They want twelve million for him", false }, /* anybody may say so */
};

static void test_passages(void **state)
{
    shingles text = read_text(suitor_sv_of(paragraph)), passage = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(passages); i++) {
        assert_true(shingles_read(&passage, suitor_sv_of(passages[i].passage)));
        check_row(i, passages[i].passage,
                  likeness_stands_in(&passage, &text) == passages[i].expected);
    }
    shingles_free(&passage);
    shingles_free(&text);
}

static bool share_key(const uint64_t *a, const uint64_t *b, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (a[i] == b[i])
            return true;
    return false;
}

/* Copies share keys, before and after indexing, and different texts none. */
static void test_keys(void **state)
{
    enum { ROUNDS = 400 };
    unsigned found = 0, mistaken = 0;

    (void)state;
    for (uint64_t round = 1; round <= ROUNDS; round++) {
        buf texts[3] = { 0 };
        uint64_t keys[3][LIKENESS_TEXT_KEYS], again[LIKENESS_TEXT_KEYS];
        write_words(&texts[0], round, 150, 0);
        write_words(&texts[1], round, 150, 25); /* 18 of 166 shingles gone, 18 new */
        write_words(&texts[2], round + ROUNDS, 150, 0);
        for (int i = 0; i < 3; i++) {
            shingles s = { 0 };
            assert_true(shingles_read(&s, suitor_sv_make(texts[i].ptr, texts[i].len)));
            assert_int_equal(likeness_text_keys(&s, keys[i]), LIKENESS_TEXT_KEYS);
            assert_true(shingles_index(&s));
            assert_int_equal(likeness_text_keys(&s, again), LIKENESS_TEXT_KEYS);
            assert_memory_equal(keys[i], again, sizeof again);
            shingles_free(&s);
            buf_free(&texts[i]);
        }
        found += share_key(keys[0], keys[1], LIKENESS_TEXT_KEYS);
        mistaken += share_key(keys[0], keys[2], LIKENESS_TEXT_KEYS);
    }
    assert_true(found >= ROUNDS - ROUNDS / 100);
    assert_int_equal(mistaken, 0);
}

/* Texts of which nothing is left have no keys and are nobody's copy. */
static void test_nothing(void **state)
{
    static const char *const texts[] = { "", "one", "one two", "— … 🚨 https://x.example",
                                         "\xff\xfe" };
    uint64_t keys[LIKENESS_TEXT_KEYS];

    (void)state;
    for (size_t i = 0; i < N_ROWS(texts); i++) {
        shingles s = read_text(suitor_sv_of(texts[i]));
        check_row(i, texts[i], s.count == 0 && likeness_text_keys(&s, keys) == 0);
        check_row(i, texts[i], likeness_passage_keys(&s, keys) == 0);
        check_row(i, texts[i], !likeness_is_copy(&s, &s) && !likeness_stands_in(&s, &s));
        shingles_free(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short),    cmocka_unit_test(test_long),
        cmocka_unit_test(test_passages), cmocka_unit_test(test_keys),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
