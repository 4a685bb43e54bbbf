/* Inner to mentions/: a sum while it is read, and what it grows by. */
#ifndef EXTRACT_SUM_DRAFT_H
#define EXTRACT_SUM_DRAFT_H

#include "mentions/amount.h"

/* In the scale of its first amount. */
typedef struct {
    double low, high, scale;
    uint32_t at; /* behind what has been read */
    char currency;
    bool worded;
} draft;

/* Adds to the sum, whose first token is `first`, the range, add-ons and fixed part that
 * are told behind it. */
void draft_grow(const reading *r, draft *d, uint32_t first);

/* Whether what stands at token `i` can follow a number that is a sum: a sign, or words
 * that go on about it, no noun that it would count. */
bool sum_can_end(const reading *r, uint32_t i);

/* Whether token `i` is that word, of that class; false beyond the last token. */
static inline bool sum_word_is(const reading *r, uint32_t i, const char *text)
{
    return i < r->doc.n_tokens && token_reads(&r->doc, i, text);
}

static inline bool sum_word_in(const reading *r, uint32_t i, word_class c)
{
    return i < r->doc.n_tokens && r->doc.tokens[i].kind == TOKEN_WORD && token_in(r, i, c);
}

#endif
