/* What is compared of an article, as its rows tell it. */
#ifndef STORE_PRINTED_H
#define STORE_PRINTED_H

#include "db.h"

/* A piece of evidence and the sentence it stands in. */
typedef struct {
    int64_t id;
    suitor_sv sentence;
} told_words;

/* The rows that a print is made of. */
typedef struct {
    int64_t article;
    int32_t day;
    suitor_sv text; /* in the store's scratch memory, as `told` */
    told_words *told;
    uint32_t n_told;
} printed;

/* Read article `id`, into the store's scratch memory. */
suitor_status printed_read(suitor_store *store, int64_t id, printed *out, suitor_error *err);

#endif
