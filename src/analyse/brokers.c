/* Clubs between clusters: betweenness by igraph, participation by a pass over the pairs. */
#include <math.h>
#include <stdlib.h>

#include "communities.h"
#include "fail.h"
#include "graph_guard.h"
#include "grounds.h"
#include "rank.h"
#include "suitor/central.h"

/* One end of a pair. */
typedef struct {
    uint32_t club, rival, cluster; /* of the rival; for one in none a number of its own */
    double rivalry;
} tie;

static int by_club_and_cluster(const void *a, const void *b)
{
    const tie *x = a, *y = b;

    if (x->club != y->club)
        return x->club < y->club ? -1 : 1;
    if (x->cluster != y->cluster)
        return x->cluster < y->cluster ? -1 : 1;
    return rank_compare(x->rivalry, x->rival, y->rivalry, y->rival);
}

static int most_between_first(const void *a, const void *b)
{
    const suitor_broker *x = a, *y = b;
    return rank_compare(x->betweenness, x->club, y->betweenness, y->club);
}

/* Both ends of all pairs, sorted; NULL when out of memory. */
static tie *list_ties(const suitor_clustering *c)
{
    tie *ties = malloc(2 * ((size_t)c->n_pairs + 1) * sizeof *ties);

    for (uint32_t i = 0; ties && i < c->n_pairs; i++) {
        const suitor_pair *p = &c->pairs[i];
        ties[2 * i] = (tie){ p->club, p->rival, suitor_cluster_of(c, p->rival), p->rivalry };
        ties[2 * i + 1] = (tie){ p->rival, p->club, suitor_cluster_of(c, p->club), p->rivalry };
    }
    for (uint32_t i = 0; ties && i < 2 * c->n_pairs; i++)
        if (ties[i].cluster == SUITOR_NO_INDEX) /* behind all clusters, whose number is smaller */
            ties[i].cluster = c->n_clusters + ties[i].rival;
    if (ties && c->n_pairs)
        qsort(ties, 2 * (size_t)c->n_pairs, sizeof *ties, by_club_and_cluster);
    return ties;
}

/* Sum up ties [0, n), which are all of one club. */
static suitor_broker sum_up(const suitor_clustering *c, const tie *ties, uint32_t n)
{
    suitor_broker b = { .club = ties->club,
                        .cluster = suitor_cluster_of(c, ties->club),
                        .far_rival = SUITOR_NO_INDEX };
    double all = 0, squares = 0, farthest = 0;

    for (uint32_t from = 0, to = 0; from < n; from = to) {
        double sum = 0;
        for (; to < n && ties[to].cluster == ties[from].cluster; to++)
            sum += ties[to].rivalry;
        b.n_clusters += ties[from].cluster < c->n_clusters;
        all += sum;
        squares += sum * sum;
        if (ties[from].cluster == b.cluster)
            continue;
        b.outside += sum;
        if (ties[from].rivalry > farthest) { /* the closest of its cluster comes first */
            farthest = ties[from].rivalry;
            b.far_rival = ties[from].rival;
        }
    }
    b.participation = fmax(1 - squares / (all * all), 0);
    return b;
}

/* Share of the shortest ways between two other clubs that pass each vertex. */
static igraph_error_t measure(const communities *c, igraph_vector_t *between)
{
    double n = (double)igraph_vcount(&c->graph), ways = (n - 1) * (n - 2) / 2;
    igraph_vector_t lengths;
    igraph_error_t code = igraph_vector_init_copy(&lengths, &c->weights);

    if (code != IGRAPH_SUCCESS)
        return code;
    for (graph_int i = 0; i < igraph_vector_size(&lengths); i++)
        VECTOR(lengths)[i] = 1 / VECTOR(lengths)[i];
    code = igraph_betweenness(&c->graph, between, igraph_vss_all(), IGRAPH_UNDIRECTED, &lengths);
    if (code == IGRAPH_SUCCESS && ways > 0)
        igraph_vector_scale(between, 1 / ways);
    igraph_vector_destroy(&lengths);
    return code;
}

/* The betweenness of each vertex of `p`. */
static suitor_status find_betweenness(const projection *p, igraph_vector_t *between,
                                      suitor_error *err)
{
    communities c = { 0 };
    suitor_status st = communities_init(&c, p, err);

    if (st == SUITOR_OK)
        st = graph_check(measure(&c, between), "measuring betweenness", err);
    communities_free(&c);
    return st;
}

/* Count what the interests of each of the `n` brokers rest on. */
static suitor_status count_grounds(const suitor_market *market, suitor_broker *brokers, uint32_t n,
                                   suitor_error *err)
{
    grounds g = { 0 };
    uint32_t n_edges;
    suitor_status st = grounds_init(&g, market, err);

    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++) {
        const uint32_t *edges = market_edges_of_club(market, brokers[i].club, &n_edges);
        grounds_begin(&g);
        for (uint32_t k = 0; k < n_edges; k++)
            grounds_add(&g, edges[k]);
        brokers[i].n_origins = g.n_origins;
        brokers[i].n_articles = g.n_articles;
    }
    grounds_free(&g);
    return st;
}

/* Brokers among all clubs that meet anybody, into `out`. */
static suitor_status gather(const suitor_clustering *c, const projection *p, suitor_broker *out,
                            uint32_t *count, suitor_error *err)
{
    tie *ties = list_ties(c);
    igraph_vector_t between = { 0 };
    suitor_status st = graph_check(igraph_vector_init(&between, 0), "making room", err);
    uint32_t vertex = 0; /* ties are in the order of the vertices' clubs */

    if (!ties)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u rivalries", c->n_pairs);
    if (st == SUITOR_OK)
        st = find_betweenness(p, &between, err);
    for (uint32_t from = 0, to = 0; st == SUITOR_OK && from < 2 * c->n_pairs; from = to) {
        while (to < 2 * c->n_pairs && ties[to].club == ties[from].club)
            to++;
        suitor_broker b = sum_up(c, ties + from, to - from);
        b.betweenness = VECTOR(between)[vertex++];
        if (b.outside > 0 && b.betweenness > 0)
            out[(*count)++] = b;
    }
    if (*count)
        qsort(out, *count, sizeof *out, most_between_first);
    igraph_vector_destroy(&between);
    free(ties);
    return st;
}

suitor_status suitor_brokers(const suitor_market *market, const suitor_clustering *clustering,
                             uint32_t limit, suitor_broker **out, uint32_t *count,
                             suitor_error *err)
{
    projection p = { 0 };
    suitor_broker *found = NULL;
    uint32_t n = 0;
    suitor_status st = projection_of(&p, market, err);

    if (st == SUITOR_OK && p.n_pairs != clustering->n_pairs)
        st = fail(err, SUITOR_ERR_INVALID, "brokers: the clusters are of another market");
    if (st == SUITOR_OK && p.n_pairs) {
        found = malloc(p.n_vertices * sizeof *found);
        st = found ? gather(clustering, &p, found, &n, err)
                   : fail(err, SUITOR_ERR_NOMEM, "no memory for %u clubs", p.n_vertices);
        if (st == SUITOR_OK)
            st = count_grounds(market, found, n, err);
    }
    projection_free(&p);
    if (st == SUITOR_OK) {
        *out = n ? found : NULL;
        *count = limit && n > limit ? limit : n;
        found = n ? NULL : found;
    }
    free(found);
    return st;
}
