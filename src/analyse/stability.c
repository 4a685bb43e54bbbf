/* Resampling: an article is drawn or not (how often does not matter: what it says counts
 * once), the rows of those drawn are weighed, projected and clustered. Each is drawn by
 * itself, a Poisson number of times: also of a single article it is then not sure that it
 * is there. */
#include "stability.h"

#include <stdlib.h>

#include "draw.h"
#include "fail.h"
#include "graph_guard.h"
#include "part.h"

/* Working room of all resamples. */
typedef struct {
    market_part *part;
    uint8_t *drawn; /* by article */
    projection projection;
    igraph_vector_int_t membership;
} room;

/* 1 − 1/e, the chance of a Poisson number of mean 1 not to be 0, as a share of 2³². */
static const uint32_t DRAWN = 2714937127;

static void draw_articles(uint8_t *drawn, uint32_t n, uint64_t *state)
{
    for (uint32_t i = 0; i < n; i++)
        drawn[i] = draw_bits(state) >> 32 < DRAWN;
}

/* One search is enough here: the resamples differ by more than searches do. */
static suitor_status cluster(room *r, double resolution, uint32_t seed, uint32_t *found,
                             uint32_t n_clubs, suitor_error *err)
{
    communities c = { 0 };
    suitor_status st = SUITOR_OK;

    if (r->projection.n_pairs) {
        st = communities_init(&c, &r->projection, err);
        if (st == SUITOR_OK)
            st = communities_find(&c, resolution, seed, 1, &r->membership, err);
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < n_clubs; i++) {
        uint32_t v = r->projection.vertex_of[i];
        found[i] = v == SUITOR_NO_INDEX ? v : (uint32_t)VECTOR(r->membership)[v];
    }
    communities_free(&c);
    return st;
}

suitor_status stability_resample(const suitor_market *market, const suitor_cluster_options *options,
                                 double resolution, uint32_t *found, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    uint32_t n_clubs = ledger->n_entities - ledger->n_players, n;
    uint64_t state = options->seed;
    const suitor_edge *edges;
    room r = { 0 };
    suitor_status st = market_part_new(market, &r.part, err);

    r.drawn = calloc((size_t)ledger->n_articles + 1, 1);
    if (st == SUITOR_OK && !r.drawn)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory to draw from %u articles", ledger->n_articles);
    if (st == SUITOR_OK)
        st = graph_check(igraph_vector_int_init(&r.membership, 0), "making room", err);
    for (uint32_t i = 0; st == SUITOR_OK && i < options->resamples; i++) {
        uint32_t seed = (uint32_t)draw_bits(&state);
        draw_articles(r.drawn, ledger->n_articles, &state);
        st = market_part_drawn(r.part, r.drawn, &edges, &n, err);
        if (st == SUITOR_OK)
            st = projection_make(&r.projection, edges, n, ledger->n_players, n_clubs, err);
        if (st == SUITOR_OK)
            st = cluster(&r, resolution, seed, found + (size_t)i * n_clubs, n_clubs, err);
    }
    igraph_vector_int_destroy(&r.membership);
    projection_free(&r.projection);
    market_part_free(r.part);
    free(r.drawn);
    return st;
}
