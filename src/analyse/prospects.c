/* Whom else a club would look at: ranked by a walk from it, each with the likeliest way of
 * three steps, club → target → rival → prospect. */
#include <stdlib.h>

#include "fail.h"
#include "graph_guard.h"
#include "grounds.h"
#include "grow.h"
#include "rank.h"
#include "suitor/central.h"
#include "walk.h"

/* A way of three edges, and how likely the walk goes it. */
typedef struct {
    uint32_t player;
    double chance;
    uint32_t edges[3]; /* club's in the target, rival's in the target, rival's in the player */
} way;

typedef struct {
    const suitor_market *market;
    const suitor_edge *edges;
    uint32_t club;
    double *totals; /* by entity: sum of the weights of its edges */
    way *ways;      /* the likeliest to each player met so far, in no order */
    uint32_t *of;   /* by player: index + 1 into ways */
    uint32_t n_ways, cap_ways;
} search;

static suitor_status search_init(search *s, const suitor_market *market, uint32_t club,
                                 suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    uint32_t n;

    *s = (search){ .market = market, .edges = suitor_market_edges(market, &n), .club = club };
    s->totals = calloc((size_t)ledger->n_entities + 1, sizeof *s->totals);
    s->of = calloc((size_t)ledger->n_players + 1, sizeof *s->of);
    if (!s->totals || !s->of)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u names", ledger->n_entities);
    for (uint32_t i = 0; i < n; i++) {
        s->totals[s->edges[i].player] += s->edges[i].weight;
        s->totals[s->edges[i].club] += s->edges[i].weight;
    }
    return SUITOR_OK;
}

static void search_free(search *s)
{
    free(s->totals);
    free(s->ways);
    free(s->of);
}

/* Keep `found` where it is the likeliest way to its player; of equal ones the first. */
static suitor_status keep(search *s, way found, suitor_error *err)
{
    uint32_t *of = &s->of[found.player];

    if (*of && s->ways[*of - 1].chance >= found.chance)
        return SUITOR_OK;
    if (*of == 0) {
        if (!grow(&s->ways, &s->cap_ways, s->n_ways + 1, sizeof *s->ways))
            return fail(err, SUITOR_ERR_NOMEM, "no memory for %u players", s->n_ways);
        *of = ++s->n_ways;
    }
    s->ways[*of - 1] = found;
    return SUITOR_OK;
}

/* All ways on over the rival whose interest in a target is edge `second`; `chance` leads to
 * that target. */
static suitor_status go_on(search *s, uint32_t first, uint32_t second, double chance,
                           suitor_error *err)
{
    const suitor_edge *there = &s->edges[second];
    uint32_t n;
    const uint32_t *targets = market_edges_of_club(s->market, there->club, &n);
    suitor_status st = SUITOR_OK;

    chance *= there->weight / s->totals[there->player];
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++) {
        const suitor_edge *on = &s->edges[targets[i]];
        if (targets[i] != second && suitor_market_club_of(s->market, on->player) != s->club)
            st = keep(s,
                      (way){ on->player,
                             chance * on->weight / s->totals[there->club],
                             { first, second, targets[i] } },
                      err);
    }
    return st;
}

static suitor_status find_ways(search *s, suitor_error *err)
{
    uint32_t n, n_suitors;
    const uint32_t *own = market_edges_of_club(s->market, s->club, &n);
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++) {
        const suitor_edge *first = &s->edges[own[i]];
        const suitor_edge *suitors = market_edges_of_player(s->market, first->player, &n_suitors);
        double chance = first->weight / s->totals[s->club];
        for (uint32_t k = 0; st == SUITOR_OK && k < n_suitors; k++)
            if (suitors[k].club != s->club)
                st = go_on(s, own[i], (uint32_t)(&suitors[k] - s->edges), chance, err);
    }
    return st;
}

