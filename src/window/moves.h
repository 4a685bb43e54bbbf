/* The moves that a window may bring, laid out for running it many times.
 *
 * Moves of one club and position are a group: what other moves do, they do to whole groups.
 * Players of an either-or have a group of their own for each club, and so has a move that is
 * agreed, so that a group's moves always keep the same proportions. Time runs in ticks, 2³² to
 * the span from the market's day to the last closing day.
 */
#ifndef WINDOW_MOVES_H
#define WINDOW_MOVES_H

#include "candidates.h"
#include "suitor/window.h"

enum { MOVES_CAP = 16 }; /* rates are never multiplied by more */

#define MOVES_NONE UINT32_MAX

/* From then on the rates of all moves of `group` are multiplied by `factor`. */
typedef struct {
    uint32_t group;
    float factor;
} moves_effect;

typedef struct {
    double hazard; /* −ln(1 − chance): its rate integrated over the group's time */
    uint64_t key;
    uint32_t player, pair; /* into from->players, from->pairs */
    uint32_t group;
    uint32_t first_effect; /* what it does: effects [first_effect, first_effect of the next) */
} moves_move;

typedef struct {
    uint32_t first_move;    /* its moves: [first_move, first_move of the next) */
    uint32_t opens, closes; /* ticks between which it moves, opens < closes */
    uint32_t club;          /* into clubs[], MOVES_NONE: somewhere */
    suitor_position position;
    bool is_agreed;
    double hazard;  /* Σ of its moves' */
    double pace;    /* 1 / (closes − opens) */
    double quarter; /* exp(−hazard / 4): of any layer of the streams, the chance of no point is a
                       power of it */
    uint64_t key;
} moves_group;

typedef struct {
    const candidates *from; /* borrowed: must outlive the moves */
    uint32_t n_moves, n_players, n_groups, n_clubs;
    double days; /* of 2³² ticks */

    moves_move *list;    /* n_moves + 1 in order of groups, the last one only ends the effects */
    moves_group *groups; /* n_groups + 1, the last one only ends the moves */
    moves_effect *effects;
    uint64_t *keys, *idle; /* of groups, on their own: 2⁵² · exp(−hazard), below which the first
                              number of the lowest layer says that it has no point */

    uint32_t *player_first; /* moves of p: player_moves[player_first[p] … player_first[p + 1]) */
    uint32_t *player_moves;
    uint32_t *club_first; /* groups of c: club_groups[club_first[c] … club_first[c + 1]) */
    uint32_t *club_groups;
} moves;

/* Lay out `from`, checking it. Zeroed `out` owned: release with moves_free(). */
suitor_status moves_build(const candidates *from, moves *out, suitor_error *err);
void moves_free(moves *m);

/* The move of `player` to `club` (CANDIDATES_NONE: somewhere), or MOVES_NONE. */
uint32_t moves_find(const moves *m, uint32_t player, uint32_t club);

#endif
