/* Texts printed twice: which evidence stands in another article as well. */
#ifndef STORE_COPIES_H
#define STORE_COPIES_H

#include "db.h"

/* Compare article `id` of `day`, whose rows are all in, with those of about its day that share
 * one of its keys (keys.h), and note what stands in both. Done for each article of a set, in
 * whatever order, it leaves the same notes. Part of the transaction that is open. */
suitor_status copies_put(suitor_store *store, int64_t id, int32_t day, const uint64_t *keys,
                         uint32_t n_keys, suitor_error *err);

/* Take back what finds article `id`, which is about to be deleted. */
suitor_status copies_forget(suitor_store *store, int64_t id, suitor_error *err);

/* Compare the articles that came in before there were such notes; in transactions of its
 * own, so that what was done is kept when it is stopped. */
suitor_status copies_catch_up(suitor_store *store, suitor_error *err);

#endif
