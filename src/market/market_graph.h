/* The market as a graph, for the stages above: the igraph_t with its attributes
 * for exports, and plain arrays over the same edges for algorithms.
 *
 * Vertices are ledger entities in ledger order. Edge ids count the interest
 * edges first, in the order of suitor_market_edges(), then market_links().
 *   vertex attributes  kind, name, position and age (players; NaN unknown), needs (clubs,
 *                      "CB|ST")
 *   edge attributes    kind ("interest", "plays_for", "either_or"), relation, stage and weight
 *                      (of interest, else "" and NaN), first and last (days since
 *                      1970, NaN unknown), origins, articles, club (its vertex;
 *                      of either_or the club that would sell or buy only one)
 */
#ifndef MARKET_GRAPH_H
#define MARKET_GRAPH_H

#include <igraph.h>

#include "suitor/market.h"

/* igraph 1.0 renamed its integer. */
#if IGRAPH_VERSION_MAJOR >= 1
typedef igraph_int_t graph_int;
#else
typedef igraph_integer_t graph_int;
#endif

typedef enum { MARKET_PLAYS_FOR, MARKET_EITHER_OR } market_link_kind;

/* An edge that is no interest. */
typedef struct {
    market_link_kind kind;
    uint32_t from, to;   /* player and his club, or two players */
    uint32_t club;       /* who would sell or buy only one of them; or `to` */
    int32_t first, last; /* days of first and last report */
    uint32_t n_origins, n_articles;
} market_link;

/* Borrowed from the market, as everything below. */
const igraph_t *market_graph(const suitor_market *market);
const market_link *market_links(const suitor_market *market, uint32_t *count);

/* Interest edges of `player`, in a row. */
const suitor_edge *market_edges_of_player(const suitor_market *market, uint32_t player,
                                          uint32_t *count);

/* Interest edges of `club` as indices into suitor_market_edges(), by player. */
const uint32_t *market_edges_of_club(const suitor_market *market, uint32_t club, uint32_t *count);

/* Rows of the ledger that interest edge `edge` rests on, oldest first. */
const uint32_t *market_rows_of_edge(const suitor_market *market, uint32_t edge, uint32_t *count);

/* Day of the done deal that last settled the race for `player`, else SUITOR_NO_DAY. */
int32_t market_settled_day(const suitor_market *market, uint32_t player);

/* How well a player of position `a` stands in for one of `b`, 0–1 (data/positions.tsv). */
double market_position_fit(const suitor_market *market, suitor_position a, suitor_position b);

#endif
