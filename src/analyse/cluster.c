/* Clusters: projection → communities → members, prizes and names, each in its own file; here
 * they are put together. */
#include "suitor/cluster.h"

#include <math.h>
#include <stdlib.h>

#include "clustering.h"
#include "fail.h"
#include "graph_guard.h"
#include "levels.h"
#include "rank.h"
#include "stability.h"

/* What the clusters are made from. */
typedef struct {
    const suitor_market *market;
    const suitor_cluster_options *options;
    projection projection;
    communities communities;
    igraph_vector_int_t membership; /* by vertex */
} making;

suitor_status clustering_check(const suitor_cluster_options *o, suitor_error *err)
{
    if (!isfinite(o->resolution) || o->resolution < 0)
        return fail(err, SUITOR_ERR_INVALID, "clusters: resolution %g is not 0 or above",
                    o->resolution);
    if (o->runs < 1 || o->runs > SUITOR_MAX_RUNS || o->resamples > SUITOR_MAX_RESAMPLES)
        return fail(err, SUITOR_ERR_INVALID,
                    "clusters: %u runs and %u resamples; 1 to %d and 0 to "
                    "%d are possible",
                    o->runs, o->resamples, SUITOR_MAX_RUNS, SUITOR_MAX_RESAMPLES);
    return SUITOR_OK;
}

static suitor_status allocate(clustering *c, const making *m, suitor_error *err)
{
    size_t n = c->n_clubs, n_pairs = m->projection.n_pairs;

    c->cluster_of = malloc((n + 1) * sizeof *c->cluster_of);
    c->clusters = calloc(n + 1, sizeof *c->clusters);
    c->members = calloc(n + 1, sizeof *c->members);
    c->alone = calloc(n + 1, sizeof *c->alone);
    c->pairs = calloc(n_pairs + 1, sizeof *c->pairs);
    if (m->options->resamples)
        c->found = calloc(n * m->options->resamples + 1, sizeof *c->found);
    if (!c->cluster_of || !c->clusters || !c->members || !c->alone || !c->pairs ||
        (m->options->resamples && !c->found))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the clusters of %zu clubs", n);
    for (size_t i = 0; i < n; i++)
        c->cluster_of[i] = SUITOR_NO_INDEX;
    return SUITOR_OK;
}

/* Find the communities, at the resolution asked for or chosen. */
static suitor_status search(clustering *c, making *m, suitor_error *err)
{
    suitor_level levels[LEVELS];
    uint32_t chosen = 0;
    double resolution = m->options->resolution;
    suitor_status st = communities_init(&m->communities, &m->projection, err);

    if (st == SUITOR_OK && resolution <= 0) {
        st = levels_find(&m->communities, m->options, levels, &chosen, err);
        if (st == SUITOR_OK)
            resolution = levels[chosen].resolution;
    }
    c->result.resolution = resolution;
    if (st == SUITOR_OK)
        st = communities_find(&m->communities, resolution, m->options->seed, m->options->runs,
                              &m->membership, err);
    if (st == SUITOR_OK)
        st = communities_modularity(&m->communities, &m->membership, 1, &c->result.modularity, err);
    if (st == SUITOR_OK)
        st = communities_modularity(&m->communities, &m->membership, resolution, &c->result.quality,
                                    err);
    return st;
}

static bool is_inside(const making *m, const projection_pair *pair)
{
    return VECTOR(m->membership)[pair->a] == VECTOR(m->membership)[pair->b];
}

/* A community while clusters are ranked. */
typedef struct {
    double strength;
    uint32_t number, n_members;
} community;

static int strongest_first(const void *a, const void *b)
{
    const community *x = a, *y = b;

    if ((x->n_members > 1) != (y->n_members > 1))
        return x->n_members > 1 ? -1 : 1;
    return rank_compare(x->strength, x->number, y->strength, y->number);
}

/* Communities of two clubs and more become clusters, strongest first. Equal ones by their
 * first clubs, whose order their numbers have. */
