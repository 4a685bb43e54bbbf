/* The likeliest ways through the influence graph. */
#ifndef WINDOW_CHAIN_PATHS_H
#define WINDOW_CHAIN_PATHS_H

#include "suitor/chain.h"
#include "window_inner.h"

/* A chain in terms of moves. */
typedef struct {
    uint32_t node[SUITOR_CHAIN_STEPS]; /* move, n_moves + player who stays; MOVES_NONE: the first,
                                          which is no candidate */
    suitor_mechanism kind[SUITOR_CHAIN_STEPS];
    double before[SUITOR_CHAIN_STEPS], after[SUITOR_CHAIN_STEPS];
    uint32_t n;
} chain_path;

/* Where a chain may begin: a move and its chance. */
typedef struct {
    uint32_t move;         /* MOVES_NONE: no candidate */
    uint32_t player, club; /* indices of candidates */
    double chance;
} chain_start;

/* The likeliest chains from `starts`, at most `limit`, likeliest first.
 * out owned: release with free() */
suitor_status chain_paths(const moves *m, const chain_start *starts, uint32_t n_starts,
                          uint32_t limit, chain_path **out, uint32_t *count, suitor_error *err);

#endif
