/* Leiden, several times over: it climbs from where chance puts it, so the best of some runs
 * is better than any one.
 *
 * igraph's Leiden moves a vertex whenever that seems to gain anything. Where clubs are level,
 * which markets are full of, rounding makes it seem so for ever, and it does not return. So it
 * is given whole numbers, whose sums are exact however often a vertex goes in and out, and no
 * two ties level: each weight is changed by up to a thousand-millionth, by chance.
 */
#include "communities.h"

#include <math.h>

#include "draw.h"
#include "graph_guard.h"

/* Runs after the best one that found nothing better: then it is thought to be the best. */
enum { ENOUGH_VAIN_RUNS = 10 };

/* Edges of all searches together, beyond which there is only one: 40 of a graph
 * of 25,000. */
static const uint64_t MOST_PAIRS_SEARCHED = 1000000;

/* How far a vertex may fall short of the best move when communities are refined (the
 * method's authors use this value). */
static const double RANDOMNESS = 0.01;

/* Sum of the whole weights: twice it, 2m, must stay below 2⁵³. */
static const double WHOLE = 0x1p50;
static const double UNEVENNESS = 1e-9;

/* A run ends when an iteration gains less than this, or after so many. */
static const double NO_GAIN = 1e-9;
enum { MOST_ITERATIONS = 50 };

static igraph_error_t add_pairs(communities *c, const projection *p)
{
    igraph_vector_int_t ends;
    igraph_error_t code = igraph_vector_int_init(&ends, 2 * (graph_int)p->n_pairs);

    if (code != IGRAPH_SUCCESS)
        return code;
    for (uint32_t i = 0; i < p->n_pairs; i++) {
        VECTOR(ends)[2 * i] = p->pairs[i].a;
        VECTOR(ends)[2 * i + 1] = p->pairs[i].b;
        VECTOR(c->weights)[i] = p->pairs[i].rivalry;
    }
    code = igraph_create(&c->graph, &ends, (graph_int)p->n_vertices, IGRAPH_UNDIRECTED);
    c->has_graph = code == IGRAPH_SUCCESS;
    igraph_vector_int_destroy(&ends);
    return code;
}

/* The weights as whole numbers, none of them 0, no two level. */
static void make_whole(communities *c)
{
    graph_int n = igraph_vector_size(&c->weights);
    double scale = WHOLE / igraph_vector_sum(&c->weights);
    uint64_t state = 0;

    for (graph_int i = 0; i < n; i++) {
        double chance = (double)draw_below(&state, UINT32_MAX) / UINT32_MAX;
        VECTOR(c->whole)[i] = ceil(VECTOR(c->weights)[i] * scale * (1 - UNEVENNESS * chance));
    }
}

suitor_status communities_init(communities *c, const projection *p, suitor_error *err)
{
    igraph_error_t code;

    *c = (communities){ 0 };
    code = igraph_vector_init(&c->weights, (graph_int)p->n_pairs);
    if (code == IGRAPH_SUCCESS)
        code = igraph_vector_init(&c->whole, (graph_int)p->n_pairs);
    if (code == IGRAPH_SUCCESS)
        code = igraph_vector_init(&c->strengths, 0);
    if (code == IGRAPH_SUCCESS)
        code = igraph_vector_init(&c->whole_strengths, 0);
    if (code == IGRAPH_SUCCESS)
        code = add_pairs(c, p);
    if (code == IGRAPH_SUCCESS)
        code = igraph_strength(&c->graph, &c->strengths, igraph_vss_all(), IGRAPH_ALL,
                               IGRAPH_NO_LOOPS, &c->weights);
    if (code == IGRAPH_SUCCESS) {
        make_whole(c);
        code = igraph_strength(&c->graph, &c->whole_strengths, igraph_vss_all(), IGRAPH_ALL,
                               IGRAPH_NO_LOOPS, &c->whole);
    }
    return graph_check(code, "making the rivalry graph", err);
}

void communities_free(communities *c)
{
    igraph_vector_destroy(&c->weights);
    igraph_vector_destroy(&c->whole);
    igraph_vector_destroy(&c->strengths);
    igraph_vector_destroy(&c->whole_strengths);
    if (c->has_graph)
        igraph_destroy(&c->graph);
    *c = (communities){ 0 };
}

suitor_status communities_modularity(const communities *c, const igraph_vector_int_t *membership,
                                     double resolution, double *out, suitor_error *err)
{
    return graph_check(
        igraph_modularity(&c->graph, membership, &c->weights, resolution, IGRAPH_UNDIRECTED, out),
        "computing modularity", err);
}

/* Number the communities in the order of their first vertices. */
static igraph_error_t number(igraph_vector_int_t *membership)
{
    graph_int n = igraph_vector_int_size(membership), next = 0;
    igraph_vector_int_t names;
    igraph_error_t code = igraph_vector_int_init(&names, n);

    if (code != IGRAPH_SUCCESS)
        return code;
    for (graph_int v = 0; v < n; v++) {
        graph_int *name = &VECTOR(names)[VECTOR(*membership)[v]];
        if (*name == 0)
            *name = ++next;
        VECTOR(*membership)[v] = *name - 1;
    }
    igraph_vector_int_destroy(&names);
    return IGRAPH_SUCCESS;
}

/* One run. The iterations are counted here: igraph 0.10 with a negative number of them stops
 * after the first that changes anything. *quality is Q at `resolution`: with these weights
 * Leiden's measure is that. */
static igraph_error_t run(const communities *c, double resolution, igraph_vector_int_t *membership,
                          double *quality)
{
    double scaled = resolution / igraph_vector_sum(&c->whole_strengths), before;
    igraph_error_t code = IGRAPH_SUCCESS;
    graph_int n_found;

    *quality = -INFINITY;
    for (int i = 0; code == IGRAPH_SUCCESS && i < MOST_ITERATIONS; i++) {
        before = *quality;
        code = igraph_community_leiden(&c->graph, &c->whole, &c->whole_strengths, scaled,
                                       RANDOMNESS, i > 0, 1, membership, &n_found, quality);
        if (*quality <= before + NO_GAIN)
            break;
    }
    return code;
}

/* Searches of a large graph find nearly the same, and each takes its time. */
static uint32_t affordable(const communities *c, uint32_t runs)
{
    uint64_t some = MOST_PAIRS_SEARCHED / ((uint64_t)igraph_ecount(&c->graph) + 1) + 1;

    return runs < some ? runs : (uint32_t)some;
}

suitor_status communities_find(const communities *c, double resolution, uint32_t seed,
                               uint32_t runs, igraph_vector_int_t *membership, suitor_error *err)
{
    igraph_vector_int_t found;
    double best = 0, quality = 0;
    igraph_error_t code = igraph_vector_int_init(&found, 0);

    runs = affordable(c, runs);
    if (code == IGRAPH_SUCCESS)
        code = igraph_rng_seed(igraph_rng_default(), seed);
    for (uint32_t r = 0, vain = 0; code == IGRAPH_SUCCESS && r < runs && vain < ENOUGH_VAIN_RUNS;
         r++, vain++) {
        code = run(c, resolution, &found, &quality);
        if (code != IGRAPH_SUCCESS || (r > 0 && quality <= best + 1e-12))
            continue;
        best = quality;
        vain = 0;
        code = igraph_vector_int_update(membership, &found);
    }
    if (code == IGRAPH_SUCCESS)
        code = number(membership);
    igraph_vector_int_destroy(&found);
    return graph_check(code, "looking for clusters", err);
}