static suitor_status rank_communities(clustering *c, const making *m, suitor_error *err)
{
    uint32_t n = m->projection.n_vertices;
    community *all = calloc((size_t)n + 1, sizeof *all);
    uint32_t *cluster_of = calloc((size_t)n + 1, sizeof *cluster_of);

    if (!all || !cluster_of) {
        free(all);
        free(cluster_of);
        return fail(err, SUITOR_ERR_NOMEM, "no memory to rank clusters");
    }
    for (uint32_t v = 0; v < n; v++)
        all[v].number = v;
    for (uint32_t v = 0; v < n; v++)
        all[VECTOR(m->membership)[v]].n_members++;
    for (uint32_t i = 0; i < m->projection.n_pairs; i++)
        if (is_inside(m, &m->projection.pairs[i]))
            all[VECTOR(m->membership)[m->projection.pairs[i].a]].strength +=
                m->projection.pairs[i].rivalry;
    if (n)
        qsort(all, n, sizeof *all, strongest_first);
    for (uint32_t i = 0; i < n && all[i].n_members > 1; i++) {
        suitor_cluster *cluster = &c->clusters[c->result.n_clusters++];
        cluster->strength = all[i].strength;
        cluster->members = i ? cluster[-1].members + cluster[-1].n_members : c->members;
        cluster->n_members = all[i].n_members;
        cluster_of[all[i].number] = c->result.n_clusters;
    }
    for (uint32_t v = 0; v < n; v++)
        c->cluster_of[m->projection.clubs[v] - c->first_club] =
            cluster_of[VECTOR(m->membership)[v]] - 1; /* 0 − 1: SUITOR_NO_INDEX */
    free(all);
    free(cluster_of);
    return SUITOR_OK;
}

static int largest_part_first(const void *a, const void *b)
{
    const suitor_member *x = a, *y = b;
    return rank_compare(x->inside, x->club, y->inside, y->club);
}

/* The rivalries inside of each vertex; the caller frees them. */
static double *sum_inside(const making *m)
{
    double *inside = calloc((size_t)m->projection.n_vertices + 1, sizeof *inside);

    for (uint32_t i = 0; inside && i < m->projection.n_pairs; i++) {
        const projection_pair *pair = &m->projection.pairs[i];
        if (!is_inside(m, pair))
            continue;
        inside[pair->a] += pair->rivalry;
        inside[pair->b] += pair->rivalry;
    }
    return inside;
}

static suitor_status add_members(clustering *c, const making *m, suitor_error *err)
{
    double *inside = sum_inside(m);
    uint32_t *filled = calloc((size_t)c->result.n_clusters + 1, sizeof *filled);

    for (uint32_t v = 0; inside && filled && v < m->projection.n_vertices; v++) {
        uint32_t club = m->projection.clubs[v], of = c->cluster_of[club - c->first_club];
        if (of == SUITOR_NO_INDEX)
            continue;
        const suitor_cluster *cluster = &c->clusters[of];
        c->members[(size_t)(cluster->members - c->members) + filled[of]++] =
            (suitor_member){ .club = club,
                             .inside = inside[v],
                             .part = inside[v] / (2 * cluster->strength),
                             .belonging = inside[v] / VECTOR(m->communities.strengths)[v] };
    }
    for (uint32_t i = 0; inside && filled && i < c->result.n_clusters; i++)
        qsort(c->members + (c->clusters[i].members - c->members), c->clusters[i].n_members,
              sizeof *c->members, largest_part_first);
    bool ok = inside && filled;
    free(inside);
    free(filled);
    return ok ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "no memory for the members of clusters");
}

double suitor_consensus(const suitor_clustering *result, uint32_t club, uint32_t other)
{
    const clustering *c = (const clustering *)(const void *)result;
    uint32_t a = club - c->first_club, b = other - c->first_club, together = 0;

    if (!c->found || a >= c->n_clubs || b >= c->n_clubs)
        return 0;
    for (uint32_t r = 0; r < result->n_resamples; r++) {
        const uint32_t *found = c->found + (size_t)r * c->n_clubs;
        together += found[a] != SUITOR_NO_INDEX && found[a] == found[b];
    }
    return (double)together / result->n_resamples;
}

/* Stability of members and clusters out of the consensus of their pairs. */
static void add_stability(clustering *c)
{
    for (uint32_t i = 0; i < c->result.n_clusters; i++) {
        suitor_cluster *cluster = &c->clusters[i];
        suitor_member *members = c->members + (cluster->members - c->members);
        uint32_t n = cluster->n_members;
        double sum = 0;
        for (uint32_t k = 0; k < n; k++)
            for (uint32_t l = 0; l < k; l++) {
                double share = suitor_consensus(&c->result, members[k].club, members[l].club);
                members[k].stability += share / (n - 1);
                members[l].stability += share / (n - 1);
                sum += share;
            }
        cluster->stability = sum / n / (n - 1) * 2;
    }
}

