/* Small markets made up from a seed, with every turn that a window can take: clubs whose windows
 * open late or close early, free agents, players lent out, moves somewhere, either-ors, money. */
#ifndef RANDOM_MARKET_H
#define RANDOM_MARKET_H

#include "moves.h"

enum { RANDOM_PLAYERS = 64, RANDOM_CLUBS = 24, RANDOM_PAIRS = 256, RANDOM_EITHER_OR = 8 };

typedef struct {
    candidates_player players[RANDOM_PLAYERS];
    candidates_club clubs[RANDOM_CLUBS];
    candidates_pair pairs[RANDOM_PAIRS];
    candidates_either_or either_or[RANDOM_EITHER_OR];
    candidates all;
    moves m;
} random_market;

/* `n_players` up to RANDOM_PLAYERS, at most 4 moves each; release with moves_free(&out->m). */
void random_market_make(uint64_t seed, uint32_t n_players, uint32_t n_clubs, random_market *out);

/* The usual rules, without money. */
candidates_rules random_market_rules(void);

#endif
