/* What putting an article into a store needs to know of it and can be worked out beforehand,
 * without the store: on other threads, while the store is busy with the articles before. */
#ifndef STORE_PREPARE_H
#define STORE_PREPARE_H

#include "digest.h"
#include "keys.h"
#include "suitor/store.h"

typedef struct {
    unsigned char digest[DIGEST_SIZE], series[DIGEST_SIZE]; /* see identity.h */
    bool has_series;
    uint64_t *keys; /* see keys.h; in the memory that article_prepare() was given */
    uint32_t n_keys;
} prepared;

/* Check the facts and prepare the article. SUITOR_ERR_INVALID where facts do not fit it. */
suitor_status article_prepare(const suitor_article *article, const suitor_facts *facts,
                              key_maker *maker, arena *memory, prepared *out, suitor_error *err);

/* What suitor_store_put() does, within the transaction that is open. On failure that has to be
 * rolled back: the article may be in by half. */
suitor_status article_put(suitor_store *store, const suitor_article *article,
                          const suitor_facts *facts, const prepared *what, bool *added,
                          suitor_error *err);

#endif
