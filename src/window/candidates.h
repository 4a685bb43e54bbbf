/* A window before it is worked on: who might go where, as plain arrays. window.c fills it
 * from a market; tests and benchmarks fill it as they like. */
#ifndef WINDOW_CANDIDATES_H
#define WINDOW_CANDIDATES_H

#include "suitor/extraction.h"

#define CANDIDATES_NONE UINT32_MAX /* in the place of a club: none, nobody knows which */

typedef struct {
    uint32_t seller; /* into clubs[], CANDIDATES_NONE: a free agent, or nobody knows */
    suitor_position position;
    bool leaves_gap; /* whether the seller is a man short once he is gone: not if lent out */
    uint64_t key;    /* stable identity: its randomness hangs on it */
} candidates_player;

/* Days of the market's day on which the club may register players, from 0. */
typedef struct {
    double opens, closes;
    uint64_t key;
} candidates_club;

typedef struct {
    uint32_t player, club; /* club CANDIDATES_NONE: somewhere, nobody knows where */
    double interest;       /* weight of the edge, 0–1 */
    double chance;  /* of happening until the club's window closes if nothing else did, < 1 */
    double fee;     /* millions of euros, 0 unknown */
    bool is_agreed; /* what others do heats or cools it no more */
} candidates_pair;

/* `club` would sell, or buy, only one of the two. */
typedef struct {
    uint32_t a, b, club;
} candidates_either_or;

/* What a move does to others: factors of their rates (docs/model.md). */
typedef struct {
    double need_met;                    /* ρ_met, of the buyer's other targets */
    double vacancy[SUITOR_N_POSITIONS]; /* ρ_vacancy, of the seller's targets, by position sold */
    double beaten_rival;                /* κ: 1 + κ · interest, of the others' targets */
    double either_or;                   /* ε, of the other one */
    double spent;                       /* a typical fee paid, of all targets; 1: no matter */
    double typical_fee;                 /* millions of euros */
    double least;                       /* factors closer to 1 than that are left out */
    double cap;                         /* no group is multiplied by more, at most MOVES_CAP */
    double fits[SUITOR_N_POSITIONS][SUITOR_N_POSITIONS]; /* [sought][has], 0–1 */
} candidates_rules;

typedef struct {
    const candidates_player *players;
    const candidates_club *clubs;
    const candidates_pair *pairs; /* by player, then club; every pair once */
    const candidates_either_or *either_or;
    uint32_t n_players, n_clubs, n_pairs, n_either_or;
    candidates_rules rules;
} candidates;

#endif
