/* Articles as they are compared with others: their words as shingles, and those of each sentence
 * that supports a claim. Those compared last are kept, because what is like one article is like
 * the next one too, and reading it again takes longer than comparing it.
 */
#ifndef STORE_PRINTS_H
#define STORE_PRINTS_H

#include <stdbool.h>

#include "likeness.h"
#include "suitor/status.h"

typedef struct suitor_store suitor_store;

typedef struct {
    int64_t article; /* 0: none */
    int32_t day;
    uint32_t n_told; /* pieces of evidence */
    int64_t *evidence;
    shingles *passages; /* by evidence: of its sentence */
    shingles words;     /* of the text, indexed */
} print;

/* Zeroed, it is empty and ready. */
typedef struct {
    print *kept; /* by the article's id modulo PRINTS_KEPT; NULL until needed */
    size_t bytes;
} prints;

enum { PRINTS_KEPT = 8192, PRINTS_BYTES = 64 * 1024 * 1024 };

/* Read article `id` into `out`, which is freed with print_free(). */
suitor_status print_read(suitor_store *store, int64_t id, print *out, suitor_error *err);
void print_free(print *p);

/* The article, kept or read; borrowed until the next call. */
suitor_status prints_get(suitor_store *store, int64_t id, const print **out, suitor_error *err);

/* Keep what *p holds, which is then empty. */
void prints_keep(prints *all, print *p);

/* Forget them: ids may have been taken back. */
void prints_forget(prints *all);
void prints_free(prints *all);

#endif
