/* From cues to events, and from events to facts, in the order the steps run. */
#ifndef EXTRACT_CLAIMS_H
#define EXTRACT_CLAIMS_H

#include "reading.h"

/* Whether the names and sums of the article leave nothing to be told: claims are of a player
 * and a club that it names, fees of a named player, needs of a named club and a position or
 * of a player whose successor is looked for. */
bool tells_nothing(const reading *r);

/* Who is credited, and with which sentences. */
void sources_credit(reading *r);

/* Fill r->events, needs and choices from the cues of every sentence. */
void events_find(reading *r);

/* Somebody who leaves or stays, of a club that is not named with him, is taken to
 * be of the one the article is about, unless that one wants him. */
void owners_guess(reading *r);

/* The player and the kind of each sum; kind SUITOR_N_FEE_KINDS leaves it out. */
typedef struct {
    uint32_t player;
    uint8_t kind;
    bool sure; /* the sentence itself tells that it is a fee for him */
} sum_reading;
sum_reading sum_read(const reading *r, uint32_t sentence_index, uint32_t unit_index);

/* A price that the seller names is a sign that he may leave. */
void prices_tell(reading *r);

/* Boil everything down to r->facts. */
void facts_build(reading *r);

#endif
