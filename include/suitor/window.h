/* The coming window as a chain of moves, and what one transfer does to the others.
 *
 * A window is a continuous-time Markov chain. Each candidate move, a player to a club, has a
 * rate λ such that by itself it would happen until the club may register nobody any more
 * with its calibrated chance P = logistic(a + b · logit(w)): λ = −ln(1 − P) / T. A move that
 * happens changes the rates of others (suitor_mechanism). Parameters: data/model.json, each
 * with its source; the model, its assumptions and limits: docs/model.md.
 *
 * Vacancy chains: White, Chains of Opportunity, 1970; Chase, Annu. Rev. Sociol. 17, 1991.
 * Competing risks: Prentice et al., Biometrics 34, 1978.
 */
#ifndef SUITOR_WINDOW_H
#define SUITOR_WINDOW_H

#include "suitor/market.h"

#ifdef __cplusplus
extern "C" {
#endif

/* In the place of a club: somewhere, nobody has told where. */
#define SUITOR_ELSEWHERE (UINT32_MAX - 1)

/* How a move changes others. */
typedef enum {
    SUITOR_GONE,         /* his other moves can't be any more */
    SUITOR_NEED_MET,     /* the buyer's other targets in the position cool */
    SUITOR_VACANCY,      /* the seller's targets in the position heat up */
    SUITOR_BEATEN_RIVAL, /* the others' targets in the position heat up */
    SUITOR_ONE_OF_TWO,   /* the club would part with, or buy, only one of the two */
    SUITOR_SPENT,        /* the buyer has less money for anybody, the seller more */
    SUITOR_N_MECHANISMS
} suitor_mechanism;

/* "gone", "need met" … */
SUITOR_API const char *suitor_mechanism_name(suitor_mechanism mechanism);

typedef struct suitor_window suitor_window;

typedef struct {
    int32_t until; /* the last day of everybody's window; SUITOR_NO_DAY: each club's own next
                      closing day (data/windows.tsv) */
    bool budget;   /* whether fees paid and received matter (SUITOR_SPENT) */
} suitor_window_options;

/* The window that `market` stands before. NULL options: closing days of the clubs, no budget.
 * market  borrowed: must outlive the window
 * out     owned: release with suitor_window_free(); NULL unless SUITOR_OK */
SUITOR_API suitor_status suitor_window_new(const suitor_market *market,
                                           const suitor_window_options *options,
                                           suitor_window **out, suitor_error *err);
SUITOR_API void suitor_window_free(suitor_window *window);
SUITOR_API const suitor_market *suitor_window_market(const suitor_window *window);

/* A move that may come. */
typedef struct {
    uint32_t player;          /* entity */
    uint32_t club;            /* entity, or SUITOR_ELSEWHERE */
    uint32_t seller;          /* entity, SUITOR_NO_INDEX unknown or none */
    suitor_position position; /* he plays */
    double weight;         /* of the interest, 0–1; elsewhere: of what is said of his leaving */
    double chance;         /* of happening if nothing else did, 0–1 */
    int32_t opens, closes; /* first and last day */
} suitor_move;

/* All moves, by player, then club, SUITOR_ELSEWHERE last. Borrowed from the window. */
SUITOR_API const suitor_move *suitor_window_moves(const suitor_window *window, uint32_t *count);

/* What is made to happen before the window begins, whatever else (do, not see: Pearl,
 * Causality, 2000). */
typedef enum {
    SUITOR_DO_MOVE,  /* player goes to club */
    SUITOR_DO_LEAVE, /* player goes, nobody knows where */
    SUITOR_DO_STAY,  /* player stays */
    SUITOR_DO_OUT,   /* club buys nobody */
    SUITOR_DO_NEED   /* club is a man short in position */
} suitor_do_kind;

typedef struct {
    suitor_do_kind kind;
    uint32_t player, club;    /* entities, as far as `kind` tells of them */
    suitor_position position; /* of SUITOR_DO_NEED */
} suitor_do;

typedef struct {
    uint64_t seed;
    uint32_t runs;    /* windows to draw; 0: solve exactly where that can be done, else draw
                         until no standard error is above `precision` */
    double precision; /* 0: 0.002 */
    uint32_t threads; /* 0: one a core; the result is the same for any number */
    /* Told now and then how many of `total` windows (keystones: moves times windows) are done,
     * total 0 where nobody knows; on one thread at a time. May be NULL. */
    void (*progress)(uint64_t done, uint64_t total, void *user);
    void *user;
} suitor_simulate_options;

/* How likely a player ends up at a club, without and with what was done. */
typedef struct {
    uint32_t player;
    uint32_t club; /* entity, SUITOR_ELSEWHERE, or SUITOR_NO_INDEX: he stays */
    double before, after, difference;
    double standard_error; /* of the difference; 0 where solved exactly */
    bool is_effect;        /* |difference| above 2 standard errors (exact: above 1e-9) */
} suitor_effect;

/* How many players of a position a club is to expect. */
typedef struct {
    uint32_t club;
    suitor_position position;
    double before, after, difference, standard_error;
} suitor_arrival;

typedef struct {
    uint64_t seed;
    uint32_t runs;            /* windows drawn; 0: solved exactly */
    suitor_effect *effects;   /* every pair touched, largest |difference| first, ties by name;
                                 with each player touched a row of his staying */
    suitor_arrival *arrivals; /* likewise */
    uint32_t n_effects, n_arrivals;
} suitor_simulation;

/* What follows if all of `done` happen at once; with nothing done every pair, as things stand.
 * Several that contradict each other are SUITOR_ERR_INVALID.
 * Sampled windows share their randomness with and without (common random numbers), each group
 * of moves with its own, so that only what differs is run again.
 * out  release with suitor_simulation_clear() */
SUITOR_API suitor_status suitor_simulate(const suitor_window *window, const suitor_do *done,
                                         uint32_t n_done, const suitor_simulate_options *options,
                                         suitor_simulation *out, suitor_error *err);
SUITOR_API void suitor_simulation_clear(suitor_simulation *simulation);

/* A move and how much it changes for everybody but its player. */
typedef struct {
    uint32_t player, club; /* entities; club may be SUITOR_ELSEWHERE */
    double effect;         /* Σ |difference| over all moves of other players */
    double standard_error;
    suitor_effect most[3]; /* the largest of them */
    uint32_t n_most;
} suitor_keystone;

/* Every move in turn made to happen; the largest effect first, at most `limit` (0: all).
 * out owned: release with free(). */
SUITOR_API suitor_status suitor_keystones(const suitor_window *window,
                                          const suitor_simulate_options *options, uint32_t limit,
                                          suitor_keystone **out, uint32_t *count,
                                          suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
