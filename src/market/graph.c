/* The igraph_t of a market: all vertices, then all edges in one call, then their
 * attributes a column at a time. O(V + E). */
#include <math.h>

#include "bound.h"
#include "fail.h"
#include "graph_guard.h"
#include "links.h"

enum { ROOM = 64 }; /* bytes for a text that is made up: positions */

typedef suitor_sv (*text_of)(const suitor_market *m, uint32_t index, char room[ROOM]);
typedef double (*number_of)(const suitor_market *m, uint32_t index);

/* One attribute: either a text or a number. */
typedef struct {
    const char *name;
    text_of text;
    number_of number;
} column;

static suitor_sv vertex_kind(const suitor_market *m, uint32_t v, char room[ROOM])
{
    (void)room;
    return suitor_sv_of(suitor_kind_name(m->ledger->entities[v].kind));
}

static suitor_sv vertex_name(const suitor_market *m, uint32_t v, char room[ROOM])
{
    (void)room;
    return m->ledger->entities[v].name;
}

static suitor_sv vertex_position(const suitor_market *m, uint32_t v, char room[ROOM])
{
    (void)room;
    return suitor_sv_of(suitor_position_name(m->ledger->entities[v].position));
}

/* First need of `club` or of a later one; needs are sorted by club. */
static uint32_t first_need(const suitor_ledger *ledger, uint32_t club)
{
    return bound_u32(ledger->needs, ledger->n_needs, sizeof *ledger->needs,
                     offsetof(suitor_ledger_need, club), club);
}

static suitor_sv vertex_needs(const suitor_market *m, uint32_t v, char room[ROOM])
{
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

static double vertex_age(const suitor_market *m, uint32_t v)
{
    const suitor_entity *e = &m->ledger->entities[v];
    return e->kind == SUITOR_KIND_PLAYER && e->age >= 0 ? e->age : (double)NAN;
}

static const market_link *link_of(const suitor_market *m, uint32_t e)
{
    return e < m->n_edges ? NULL : &m->links[e - m->n_edges];
}

static suitor_sv edge_kind(const suitor_market *m, uint32_t e, char room[ROOM])
{
    const market_link *link = link_of(m, e);

    (void)room;
    if (!link)
        return suitor_sv_of("interest");
    return suitor_sv_of(link->kind == MARKET_PLAYS_FOR ? "plays_for" : "either_or");
}

static suitor_sv edge_stage(const suitor_market *m, uint32_t e, char room[ROOM])
{
    (void)room;
    return suitor_sv_of(link_of(m, e) ? "" : suitor_stage_name(m->edges[e].stage));
}

static double number_of_day(int32_t day) { return day == SUITOR_NO_DAY ? (double)NAN : day; }

static double edge_first(const suitor_market *m, uint32_t e)
{
    const market_link *link = link_of(m, e);
    return number_of_day(link ? link->first : m->edges[e].first);
}

static double edge_last(const suitor_market *m, uint32_t e)
{
    const market_link *link = link_of(m, e);
    return number_of_day(link ? link->last : m->edges[e].last);
}

static double edge_club(const suitor_market *m, uint32_t e)
{
    const market_link *link = link_of(m, e);
    return link ? link->club : m->edges[e].club;
}

static double edge_weight(const suitor_market *m, uint32_t e)
{
    return link_of(m, e) ? (double)NAN : m->edges[e].weight;
}

static double edge_origins(const suitor_market *m, uint32_t e)
{
    const market_link *link = link_of(m, e);
    return link ? link->n_origins : m->edges[e].n_origins;
}

static double edge_articles(const suitor_market *m, uint32_t e)
{
    const market_link *link = link_of(m, e);
    return link ? link->n_articles : m->edges[e].n_articles;
}

static suitor_sv edge_relation(const suitor_market *m, uint32_t e, char room[ROOM])
{
    (void)room;
    return suitor_sv_of(link_of(m, e) ? "" : suitor_relation_name(m->edges[e].relation));
}

static const column vertex_columns[] = {
    { "kind", vertex_kind, NULL },         { "name", vertex_name, NULL },
    { "position", vertex_position, NULL }, { "needs", vertex_needs, NULL },
    { "age", NULL, vertex_age },
};

static const column edge_columns[] = {
    { "kind", edge_kind, NULL },         { "relation", edge_relation, NULL },
    { "stage", edge_stage, NULL },       { "weight", NULL, edge_weight },
    { "first", NULL, edge_first },       { "last", NULL, edge_last },
    { "club", NULL, edge_club },         { "origins", NULL, edge_origins },
    { "articles", NULL, edge_articles },
};

static igraph_error_t set_texts(suitor_market *m, const column *c, bool vertices, uint32_t count)
{
    igraph_strvector_t texts;
    char room[ROOM];
    igraph_error_t code = igraph_strvector_init(&texts, 0);

    if (code != IGRAPH_SUCCESS)
        return code;
    code = igraph_strvector_reserve(&texts, (graph_int)count);
    for (uint32_t i = 0; code == IGRAPH_SUCCESS && i < count; i++) {
        suitor_sv text = c->text(m, i, room);
        code =
            igraph_strvector_push_back_len(&texts, text.len ? text.ptr : "", (graph_int)text.len);
    }
    if (code == IGRAPH_SUCCESS)
        code = vertices ? igraph_cattribute_VAS_setv(&m->graph, c->name, &texts)
                        : igraph_cattribute_EAS_setv(&m->graph, c->name, &texts);
    igraph_strvector_destroy(&texts);
    return code;
}

static igraph_error_t set_numbers(suitor_market *m, const column *c, bool vertices, uint32_t count)
{
    igraph_vector_t numbers;
    igraph_error_t code = igraph_vector_init(&numbers, (graph_int)count);

    if (code != IGRAPH_SUCCESS)
        return code;
    for (uint32_t i = 0; i < count; i++)
        VECTOR(numbers)[i] = c->number(m, i);
    code = vertices ? igraph_cattribute_VAN_setv(&m->graph, c->name, &numbers)
                    : igraph_cattribute_EAN_setv(&m->graph, c->name, &numbers);
    igraph_vector_destroy(&numbers);
    return code;
}

static igraph_error_t set_column(suitor_market *m, const column *c, bool vertices, uint32_t count)
{
    return c->text ? set_texts(m, c, vertices, count) : set_numbers(m, c, vertices, count);
}

static suitor_status set_columns(suitor_market *m, suitor_error *err)
{
    igraph_error_t code = IGRAPH_SUCCESS;

    for (size_t i = 0; i < sizeof vertex_columns / sizeof *vertex_columns && !code; i++)
        code = set_column(m, &vertex_columns[i], true, m->ledger->n_entities);
    for (size_t i = 0; i < sizeof edge_columns / sizeof *edge_columns && !code; i++)
        code = set_column(m, &edge_columns[i], false, m->n_edges + m->n_links);
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
