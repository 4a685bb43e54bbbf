/* A market small enough to be looked through: clubs Arrow, Bridge and Castle, players Abel to
 * Falk, eight pairs. */
#ifndef SMALL_MARKET_H
#define SMALL_MARKET_H

#include "moves.h"

enum { SMALL_CLUBS = 3, SMALL_PLAYERS = 6, SMALL_PAIRS = 8, SMALL_EITHER_OR = 1 };

enum { ARROW, BRIDGE, CASTLE };
enum { ABEL, BO, CRUZ, DAHL, EBO, FALK };

typedef struct {
    candidates_player players[SMALL_PLAYERS];
    candidates_club clubs[SMALL_CLUBS];
    candidates_pair pairs[SMALL_PAIRS];
    candidates_either_or either_or[SMALL_EITHER_OR];
    candidates all;
    moves m;
} small_market;

/* As small_market.c has it; the either-or counts only if asked for. Then moves_build(&out->all,
 * &out->m, …), and release with moves_free(&out->m). */
void small_market_make(bool with_either_or, small_market *out);

/* A group as "Bridge:AB": its club, and the first letters of its players. Static room. */
const char *small_market_group(const small_market *market, uint32_t group);

#endif
