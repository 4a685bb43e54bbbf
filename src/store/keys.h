/* Numbers by which articles that may be alike are found: of the text, and of each sentence that
 * supports a claim. */
#ifndef STORE_KEYS_H
#define STORE_KEYS_H

#include "arena.h"
#include "likeness.h"

/* Working memory, used again from article to article; zeroed, it is ready. */
typedef struct {
    shingles text, passage;
} key_maker;

/* Gather the keys of an article, each once, sorted, in `memory`.
 * sentences  of its evidence, in the text; one after the other they may be the same one
 * Without sentences there are none: nothing in the article counts. False when out of memory. */
bool keys_make(key_maker *maker, suitor_sv text, const suitor_sv *sentences, uint32_t n_sentences,
               arena *memory, uint64_t **keys, uint32_t *n_keys);

void key_maker_free(key_maker *maker);

#endif
