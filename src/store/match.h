/* Entities that a name may mean. */
#ifndef STORE_MATCH_H
#define STORE_MATCH_H

#include "overlay.h"

typedef struct {
    int64_t id;
    suitor_kind kind;
    unsigned distance; /* from what was asked for; 0 where that does not matter */
    suitor_sv folded;
    suitor_sv name; /* as shown; set by matches_resolve() */
} match;

/* Zeroed, it is empty and ready; texts are in the store's scratch. */
typedef struct {
    match *items;
    uint32_t count, cap;
} matches;

/* Take down the entity of a row that begins id, kind, folded. */
suitor_status matches_add(suitor_store *store, matches *m, sqlite3_stmt *row, unsigned distance,
                          suitor_error *err);

/* Put those whom everything known and the corrections `o` tell names to be in place of
 * the names, drop players of whom no article tells, and keep the first `most`, each once,
 * by distance, then kind and name. */
suitor_status matches_resolve(suitor_store *store, const overlay *o, matches *m, uint32_t most,
                              suitor_error *err);

/* What the entity of `item` is shown as; ptr NULL where nothing tells. */
suitor_status match_name(suitor_store *store, const overlay *o, const match *item, suitor_sv *out,
                         suitor_error *err);

void matches_clear(matches *m);

#endif
