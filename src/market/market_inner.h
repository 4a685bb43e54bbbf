/* What a market is made of. Seen by src/market only; stages above use
 * market_graph.h and evidence.h. */
#ifndef MARKET_INNER_H
#define MARKET_INNER_H

#include "market_graph.h"
#include "model.h"

struct suitor_market {
    const suitor_ledger *ledger; /* borrowed */
    const suitor_model *model;   /* borrowed */
    int32_t day;                 /* the market stands at; SUITOR_NO_DAY where nothing is dated */
    int32_t first_day;           /* of the first dated article: undated ones count as that old */
    uint8_t *tiers;              /* tiers[origin] */
    uint32_t *player_rows;       /* rows of p: [player_rows[p], player_rows[p + 1]) */
    uint32_t *club_of;           /* entity index by player, SUITOR_NO_INDEX unknown */
    int32_t *settled;            /* day of the last done deal by player, SUITOR_NO_DAY none */
    suitor_edge *edges;          /* by player, then club */
    uint32_t n_edges, cap_edges;
    uint32_t *edge_rows; /* ledger rows that edge i rests on: */
    uint32_t *row_ends;  /* edge_rows[row_ends[i - 1] (0 of the first) … row_ends[i]) */
    uint32_t cap_edge_rows, cap_row_ends;
    uint32_t *player_edges; /* edges of p: [player_edges[p], player_edges[p + 1]) */
    uint32_t *club_first;   /* edges of club n_players + c: */
    uint32_t *club_edges;   /* club_edges[club_first[c] … club_first[c + 1]) */
    market_link *links;     /* edges of the graph that are no interest */
    uint32_t n_links, cap_links;
    igraph_t graph;
    bool has_graph;
};

/* Build market->links and market->graph from all the rest. */
suitor_status market_graph_build(suitor_market *market, suitor_error *err);

#endif
