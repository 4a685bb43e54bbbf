/* What a window is made of. Candidates are numbered as the ledger's entities: players by
 * their own index, clubs by theirs less the number of players. */
#ifndef WINDOW_INNER_H
#define WINDOW_INNER_H

#include "moves.h"

struct suitor_window {
    const suitor_market *market; /* borrowed */
    candidates from;             /* its arrays are those that follow */
    candidates_player *players;  /* every player of the ledger */
    candidates_club *clubs;      /* every club; only those of pairs open and close */
    candidates_pair *pairs;
    candidates_either_or *either_or;
    suitor_move *list; /* of the same index as pairs[] */
    moves moves;
};

/* The rules that `model` has; without `budget` money is no matter. */
void window_rules(const suitor_model *model, bool budget, candidates_rules *out);

/* The club of entity `club`, or CANDIDATES_NONE for SUITOR_ELSEWHERE and SUITOR_NO_INDEX. */
uint32_t window_club(const suitor_window *window, uint32_t club);

/* The entity of club `club`, or SUITOR_ELSEWHERE for CANDIDATES_NONE. */
uint32_t window_entity(const suitor_window *window, uint32_t club);

#endif
