/* Substitutes: the suitors' other targets, each with his cosine and fit. */
#include "suitor/similar.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "grounds.h"
#include "grow.h"
#include "rank.h"

/* A club in common, and with whom. */
typedef struct {
    uint32_t player, own_edge, other_edge;
    suitor_shared shared; /* part: the product of the two components, until it is scaled */
} link;

typedef struct {
    const suitor_market *market;
    double n_wanted; /* N: players anybody wants */
    link *links;
    uint32_t n_links, cap_links;
} search;

/* ln(1 + N / k): what it tells that `club` wants somebody. */
static double rarity(const search *s, uint32_t club)
{
    uint32_t n;

    market_edges_of_club(s->market, club, &n);
    return n ? log1p(s->n_wanted / n) : 0;
}

static double norm(const search *s, uint32_t player)
{
    uint32_t n;
    const suitor_edge *edges = market_edges_of_player(s->market, player, &n);
    double sum = 0;

    for (uint32_t i = 0; i < n; i++) {
        double v = edges[i].weight * rarity(s, edges[i].club);
        sum += v * v;
    }
    return sqrt(sum);
}

/* The links by way of edge number `own`. */
static suitor_status add_links(search *s, uint32_t own, suitor_error *err)
{
    uint32_t n, n_edges;
    const suitor_edge *edges = suitor_market_edges(s->market, &n_edges);
    const uint32_t *targets = market_edges_of_club(s->market, edges[own].club, &n);
    double rare = rarity(s, edges[own].club);

    if (!grow(&s->links, &s->cap_links, s->n_links + n, sizeof *s->links))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u links", s->n_links + n);
    for (uint32_t i = 0; i < n; i++) {
        const suitor_edge *other = &edges[targets[i]];
        if (targets[i] == own)
            continue;
        s->links[s->n_links++] = (link){ other->player,
                                         own,
                                         targets[i],
                                         { edges[own].club, edges[own].weight, other->weight,
                                           edges[own].weight * rare * other->weight * rare } };
    }
    return SUITOR_OK;
}

static int by_player_and_part(const void *a, const void *b)
{
    const link *x = a, *y = b;

    if (x->player != y->player)
        return x->player < y->player ? -1 : 1;
    return rank_compare(x->shared.part, x->shared.club, y->shared.part, y->shared.club);
}

static int most_alike_first(const void *a, const void *b)
{
    const suitor_similar *x = a, *y = b;
    return rank_compare(x->similarity, x->player, y->similarity, y->player);
}

/* The similar player that links [from, to) are of; the parts go to `shared`. */
static suitor_similar sum_up(const search *s, const link *links, uint32_t n, double own_norm,
                             suitor_position position, suitor_shared *shared, grounds *g)
{
    const suitor_entity *entities = suitor_market_ledger(s->market)->entities;
    double scale = 1 / (own_norm * norm(s, links->player));
    suitor_similar found = { .player = links->player,
                             .fit = market_position_fit(s->market, position,
                                                        entities[links->player].position),
                             .shared = shared,
                             .n_shared = n };

    grounds_begin(g);
    for (uint32_t i = 0; i < n; i++) {
        shared[i] = links[i].shared;
        shared[i].part *= scale * found.fit;
        found.cosine += links[i].shared.part * scale;
        grounds_add(g, links[i].own_edge);
        grounds_add(g, links[i].other_edge);
    }
    found.cosine = fmin(found.cosine, 1);
    found.similarity = found.cosine * found.fit;
    found.n_origins = g->n_origins;
    found.n_articles = g->n_articles;
    return found;
}

/* All with a similarity above 0, in one allocation with their shared clubs behind them; NULL
 * when out of memory. */
static suitor_similar *gather(const search *s, uint32_t player, grounds *g, uint32_t *count)
{
    suitor_similar *found = malloc(s->n_links * (sizeof *found + sizeof(suitor_shared)));
    suitor_position position = suitor_market_ledger(s->market)->entities[player].position;
    double own_norm = norm(s, player);
    uint32_t n = 0;

    if (!found)
        return NULL;
    suitor_shared *shared = (suitor_shared *)(void *)(found + s->n_links);
    for (uint32_t from = 0, to = 0; from < s->n_links; from = to) {
        while (to < s->n_links && s->links[to].player == s->links[from].player)
            to++;
        found[n] = sum_up(s, s->links + from, to - from, own_norm, position, shared + from, g);
        n += found[n].similarity > 0;
    }
    if (n)
        qsort(found, n, sizeof *found, most_alike_first);
    *count = n;
    return found;
}

static suitor_status find(search *s, uint32_t player, suitor_error *err)
{
    uint32_t n, n_all;
    const suitor_edge *all = suitor_market_edges(s->market, &n_all);
    const suitor_edge *own = market_edges_of_player(s->market, player, &n);
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; i < n_all; i++)
        s->n_wanted += i == 0 || all[i].player != all[i - 1].player;
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        st = add_links(s, (uint32_t)(&own[i] - all), err);
    if (s->n_links)
        qsort(s->links, s->n_links, sizeof *s->links, by_player_and_part);
    return st;
}

suitor_status suitor_similar_to(const suitor_market *market, uint32_t player, uint32_t limit,
                                suitor_similar **out, uint32_t *count, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    search s = { .market = market };
    grounds g = { 0 };
    suitor_similar *found = NULL;
    uint32_t n = 0;
    suitor_status st;

    if (player >= ledger->n_players)
        return fail(err, SUITOR_ERR_INVALID, "similar: %u is no player of this ledger (of %u)",
                    player, ledger->n_players);
    st = find(&s, player, err);
    if (st == SUITOR_OK && s.n_links)
        st = grounds_init(&g, market, err);
    if (st == SUITOR_OK && s.n_links) {
        found = gather(&s, player, &g, &n);
        if (!found)
            st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u links", s.n_links);
    }
    grounds_free(&g);
    free(s.links);
    if (st == SUITOR_OK) {
        *out = n ? found : NULL;
        *count = limit && n > limit ? limit : n;
        found = n ? NULL : found;
    }
    free(found);
    return st;
}

void suitor_similar_free(suitor_similar *similar, uint32_t count)
{
    (void)count; /* the shared clubs lie behind the players */
    free(similar);
}
