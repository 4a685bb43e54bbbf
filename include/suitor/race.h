/* Races and rivalries: who competes with whom for whom. */
#ifndef SUITOR_RACE_H
#define SUITOR_RACE_H

#include "suitor/market.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Momentum: what a figure has changed by since that many days ago. What stood then is
 * weighed by what had been printed until that day alone; who is whom is as known today. */
typedef enum { SUITOR_WEEK, SUITOR_MONTH, SUITOR_N_MOMENTA } suitor_momentum; /* 7, 30 days */

typedef struct {
    suitor_edge edge;
    double share;                    /* of the race's total weight, 0–1 */
    double change[SUITOR_N_MOMENTA]; /* of the weight, −1 to 1 */
} suitor_contender;

/* A player and his suitors. */
typedef struct {
    uint32_t player;
    uint32_t club;                /* seller, SUITOR_NO_INDEX unknown */
    suitor_contender *contenders; /* strongest first; ties by club name */
    uint32_t n_contenders;
    uint32_t n_leaders; /* contenders before the largest relative gap of weights */
    double total;       /* sum of weights */
    double effective;   /* effective number of suitors, exp(entropy of the shares): Hill
                           number of order 1 (Hill, Ecology 54, 1973) */
    double intensity;   /* total · (1 − 1/effective): 0 for a lone suitor */
    double change[SUITOR_N_MOMENTA]; /* of the intensity */
    double leaving, staying;         /* strength of the seller's and player's stance, 0–1 */
    suitor_stage leaving_stage, staying_stage; /* meaningful where the strength is > 0 */
    const suitor_ledger_fee *fee;   /* latest asking price, clause or valuation; NULL if none */
    uint32_t n_origins, n_articles; /* that the race rests on */
    bool thin;                      /* too little to say: thresholds of data/model.json */
} suitor_race;

/* The race for `player`. out is the caller's: release with suitor_race_clear(). */
SUITOR_API suitor_status suitor_race_of(const suitor_market *market, uint32_t player,
                                        suitor_race *out, suitor_error *err);
SUITOR_API void suitor_race_clear(suitor_race *race);

/* All races of two suitors or more, hottest first (intensity, then name), at most
 * `limit` (0: all). out owned: release with suitor_races_free(). */
SUITOR_API suitor_status suitor_races(const suitor_market *market, uint32_t limit,
                                      suitor_race **out, uint32_t *count, suitor_error *err);
SUITOR_API void suitor_races_free(suitor_race *races, uint32_t count);

typedef struct {
    uint32_t player;
    double weight, rival_weight;    /* of the club asked about, and of the rival */
    uint32_t n_suitors;             /* k_p, all suitors of the player */
    double part;                    /* weight · rival_weight / (n_suitors − 1) */
    uint32_t n_origins, n_articles; /* that both interests rest on, each counted once */
} suitor_contest;

/* Two clubs and the players both want: Σ_p w_cp · w_dp / (k_p − 1), the
 * collaboration weight of Newman, Phys. Rev. E 64, 016132 (2001). */
typedef struct {
    uint32_t club, rival;
    double rivalry;
    suitor_contest *contests; /* largest part first */
    uint32_t n_contests;
    uint32_t n_origins, n_articles; /* that all contests rest on, each counted once */
} suitor_rivalry;

/* The rivals of `club`, strongest first; with `rival` other than SUITOR_NO_INDEX
 * only that one (count 0 if they share no target).
 * out owned: release with suitor_rivalries_free(). */
SUITOR_API suitor_status suitor_rivalries_of(const suitor_market *market, uint32_t club,
                                             uint32_t rival, suitor_rivalry **out, uint32_t *count,
                                             suitor_error *err);
SUITOR_API void suitor_rivalries_free(suitor_rivalry *rivalries, uint32_t count);

#ifdef __cplusplus
}
#endif
#endif
