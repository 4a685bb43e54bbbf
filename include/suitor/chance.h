/* Would two clubs meet this often by chance?
 *
 * Busy clubs meet often because they are busy. The bipartite configuration model keeps how
 * many players each club wants and how many clubs want each player, on average, and is else
 * as random as can be (Saracco, Di Clemente, Gabrielli and Squartini, Sci. Rep. 5, 10595,
 * 2015): club c wants player p with chance
 *     P_cp = x_c · y_p / (1 + x_c · y_p),   Σ_p P_cp = k_c,   Σ_c P_cp = k_p.
 * In it clubs c and d meet over p with chance P_cp · P_dp, over each player by himself, so
 * that their number of meetings is Poisson-binomial; the p-value is the chance of as many as
 * there are, or more (Saracco, Straka, Di Clemente, Gabrielli, Caldarelli and Squartini, New
 * J. Phys. 19, 053022, 2017). Over all pairs of clubs that want anybody the false discovery
 * rate is controlled (Benjamini and Hochberg, J. R. Statist. Soc. B 57, 289, 1995).
 *
 * Weights do not count here, only who wants whom.
 */
#ifndef SUITOR_CHANCE_H
#define SUITOR_CHANCE_H

#include "suitor/market.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct suitor_chance suitor_chance;

/* At this rate of false discoveries pairs are said to meet more often than by chance. */
#define SUITOR_FALSE_DISCOVERY_RATE 0.05

/* Solve the model for `market`. O(pairs that meet · log) and, d the numbers of different
 * degrees, O(d_clubs · d_players) a sweep.
 * out  owned: release with suitor_chance_free(); the market may go */
SUITOR_API suitor_status suitor_chance_new(const suitor_market *market, suitor_chance **out,
                                           suitor_error *err);

/* Release what it owns; NULL is fine. */
SUITOR_API void suitor_chance_free(suitor_chance *chance);

typedef struct {
    uint32_t n_meetings; /* players both want */
    double expected;     /* such players, by chance */
    double z;            /* (n_meetings − expected) / standard deviation; 0 where that is 0 */
    double p;            /* chance of as many meetings or more, 0–1 */
    double q;            /* least rate of false discoveries at which the pair is one, 0–1 */
} suitor_odds;

/* Of two clubs, in either order; all 0 with p and q 1 where one of them wants nobody or is no
 * club. O(log pairs). */
SUITOR_API suitor_odds suitor_chance_of(const suitor_chance *chance, uint32_t club, uint32_t rival);

/* The chance that `club` wants `player`, 0–1; 0 where they are none. */
SUITOR_API double suitor_chance_link(const suitor_chance *chance, uint32_t club, uint32_t player);

#ifdef __cplusplus
}
#endif
#endif
