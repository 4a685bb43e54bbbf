/* Needs that articles state, as far as they still stand. */
#ifndef WINDOW_NEEDS_H
#define WINDOW_NEEDS_H

#include "leaving.h"

/* By club (entity less the number of players) and position: how much a player of the position
 * is needed, 0–1. */
typedef double needs_row[SUITOR_N_POSITIONS];

/* out owned: release with free(). */
suitor_status needs_find(const suitor_market *market, const leaving *said, needs_row **out,
                         suitor_error *err);

#endif
