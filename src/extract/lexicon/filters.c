/* Filters: the bits of words, and of each element of a pattern the words that it begins with. */
#include "lexicon/compile.h"

/* Bits of a filter that the words used most have for themselves; the rest share the others. */
enum { OWN_BITS = 16, FILTER_BITS = 64 };

static void count_uses(const lexicon *lex, uint32_t *uses)
{
    for (uint32_t e = 0; e < lex->n_elements; e++)
        for (uint32_t s = 0; s < lex->elements[e].count; s++) {
            const sequence *q = &lex->sequences[lex->elements[e].first + s];
            for (uint32_t i = 0; i < q->count; i++)
                uses[lex->word_pool[q->first + i]]++;
        }
}

/* The words used most, the most used first; how many. */
static uint32_t most_used(const lexicon *lex, const uint32_t *uses, uint32_t out[OWN_BITS])
{
    uint32_t n = 0;

    for (uint32_t w = 1; w <= lex->words.count; w++) {
        uint32_t at = n;
        if (!uses[w] || (n == OWN_BITS && uses[w] <= uses[out[n - 1]]))
            continue;
        if (n < OWN_BITS)
            n++;
        else
            at--;
        for (; at > 0 && uses[w] > uses[out[at - 1]]; at--)
            out[at] = out[at - 1];
        out[at] = w;
    }
    return n;
}

/* Gives every word of the patterns its bit in filters. */
static void give_bits(const lexicon *lex, const uint32_t *uses)
{
    uint32_t most[OWN_BITS], n = most_used(lex, uses, most);

    for (uint32_t w = 1; w <= lex->words.count; w++)
        if (uses[w]) {
            lex->words.classes[w] |= UINT64_C(1) << CLASS_CUE;
            lex->filter_bits[w] = (uint8_t)(OWN_BITS + w % (FILTER_BITS - OWN_BITS));
        }
    for (uint32_t i = 0; i < n; i++)
        lex->filter_bits[most[i]] = (uint8_t)i;
}

static void add_to_filters(const lexicon *lex, element *e, const sequence *q)
{
    e->heads |= filter_bit(lex, q->head);
    e->other_heads |= other_bit(q->head);
}

void filters_make(const lexicon *lex, uint32_t *uses)
{
    count_uses(lex, uses);
    give_bits(lex, uses);
    for (uint32_t e = 0; e < lex->n_elements; e++)
        for (uint32_t s = 0; s < lex->elements[e].count; s++)
            add_to_filters(lex, &lex->elements[e], &lex->sequences[lex->elements[e].first + s]);
    for (uint32_t k = 0; k < lex->n_patterns; k++) {
        const pattern *p = &lex->patterns[k];
        const element *anchor = &lex->elements[p->first + p->anchor];
        for (uint32_t s = anchor->first; s < anchor->first + anchor->count; s++)
            lex->words.classes[lex->sequences[s].head] |= UINT64_C(1) << CLASS_ANCHOR;
    }
}
