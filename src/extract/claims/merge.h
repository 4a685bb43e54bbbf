/* Inner to claims/: one claim a (player, club, relation) out of many events. */
#ifndef EXTRACT_MERGE_H
#define EXTRACT_MERGE_H

#include "reading.h"

/* What the text says of a pair in the end. */
typedef struct {
    uint32_t player, club;
    uint8_t relation, stage;
    bool loan;
    uint32_t best;        /* event that carries it */
    uint32_t first, last; /* events of the pair, chained by `next` in text order */
} pair_claim;

/* Boil r->events down; the claims are in text order, in r->memory. Left out are deals
 * that only tell how a player came to where he is. NULL when out of memory. */
pair_claim *claims_merge(reading *r, uint32_t *count);

#endif
