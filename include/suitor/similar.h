/* Substitutes: players whom the same clubs want, for the same place on the pitch. */
#ifndef SUITOR_SIMILAR_H
#define SUITOR_SIMILAR_H

#include "suitor/market.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A club that wants both. */
typedef struct {
    uint32_t club;
    double weight, other_weight; /* in the player asked about, and in the other */
    double part;                 /* of the similarity */
} suitor_shared;

typedef struct {
    uint32_t player;
    double similarity;           /* cosine · fit, 0–1 */
    double cosine;               /* of the interest of all clubs in the two, 0–1 */
    double fit;                  /* of their positions, 0–1: data/positions.tsv */
    const suitor_shared *shared; /* largest part first */
    uint32_t n_shared;
    uint32_t n_origins, n_articles; /* that the shared interest rests on */
} suitor_similar;

/* Those most like `player`, most alike first, then by name; at most `limit` (0: all), and
 * none whose similarity is 0.
 *
 * The similarity is the cosine of the angle between what clubs want of each, times the fit of
 * their positions. The vectors are v_c = w_c · ln(1 + N / k_c): w_c the weight of club c's
 * interest, k_c the number of its targets, N the number of players anybody wants, so that a
 * club after everybody tells little of two of its targets (inverse document frequency:
 * Spärck Jones, J. Documentation 28, 11, 1972; cosine: Salton and Buckley, Inf. Process.
 * Manag. 24, 513, 1988).
 *
 * O(targets of the suitors of `player`, and their suitors).
 * out  owned: release with suitor_similar_free(); NULL where there is none (count 0) */
SUITOR_API suitor_status suitor_similar_to(const suitor_market *market, uint32_t player,
                                           uint32_t limit, suitor_similar **out, uint32_t *count,
                                           suitor_error *err);
SUITOR_API void suitor_similar_free(suitor_similar *similar, uint32_t count);

#ifdef __cplusplus
}
#endif
#endif
