/* The market at a date: every interest boiled down to a weight in [0, 1].
 *
 * For evidence i of a pair: s_i = stage · hedge · reliability(origin) ·
 * confidence · 2^(−age / half_life). Within an origin the strongest counts;
 * origins combine as independent evidence, w = 1 − Π_origins (1 − max s_i)
 * (noisy-or: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988).
 * An `ended` of strength e scales all older evidence by 1 − e. A `deal` done
 * settles the race: the player is the new club's and other interest older than
 * the deal ends. Parameters: data/model.json, each with its source.
 */
#ifndef SUITOR_MARKET_H
#define SUITOR_MARKET_H

#include "suitor/ledger.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct suitor_model suitor_model;
typedef struct suitor_market suitor_market;

/* Read model.json and the tiers of outlets and journalists from `data_dir`
 * (NULL: suitor_data_dir()). out owned: release with suitor_model_free(). */
SUITOR_API suitor_status suitor_model_load(const char *data_dir, suitor_model **out,
                                           suitor_error *err);
SUITOR_API void suitor_model_free(suitor_model *model);

/* False for what registers of players write in the place of a club: "Without Club", "Retired"
 * (`no_clubs` of model.json). */
SUITOR_API bool suitor_model_is_club(const suitor_model *model, suitor_sv name);

/* Build the market of `ledger` as it stood on ledger->at.
 * ledger, model  borrowed: must outlive the market
 * out            owned: release with suitor_market_free()
 * O(rows + entities). The graph behind it is an igraph_t whose vertices are
 * ledger entities in the same order. */
SUITOR_API suitor_status suitor_market_build(const suitor_ledger *ledger, const suitor_model *model,
                                             suitor_market **out, suitor_error *err);
SUITOR_API void suitor_market_free(suitor_market *market);
SUITOR_API const suitor_ledger *suitor_market_ledger(const suitor_market *market);

/* The day the market stands at: ledger->at, or the last article's day. */
SUITOR_API int32_t suitor_market_day(const suitor_market *market);

/* Interest of a club in a player. */
typedef struct {
    uint32_t player, club;    /* entity indices */
    double weight;            /* 0–1 */
    suitor_relation relation; /* SUITOR_INTEREST, or SUITOR_DEAL while agreed but not done */
    suitor_stage stage;       /* most advanced one still alive */
    int32_t first, last;      /* days of first and last report */
    uint32_t n_origins, n_articles;
} suitor_edge;

/* All live interest edges, sorted by player, then club. Borrowed from the market. */
SUITOR_API const suitor_edge *suitor_market_edges(const suitor_market *market, uint32_t *count);

/* Whether so much weight from so many origins is too little to say anything (thresholds of
 * data/model.json). */
SUITOR_API bool suitor_market_is_thin(const suitor_market *market, double weight,
                                      uint32_t n_origins);

/* The club `player` belongs to, or SUITOR_NO_INDEX where nobody has told. */
SUITOR_API uint32_t suitor_market_club_of(const suitor_market *market, uint32_t player);

/* The arithmetic of one piece of evidence behind an edge. */
typedef struct {
    uint32_t row; /* into ledger->rows */
    double stage; /* factors, each 0–1 */
    double hedge;
    double reliability;
    double confidence;
    double decay;    /* 2^(−age / half_life) */
    double kept;     /* what later `ended` and `deal` evidence left of it */
    double strength; /* product of all the above */
    bool counts;     /* strongest of its origin, so it enters the weight */
} suitor_factor;

/* Every row of (player, club), oldest first, with its arithmetic; rows of
 * relation ended or deal are among them.
 * out   owned: release with free(); NULL when there is no row (count 0) */
SUITOR_API suitor_status suitor_market_explain(const suitor_market *market, uint32_t player,
                                               uint32_t club, suitor_factor **out, uint32_t *count,
                                               double *weight, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
