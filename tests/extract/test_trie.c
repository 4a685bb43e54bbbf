/* The trie over word numbers, against a list of phrases searched one by one. */
#include <string.h>

#include "lexicon/trie.h"
#include "table.h"

static uint32_t walk(const trie *t, const uint32_t *words, uint32_t n)
{
    uint32_t node = 0;

    for (uint32_t i = 0; i < n; i++) {
        node = trie_step(t, node, words[i]);
        if (!node)
            return 0;
    }
    return node;
}

/* Entries of the phrase, latest first, as "kind:ref " in `out`. */
static const char *entries_of(const trie *t, const uint32_t *words, uint32_t n)
{
    static char out[128];
    uint32_t node = walk(t, words, n);
    size_t at = 0;

    out[0] = '\0';
    for (uint32_t e = node ? t->heads[node] : 0; e; e = t->entries[e].next)
        at += (size_t)snprintf(out + at, sizeof out - at, "%d:%u ", t->entries[e].kind,
                               t->entries[e].ref);
    return out;
}

static void finds_phrases_and_nothing_else(void **state)
{
    static const uint32_t inter[] = { 1 }, inter_milan[] = { 1, 2 }, ac_milan[] = { 3, 2 };
    static const uint32_t milan[] = { 2 };
    trie t = { 0 };

    (void)state;
    assert_int_equal(trie_step(&t, 0, 1), 0); /* empty */
    assert_true(trie_add(&t, inter, 1, (trie_entry){ .kind = 1, .ref = 7 }));
    assert_true(trie_add(&t, inter_milan, 2, (trie_entry){ .kind = 1, .ref = 8 }));
    assert_true(trie_add(&t, ac_milan, 2, (trie_entry){ .kind = 1, .ref = 9 }));
    assert_string_equal(entries_of(&t, inter, 1), "1:7 ");
    assert_string_equal(entries_of(&t, inter_milan, 2), "1:8 ");
    assert_string_equal(entries_of(&t, ac_milan, 2), "1:9 ");
    assert_int_equal(walk(&t, milan, 1), 0);
    assert_int_not_equal(walk(&t, ac_milan, 1), 0);       /* a beginning is a node … */
    assert_string_equal(entries_of(&t, ac_milan, 1), ""); /* … without entries */
    assert_int_equal(trie_step(&t, 0, 0), 0);             /* word 0 is "unknown" */
    trie_free(&t);
    assert_int_equal(trie_step(&t, 0, 1), 0);
}

static void chains_meanings_once_each(void **state)
{
    static const uint32_t reds[] = { 4 };
    trie t = { 0 };

    (void)state;
    assert_true(trie_add(&t, reds, 1, (trie_entry){ .kind = 2, .ref = 1 }));
    assert_true(trie_add(&t, reds, 1, (trie_entry){ .kind = 2, .ref = 2 }));
    assert_true(trie_add(&t, reds, 1, (trie_entry){ .kind = 2, .ref = 1 })); /* again */
    assert_true(trie_add(&t, reds, 1, (trie_entry){ .kind = 3, .ref = 1 })); /* other kind */
    assert_string_equal(entries_of(&t, reds, 1), "3:1 2:2 2:1 ");
    trie_free(&t);
}

enum { PHRASES = 3000, MAX_WORDS = 4, VOCABULARY = 40 };

typedef struct {
    uint32_t words[MAX_WORDS], n, ref;
} phrase;

static uint32_t next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

static void random_phrase(uint64_t *seed, phrase *out)
{
    out->n = 1 + next_random(seed) % MAX_WORDS;
    for (uint32_t i = 0; i < out->n; i++)
        out->words[i] = 1 + next_random(seed) % VOCABULARY;
}

static bool same_words(const phrase *a, const phrase *b)
{
    return a->n == b->n && memcmp(a->words, b->words, a->n * sizeof *a->words) == 0;
}

/* The latest of the first `n` phrases with these words; PHRASES if there is none. */
static uint32_t search(const phrase *all, uint32_t n, const phrase *wanted)
{
    for (uint32_t i = n; i > 0; i--)
        if (same_words(&all[i - 1], wanted))
            return i - 1;
    return PHRASES;
}

static void agrees_with_a_search_of_all_phrases(void **state)
{
    static phrase all[PHRASES];
    uint64_t seed = 7;
    trie t = { 0 };

    (void)state;
    for (uint32_t i = 0; i < PHRASES; i++) {
        random_phrase(&seed, &all[i]);
        assert_true(trie_add(&t, all[i].words, all[i].n, (trie_entry){ .kind = 1, .ref = i }));
    }
    for (uint32_t i = 0; i < PHRASES; i++) {
        phrase wanted;
        random_phrase(&seed, &wanted);
        uint32_t expected = search(all, PHRASES, &wanted), node = walk(&t, wanted.words, wanted.n);
        uint32_t head = node ? t.heads[node] : 0;
        assert_int_equal(head ? t.entries[head].ref : PHRASES, expected);
    }
    trie_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_phrases_and_nothing_else),
        cmocka_unit_test(chains_meanings_once_each),
        cmocka_unit_test(agrees_with_a_search_of_all_phrases),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
