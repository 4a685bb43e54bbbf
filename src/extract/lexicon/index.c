/* Patterns by the words their anchor can begin with, in compressed rows: counted
 * first, then placed. */
#include <stdlib.h>

#include "fail.h"
#include "lexicon/compile.h"

static const element *anchor_of(const lexicon *lex, uint32_t p)
{
    return &lex->elements[lex->patterns[p].first + lex->patterns[p].anchor];
}

static uint32_t first_word(const lexicon *lex, uint32_t s)
{
    return lex->word_pool[lex->sequences[s].first];
}

/* Whether an earlier alternative of the same anchor begins with the same word. */
static bool repeats(const lexicon *lex, const element *e, uint32_t s)
{
    for (uint32_t k = e->first; k < s; k++)
        if (first_word(lex, k) == first_word(lex, s))
            return true;
    return false;
}

/* Patterns a word can begin, counted by word in `counts`. */
static void count_patterns(const lexicon *lex, uint32_t *counts)
{
    for (uint32_t p = 0; p < lex->n_patterns; p++) {
        const element *e = anchor_of(lex, p);
        for (uint32_t s = e->first; s < e->first + e->count; s++)
            if (!repeats(lex, e, s))
                counts[first_word(lex, s)]++;
    }
}

/* Puts every pattern into the rows of its words; at[w] is the next free place. */
static void place_patterns(lexicon *lex, uint32_t *at)
{
    for (uint32_t p = 0; p < lex->n_patterns; p++) {
        const element *e = anchor_of(lex, p);
        for (uint32_t s = e->first; s < e->first + e->count; s++)
            if (!repeats(lex, e, s))
                lex->by_word[at[first_word(lex, s)]++] = p;
    }
}

suitor_status patterns_index(lexicon *lex, suitor_error *err)
{
    uint32_t total = 0, n = lex->words.count;
    uint32_t *at = calloc((size_t)n + 2, sizeof *at);

    lex->starts = calloc((size_t)n + 2, sizeof *lex->starts);
    if (at && lex->starts) {
        count_patterns(lex, at);
        for (uint32_t w = 0; w <= n; w++) {
            lex->starts[w] = total;
            total += at[w];
            at[w] = lex->starts[w];
        }
        lex->starts[n + 1] = total;
        lex->by_word = malloc(((size_t)total + 1) * sizeof *lex->by_word);
    }
    if (lex->by_word)
        place_patterns(lex, at);
    free(at);
    return lex->by_word ? SUITOR_OK
                        : fail(err, SUITOR_ERR_NOMEM, "lexicon: no memory for its index");
}
