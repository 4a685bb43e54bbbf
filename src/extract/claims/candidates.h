/* Inner to claims/: where in a sentence which patterns are worth being tried. */
#ifndef EXTRACT_CANDIDATES_H
#define EXTRACT_CANDIDATES_H

#include "reading.h"

/* Make room for the patterns; false, and remembered, without memory. */
bool candidates_begin(reading *r);

/* Fill r->candidates, and r->ahead for match.c; how many. Every match of the sentence is
 * among them. */
uint32_t candidates_find(reading *r, const unit_sentence *s);

/* Whether unit `u` may stand between the words of a cue. */
bool is_skippable(const reading *r, const unit *u);

/* Whether behind an element whose `next` this is, what stands from unit `u` on may follow. */
static inline bool may_follow(const reading *r, const unit_sentence *s, uint64_t next, uint32_t u)
{
    return next == ANYTHING || (r->ahead[u - s->first] & next) != 0;
}

#endif
