/* The graph is unrolled, a layer of vertices for every step, so that no path is longer than may
 * be told, and each vertex from the second step on leads to one sink: the k shortest paths from
 * the source to it are the likeliest chains. */
#include "chain_paths.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "graph_guard.h"
#include "grow.h"
#include "influence.h"
#include "market_graph.h"

static const double LEAST = 1e-4; /* less likely beginnings lead nowhere that is worth telling */

enum { SOURCE, SINK, FIRST_VERTEX };
enum { SPARE = 4, SPARE_MORE = 16 }; /* paths asked for in place of those that go round */

typedef struct {
    uint32_t node, player; /* of the move, or who stays */
    uint32_t club;         /* that he moves to */
    uint32_t depth;
    double best; /* chance of the likeliest way here */
} vertex;

typedef struct {
    uint32_t from, to;
    influence by;
} arc;

typedef struct {
    const moves *m;
    influences influences;
    uint32_t *vertex_of; /* [depth * n_nodes + node]: vertex, 0 none */
    uint32_t n_nodes;
    vertex *vertices; /* from FIRST_VERTEX on */
    arc *arcs;
    uint32_t n_vertices, cap_vertices, n_arcs, cap_arcs;
} unrolled;

static suitor_status no_room(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for chains");
}

static suitor_status add_arc(unrolled *u, uint32_t from, uint32_t to, influence by,
                             suitor_error *err)
{
    if (!grow(&u->arcs, &u->cap_arcs, u->n_arcs + 1, sizeof *u->arcs))
        return no_room(err);
    u->arcs[u->n_arcs++] = (arc){ from, to, by };
    return SUITOR_OK;
}

static suitor_status add_vertex(unrolled *u, vertex v, suitor_error *err)
{
    if (!grow(&u->vertices, &u->cap_vertices, u->n_vertices + 1, sizeof *u->vertices))
        return no_room(err);
    u->vertices[u->n_vertices++] = v;
    return v.depth ? add_arc(u, u->n_vertices - 1, SINK, (influence){ .after = 1 }, err)
                   : SUITOR_OK;
}

/* What comes to be because of the move at `from`. */
static suitor_status lead(unrolled *u, uint32_t from, const influence *by, suitor_error *err)
{
    const moves *m = u->m;
    vertex at = u->vertices[from];
    uint32_t depth = at.depth + 1;
    uint32_t *of = &u->vertex_of[depth * u->n_nodes + by->node];
    double best = at.best * by->after;
    suitor_status st = SUITOR_OK;

    if (*of == 0) {
        bool stays = by->node >= m->n_moves;
        vertex v = { .node = by->node,
                     .player = stays ? by->node - m->n_moves : m->list[by->node].player,
                     .club = stays ? CANDIDATES_NONE : m->groups[m->list[by->node].group].club,
                     .depth = depth };
        *of = u->n_vertices;
        st = add_vertex(u, v, err);
    }
    if (st == SUITOR_OK && best > u->vertices[*of].best)
        u->vertices[*of].best = best;
    return st == SUITOR_OK ? add_arc(u, from, *of, *by, err) : st;
}

/* Vertices come layer by layer, so that of each its best is known before it is gone on from. */
static suitor_status unroll(unrolled *u, const chain_start *starts, uint32_t n, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++) {
        vertex v = { starts[i].move, starts[i].player, starts[i].club, 0, starts[i].chance };
        influence by = { starts[i].move, SUITOR_N_MECHANISMS, starts[i].chance, starts[i].chance };
        if (starts[i].chance < LEAST)
            continue;
        st = add_vertex(u, v, err);
        if (st == SUITOR_OK)
            st = add_arc(u, SOURCE, u->n_vertices - 1, by, err);
    }
    for (uint32_t i = FIRST_VERTEX; st == SUITOR_OK && i < u->n_vertices; i++) {
        vertex at = u->vertices[i];
        bool stays = at.node != MOVES_NONE && at.node >= u->m->n_moves;
        if (stays || at.depth + 1 == SUITOR_CHAIN_STEPS || at.best < LEAST)
            continue;
        st = influences_find(&u->influences, at.player, at.club, err);
        for (uint32_t k = 0; st == SUITOR_OK && k < u->influences.count; k++)
            st = lead(u, i, &u->influences.items[k], err);
    }
    return st;
}

