/* Node-link JSON, an item at a time. */
#include "dataset.h"
#include "json.h"
#include "sink.h"

enum { DIGITS = 6 };

static void put_count(json *j, uint32_t index)
{
    if (index == SUITOR_NO_INDEX)
        json_null(j);
    else
        json_integer(j, index);
}

static void put_node(json *j, const dataset *d, const data_node *node)
{
    bool player = node->told->kind == SUITOR_KIND_PLAYER;

    json_begin_object(j);
    JSON_PUT(j, "id", text, node->id);
    JSON_PUT(j, "kind", word, suitor_kind_name(node->told->kind));
    JSON_PUT(j, "name", string, d->names[node->entity]);
    if (player) {
        JSON_PUT(j, "position", string_or_null,
                 suitor_sv_of(suitor_position_name(node->told->position)));
        JSON_KEY(j, "age");
        node->told->age < 0 ? json_null(j) : json_integer(j, node->told->age);
        JSON_PUT(j, "club", string_or_null,
                 node->club == SUITOR_NO_INDEX ? suitor_sv_make("", 0) : d->names[node->club]);
    } else {
        JSON_PUT(j, "league", string_or_null, node->league);
    }
    JSON_KEY(j, "cluster");
    put_count(j, node->cluster);
    JSON_KEY(j, "heat");
    json_number(j, node->heat, DIGITS);
    json_end_object(j);
}

static void put_edge(json *j, const dataset *d, const data_edge *edge)
{
    json_begin_object(j);
    JSON_PUT(j, "source", text, d->nodes[edge->from].id);
    JSON_PUT(j, "target", text, d->nodes[edge->to].id);
    JSON_PUT(j, "kind", word, data_kind_name(edge->kind));
    if (edge->edge) {
        JSON_PUT(j, "relation", word, suitor_relation_name(edge->edge->relation));
        JSON_PUT(j, "stage", word, suitor_stage_name(edge->edge->stage));
        JSON_KEY(j, "weight");
        json_number(j, edge->edge->weight, DIGITS);
    }
    if (edge->club != SUITOR_NO_INDEX)
        JSON_PUT(j, "club", string, d->names[edge->club]);
    JSON_PUT(j, "first", day, edge->first);
    JSON_PUT(j, "last", day, edge->last);
    JSON_PUT(j, "origins", integer, edge->n_origins);
    JSON_PUT(j, "articles", integer, edge->n_articles);
    json_end_object(j);
}

static suitor_status put_nodes(json *j, const dataset *d, FILE *out, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    JSON_KEY(j, "nodes");
    json_begin_array(j);
    for (uint32_t i = 0; st == SUITOR_OK && i < d->n_nodes; i++) {
        put_node(j, d, &d->nodes[i]);
        st = sink_pass(j->out, out, err);
    }
    json_end_array(j);
    return st;
}

static suitor_status put_edges(json *j, const dataset *d, FILE *out, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    JSON_KEY(j, "links");
    json_begin_array(j);
    for (uint32_t i = 0; st == SUITOR_OK && i < d->n_edges; i++) {
        put_edge(j, d, &d->edges[i]);
        st = sink_pass(j->out, out, err);
    }
    json_end_array(j);
    return st;
}

suitor_status write_node_link(const dataset *d, FILE *out, suitor_error *err)
{
    buf b = { 0 };
    json j = { .out = &b };
    suitor_status st;

    json_begin_object(&j);
    JSON_PUT(&j, "at", day, suitor_market_day(d->market));
    JSON_PUT(&j, "directed", bool, false);
    JSON_PUT(&j, "multigraph", bool, true);
    JSON_KEY(&j, "graph");
    json_begin_object(&j);
    json_end_object(&j);
    st = put_nodes(&j, d, out, err);
    if (st == SUITOR_OK)
        st = put_edges(&j, d, out, err);
    json_end_object(&j);
    buf_char(&b, '\n');
    if (st == SUITOR_OK)
        st = sink_drain(&b, out, err);
    buf_free(&b);
    return st;
}