static bool wants(const search *s, uint32_t player)
{
    uint32_t n;
    const suitor_edge *edges = market_edges_of_player(s->market, player, &n);

    for (uint32_t i = 0; i < n; i++)
        if (edges[i].club == s->club)
            return true;
    return false;
}

/* Whether the club is said to need somebody where `player` plays: the same position, or one
 * of them the wider name. */
static bool is_needed(const search *s, uint32_t player)
{
    const suitor_ledger *ledger = suitor_market_ledger(s->market);
    suitor_position position = ledger->entities[player].position;
    double least = market_position_fit(s->market, SUITOR_CB, SUITOR_DF);

    for (uint32_t i = 0; position != SUITOR_POS_NONE && i < ledger->n_needs; i++)
        if (ledger->needs[i].club == s->club && ledger->needs[i].position != SUITOR_POS_NONE &&
            market_position_fit(s->market, position, ledger->needs[i].position) >= least)
            return true;
    return false;
}

static int highest_first(const void *a, const void *b)
{
    const suitor_prospect *x = a, *y = b;
    return rank_compare(x->rank, x->player, y->rank, y->player);
}

static suitor_prospect prospect_of(const search *s, const way *found, double rank, grounds *g)
{
    grounds_begin(g);
    for (int i = 0; i < 3; i++)
        grounds_add(g, found->edges[i]);
    return (suitor_prospect){ .player = found->player,
                              .rank = rank,
                              .by_player = s->edges[found->edges[0]].player,
                              .by_rival = s->edges[found->edges[1]].club,
                              .is_needed = is_needed(s, found->player),
                              .n_origins = g->n_origins,
                              .n_articles = g->n_articles };
}

/* Rank those to whom there is a way and whom the club does not want yet. */
static suitor_status rank(const search *s, const walk *w, suitor_prospect *out, uint32_t *n,
                          suitor_error *err)
{
    igraph_vector_t ranks = { 0 };
    grounds g = { 0 };
    suitor_status st = graph_check(igraph_vector_init(&ranks, 0), "making room", err);

    if (st == SUITOR_OK)
        st = walk_rank(w, w->vertex_of[s->club], &ranks, err);
    if (st == SUITOR_OK)
        st = grounds_init(&g, s->market, err);
    for (uint32_t i = 0; st == SUITOR_OK && i < s->n_ways; i++) {
        uint32_t player = s->ways[i].player;
        if (!wants(s, player))
            out[(*n)++] = prospect_of(s, &s->ways[i], VECTOR(ranks)[w->vertex_of[player]], &g);
    }
    if (*n)
        qsort(out, *n, sizeof *out, highest_first);
    grounds_free(&g);
    igraph_vector_destroy(&ranks);
    return st;
}

suitor_status suitor_prospects(const suitor_market *market, uint32_t club, uint32_t limit,
                               suitor_prospect **out, uint32_t *count, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    suitor_prospect *found = NULL;
    uint32_t n = 0;
    search s = { 0 };
    walk w = { 0 };
    suitor_status st;

    if (club < ledger->n_players || club >= ledger->n_entities)
        return fail(err, SUITOR_ERR_INVALID, "prospects: %u is no club of this ledger", club);
    if ((st = search_init(&s, market, club, err)) == SUITOR_OK)
        st = find_ways(&s, err);
    if (st == SUITOR_OK && s.n_ways) {
        found = malloc(s.n_ways * sizeof *found);
        st = found ? walk_init(&w, market, err)
                   : fail(err, SUITOR_ERR_NOMEM, "no memory for %u players", s.n_ways);
        if (st == SUITOR_OK)
            st = rank(&s, &w, found, &n, err);
        walk_free(&w);
    }
    search_free(&s);
    if (st == SUITOR_OK && n) {
        *out = found;
        found = NULL;
    } else if (st == SUITOR_OK) {
        *out = NULL;
    }
    if (st == SUITOR_OK)
        *count = limit && n > limit ? limit : n;
    free(found);
    return st;
}
