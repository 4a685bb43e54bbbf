/* Rivalries: the projection of the market onto its clubs, weighted as Newman
 * weights collaborations (Phys. Rev. E 64, 016132, 2001): a player wanted by many
 * ties no two of them closely. O(contests of the club · log). */
#include <stdlib.h>

#include "fail.h"
#include "grounds.h"
#include "grow.h"
#include "rank.h"
#include "suitor/race.h"

/* A contest, against whom, and the numbers of the two edges. */
typedef struct {
    uint32_t rival, own_edge, rival_edge;
    suitor_contest contest;
} meeting;

typedef struct {
    meeting *items;
    uint32_t count, cap;
} meetings;

static int by_rival(const void *a, const void *b)
{
    const meeting *x = a, *y = b;

    if (x->rival != y->rival)
        return x->rival < y->rival ? -1 : 1;
    return rank_compare(x->contest.part, x->contest.player, y->contest.part, y->contest.player);
}

static int strongest_first(const void *a, const void *b)
{
    const suitor_rivalry *x = a, *y = b;
    return rank_compare(x->rivalry, x->rival, y->rivalry, y->rival);
}

/* The meetings of the club of edge number `number` with the other suitors of its player. */
static suitor_status add_race(const suitor_market *market, uint32_t number, uint32_t rival,
                              meetings *all, suitor_error *err)
{
    uint32_t n, n_edges;
    const suitor_edge *first = suitor_market_edges(market, &n_edges), *own = &first[number];
    const suitor_edge *edges = market_edges_of_player(market, own->player, &n);

    for (uint32_t i = 0; i < n; i++) {
        if (edges[i].club == own->club || (rival != SUITOR_NO_INDEX && edges[i].club != rival))
            continue;
        if (!grow(&all->items, &all->cap, all->count + 1, sizeof *all->items))
            return fail(err, SUITOR_ERR_NOMEM, "no memory for %u contests", all->count);
        all->items[all->count++] = (meeting){ edges[i].club,
                                              number,
                                              (uint32_t)(&edges[i] - first),
                                              { .player = own->player,
                                                .weight = own->weight,
                                                .rival_weight = edges[i].weight,
                                                .n_suitors = n,
                                                .part = own->weight * edges[i].weight / (n - 1) } };
    }
    return SUITOR_OK;
}

static suitor_status find_meetings(const suitor_market *market, uint32_t club, uint32_t rival,
                                   meetings *all, suitor_error *err)
{
    uint32_t n;
    const uint32_t *own = market_edges_of_club(market, club, &n);
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        st = add_race(market, own[i], rival, all, err);
    if (all->count)
        qsort(all->items, all->count, sizeof *all->items, by_rival);
    return st;
}

/* Count what each contest and each rivalry rests on. */
static void count_grounds(const meetings *all, grounds *g, suitor_rivalry *found, uint32_t n)
{
    const meeting *m = all->items;

    for (uint32_t i = 0; i < n; i++) {
        suitor_rivalry *r = &found[i];
        for (uint32_t c = 0; c < r->n_contests; c++) {
            grounds_begin(g);
            grounds_add(g, m[c].own_edge);
            grounds_add(g, m[c].rival_edge);
            r->contests[c].n_origins = g->n_origins;
            r->contests[c].n_articles = g->n_articles;
        }
        grounds_begin(g);
        for (uint32_t c = 0; c < r->n_contests; c++, m++) {
            grounds_add(g, m->own_edge);
            grounds_add(g, m->rival_edge);
        }
        r->n_origins = g->n_origins;
        r->n_articles = g->n_articles;
    }
}

/* Sum the sorted meetings up. The rivalries and behind them all contests are one
 * allocation; NULL when out of memory. */
static suitor_rivalry *sum_up(const meetings *all, uint32_t club, grounds *g, uint32_t *count)
{
    size_t n = 0, most = all->count;
    suitor_rivalry *found = malloc(most * (sizeof *found + sizeof(suitor_contest)));
    suitor_contest *contests;

    if (!found)
        return NULL;
    contests = (suitor_contest *)(void *)(found + most);
    for (size_t i = 0; i < most; i++) {
        const meeting *m = &all->items[i];
        if (i == 0 || all->items[i - 1].rival != m->rival)
            found[n++] =
                (suitor_rivalry){ .club = club, .rival = m->rival, .contests = contests + i };
        contests[i] = m->contest;
        found[n - 1].rivalry += m->contest.part;
        found[n - 1].n_contests++;
    }
    count_grounds(all, g, found, (uint32_t)n);
    qsort(found, n, sizeof *found, strongest_first);
    *count = (uint32_t)n;
    return found;
}

static bool is_club(const suitor_market *market, uint32_t entity)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    return entity >= ledger->n_players && entity < ledger->n_entities;
}

suitor_status suitor_rivalries_of(const suitor_market *market, uint32_t club, uint32_t rival,
                                  suitor_rivalry **out, uint32_t *count, suitor_error *err)
{
    meetings all = { 0 };
    grounds g = { 0 };
    suitor_rivalry *found = NULL;
    uint32_t n = 0;
    suitor_status st;

    if (!is_club(market, club) || (rival != SUITOR_NO_INDEX && !is_club(market, rival)))
        return fail(err, SUITOR_ERR_INVALID, "rivalries: %u or %u is no club of this ledger", club,
                    rival);
    st = find_meetings(market, club, rival, &all, err);
    if (st == SUITOR_OK && all.count)
        st = grounds_init(&g, market, err);
    if (st == SUITOR_OK && all.count) {
        found = sum_up(&all, club, &g, &n);
        if (!found)
            st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u contests", all.count);
    }
    grounds_free(&g);
    free(all.items);
    if (st == SUITOR_OK) {
        *out = found;
        *count = n;
    }
    return st;
}

void suitor_rivalries_free(suitor_rivalry *rivalries, uint32_t count)
{
    (void)count; /* the contests lie behind the rivalries */
    free(rivalries);
}
