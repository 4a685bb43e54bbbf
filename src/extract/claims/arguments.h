/* Inner to claims/: looking for a cue's arguments left and right of its words. */
#ifndef EXTRACT_ARGUMENTS_H
#define EXTRACT_ARGUMENTS_H

#include "reading.h"

/* Whether unit `u` can be the argument an element asks for. */
bool argument_fits(const reading *r, const unit *u, uint8_t element_kind);

/* Whether the search for an argument ends at unit `u`. */
bool argument_stops(const reading *r, const unit *u);

/* The argument to the right of `from`, NONE if there is none before a boundary.
 * `tight`: only words of the skip class may stand between. */
uint32_t argument_right(const reading *r, const unit_sentence *s, uint32_t from, const element *e);

/* The argument to the left of `before`. Clubs behind a preposition are taken only
 * when there is no other; `not_club` is passed over. */
uint32_t argument_left(const reading *r, const unit_sentence *s, uint32_t before, const element *e,
                       uint32_t not_club);

#endif
