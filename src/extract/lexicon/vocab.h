/* The vocabulary: every folded word that gazetteer or lexicon know, numbered,
 * with the word classes it belongs to as a bit set. */
#ifndef EXTRACT_VOCAB_H
#define EXTRACT_VOCAB_H

#include "strmap.h"
#include "token.h"

enum { VOCAB_MAX_WORD = 64 }; /* bytes of a folded word; longer ones are unknown */

typedef struct {
    strmap ids;
    uint64_t *classes;   /* by word id; bit c: the word alone is a member of class c */
    uint32_t count, cap; /* ids run from 1 to count */
} vocab;

/* Id of `folded`, added when new; 0 when out of memory. */
uint32_t vocab_add(vocab *v, suitor_sv folded);

/* Id of the word a token stands for, 0 when unknown. "&" counts as "and". */
uint32_t vocab_of_token(const vocab *v, const document *doc, uint32_t i);

/* The same, adding it when new; 0 for signs and when out of memory. */
uint32_t vocab_add_token(vocab *v, const document *doc, uint32_t i);
void vocab_free(vocab *v);

#endif
