/* Choosing nodes and edges of the graph that is exported. A part of a market is what a picture of
 * it would show (scene.h), with whose players these are and what ties them to each other. */
#include "dataset.h"

#include <stdlib.h>

#include "fail.h"
#include "groups.h"
#include "market_graph.h"
#include "node_names.h"
#include "scene.h"

static const char *const kind_names[] = { "interest", "plays_for", "either_or" };

const char *data_kind_name(data_kind kind) { return kind_names[kind]; }

/* What is asked for, before it has places in the arrays. */
typedef struct {
    bool *entities;  /* by entity: it is a node */
    bool *interests; /* by edge of the market */
    bool whole;      /* all there is */
} choice;

static suitor_status no_memory(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for the graph to be exported");
}

/* Mark what the scene shows. */
static void take_scene(choice *c, const scene *s, const suitor_edge *edges, uint32_t n_edges)
{
    for (uint32_t i = 0; i < s->n_players; i++)
        c->entities[s->players[i]] = true;
    for (uint32_t i = 0; i < s->n_clubs; i++)
        c->entities[s->clubs[i]] = true;
    for (uint32_t i = 0; i < s->n_edges; i++) {
        const suitor_edge *edge =
            bsearch(&s->edges[i], edges, n_edges, sizeof *edges, scene_by_pair);
        if (edge)
            c->interests[edge - edges] = true;
    }
}

static void take_all(choice *c, const suitor_edge *edges, uint32_t n_edges)
{
    for (uint32_t i = 0; i < n_edges; i++) {
        c->interests[i] = true;
        c->entities[edges[i].player] = c->entities[edges[i].club] = true;
    }
}

/* Links bring in clubs that own the players chosen, but no further players. */
static bool takes_link(const choice *c, const market_link *link)
{
    if (c->whole)
        return true;
    return c->entities[link->from] && (link->kind == MARKET_PLAYS_FOR || c->entities[link->to]);
}

static void take_links(choice *c, const market_link *links, uint32_t n_links)
{
    for (uint32_t i = 0; i < n_links; i++)
        if (takes_link(c, &links[i]))
            c->entities[links[i].from] = c->entities[links[i].to] = true;
}

/* Clubs that wanted a player chosen, and no longer do. */
static suitor_status take_past(dataset *d, choice *c, suitor_error *err)
{
    suitor_status st = history_of(d->market, c->entities, &d->past, err);

    for (uint32_t i = 0; st == SUITOR_OK && i < d->past.n_interests; i++)
        c->entities[d->past.interests[i].club] = true;
    return st;
}

static suitor_status choose(const suitor_market *market, const suitor_data_options *options,
                            choice *c, suitor_error *err)
{
    suitor_export_options shown = SUITOR_EXPORT_OPTIONS_INIT;
    uint32_t n_edges;
    const suitor_edge *edges = suitor_market_edges(market, &n_edges);
    scene s = { 0 };
    suitor_status st;

    c->whole = options->focus == SUITOR_NO_INDEX && options->top == 0;
    if (c->whole) {
        take_all(c, edges, n_edges);
        return SUITOR_OK;
    }
    shown.focus = options->focus;
    shown.top = options->top;
    st = scene_choose(market, &shown, NULL, &s, err);
    if (st == SUITOR_OK)
        take_scene(c, &s, edges, n_edges);
    scene_clear(&s);
    return st;
}

static void add_nodes(dataset *d, const choice *c)
{
    const suitor_ledger *l = d->ledger;

    for (uint32_t i = 0; i < l->n_entities; i++) {
        d->node_of[i] = c->entities[i] ? d->n_nodes : SUITOR_NO_INDEX;
        if (!c->entities[i])
            continue;
        d->nodes[d->n_nodes++] = (data_node){
            .entity = i,
            .told = &l->entities[i],
            .club = i < l->n_players ? suitor_market_club_of(d->market, i) : SUITOR_NO_INDEX,
            .league = i < l->n_players ? suitor_sv_make("", 0)
                                       : leagues_of(&d->leagues, l->entities[i].name),
            .cluster = SUITOR_NO_INDEX,
            .first = SUITOR_NO_DAY,
        };
    }
}

