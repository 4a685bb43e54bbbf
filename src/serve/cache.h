/* Answers given before, for as long as the store is what it was. */
#ifndef SERVE_CACHE_H
#define SERVE_CACHE_H

#include "answer.h"

typedef struct cache cache;

/* Room for answers of `most_bytes` in all; the one not asked for longest goes first. NULL without
 * memory. One thread at a time. */
cache *cache_new(size_t most_bytes);
void cache_free(cache *c);

/* The answer kept under `key`, to be dropped by the caller; NULL for none. */
answer *cache_get(cache *c, suitor_sv key);

/* Keep `a` under `key` too, if there is room for it. */
void cache_put(cache *c, suitor_sv key, answer *a);

#endif
