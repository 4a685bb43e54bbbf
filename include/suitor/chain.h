/* Chains: moves, each made likelier by the one before, down to who stays because of it.
 *
 * The mechanisms of suitor/window.h make an influence graph: its vertices are the candidate
 * moves and that a player stays, its edges lead from a move to what it makes notably likelier,
 * each with the chance that this comes about once the move before has. The likeliest chains are
 * the shortest paths on −log of these chances (Yen, Manag. Sci. 17, 1971, in igraph). Vacancy
 * chains: White, Chains of Opportunity, 1970.
 *
 * A path sees one step at a time, while in a window all moves compete. So beside a chain's chance
 * stands how often it came about in drawn windows, and where the two differ, why.
 */
#ifndef SUITOR_CHAIN_H
#define SUITOR_CHAIN_H

#include "suitor/window.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { SUITOR_CHAIN_STEPS = 4 }; /* of a chain at most */

typedef struct {
    uint32_t player;
    uint32_t from;              /* his club (entity), SUITOR_NO_INDEX unknown */
    uint32_t to;                /* club, SUITOR_ELSEWHERE, or SUITOR_NO_INDEX: he stays */
    suitor_mechanism mechanism; /* by which the step before leads to it; SUITOR_N_MECHANISMS: the
                                   first step */
    double before;              /* chance by itself, without the step before */
    double probability;         /* chance once the step before has come about */
} suitor_step;

/* Why a chain comes about more or less often than the product of its steps. */
typedef enum {
    SUITOR_GAP_NONE,   /* it does not, as far as the windows drawn can tell */
    SUITOR_GAP_RIVAL,  /* somebody else gets the player of a step: gap_club */
    SUITOR_GAP_SOONER, /* the step often comes before what would have led to it */
    SUITOR_GAP_COOLER, /* other moves make a step less likely */
    SUITOR_GAP_HOTTER  /* other moves make a step likelier too */
} suitor_gap;

typedef struct {
    suitor_step steps[SUITOR_CHAIN_STEPS];
    uint32_t n_steps;
    double probability;    /* Π of the steps' */
    double frequency;      /* part of the windows drawn in which all came about, in order */
    double standard_error; /* of the frequency */
    suitor_gap gap;
    uint32_t gap_step, gap_club; /* the step that it is about, and the club of SUITOR_GAP_RIVAL */
} suitor_chain;

/* Where chains begin. */
typedef enum {
    SUITOR_CHAINS_ALL,    /* with any move */
    SUITOR_CHAINS_PLAYER, /* with a move of his */
    SUITOR_CHAINS_CLUB,   /* with a move to or from it */
    SUITOR_CHAINS_DONE    /* with SUITOR_DO_MOVE or SUITOR_DO_LEAVE, which happens */
} suitor_chains_kind;

typedef struct {
    suitor_chains_kind kind;
    uint32_t entity; /* player or club */
    suitor_do done;
} suitor_chains_from;

/* The likeliest chains of two steps or more, likeliest first, at most `limit` (not 0).
 * options->runs 0: 2,000 windows are drawn for the frequencies.
 * out owned: release with free(); NULL where there is none (count 0) */
SUITOR_API suitor_status suitor_chains(const suitor_window *window, const suitor_chains_from *from,
                                       const suitor_simulate_options *options, uint32_t limit,
                                       suitor_chain **out, uint32_t *count, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
