/* What one move does to the others: the one place that says so, for simulation, exact
 * solution and chains alike. docs/model.md has the reasons and the sources. */
#ifndef WINDOW_MECHANISM_H
#define WINDOW_MECHANISM_H

#include "moves.h"

typedef struct {
    moves_effect effect;
    suitor_mechanism kind;
} mechanism_effect;

typedef struct {
    mechanism_effect *items;
    uint32_t count, cap;
} mechanism_list;

/* Append what follows for other groups when `player` leaves for `club` (CANDIDATES_NONE:
 * somewhere), `fee` paid (0: unknown): by mechanism, then in order of clubs and groups. That
 * his other moves are gone is not among it. Release list->items with free(). */
suitor_status mechanism_of_move(const moves *m, uint32_t player, uint32_t club, double fee,
                                mechanism_list *list, suitor_error *err);

/* The same when `club` is a man short in `position`. */
suitor_status mechanism_of_vacancy(const moves *m, uint32_t club, suitor_position position,
                                   mechanism_list *list, suitor_error *err);

/* The same when `club` buys nobody. */
suitor_status mechanism_of_absence(const moves *m, uint32_t club, mechanism_list *list,
                                   suitor_error *err);

#endif