static int closest_first(const void *a, const void *b)
{
    const suitor_pair *x = a, *y = b;

    if (x->rivalry != y->rivalry || x->club == y->club)
        return rank_compare(x->rivalry, x->rival, y->rivalry, y->rival);
    return x->club < y->club ? -1 : 1;
}

static void add_pairs(clustering *c, const making *m)
{
    for (uint32_t i = 0; i < m->projection.n_pairs; i++) {
        const projection_pair *pair = &m->projection.pairs[i];
        uint32_t club = m->projection.clubs[pair->a], rival = m->projection.clubs[pair->b];
        c->pairs[i] =
            (suitor_pair){ .club = club,
                           .rival = rival,
                           .rivalry = pair->rivalry,
                           .n_meetings = pair->n_meetings,
                           .cluster = is_inside(m, pair) ? suitor_cluster_of(&c->result, club)
                                                         : SUITOR_NO_INDEX,
                           .consensus = suitor_consensus(&c->result, club, rival) };
    }
    qsort(c->pairs, m->projection.n_pairs, sizeof *c->pairs, closest_first);
    c->result.n_pairs = m->projection.n_pairs;
}

static void add_alone(clustering *c, const suitor_market *market)
{
    uint32_t n;

    for (uint32_t i = 0; i < c->n_clubs; i++) {
        market_edges_of_club(market, c->first_club + i, &n);
        if (n && c->cluster_of[i] == SUITOR_NO_INDEX)
            c->alone[c->result.n_alone++] = c->first_club + i;
    }
}

static suitor_status fill(clustering *c, making *m, suitor_error *err)
{
    suitor_status st;

    if ((st = search(c, m, err)) != SUITOR_OK || (st = rank_communities(c, m, err)) != SUITOR_OK ||
        (st = add_members(c, m, err)) != SUITOR_OK ||
        (st = clustering_add_prizes(c, m->market, err)) != SUITOR_OK)
        return st;
    if (m->options->resamples) {
        st = stability_resample(m->market, m->options, c->result.resolution, c->found, err);
        if (st != SUITOR_OK)
            return st;
        c->result.n_resamples = m->options->resamples;
        add_stability(c);
    }
    add_pairs(c, m);
    return SUITOR_OK;
}

/* Let the result point to what was made. */
static void hand_over(clustering *c)
{
    c->result.clusters = c->clusters;
    c->result.pairs = c->pairs;
    c->result.alone = c->alone;
}

suitor_status suitor_clusters(const suitor_market *market, const suitor_cluster_options *options,
                              suitor_clustering **out, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    making m = { .market = market, .options = options };
    clustering *c = NULL;
    suitor_status st = clustering_check(options, err);

    if (st != SUITOR_OK)
        return st;
    c = calloc(1, sizeof *c);
    if (!c)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for clusters");
    c->first_club = ledger->n_players;
    c->n_clubs = ledger->n_entities - ledger->n_players;
    c->result.seed = options->seed;
    c->result.resolution = options->resolution > 0 ? options->resolution : 1;
    if ((st = projection_of(&m.projection, market, err)) != SUITOR_OK ||
        (st = graph_check(igraph_vector_int_init(&m.membership, 0), "making room", err)) !=
            SUITOR_OK ||
        (st = allocate(c, &m, err)) != SUITOR_OK)
        goto done;
    if (m.projection.n_pairs && (st = fill(c, &m, err)) != SUITOR_OK)
        goto done;
    add_alone(c, market);
    hand_over(c);
    *out = &c->result;
    c = NULL;
done:
    igraph_vector_int_destroy(&m.membership);
    communities_free(&m.communities);
    projection_free(&m.projection);
    if (c)
        suitor_clustering_free(&c->result);
    return st;
}

uint32_t suitor_cluster_of(const suitor_clustering *result, uint32_t club)
{
    const clustering *c = (const clustering *)(const void *)result;
    uint32_t i = club - c->first_club;

    return i < c->n_clubs ? c->cluster_of[i] : SUITOR_NO_INDEX;
}

void suitor_clustering_free(suitor_clustering *result)
{
    clustering *c = (clustering *)(void *)result;

    if (!c)
        return;
    free(c->cluster_of);
    free(c->found);
    free(c->clusters);
    free(c->members);
    free(c->prizes);
    free(c->pairs);
    free(c->alone);
    arena_free(&c->names);
    free(c);
}
