/* Needs that articles state, as far as they still stand. */
#ifndef WINDOW_NEEDS_H
#define WINDOW_NEEDS_H

#include "leaving.h"

/* By club (entity less the number of players) and position he has: the rate of buying a player
 * is so many times larger, at least 1. */
typedef double needs_row[SUITOR_N_POSITIONS];

/* out owned: release with free(). */
suitor_status needs_find(const suitor_market *market, const leaving *said, needs_row **out,
                         suitor_error *err);

#endif
