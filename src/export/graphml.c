/* GraphML by igraph's writer, from a graph of what the dataset holds. The market's own graph is
 * not written: it has days as numbers, and may hold more than was asked for. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "columns.h"
#include "dataset.h"
#include "fail.h"
#include "graph_guard.h"
#include "market_graph.h"
#include "suitor/date.h"

static suitor_sv name_of(const dataset *d, uint32_t entity)
{
    return entity == SUITOR_NO_INDEX ? suitor_sv_make("", 0) : d->names[entity];
}

static suitor_sv day_text(int32_t day, char room[COLUMN_ROOM])
{
    return suitor_sv_of(day == SUITOR_NO_DAY ? "" : suitor_day_format(day, room));
}

static suitor_sv node_kind(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;

    (void)room;
    return suitor_sv_of(suitor_kind_name(d->nodes[i].told->kind));
}

static suitor_sv node_name(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;

    (void)room;
    return d->names[d->nodes[i].entity];
}

static suitor_sv node_position(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;

    (void)room;
    return suitor_sv_of(suitor_position_name(d->nodes[i].told->position));
}

static suitor_sv node_club(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;

    (void)room;
    return name_of(d, d->nodes[i].club);
}

static suitor_sv node_league(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;

    (void)room;
    return d->nodes[i].league;
}

static double node_age(const void *of, uint32_t i)
{
    const dataset *d = of;
    const suitor_entity *e = d->nodes[i].told;

    return e->kind == SUITOR_KIND_PLAYER && e->age >= 0 ? e->age : (double)NAN;
}

static double node_cluster(const void *of, uint32_t i)
{
    const dataset *d = of;
    return d->nodes[i].cluster == SUITOR_NO_INDEX ? (double)NAN : d->nodes[i].cluster;
}

static double node_heat(const void *of, uint32_t i)
{
    const dataset *d = of;

    return d->nodes[i].heat;
}

static suitor_sv edge_kind(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;

    (void)room;
    return suitor_sv_of(data_kind_name(d->edges[i].kind));
}

static suitor_sv edge_relation(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;
    const suitor_edge *edge = d->edges[i].edge;

    (void)room;
    return suitor_sv_of(edge ? suitor_relation_name(edge->relation) : "");
}

static suitor_sv edge_stage(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;
    const suitor_edge *edge = d->edges[i].edge;

    (void)room;
    return suitor_sv_of(edge ? suitor_stage_name(edge->stage) : "");
}

static suitor_sv edge_club(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;

    (void)room;
    return name_of(d, d->edges[i].club);
}

static suitor_sv edge_first(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;
    return day_text(d->edges[i].first, room);
}

static suitor_sv edge_last(const void *of, uint32_t i, char room[COLUMN_ROOM])
{
    const dataset *d = of;
    return day_text(d->edges[i].last, room);
}

static double edge_weight(const void *of, uint32_t i)
{
    const dataset *d = of;
    return d->edges[i].edge ? d->edges[i].edge->weight : (double)NAN;
}

static double edge_origins(const void *of, uint32_t i)
{
    const dataset *d = of;

    return d->edges[i].n_origins;
}

static double edge_articles(const void *of, uint32_t i)
{
    const dataset *d = of;

    return d->edges[i].n_articles;
}

static const graph_column node_columns[] = {
    { "label", node_name, NULL }, { "kind", node_kind, NULL },
    { "name", node_name, NULL },  { "position", node_position, NULL },
    { "club", node_club, NULL },  { "league", node_league, NULL },
    { "age", NULL, node_age },    { "cluster", NULL, node_cluster },
    { "heat", NULL, node_heat },
};

static const graph_column edge_columns[] = {
    { "kind", edge_kind, NULL },         { "relation", edge_relation, NULL },
    { "stage", edge_stage, NULL },       { "club", edge_club, NULL },
    { "first", edge_first, NULL },       { "last", edge_last, NULL },
    { "weight", NULL, edge_weight },     { "origins", NULL, edge_origins },
    { "articles", NULL, edge_articles },
};

static igraph_error_t add_edges(igraph_t *graph, const dataset *d)
{
    igraph_vector_int_t ends;
    igraph_error_t code = igraph_vector_int_init(&ends, 2 * (graph_int)d->n_edges);

    if (code != IGRAPH_SUCCESS)
        return code;
    for (uint32_t i = 0; i < d->n_edges; i++) {
        VECTOR(ends)[2 * (graph_int)i] = d->edges[i].from;
        VECTOR(ends)[2 * (graph_int)i + 1] = d->edges[i].to;
    }
    code = igraph_add_edges(graph, &ends, NULL);
    igraph_vector_int_destroy(&ends);
    return code;
}

static igraph_error_t fill(igraph_t *graph, const dataset *d)
{
    igraph_error_t code = igraph_add_vertices(graph, (graph_int)d->n_nodes, NULL);

    if (code == IGRAPH_SUCCESS)
        code = add_edges(graph, d);
    if (code == IGRAPH_SUCCESS)
        code = columns_set_vertices(graph, node_columns, sizeof node_columns / sizeof *node_columns,
                                    d);
    if (code == IGRAPH_SUCCESS)
        code =
            columns_set_edges(graph, edge_columns, sizeof edge_columns / sizeof *edge_columns, d);
    return code;
}

static suitor_status write(const igraph_t *graph, FILE *out, suitor_error *err)
{
    igraph_error_t code = igraph_write_graph_graphml(graph, out, true);

    if (code == IGRAPH_EFILE || fflush(out) != 0 || ferror(out))
        return fail(err, SUITOR_ERR_IO, "the graph could not be written: %s", strerror(errno));
    return graph_check(code, "writing GraphML", err);
}

suitor_status write_graphml(const dataset *d, FILE *out, suitor_error *err)
{
    char day[COLUMN_ROOM];
    igraph_t graph;
    suitor_status st;

    st = graph_check(igraph_empty(&graph, 0, false), "making the graph", err);
    if (st != SUITOR_OK)
        return st;
    st = graph_check(fill(&graph, d), "filling the graph", err);
    if (st == SUITOR_OK)
        st = graph_check(igraph_cattribute_GAS_set(&graph, "at",
                                                   day_text(suitor_market_day(d->market), day).ptr),
                         "dating the graph", err);
    if (st == SUITOR_OK)
        st = write(&graph, out, err);
    igraph_destroy(&graph);
    return st;
}
