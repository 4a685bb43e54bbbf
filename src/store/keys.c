#include "keys.h"

#include <stdlib.h>

static int compare(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

static uint32_t sort_once(uint64_t *keys, uint32_t n)
{
    uint32_t kept = 0;

    if (n > 0)
        qsort(keys, n, sizeof *keys, compare);
    for (uint32_t i = 0; i < n; i++)
        if (i == 0 || keys[i] != keys[i - 1])
            keys[kept++] = keys[i];
    return kept;
}

/* Of a text that is in maker->text already. */
static bool keys_of_read(key_maker *maker, const suitor_sv *sentences, uint32_t n_sentences,
                         arena *memory, uint64_t **keys, uint32_t *n_keys)
{
    uint64_t *out = arena_zeros(
        memory, LIKENESS_TEXT_KEYS + (size_t)n_sentences * LIKENESS_PASSAGE_KEYS, sizeof *out);
    uint32_t n;

    if (!out)
        return false;
    n = likeness_text_keys(&maker->text, out);
    for (uint32_t i = 0; i < n_sentences; i++) {
        if (i > 0 && sentences[i].ptr == sentences[i - 1].ptr)
            continue;
        if (!shingles_read(&maker->passage, sentences[i]))
            return false;
        n += likeness_passage_keys(&maker->passage, out + n);
    }
    *keys = out;
    *n_keys = sort_once(out, n);
    return true;
}

bool keys_make(key_maker *maker, suitor_sv text, const suitor_sv *sentences, uint32_t n_sentences,
               arena *memory, uint64_t **keys, uint32_t *n_keys)
{
    *keys = NULL;
    *n_keys = 0;
    return n_sentences == 0 || (shingles_read(&maker->text, text) &&
                                keys_of_read(maker, sentences, n_sentences, memory, keys, n_keys));
}

void key_maker_free(key_maker *maker)
{
    shingles_free(&maker->text);
    shingles_free(&maker->passage);
}
