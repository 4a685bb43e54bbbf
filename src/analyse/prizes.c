/* What clusters fight over: one pass over the races, each split by cluster. */
#include <math.h>
#include <stdlib.h>

#include "clustering.h"
#include "fail.h"
#include "grounds.h"
#include "grow.h"
#include "rank.h"

/* The race of one player among the clubs of one cluster. */
typedef struct {
    uint32_t player; /* that the sums are of; else they are of old */
    uint32_t n;
    double sum, squares, logs; /* Σ w, Σ w², Σ w · ln w */
    double first_weight, second_weight;
    uint32_t first, second;
} share_of_race;

/* A prize and the cluster it is of. */
typedef struct {
    suitor_prize prize;
    uint32_t cluster;
} found_prize;

typedef struct {
    found_prize *items;
    uint32_t n, cap;
} finds;

static void hear(share_of_race *s, const suitor_edge *edge)
{
    double w = edge->weight;

    if (s->player != edge->player)
        *s = (share_of_race){ .player = edge->player };
    s->n++;
    s->sum += w;
    s->squares += w * w;
    s->logs += w * log(w);
    if (w > s->first_weight) {
        s->second = s->first;
        s->second_weight = s->first_weight;
        s->first = edge->club;
        s->first_weight = w;
    } else if (w > s->second_weight) {
        s->second = edge->club;
        s->second_weight = w;
    }
}

/* Σ over pairs of w · w' is half of (Σ w)² − Σ w²; the entropy of the shares is
 * ln Σ w − Σ w ln w / Σ w. */
static suitor_prize prize_of(const share_of_race *s, uint32_t n_suitors)
{
    double effective = exp(log(s->sum) - s->logs / s->sum);

    return (suitor_prize){ .player = s->player,
                           .first = s->first,
                           .second = s->second,
                           .n_suitors = s->n,
                           .tie = fmax(s->sum * s->sum - s->squares, 0) / 2 / (n_suitors - 1),
                           .intensity = fmax(s->sum * (1 - 1 / effective), 0) };
}

/* The prizes of the race that edges [from, to) are. */
static suitor_status split_race(const clustering *c, const suitor_edge *edges, uint32_t n,
                                share_of_race *shares, finds *found, suitor_error *err)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t cluster = c->cluster_of[edges[i].club - c->first_club];
        if (cluster != SUITOR_NO_INDEX)
            hear(&shares[cluster], &edges[i]);
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t cluster = c->cluster_of[edges[i].club - c->first_club];
        if (cluster == SUITOR_NO_INDEX || shares[cluster].n < 2)
            continue;
        if (!grow(&found->items, &found->cap, found->n + 1, sizeof *found->items))
            return fail(err, SUITOR_ERR_NOMEM, "no memory for %u contested players", found->n);
        found->items[found->n++] = (found_prize){ prize_of(&shares[cluster], n), cluster };
        shares[cluster].n = 0; /* told */
    }
    return SUITOR_OK;
}

static suitor_status find_prizes(const clustering *c, const suitor_market *market, finds *found,
                                 suitor_error *err)
{
    uint32_t n_players = suitor_market_ledger(market)->n_players, n;
    share_of_race *shares = malloc(((size_t)c->result.n_clusters + 1) * sizeof *shares);
    suitor_status st = SUITOR_OK;

    if (!shares)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u clusters", c->result.n_clusters);
    for (uint32_t i = 0; i < c->result.n_clusters; i++)
        shares[i] = (share_of_race){ .player = SUITOR_NO_INDEX };
    for (uint32_t p = 0; st == SUITOR_OK && p < n_players; p++) {
        const suitor_edge *edges = market_edges_of_player(market, p, &n);
        if (n > 1)
            st = split_race(c, edges, n, shares, found, err);
    }
    free(shares);
    return st;
}

static int by_cluster_and_tie(const void *a, const void *b)
{
    const found_prize *x = a, *y = b;

    if (x->cluster != y->cluster)
        return x->cluster < y->cluster ? -1 : 1;
    return rank_compare(x->prize.tie, x->prize.player, y->prize.tie, y->prize.player);
}

/* Count the edges of the cluster's clubs in its player. */
static void add_edges(const clustering *c, const suitor_market *market, uint32_t cluster,
                      uint32_t player, grounds *g)
{
    uint32_t n;
    const suitor_edge *edges = market_edges_of_player(market, player, &n);

    for (uint32_t i = 0; i < n; i++)
        if (c->cluster_of[edges[i].club - c->first_club] == cluster)
            grounds_add(g, grounds_number(g, &edges[i]));
}

static const suitor_prize *hottest(const suitor_prize *prizes, uint32_t n)
{
    const suitor_prize *best = prizes;

    for (uint32_t i = 1; i < n; i++)
        if (rank_compare(prizes[i].intensity, prizes[i].player, best->intensity, best->player) < 0)
            best = &prizes[i];
    return best;
}

/* Name and grounds of cluster number `i`, whose prizes are there. */
static suitor_status finish(clustering *c, const suitor_market *market, uint32_t i, grounds *g,
                            suitor_error *err)
{
    const suitor_entity *names = suitor_market_ledger(market)->entities;
    suitor_cluster *cluster = &c->clusters[i];
    suitor_prize *prizes = c->prizes + c->n_prizes;
    const suitor_prize *hot = hottest(prizes, cluster->n_prizes);

    for (uint32_t k = 0; k < cluster->n_prizes; k++) {
        grounds_begin(g);
        add_edges(c, market, i, prizes[k].player, g);
        prizes[k].n_origins = g->n_origins;
        prizes[k].n_articles = g->n_articles;
    }
    grounds_begin(g);
    for (uint32_t k = 0; k < cluster->n_prizes; k++)
        add_edges(c, market, i, prizes[k].player, g);
    cluster->n_origins = g->n_origins;
    cluster->n_articles = g->n_articles;
    cluster->thin = suitor_market_is_thin(market, hot->intensity, hot->n_origins);
    cluster->prizes = prizes;
    c->n_prizes += cluster->n_prizes;
    cluster->name = arena_printf(
        &c->names, "%.*s vs %.*s for %.*s", SUITOR_SV_ARG(names[hot->first].name),
        SUITOR_SV_ARG(names[hot->second].name), SUITOR_SV_ARG(names[hot->player].name));
    return cluster->name ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "no memory for a name");
}

suitor_status clustering_add_prizes(clustering *c, const suitor_market *market, suitor_error *err)
{
    finds found = { 0 };
    grounds g = { 0 };
    suitor_status st = find_prizes(c, market, &found, err);

    if (st == SUITOR_OK)
        st = grounds_init(&g, market, err);
    if (st == SUITOR_OK) {
        c->prizes = malloc(((size_t)found.n + 1) * sizeof *c->prizes);
        if (!c->prizes)
            st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u contested players", found.n);
    }
    if (st == SUITOR_OK && found.n)
        qsort(found.items, found.n, sizeof *found.items, by_cluster_and_tie);
    for (uint32_t i = 0; st == SUITOR_OK && i < found.n; i++) {
        c->prizes[i] = found.items[i].prize;
        c->clusters[found.items[i].cluster].n_prizes++;
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < c->result.n_clusters; i++)
        st = finish(c, market, i, &g, err);
    grounds_free(&g);
    free(found.items);
    return st;
}
