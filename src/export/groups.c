/* Clubs have clusters; players are put into that of most of their suitors' weight. */
#include "groups.h"

#include <stdlib.h>

#include "fail.h"

/* The cluster of the player of edges[from … to); `weights` is scratch, zeroed, a number a
 * cluster. */
static uint32_t heaviest(const groups *g, const suitor_edge *edges, uint32_t from, uint32_t to,
                         double *weights)
{
    uint32_t best = SUITOR_NO_INDEX;

    for (uint32_t i = from; i < to; i++) {
        uint32_t cluster = g->of[edges[i].club];
        if (cluster == SUITOR_NO_INDEX)
            continue;
        weights[cluster] += edges[i].weight;
        if (best == SUITOR_NO_INDEX || weights[cluster] > weights[best])
            best = cluster;
    }
    for (uint32_t i = from; i < to; i++)
        if (g->of[edges[i].club] != SUITOR_NO_INDEX)
            weights[g->of[edges[i].club]] = 0;
    return best;
}

static void place(groups *g, const suitor_market *market, double *weights)
{
    const suitor_ledger *l = suitor_market_ledger(market);
    uint32_t count;
    const suitor_edge *edges = suitor_market_edges(market, &count);

    for (uint32_t i = 0; i < l->n_entities; i++)
        g->of[i] = i < l->n_players ? SUITOR_NO_INDEX : suitor_cluster_of(g->found, i);
    for (uint32_t from = 0, to; from < count; from = to) {
        for (to = from; to < count && edges[to].player == edges[from].player;)
            to++;
        g->of[edges[from].player] = heaviest(g, edges, from, to, weights);
    }
}

suitor_status groups_find(const suitor_market *market, groups *out, suitor_error *err)
{
    suitor_cluster_options options = SUITOR_CLUSTER_OPTIONS_INIT;
    double *weights = NULL;
    suitor_status st;

    *out = (groups){ 0 };
    options.resamples = 0;
    st = suitor_clusters(market, &options, &out->found, err);
    if (st != SUITOR_OK)
        return st;
    out->of = calloc((size_t)suitor_market_ledger(market)->n_entities + 1, sizeof *out->of);
    weights = calloc((size_t)out->found->n_clusters + 1, sizeof *weights);
    if (out->of && weights)
        place(out, market, weights);
    else
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the clusters of players and clubs");
    free(weights);
    return st;
}

void groups_clear(groups *g)
{
    suitor_clustering_free(g->found);
    free(g->of);
    *g = (groups){ 0 };
}
