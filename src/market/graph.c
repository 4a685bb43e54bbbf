/* The igraph_t of a market: all vertices, then all edges in one call, then their
 * attributes a column at a time. O(V + E). */
#include <math.h>

#include "bound.h"
#include "columns.h"
#include "fail.h"
#include "graph_guard.h"
#include "links.h"

static suitor_sv vertex_kind(const void *of, uint32_t v, char room[COLUMN_ROOM])
{
    const suitor_market *m = of;
    (void)room;
    return suitor_sv_of(suitor_kind_name(m->ledger->entities[v].kind));
}

static suitor_sv vertex_name(const void *of, uint32_t v, char room[COLUMN_ROOM])
{
    const suitor_market *m = of;
    (void)room;
    return m->ledger->entities[v].name;
}

static suitor_sv vertex_position(const void *of, uint32_t v, char room[COLUMN_ROOM])
{
    const suitor_market *m = of;
    (void)room;
    return suitor_sv_of(suitor_position_name(m->ledger->entities[v].position));
}

/* First need of `club` or of a later one; needs are sorted by club. */
static uint32_t first_need(const suitor_ledger *ledger, uint32_t club)
{
    return bound_u32(ledger->needs, ledger->n_needs, sizeof *ledger->needs,
                     offsetof(suitor_ledger_need, club), club);
}

static suitor_sv vertex_needs(const void *of, uint32_t v, char room[COLUMN_ROOM])
{
    const suitor_market *m = of;
    const suitor_ledger *ledger = m->ledger;
    uint32_t wanted = 0; /* bit p: position p */
    size_t at = 0;

    for (uint32_t i = first_need(ledger, v); i < ledger->n_needs && ledger->needs[i].club == v; i++)
        wanted |= UINT32_C(1) << ledger->needs[i].position;
    for (int p = SUITOR_GK; p < SUITOR_N_POSITIONS; p++) {
        if (!(wanted >> p & 1))
            continue;
        for (const char *c = suitor_position_name((suitor_position)p); *c; c++)
            room[at++] = *c;
        room[at++] = '|';
    }
    return suitor_sv_make(room, at ? at - 1 : 0);
}

static double vertex_age(const void *of, uint32_t v)
{
    const suitor_market *m = of;
    const suitor_entity *e = &m->ledger->entities[v];
    return e->kind == SUITOR_KIND_PLAYER && e->age >= 0 ? e->age : (double)NAN;
}

static const market_link *link_of(const suitor_market *m, uint32_t e)
{
    return e < m->n_edges ? NULL : &m->links[e - m->n_edges];
}

static suitor_sv edge_kind(const void *of, uint32_t e, char room[COLUMN_ROOM])
{
    const suitor_market *m = of;
    const market_link *link = link_of(m, e);

    (void)room;
    if (!link)
        return suitor_sv_of("interest");
    return suitor_sv_of(link->kind == MARKET_PLAYS_FOR ? "plays_for" : "either_or");
}

static suitor_sv edge_stage(const void *of, uint32_t e, char room[COLUMN_ROOM])
{
    const suitor_market *m = of;
    (void)room;
    return suitor_sv_of(link_of(m, e) ? "" : suitor_stage_name(m->edges[e].stage));
}

static double number_of_day(int32_t day) { return day == SUITOR_NO_DAY ? (double)NAN : day; }

static double edge_first(const void *of, uint32_t e)
{
    const suitor_market *m = of;
    const market_link *link = link_of(m, e);
    return number_of_day(link ? link->first : m->edges[e].first);
}

static double edge_last(const void *of, uint32_t e)
{
    const suitor_market *m = of;
    const market_link *link = link_of(m, e);
    return number_of_day(link ? link->last : m->edges[e].last);
}

static double edge_club(const void *of, uint32_t e)
{
    const suitor_market *m = of;
    const market_link *link = link_of(m, e);
    return link ? link->club : m->edges[e].club;
}

static double edge_weight(const void *of, uint32_t e)
{
    const suitor_market *m = of;
    return link_of(m, e) ? (double)NAN : m->edges[e].weight;
}

static double edge_origins(const void *of, uint32_t e)
{
    const suitor_market *m = of;
    const market_link *link = link_of(m, e);
    return link ? link->n_origins : m->edges[e].n_origins;
}

static double edge_articles(const void *of, uint32_t e)
{
    const suitor_market *m = of;
    const market_link *link = link_of(m, e);
    return link ? link->n_articles : m->edges[e].n_articles;
}

static suitor_sv edge_relation(const void *of, uint32_t e, char room[COLUMN_ROOM])
{
    const suitor_market *m = of;
    (void)room;
    return suitor_sv_of(link_of(m, e) ? "" : suitor_relation_name(m->edges[e].relation));
}

static const graph_column vertex_columns[] = {
    { "kind", vertex_kind, NULL },         { "name", vertex_name, NULL },
    { "position", vertex_position, NULL }, { "needs", vertex_needs, NULL },
    { "age", NULL, vertex_age },
};

static const graph_column edge_columns[] = {
    { "kind", edge_kind, NULL },         { "relation", edge_relation, NULL },
    { "stage", edge_stage, NULL },       { "weight", NULL, edge_weight },
    { "first", NULL, edge_first },       { "last", NULL, edge_last },
    { "club", NULL, edge_club },         { "origins", NULL, edge_origins },
    { "articles", NULL, edge_articles },
};

static suitor_status set_columns(suitor_market *m, suitor_error *err)
{
    igraph_error_t code = columns_set_vertices(&m->graph, vertex_columns,
                                               sizeof vertex_columns / sizeof *vertex_columns, m);

    if (code == IGRAPH_SUCCESS)
        code = columns_set_edges(&m->graph, edge_columns,
                                 sizeof edge_columns / sizeof *edge_columns, m);
    return graph_check(code, "setting attributes", err);
}

/* All ends are entity indices, which ledger_check() has held against the count:
 * igraph makes up missing vertices without a word. */
static suitor_status add_edges(suitor_market *m, suitor_error *err)
{
    igraph_vector_int_t ends;
    graph_int at = 0;
    igraph_error_t code = igraph_vector_int_init(&ends, 2 * ((graph_int)m->n_edges + m->n_links));

    if (code != IGRAPH_SUCCESS)
        return graph_check(code, "adding edges", err);
    for (uint32_t i = 0; i < m->n_edges; i++) {
        VECTOR(ends)[at++] = m->edges[i].player;
        VECTOR(ends)[at++] = m->edges[i].club;
    }
    for (uint32_t i = 0; i < m->n_links; i++) {
        VECTOR(ends)[at++] = m->links[i].from;
        VECTOR(ends)[at++] = m->links[i].to;
    }
    code = igraph_add_edges(&m->graph, &ends, NULL);
    igraph_vector_int_destroy(&ends);
    return graph_check(code, "adding edges", err);
}

suitor_status market_graph_build(suitor_market *m, suitor_error *err)
{
    suitor_status st = links_find(m, err);

    if (st != SUITOR_OK)
        return st;
    graph_guard_install();
    /* vertices apart: short of memory, igraph_empty() would lose what it has made */
    st = graph_check(igraph_empty(&m->graph, 0, false), "making the graph", err);
    if (st != SUITOR_OK)
        return st;
    m->has_graph = true;
    st = graph_check(igraph_add_vertices(&m->graph, (graph_int)m->ledger->n_entities, NULL),
                     "adding vertices", err);
    if (st == SUITOR_OK)
        st = add_edges(m, err);
    return st == SUITOR_OK ? set_columns(m, err) : st;
}
