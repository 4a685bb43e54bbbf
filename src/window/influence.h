/* What a move makes notably likelier: other moves, and that players stay. */
#ifndef WINDOW_INFLUENCE_H
#define WINDOW_INFLUENCE_H

#include "mechanism.h"

/* A node: move i, or that player p stays as n_moves + p. */
typedef struct {
    uint32_t node;
    suitor_mechanism kind;
    double before, after; /* chance by itself, and after the move */
} influence;

typedef struct {
    const moves *m;
    influence *items; /* of the last call */
    uint32_t count, cap;
    mechanism_list effects;
    double *factor;         /* by group, 1 between calls */
    suitor_mechanism *kind; /* by group: of the strongest factor */
    uint32_t *players;      /* whose moves are cooled */
    uint32_t n_players, cap_players;
    bool *is_listed; /* by player */
} influences;

/* Zeroed `out` owned: release with influences_free(). */
suitor_status influences_init(influences *out, const moves *m, suitor_error *err);
void influences_free(influences *i);

/* Fill items with what `player` going to `club` (CANDIDATES_NONE: somewhere) leads to. */
suitor_status influences_find(influences *i, uint32_t player, uint32_t club, suitor_error *err);

/* The chance that a player stays if no hazard changes. */
double influences_staying(const moves *m, uint32_t player);

#endif
