/* Players, clubs and sources by name: found, or put in when new. Rows of these
 * tables are never deleted, so that what was found once stays true. */
#ifndef STORE_ENTITY_H
#define STORE_ENTITY_H

#include "db.h"

/* A name as names are compared: folded, or as it is where folding leaves nothing
 * of it. ptr NULL when out of memory. */
suitor_sv name_fold(arena *a, suitor_sv name);

/* The last word of a folded name: all of it if it is one word. */
suitor_sv name_last_word(suitor_sv folded);

/* The entity of that kind whose name this is, and this way of writing it. */
suitor_status name_put(suitor_store *store, suitor_kind kind, suitor_sv name, known_name *out,
                       suitor_error *err);

/* Another name of an entity; kept unless it is only another spelling of `name`. */
suitor_status alias_put(suitor_store *store, int64_t entity, suitor_sv name, suitor_sv alias,
                        suitor_error *err);

suitor_status source_put(suitor_store *store, suitor_sv name, int64_t *source, suitor_error *err);

/* Forget the ids found so far: some of them may have been taken back. */
void names_forget(suitor_store *store);

#endif