/* False where a player would be told of twice. */
static bool read_path(const unrolled *u, const igraph_vector_int_t *arcs, chain_path *out)
{
    uint32_t players[SUITOR_CHAIN_STEPS];

    out->n = 0;
    for (graph_int i = 0; i + 1 < igraph_vector_int_size(arcs); i++) {
        const arc *a = &u->arcs[VECTOR(*arcs)[i]];
        uint32_t player = u->vertices[a->to].player;
        for (uint32_t k = 0; k < out->n; k++)
            if (players[k] == player)
                return false;
        players[out->n] = player;
        out->node[out->n] = u->vertices[a->to].node;
        out->kind[out->n] = a->by.kind;
        out->before[out->n] = a->by.before;
        out->after[out->n++] = a->by.after;
    }
    return true;
}

static igraph_error_t search(const unrolled *u, uint32_t k, igraph_vector_int_list_t *paths)
{
    igraph_vector_int_t ends;
    igraph_vector_t weights;
    igraph_t graph;

    IGRAPH_CHECK(igraph_vector_int_init(&ends, 2 * (graph_int)u->n_arcs));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    IGRAPH_CHECK(igraph_vector_init(&weights, (graph_int)u->n_arcs));
    IGRAPH_FINALLY(igraph_vector_destroy, &weights);
    for (uint32_t i = 0; i < u->n_arcs; i++) {
        VECTOR(ends)[2 * i] = u->arcs[i].from;
        VECTOR(ends)[2 * i + 1] = u->arcs[i].to;
        VECTOR(weights)[i] = -log(fmin(u->arcs[i].by.after, 1));
    }
    IGRAPH_CHECK(igraph_create(&graph, &ends, (graph_int)u->n_vertices, IGRAPH_DIRECTED));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_get_k_shortest_paths(&graph, &weights, NULL, paths, (graph_int)k, SOURCE,
                                             SINK, IGRAPH_OUT));
    igraph_destroy(&graph);
    igraph_vector_destroy(&weights);
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(3);
    return IGRAPH_SUCCESS;
}

static suitor_status collect(const unrolled *u, uint32_t limit, chain_path **out, uint32_t *count,
                             suitor_error *err)
{
    igraph_vector_int_list_t paths;
    suitor_status st = graph_check(igraph_vector_int_list_init(&paths, 0), "making room", err);

    if (st != SUITOR_OK)
        return st;
    st = graph_check(search(u, SPARE * limit + SPARE_MORE, &paths), "finding chains", err);
    *out = malloc(((size_t)limit + 1) * sizeof **out);
    *count = 0;
    if (st == SUITOR_OK && !*out)
        st = no_room(err);
    for (graph_int i = 0;
         st == SUITOR_OK && i < igraph_vector_int_list_size(&paths) && *count < limit; i++)
        *count += read_path(u, igraph_vector_int_list_get_ptr(&paths, i), &(*out)[*count]);
    igraph_vector_int_list_destroy(&paths);
    return st;
}

suitor_status chain_paths(const moves *m, const chain_start *starts, uint32_t n_starts,
                          uint32_t limit, chain_path **out, uint32_t *count, suitor_error *err)
{
    unrolled u = { .m = m, .n_nodes = m->n_moves + m->n_players + 1, .n_vertices = FIRST_VERTEX };
    suitor_status st = influences_init(&u.influences, m, err);

    *out = NULL;
    *count = 0;
    graph_guard_install();
    u.vertex_of = calloc((size_t)u.n_nodes * SUITOR_CHAIN_STEPS, sizeof *u.vertex_of);
    if (st == SUITOR_OK &&
        (!u.vertex_of || !grow(&u.vertices, &u.cap_vertices, FIRST_VERTEX, sizeof *u.vertices)))
        st = no_room(err);
    if (st == SUITOR_OK)
        st = unroll(&u, starts, n_starts, err);
    if (st == SUITOR_OK && u.n_arcs)
        st = collect(&u, limit, out, count, err);
    influences_free(&u.influences);
    free(u.vertex_of);
    free(u.vertices);
    free(u.arcs);
    return st;
}
