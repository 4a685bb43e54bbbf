/* The arguments of cues: which units can be one, and looking for them left and right of words. */
#ifndef EXTRACT_ARGUMENTS_H
#define EXTRACT_ARGUMENTS_H

#include "reading.h"

/* Note of all units which arguments they can be, once it is resolved whom they mean. */
void arguments_note(reading *r);

/* Whether unit `u` can be the argument an element asks for. */
static inline bool argument_fits(const unit *u, uint8_t wanted)
{
    return u->arguments >> wanted & 1;
}

/* Whether the search for an argument ends at unit `u`. */
bool argument_stops(const unit *u);

/* The argument to the right of `from`, NONE if there is none before a boundary.
 * `tight`: only words of the skip class may stand between. */
uint32_t argument_right(const reading *r, const unit_sentence *s, uint32_t from, const element *e);

/* Whether an argument of that kind may stand right before `before`: where none does,
 * argument_left() finds none for a tight element. */
bool argument_is_beside(const reading *r, const unit_sentence *s, uint32_t before, uint8_t kind);

/* The argument to the left of `before`. Clubs behind a preposition are taken only
 * when there is no other; `not_club` is passed over. */
uint32_t argument_left(const reading *r, const unit_sentence *s, uint32_t before, const element *e,
                       uint32_t not_club);

#endif
