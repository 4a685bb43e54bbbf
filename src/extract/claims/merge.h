/* Inner to claims/: one claim a (player, club, relation) out of many events. */
#ifndef EXTRACT_MERGE_H
#define EXTRACT_MERGE_H

#include "reading.h"

/* What the text says of a pair in the end. */
typedef struct {
    uint32_t player, club;
    uint8_t relation, stage;
    uint32_t best; /* event that carries it */
    bool loan;
    bool former; /* tells how he came to where he is */
} pair_claim;

/* Boil r->events down; the claims are in text order, in r->memory. */
pair_claim *claims_merge(reading *r, uint32_t *count);

/* Drop deals that tell how a player came to where he is: one with the club he is at
 * already, beside another deal or a new contract there; and of several buyers all
 * but the first told of. */
void claims_drop_former(const reading *r, pair_claim *claims, uint32_t *n);

#endif
