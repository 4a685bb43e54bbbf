/* Levels: a search at each resolution, then all partitions against each other. */
#include "levels.h"

#include <math.h>
#include <stdlib.h>

#include "clustering.h"
#include "fail.h"
#include "graph_guard.h"

/* Partitions this share of log n apart are alike: on the rumours of 2023–25 (339 clubs that
 * meet) neighbouring levels are 0.02 to 0.12 apart, so that half of them pass. */
static const double ALIKE = 0.1;

typedef struct {
    igraph_vector_int_t found[LEVELS];
    double apart[LEVELS][LEVELS]; /* share of log n */
} sweep;

static suitor_status search(const communities *c, const suitor_cluster_options *options, sweep *s,
                            suitor_level *levels, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (int i = 0; st == SUITOR_OK && i < LEVELS; i++) {
        levels[i] = (suitor_level){ .resolution = exp2(i / 4.0 - 1) };
        st = graph_check(igraph_vector_int_init(&s->found[i], 0), "making room", err);
        if (st == SUITOR_OK)
            st = communities_find(c, levels[i].resolution, options->seed, options->runs,
                                  &s->found[i], err);
        if (st == SUITOR_OK)
            st = communities_modularity(c, &s->found[i], 1, &levels[i].modularity, err);
    }
    return st;
}

static suitor_status compare(sweep *s, suitor_level *levels, suitor_error *err)
{
    double most = log((double)igraph_vector_int_size(&s->found[0]));
    igraph_error_t code = IGRAPH_SUCCESS;

    for (int i = 0; i < LEVELS; i++)
        for (int k = 0; code == IGRAPH_SUCCESS && k < i; k++) {
            double apart = 0;
            code =
                igraph_compare_communities(&s->found[i], &s->found[k], &apart, IGRAPH_COMMCMP_VI);
            s->apart[i][k] = s->apart[k][i] = fmax(apart, 0) / most;
        }
    for (int i = 1; i < LEVELS; i++)
        levels[i].change = s->apart[i][i - 1];
    return graph_check(code, "comparing clusters", err);
}

/* Clusters of two and more, the largest of them, and clubs in none. */
static suitor_status count(const igraph_vector_int_t *found, suitor_level *level, suitor_error *err)
{
    graph_int n = igraph_vector_int_size(found);
    uint32_t *sizes = calloc((size_t)n + 1, sizeof *sizes);

    if (!sizes)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to count clusters");
    for (graph_int v = 0; v < n; v++)
        sizes[VECTOR(*found)[v]]++;
    for (graph_int i = 0; i < n; i++) {
        level->n_clusters += sizes[i] > 1;
        level->n_alone += sizes[i] == 1;
        level->largest = sizes[i] > level->largest ? sizes[i] : level->largest;
    }
    free(sizes);
    return SUITOR_OK;
}

/* Of levels [from, to): the one nearest to the others. */
static int middle_of(const sweep *s, int from, int to)
{
    double least = INFINITY;
    int best = from;

    for (int i = from; i < to; i++) {
        double sum = 0;
        for (int k = from; k < to; k++)
            sum += s->apart[i][k];
        if (sum < least - 1e-12) {
            least = sum;
            best = i;
        }
    }
    return best;
}

/* Clusters that leave most clubs alone say nothing, however long they say it. */
static bool says_something(const sweep *s, const suitor_level *level)
{
    return 2 * (graph_int)level->n_alone <= igraph_vector_int_size(&s->found[0]);
}

/* Where the levels from `from` on end that are all alike. */
static int plateau_end(const sweep *s, const suitor_level *levels, int from)
{
    int to = from + 1;

    for (bool alike = true; alike && to < LEVELS;) {
        alike = says_something(s, &levels[to]);
        for (int k = from; k < to; k++)
            alike &= s->apart[to][k] <= ALIKE;
        to += alike;
    }
    return to;
}

static void choose(const sweep *s, suitor_level *levels, uint32_t *chosen)
{
    int first = 0, end = 0, best = 0;

    for (int from = 0; from < LEVELS; from++) {
        int to = plateau_end(s, levels, from), middle = middle_of(s, from, to);
        bool longer = to - from > end - first;
        bool level = to - from == end - first;
        if (longer || (level && levels[middle].modularity > levels[best].modularity + 1e-12)) {
            first = from;
            end = to;
            best = middle;
        }
    }
    for (int i = first; i < end; i++)
        levels[i].in_plateau = true;
    levels[best].chosen = true;
    *chosen = (uint32_t)best;
}

suitor_status levels_find(const communities *c, const suitor_cluster_options *options,
                          suitor_level *levels, uint32_t *chosen, suitor_error *err)
{
    sweep s = { 0 };
    suitor_status st = search(c, options, &s, levels, err);

    for (int i = 0; st == SUITOR_OK && i < LEVELS; i++)
        st = count(&s.found[i], &levels[i], err);
    if (st == SUITOR_OK)
        st = compare(&s, levels, err);
    if (st == SUITOR_OK)
        choose(&s, levels, chosen);
    for (int i = 0; i < LEVELS; i++)
        igraph_vector_int_destroy(&s.found[i]);
    return st;
}

suitor_status suitor_cluster_levels(const suitor_market *market,
                                    const suitor_cluster_options *options, suitor_level **out,
                                    uint32_t *count_out, suitor_error *err)
{
    projection p = { 0 };
    communities c = { 0 };
    suitor_level *levels = NULL;
    uint32_t chosen;
    suitor_status st = clustering_check(options, err);

    if (st == SUITOR_OK)
        st = projection_of(&p, market, err);
    if (st == SUITOR_OK && p.n_pairs) {
        levels = malloc(LEVELS * sizeof *levels);
        st = levels ? communities_init(&c, &p, err)
                    : fail(err, SUITOR_ERR_NOMEM, "no memory for %d levels", LEVELS);
        if (st == SUITOR_OK)
            st = levels_find(&c, options, levels, &chosen, err);
    }
    if (st == SUITOR_OK) {
        *out = levels;
        *count_out = levels ? LEVELS : 0;
        levels = NULL;
    }
    free(levels);
    communities_free(&c);
    projection_free(&p);
    return st;
}