static void add_interests(dataset *d, const choice *c)
{
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(d->market, &n);

    for (uint32_t i = 0; i < n; i++)
        if (c->interests[i])
            d->edges[d->n_edges++] = (data_edge){
                DATA_INTEREST,
                d->node_of[edges[i].player],
                d->node_of[edges[i].club],
                &edges[i],
                SUITOR_NO_INDEX,
                edges[i].first,
                edges[i].last,
                edges[i].n_origins,
                edges[i].n_articles,
            };
    d->n_interests = d->n_edges;
}

static void add_links(dataset *d, const choice *c)
{
    uint32_t n;
    const market_link *links = market_links(d->market, &n);

    for (uint32_t i = 0; i < n; i++)
        if (takes_link(c, &links[i]))
            d->edges[d->n_edges++] = (data_edge){
                links[i].kind == MARKET_PLAYS_FOR ? DATA_PLAYS_FOR : DATA_EITHER_OR,
                d->node_of[links[i].from],
                d->node_of[links[i].to],
                NULL,
                links[i].kind == MARKET_PLAYS_FOR ? SUITOR_NO_INDEX : links[i].club,
                links[i].first,
                links[i].last,
                links[i].n_origins,
                links[i].n_articles,
            };
}

static void see(data_node *node, const data_edge *edge)
{
    if (edge->edge)
        node->heat += edge->edge->weight;
    if (edge->first != SUITOR_NO_DAY && (node->first == SUITOR_NO_DAY || edge->first < node->first))
        node->first = edge->first;
}

static suitor_status find_clusters(dataset *d, suitor_error *err)
{
    groups found;
    suitor_status st = groups_find(d->market, &found, err);

    for (uint32_t i = 0; st == SUITOR_OK && i < d->n_nodes; i++)
        d->nodes[i].cluster = found.of[d->nodes[i].entity];
    groups_clear(&found);
    return st;
}

static suitor_status fill(dataset *d, const choice *c, suitor_error *err)
{
    uint32_t n_edges, n_links;

    suitor_market_edges(d->market, &n_edges);
    market_links(d->market, &n_links);
    d->nodes = calloc((size_t)d->ledger->n_entities + 1, sizeof *d->nodes);
    d->edges = calloc((size_t)n_edges + n_links + 1, sizeof *d->edges);
    d->node_of = calloc((size_t)d->ledger->n_entities + 1, sizeof *d->node_of);
    if (!d->nodes || !d->edges || !d->node_of)
        return no_memory(err);
    add_nodes(d, c);
    add_interests(d, c);
    add_links(d, c);
    for (uint32_t i = 0; i < d->n_edges; i++) {
        see(&d->nodes[d->edges[i].from], &d->edges[i]);
        see(&d->nodes[d->edges[i].to], &d->edges[i]);
    }
    if (!node_names(d))
        return no_memory(err);
    return find_clusters(d, err);
}

suitor_status dataset_choose(const suitor_market *market, const suitor_data_options *options,
                             bool with_past, dataset *out, suitor_error *err)
{
    const suitor_ledger *l = suitor_market_ledger(market);
    uint32_t n_edges, n_links;
    choice c = { 0 };
    suitor_status st;

    *out = (dataset){ .market = market, .ledger = l };
    suitor_market_edges(market, &n_edges);
    c.entities = calloc((size_t)l->n_entities + 1, sizeof *c.entities);
    c.interests = calloc((size_t)n_edges + 1, sizeof *c.interests);
    st = c.entities && c.interests ? choose(market, options, &c, err) : no_memory(err);
    if (st == SUITOR_OK)
        st = leagues_load(NULL, &out->leagues, err);
    if (st == SUITOR_OK) {
        const market_link *links = market_links(market, &n_links);
        take_links(&c, links, n_links);
    }
    if (st == SUITOR_OK && with_past)
        st = take_past(out, &c, err);
    if (st == SUITOR_OK)
        st = fill(out, &c, err);
    free(c.entities);
    free(c.interests);
    return st;
}

void dataset_clear(dataset *d)
{
    free(d->nodes);
    free(d->edges);
    free(d->node_of);
    free((void *)d->names);
    history_clear(&d->past);
    arena_free(&d->memory);
    leagues_clear(&d->leagues);
    *d = (dataset){ 0 };
}
