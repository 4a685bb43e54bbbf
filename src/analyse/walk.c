/* Walks: a graph of interest alone, and igraph's PRPACK on it. */
#include "walk.h"

#include <stdlib.h>

#include "fail.h"
#include "graph_guard.h"

/* Chance to go on; the usual value, since the method's authors. */
static const double DAMPING = 0.85;

static suitor_status number_vertices(walk *w, const suitor_market *market, suitor_error *err)
{
    uint32_t n_entities = suitor_market_ledger(market)->n_entities, n;
    const suitor_edge *edges = suitor_market_edges(market, &n);

    w->entities = calloc((size_t)n_entities + 1, sizeof *w->entities);
    w->vertex_of = calloc((size_t)n_entities + 1, sizeof *w->vertex_of);
    if (!w->entities || !w->vertex_of)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u names", n_entities);
    for (uint32_t i = 0; i < n; i++)
        w->vertex_of[edges[i].player] = w->vertex_of[edges[i].club] = 1;
    for (uint32_t i = 0; i < n_entities; i++) {
        bool touched = w->vertex_of[i] != 0;
        w->vertex_of[i] = touched ? w->n_vertices : SUITOR_NO_INDEX;
        if (touched)
            w->entities[w->n_vertices++] = i;
    }
    return SUITOR_OK;
}

static igraph_error_t make_graph(walk *w, const suitor_market *market)
{
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(market, &n);
    igraph_vector_int_t ends;
    igraph_error_t code = igraph_vector_int_init(&ends, 2 * (graph_int)n);

    if (code != IGRAPH_SUCCESS)
        return code;
    code = igraph_vector_resize(&w->weights, (graph_int)n);
    for (uint32_t i = 0; code == IGRAPH_SUCCESS && i < n; i++) {
        VECTOR(ends)[2 * (graph_int)i] = w->vertex_of[edges[i].player];
        VECTOR(ends)[2 * (graph_int)i + 1] = w->vertex_of[edges[i].club];
        VECTOR(w->weights)[i] = edges[i].weight;
    }
    if (code == IGRAPH_SUCCESS)
        code = igraph_create(&w->graph, &ends, (graph_int)w->n_vertices, IGRAPH_UNDIRECTED);
    w->has_graph = code == IGRAPH_SUCCESS;
    igraph_vector_int_destroy(&ends);
    return code;
}

suitor_status walk_init(walk *w, const suitor_market *market, suitor_error *err)
{
    suitor_status st;

    *w = (walk){ 0 };
    st = number_vertices(w, market, err);
    if (st == SUITOR_OK)
        st = graph_check(igraph_vector_init(&w->weights, 0), "making room", err);
    return st == SUITOR_OK ? graph_check(make_graph(w, market), "making the graph", err) : st;
}

void walk_free(walk *w)
{
    igraph_vector_destroy(&w->weights);
    if (w->has_graph)
        igraph_destroy(&w->graph);
    free(w->entities);
    free(w->vertex_of);
    *w = (walk){ 0 };
}

suitor_status walk_rank(const walk *w, uint32_t from, igraph_vector_t *ranks, suitor_error *err)
{
    igraph_error_t code;

    if (from == SUITOR_NO_INDEX)
        code = igraph_pagerank(&w->graph, IGRAPH_PAGERANK_ALGO_PRPACK, ranks, NULL,
                               igraph_vss_all(), IGRAPH_UNDIRECTED, DAMPING, &w->weights, NULL);
    else
        code = igraph_personalized_pagerank_vs(&w->graph, IGRAPH_PAGERANK_ALGO_PRPACK, ranks, NULL,
                                               igraph_vss_all(), IGRAPH_UNDIRECTED, DAMPING,
                                               igraph_vss_1((graph_int)from), &w->weights, NULL);
    return graph_check(code, "walking along interest", err);
}
