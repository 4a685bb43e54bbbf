/* BLAKE2b with 16 bytes of output: short enough to index, and no two texts that
 * share one will be found by accident or, at 2^64 trials, on purpose. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "suitor/sv.h"

enum { DIGEST_SIZE = 16 };

typedef struct {
    uint64_t state[8];
    uint64_t total; /* bytes taken in, those still in `block` left out */
    size_t held;    /* bytes in `block` */
    unsigned char block[128];
} digest;

void digest_begin(digest *d);
void digest_add(digest *d, const void *bytes, size_t len);
void digest_end(digest *d, unsigned char out[DIGEST_SIZE]);

/* A number, or a text with its length before it, so that no two sequences of
 * fields give the same bytes. */
void digest_add_number(digest *d, uint64_t number);
void digest_add_text(digest *d, suitor_sv text);

#endif
