/* Inner to claims/: where in a sentence which patterns are worth being tried. */
#ifndef EXTRACT_CANDIDATES_H
#define EXTRACT_CANDIDATES_H

#include "reading.h"

/* Make room for the patterns; false, and remembered, without memory. */
bool candidates_begin(reading *r);

/* Fill r->candidates; how many. Every match of the sentence is among them. */
uint32_t candidates_find(reading *r, const unit_sentence *s);

/* False where the element does not begin with the word of the unit: nearly always so told. */
static inline bool element_may_begin(const element *e, const unit *u)
{
    return (e->heads & u->cue_bit) && (e->other_heads & other_bit(u->word));
}

/* Whether the unit may stand between the words of a cue. */
static inline bool is_skippable(const unit *u)
{
    const uint32_t whole = 1u << UNIT_SUM | 1u << UNIT_LEAGUE | 1u << UNIT_COUNTRY;

    return unit_in(u, CLASS_SKIP) || (whole >> u->kind & 1) || (u->flags & UNIT_BETWEEN);
}

#endif
