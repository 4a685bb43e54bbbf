/* What a figure rests on: the origins and articles behind a set of interest edges, each
 * counted once however many of the edges it tells of. */
#ifndef ANALYSE_GROUNDS_H
#define ANALYSE_GROUNDS_H

#include "market_graph.h"

/* A zeroed counter must be given room by grounds_init(). */
typedef struct {
    const suitor_market *market;
    uint32_t *heard; /* by origin, and behind them by article: round it was last met in */
    uint32_t round;
    uint32_t n_origins, n_articles; /* of the present round */
} grounds;

suitor_status grounds_init(grounds *g, const suitor_market *market, suitor_error *err);
void grounds_free(grounds *g);

/* Begin a new count. */
void grounds_begin(grounds *g);

/* Count what interest edge number `edge` rests on. O(its rows). */
void grounds_add(grounds *g, uint32_t edge);

/* Number of `edge`, which is one of suitor_market_edges(). */
uint32_t grounds_number(const grounds *g, const suitor_edge *edge);

#endif
