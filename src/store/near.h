/* A store cut down, for a while, to what bears on a few players: temporary tables stand before the
 * real ones of the same names, so that whatever reads all rows reads these few. */
#ifndef STORE_NEAR_H
#define STORE_NEAR_H

#include "db.h"

/* Let only rows on player `id` be seen: of those whose names end on the same word, since surnames
 * are tied among them; of those of whom a club would part with only one or the other; and the
 * first and the last article, which tell the days. Of nothing else in the store does a ledger's
 * part about him depend. */
suitor_status near_begin(suitor_store *store, int64_t id, suitor_error *err);

/* The same of the players of article `id`. */
suitor_status near_begin_article(suitor_store *store, int64_t id, suitor_error *err);
void near_end(suitor_store *store);

#endif
