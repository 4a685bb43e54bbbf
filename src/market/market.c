/* Asking a market that stands. */
#include <stdlib.h>

#include "market_inner.h"

void suitor_market_free(suitor_market *market)
{
    if (!market)
        return;
    if (market->has_graph)
        igraph_destroy(&market->graph);
    free(market->tiers);
    free(market->player_rows);
    free(market->player_edges);
    free(market->club_of);
    free(market->settled);
    free(market->edges);
    free(market->edge_rows);
    free(market->row_ends);
    free(market->club_first);
    free(market->club_edges);
    free(market->links);
    free(market);
}

const suitor_ledger *suitor_market_ledger(const suitor_market *market) { return market->ledger; }

int32_t suitor_market_day(const suitor_market *market) { return market->day; }

const suitor_edge *suitor_market_edges(const suitor_market *market, uint32_t *count)
{
    *count = market->n_edges;
    return market->edges;
}

uint32_t suitor_market_club_of(const suitor_market *market, uint32_t player)
{
    return player < market->ledger->n_players ? market->club_of[player] : SUITOR_NO_INDEX;
}

const suitor_model *market_model(const suitor_market *market) { return market->model; }

const igraph_t *market_graph(const suitor_market *market) { return &market->graph; }

const market_link *market_links(const suitor_market *market, uint32_t *count)
{
    *count = market->n_links;
    return market->links;
}

const suitor_edge *market_edges_of_player(const suitor_market *market, uint32_t player,
                                          uint32_t *count)
{
    uint32_t first = market->player_edges[player];

    *count = market->player_edges[player + 1] - first;
    return *count ? market->edges + first : NULL;
}

const uint32_t *market_edges_of_club(const suitor_market *market, uint32_t club, uint32_t *count)
{
    uint32_t c = club - market->ledger->n_players;

    *count = market->club_first[c + 1] - market->club_first[c];
    return market->club_edges + market->club_first[c];
}

const uint32_t *market_rows_of_edge(const suitor_market *market, uint32_t edge, uint32_t *count)
{
    uint32_t first = edge ? market->row_ends[edge - 1] : 0;

    *count = market->row_ends[edge] - first;
    return market->edge_rows + first;
}

int32_t market_settled_day(const suitor_market *market, uint32_t player)
{
    return market->settled[player];
}

bool suitor_market_is_thin(const suitor_market *market, double weight, uint32_t n_origins)
{
    return weight < market->model->thin_weight || n_origins < market->model->thin_origins;
}
