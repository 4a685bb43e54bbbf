/* A row as an article and what it says, for the store. */
#ifndef IMPORT_FACTS_H
#define IMPORT_FACTS_H

#include "rumours.h"

/* Room for the facts of one row. */
typedef struct {
    suitor_player player;
    suitor_club club;
    suitor_claim claim;
    suitor_evidence evidence;
    suitor_fee fee;
    suitor_facts facts;
    suitor_article article;
} row_facts;

/* Fill `out` with what `row` says: that `club` wants him, or where that is empty, that he plays
 * for `owner`; both are usual names. Borrowed from them, from `row` and from `id`. */
void row_facts_fill(row_facts *out, const rumour *row, suitor_sv id, suitor_sv club,
                    suitor_sv owner, const suitor_import_options *options, const char *path);

#endif
