/* Who is central: PageRank, strength and degree side by side. */
#include "suitor/central.h"

#include <stdlib.h>

#include "fail.h"
#include "graph_guard.h"
#include "grounds.h"
#include "projection.h"
#include "rank.h"
#include "walk.h"

static int strongest_first(const void *a, const void *b)
{
    const suitor_centrality *x = a, *y = b;
    return rank_compare(x->strength, x->entity, y->strength, y->entity);
}

/* Count what the interests of `entity` rest on. */
static uint32_t count_grounds(const suitor_market *market, uint32_t entity, grounds *g)
{
    uint32_t n;

    grounds_begin(g);
    if (entity < suitor_market_ledger(market)->n_players) {
        const suitor_edge *edges = market_edges_of_player(market, entity, &n);
        for (uint32_t i = 0; i < n; i++)
            grounds_add(g, grounds_number(g, &edges[i]));
    } else {
        const uint32_t *edges = market_edges_of_club(market, entity, &n);
        for (uint32_t i = 0; i < n; i++)
            grounds_add(g, edges[i]);
    }
    return n;
}

static suitor_centrality centrality_of(const suitor_market *market, uint32_t entity, double rank,
                                       grounds *g)
{
    suitor_centrality c = { .entity = entity, .rank = rank };
    uint32_t n = 0;

    c.degree = count_grounds(market, entity, g);
    c.n_origins = g->n_origins;
    c.n_articles = g->n_articles;
    if (entity < suitor_market_ledger(market)->n_players) {
        const suitor_edge *edges = market_edges_of_player(market, entity, &n);
        for (uint32_t i = 0; i < n; i++)
            c.strength += edges[i].weight;
    }
    return c;
}

/* Strengths of the clubs among `all`, which are sorted by entity. */
static suitor_status add_rivalries(const suitor_market *market, suitor_centrality *all, uint32_t n,
                                   suitor_error *err)
{
    uint32_t n_entities = suitor_market_ledger(market)->n_entities;
    double *strengths = calloc((size_t)n_entities + 1, sizeof *strengths);
    projection p = { 0 };
    suitor_status st = projection_of(&p, market, err);

    if (!strengths)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u strengths", n_entities);
    for (uint32_t i = 0; st == SUITOR_OK && i < p.n_pairs; i++) {
        strengths[p.clubs[p.pairs[i].a]] += p.pairs[i].rivalry;
        strengths[p.clubs[p.pairs[i].b]] += p.pairs[i].rivalry;
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        all[i].strength = strengths[all[i].entity];
    projection_free(&p);
    free(strengths);
    return st;
}

static suitor_status gather(const suitor_market *market, suitor_kind kind, const walk *w,
                            suitor_centrality *all, uint32_t *n, suitor_error *err)
{
    uint32_t n_players = suitor_market_ledger(market)->n_players;
    igraph_vector_t ranks = { 0 };
    grounds g = { 0 };
    suitor_status st = graph_check(igraph_vector_init(&ranks, 0), "making room", err);

    if (st == SUITOR_OK)
        st = walk_rank(w, SUITOR_NO_INDEX, &ranks, err);
    if (st == SUITOR_OK)
        st = grounds_init(&g, market, err);
    for (uint32_t v = 0; st == SUITOR_OK && v < w->n_vertices; v++)
        if ((w->entities[v] < n_players) == (kind == SUITOR_KIND_PLAYER))
            all[(*n)++] = centrality_of(market, w->entities[v], VECTOR(ranks)[v], &g);
    grounds_free(&g);
    igraph_vector_destroy(&ranks);
    if (st == SUITOR_OK && kind == SUITOR_KIND_CLUB)
        st = add_rivalries(market, all, *n, err);
    return st;
}

suitor_status suitor_centralities(const suitor_market *market, suitor_kind kind, uint32_t limit,
                                  suitor_centrality **out, uint32_t *count, suitor_error *err)
{
    suitor_centrality *all = NULL;
    uint32_t n = 0;
    walk w = { 0 };
    suitor_status st = walk_init(&w, market, err);

    if (st == SUITOR_OK && w.n_vertices) {
        all = malloc(w.n_vertices * sizeof *all);
        st = all ? gather(market, kind, &w, all, &n, err)
                 : fail(err, SUITOR_ERR_NOMEM, "no memory for %u names", w.n_vertices);
    }
    walk_free(&w);
    if (st != SUITOR_OK) {
        free(all);
        return st;
    }
    if (n)
        qsort(all, n, sizeof *all, strongest_first);
    *out = all;
    *count = limit && n > limit ? limit : n;
    return SUITOR_OK;
}
