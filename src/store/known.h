/* Inner to the store: what the parts about registers share. */
#ifndef STORE_KNOWN_H
#define STORE_KNOWN_H

#include "db.h"
#include "suitor/register.h"

/* Whether a thing has one such fact only. */
static inline bool known_is_single(suitor_known_field field)
{
    return field != SUITOR_KNOWN_SPELLING && field != SUITOR_KNOWN_FORMER;
}

/* Whether two values of a field can both be true: "1886" and "1886-12-01", "DF" and "CB". */
bool known_agree(suitor_known_field field, suitor_sv a, suitor_sv b);

/* Whether a position told in general, such as "defender", leaves room for an exact one. */
bool position_covers(suitor_position general, suitor_position exact);

/* The one position that registers give to players called that; SUITOR_POS_NONE where none does,
 * or two players of the name play at different ones. */
suitor_status known_position(suitor_store *store, suitor_sv folded, suitor_position *out,
                             suitor_error *err);

#endif
