/* Choosing the interests of a picture. A market is its hottest races; a market
 * without any race, or all of it asked for, is every edge. A club is its targets,
 * each with all who want him. */
#include <stdlib.h>

#include "fail.h"
#include "scene.h"

static void add_race(scene *s, const suitor_race *race)
{
    for (uint32_t i = 0; i < race->n_contenders; i++)
        s->edges[s->n_edges++] = race->contenders[i].edge;
}

/* Edges of `player` are neighbours in the market's order. */
static void add_player(scene *s, const suitor_edge *edges, uint32_t count, uint32_t player)
{
    for (uint32_t i = 0; i < count; i++)
        if (edges[i].player == player)
            s->edges[s->n_edges++] = edges[i];
}

static int by_player_weight(const void *a, const void *b)
{
    const suitor_edge *x = a, *y = b;

    if (x->player != y->player)
        return x->player < y->player ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->club > y->club) - (x->club < y->club);
}

static int by_weight(const void *a, const void *b)
{
    const suitor_edge *x = a, *y = b;

    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return by_player_weight(a, b);
}

static suitor_status choose_market(scene *s, const suitor_market *market, uint32_t top,
                                   const suitor_edge *edges, uint32_t count, suitor_error *err)
{
    suitor_race *races = NULL;
    suitor_status st = suitor_races(market, top, &races, &s->n_races, err);

    if (st != SUITOR_OK)
        return st;
    for (uint32_t i = 0; i < s->n_races; i++)
        add_race(s, &races[i]);
    s->lead = s->n_races ? races[0].player : SUITOR_NO_INDEX;
    suitor_races_free(races, s->n_races);
    if (top && s->n_races)
        return SUITOR_OK;
    s->n_edges = count;
    if (count)
        memcpy(s->edges, edges, count * sizeof *edges);
    if (count)
        qsort(s->edges, count, sizeof *s->edges, by_player_weight);
    return SUITOR_OK;
}

static void choose_club(scene *s, const suitor_edge *edges, uint32_t count)
{
    suitor_edge *targets = s->edges + count; /* the second half is scratch */
    uint32_t n = 0;

    for (uint32_t i = 0; i < count; i++)
        if (edges[i].club == s->focus)
            targets[n++] = edges[i];
    if (n)
        qsort(targets, n, sizeof *targets, by_weight);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t first = s->n_edges;
        add_player(s, edges, count, targets[i].player);
        qsort(s->edges + first, s->n_edges - first, sizeof *s->edges, by_player_weight);
    }
}

/* The interests of a cluster's clubs in the `top` players they meet over most. */
static suitor_status choose_cluster(scene *s, uint32_t top, const suitor_edge *edges,
                                    uint32_t count, suitor_error *err)
{
    const suitor_cluster *c = s->cluster;
    uint32_t n = top && top < c->n_prizes ? top : c->n_prizes, hottest = 0;
    bool *inside = calloc((size_t)s->ledger->n_entities + 1, sizeof *inside);

    if (!inside)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the clubs of the cluster");
    for (uint32_t i = 0; i < c->n_members; i++)
        inside[c->members[i].club] = true;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t first = s->n_edges, kept = first;
        add_player(s, edges, count, c->prizes[i].player);
        for (uint32_t k = first; k < s->n_edges; k++)
            if (inside[s->edges[k].club])
                s->edges[kept++] = s->edges[k];
        s->n_edges = kept;
        qsort(s->edges + first, kept - first, sizeof *s->edges, by_player_weight);
        if (c->prizes[i].intensity > c->prizes[hottest].intensity)
            hottest = i;
    }
    s->lead = c->prizes[hottest].player;
    free(inside);
    return SUITOR_OK;
}

static void add_pair(scene *s, const suitor_edge *edges, uint32_t count, uint32_t player,
                     uint32_t club)
{
    const suitor_edge key = { .player = player, .club = club };
    const suitor_edge *edge = bsearch(&key, edges, count, sizeof *edges, scene_by_pair);

    if (edge)
        s->edges[s->n_edges++] = *edge;
}

static suitor_status choose_duel(scene *s, const suitor_market *market, uint32_t top,
                                 const suitor_edge *edges, uint32_t count, suitor_error *err)
{
    suitor_rivalry *found = NULL;
    suitor_chance *chance = NULL;
    uint32_t n = 0;
    suitor_status st = suitor_rivalries_of(market, s->focus, s->against, &found, &n, err);

    for (uint32_t i = 0; st == SUITOR_OK && n && i < found->n_contests && (!top || i < top); i++) {
        add_pair(s, edges, count, found->contests[i].player, s->focus);
        add_pair(s, edges, count, found->contests[i].player, s->against);
    }
    suitor_rivalries_free(found, n);
    if (st == SUITOR_OK)
        st = suitor_chance_new(market, &chance, err);
    if (st == SUITOR_OK)
        s->odds = suitor_chance_of(chance, s->focus, s->against);
    suitor_chance_free(chance);
    return st;
}

suitor_status choose_interests(scene *s, const suitor_market *market, uint32_t top,
                               suitor_error *err)
{
    uint32_t count;
    const suitor_edge *edges = suitor_market_edges(market, &count);
    suitor_status st = SUITOR_OK;

    if (s->kind == SCENE_MARKET)
        st = choose_market(s, market, top, edges, count, err);
    else if (s->kind == SCENE_CLUB)
        choose_club(s, edges, count);
    else if (s->kind == SCENE_CLUSTER)
        st = choose_cluster(s, top, edges, count, err);
    else if (s->kind == SCENE_DUEL)
        st = choose_duel(s, market, top, edges, count, err);
    if (st == SUITOR_OK && s->lead != SUITOR_NO_INDEX)
        st = suitor_race_of(market, s->lead, &s->race, err);
    if (st == SUITOR_OK && s->kind == SCENE_RACE)
        add_race(s, &s->race);
    return st;
}
