/* Chance: degrees → model → a tail for each pair that meets → false discovery rates. Pairs of
 * the same two degrees share one distribution. */
#include "suitor/chance.h"

#include <math.h>
#include <stdlib.h>

#include "bicm.h"
#include "fail.h"
#include "market_graph.h"
#include "projection.h"
#include "tail.h"

/* Two clubs that meet. */
typedef struct {
    uint32_t club, rival; /* entities, club < rival */
    uint32_t n_meetings;
} encounter;

/* Encounters of two classes that meet as often: one p and one q serve them all. */
typedef struct {
    uint32_t low, high; /* classes, low ≤ high */
    uint32_t n_meetings, count;
    double p, q;
} meeting_group;

struct suitor_chance {
    bicm model;
    uint32_t n_players, n_entities;
    uint32_t *class_of;    /* by entity: index of its class, SUITOR_NO_INDEX without a degree */
    encounter *encounters; /* by club, then rival */
    uint32_t n_encounters;
    meeting_group *groups; /* by classes, then meetings */
    uint32_t n_groups;
    double n_pairs; /* of clubs that want anybody */
};

/* Degrees of all entities: players and their suitors, clubs and their targets. */
static uint32_t *count_degrees(const suitor_market *market)
{
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(market, &n);
    uint32_t *degrees =
        calloc((size_t)suitor_market_ledger(market)->n_entities + 1, sizeof *degrees);

    for (uint32_t i = 0; degrees && i < n; i++) {
        degrees[edges[i].player]++;
        degrees[edges[i].club]++;
    }
    return degrees;
}

static suitor_status solve(suitor_chance *c, const suitor_market *market, suitor_error *err)
{
    uint32_t *degrees = count_degrees(market), n_clubs = c->n_entities - c->n_players;
    double wanting = 0;
    suitor_status st;

    if (!degrees)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u degrees", c->n_entities);
    st = bicm_solve(&c->model, degrees + c->n_players, n_clubs, degrees, c->n_players, err);
    for (uint32_t i = 0; st == SUITOR_OK && i < c->n_entities; i++) {
        bool is_player = i < c->n_players;
        c->class_of[i] = is_player ? bicm_class_of(c->model.players, c->model.n_players, degrees[i])
                                   : bicm_class_of(c->model.clubs, c->model.n_clubs, degrees[i]);
        if (degrees[i] == 0)
            c->class_of[i] = SUITOR_NO_INDEX;
        wanting += !is_player && degrees[i] > 0;
    }
    c->n_pairs = wanting * (wanting - 1) / 2;
    free(degrees);
    return st;
}

/* Who meets, in the order of the clubs. */
static suitor_status find_encounters(suitor_chance *c, const suitor_market *market,
                                     suitor_error *err)
{
    projection p = { 0 };
    suitor_status st = projection_of(&p, market, err);

    if (st == SUITOR_OK) {
        c->encounters = calloc((size_t)p.n_pairs + 1, sizeof *c->encounters);
        if (!c->encounters)
            st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u rivalries", p.n_pairs);
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < p.n_pairs; i++) {
        encounter *e = &c->encounters[c->n_encounters++];
        e->club = p.clubs[p.pairs[i].a];
        e->rival = p.clubs[p.pairs[i].b];
        e->n_meetings = p.pairs[i].n_meetings;
    }
    projection_free(&p);
    return st;
}

/* The coins of two classes of clubs: a kind for each class of players. */
static void fill_coins(const bicm *model, uint32_t low, uint32_t high, tail_coins *coins)
{
    for (uint32_t p = 0; p < model->n_players; p++)
        coins[p] = (tail_coins){ model->players[p].n_nodes,
                                 model->links[(size_t)low * model->n_players + p] *
                                     model->links[(size_t)high * model->n_players + p] };
}

/* The group of an encounter, as far as what it is found by. */
static meeting_group group_of(const suitor_chance *c, const encounter *e)
{
    uint32_t x = c->class_of[e->club], y = c->class_of[e->rival];

    return (
        meeting_group){ .low = x < y ? x : y, .high = x < y ? y : x, .n_meetings = e->n_meetings };
}

static int compare_groups(const meeting_group *x, const meeting_group *y)
{
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    if (x->high != y->high)
        return x->high < y->high ? -1 : 1;
    return x->n_meetings < y->n_meetings ? -1 : x->n_meetings > y->n_meetings;
}

static int by_classes(const void *a, const void *b) { return compare_groups(a, b); }

static int by_p(const void *a, const void *b)
{
    const meeting_group *x = *(meeting_group *const *)a, *y = *(meeting_group *const *)b;

    if (x->p < y->p || x->p > y->p)
        return x->p < y->p ? -1 : 1;
    return x < y ? -1 : x > y;
}

/* Open addressing, at most half full; of count 0 where free. */
typedef struct {
    meeting_group *slots;
    uint32_t mask, n;
} group_table;

static meeting_group *slot_of(const group_table *t, const meeting_group *g)
{
    uint64_t key =
        ((uint64_t)g->low << 32 | g->high) * UINT64_C(0x9E3779B97F4A7C15) + g->n_meetings;
    uint32_t i = (uint32_t)(key * UINT64_C(0xD6E8FEB86659FD93) >> 32) & t->mask;

    while (t->slots[i].count && compare_groups(&t->slots[i], g) != 0)
        i = (i + 1) & t->mask;
    return &t->slots[i];
}

static bool make_room(group_table *t)
{
    group_table wider = { .mask = t->slots ? 2 * t->mask + 1 : 1023, .n = t->n };

    if (t->slots && t->n <= t->mask / 2)
        return true;
    wider.slots = calloc((size_t)wider.mask + 1, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (uint32_t i = 0; t->slots && i <= t->mask; i++)
        if (t->slots[i].count)
            *slot_of(&wider, &t->slots[i]) = t->slots[i];
    free(t->slots);
    *t = wider;
    return true;
}

/* The groups of all encounters, sorted. */
static suitor_status find_groups(suitor_chance *c, suitor_error *err)
{
    group_table t = { 0 };

    for (uint32_t i = 0; i < c->n_encounters; i++) {
        meeting_group g = group_of(c, &c->encounters[i]);
        if (!make_room(&t)) {
            free(t.slots);
            return fail(err, SUITOR_ERR_NOMEM, "no memory to judge %u rivalries", c->n_encounters);
        }
        meeting_group *slot = slot_of(&t, &g);
        g.count = slot->count + 1;
        t.n += slot->count == 0;
        *slot = g;
    }
    for (uint32_t i = 0; t.slots && i <= t.mask; i++)
        if (t.slots[i].count)
            t.slots[c->n_groups++] = t.slots[i];
    c->groups = t.slots;
    if (c->n_groups > 1)
        qsort(c->groups, c->n_groups, sizeof *c->groups, by_classes);
    return SUITOR_OK;
}

/* One distribution serves all groups of two classes. */
static void find_tails(suitor_chance *c, tail_coins *coins, double *terms, double *room)
{
    meeting_group *g = c->groups;

    for (uint32_t from = 0, to = 0; from < c->n_groups; from = to) {
        while (to < c->n_groups && g[to].low == g[from].low && g[to].high == g[from].high)
            to++;
        fill_coins(&c->model, g[from].low, g[from].high, coins);
        tail_fill(coins, c->model.n_players, terms, room, g[to - 1].n_meetings + TAIL_BEYOND);
        for (uint32_t i = from; i < to; i++)
            g[i].p = tail_sum(terms, g[i].n_meetings);
    }
}

/* Benjamini and Hochberg: of the i-th smallest p of m, p · m / i, made monotone from behind. Of
 * equal p the last one has the least. */
static void find_rates(const suitor_chance *c, meeting_group **order)
{
    double least = 1, rank = c->n_encounters;

    for (uint32_t i = c->n_groups; i-- > 0;) {
        least = fmin(least, order[i]->p * c->n_pairs / rank);
        order[i]->q = least;
        rank -= order[i]->count;
    }
}

static suitor_status judge(suitor_chance *c, suitor_error *err)
{
    uint32_t most = 0;
    suitor_status st = find_groups(c, err);

    if (st != SUITOR_OK || c->n_groups == 0)
        return st;
    for (uint32_t i = 0; i < c->n_groups; i++)
        most = c->groups[i].n_meetings > most ? c->groups[i].n_meetings : most;
    meeting_group **order = malloc(c->n_groups * sizeof *order);
    tail_coins *coins = malloc(((size_t)c->model.n_players + 1) * sizeof *coins);
    double *terms = malloc(3 * ((size_t)most + TAIL_BEYOND) * sizeof *terms);
    if (order && coins && terms) {
        for (uint32_t i = 0; i < c->n_groups; i++)
            order[i] = &c->groups[i];
        find_tails(c, coins, terms, terms + most + TAIL_BEYOND);
        qsort(order, c->n_groups, sizeof *order, by_p);
        find_rates(c, order);
    } else {
        st = fail(err, SUITOR_ERR_NOMEM, "no memory to judge %u rivalries", c->n_encounters);
    }
    free(order);
    free(coins);
    free(terms);
    return st;
}

suitor_status suitor_chance_new(const suitor_market *market, suitor_chance **out, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    suitor_chance *c = calloc(1, sizeof *c);
    suitor_status st;

    if (!c)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for chances");
    c->n_players = ledger->n_players;
    c->n_entities = ledger->n_entities;
    c->class_of = calloc((size_t)c->n_entities + 1, sizeof *c->class_of);
    if (!c->class_of) {
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u names", c->n_entities);
        goto done;
    }
    if ((st = solve(c, market, err)) != SUITOR_OK ||
        (st = find_encounters(c, market, err)) != SUITOR_OK || (st = judge(c, err)) != SUITOR_OK)
        goto done;
    *out = c;
    c = NULL;
done:
    suitor_chance_free(c);
    return st;
}

void suitor_chance_free(suitor_chance *c)
{
    if (!c)
        return;
    bicm_free(&c->model);
    free(c->class_of);
    free(c->encounters);
    free(c->groups);
    free(c);
}

static const encounter *find(const suitor_chance *c, uint32_t club, uint32_t rival)
{
    uint32_t low = 0, high = c->n_encounters;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const encounter *e = &c->encounters[middle];
        if (e->club < club || (e->club == club && e->rival < rival))
            low = middle + 1;
        else
            high = middle;
    }
    const encounter *e = &c->encounters[low];
    return low < c->n_encounters && e->club == club && e->rival == rival ? e : NULL;
}

static bool has_class(const suitor_chance *c, uint32_t entity, bool player)
{
    return entity < c->n_entities && (entity < c->n_players) == player &&
           c->class_of[entity] != SUITOR_NO_INDEX;
}

suitor_odds suitor_chance_of(const suitor_chance *c, uint32_t club, uint32_t rival)
{
    suitor_odds odds = { .p = 1, .q = 1 };
    double variance = 0;

    if (!has_class(c, club, false) || !has_class(c, rival, false) || club == rival)
        return odds;
    const double *own = c->model.links + (size_t)c->class_of[club] * c->model.n_players;
    const double *other = c->model.links + (size_t)c->class_of[rival] * c->model.n_players;
    for (uint32_t p = 0; p < c->model.n_players; p++) {
        double both = own[p] * other[p];
        odds.expected += c->model.players[p].n_nodes * both;
        variance += c->model.players[p].n_nodes * both * (1 - both);
    }
    const encounter *e = club < rival ? find(c, club, rival) : find(c, rival, club);
    if (e) {
        const meeting_group own_group = group_of(c, e);
        const meeting_group *g = bsearch(&own_group, c->groups, c->n_groups, sizeof *g, by_classes);
        odds.n_meetings = e->n_meetings;
        odds.p = g->p;
        odds.q = g->q;
    }
    if (variance > 0)
        odds.z = (odds.n_meetings - odds.expected) / sqrt(variance);
    return odds;
}

double suitor_chance_link(const suitor_chance *c, uint32_t club, uint32_t player)
{
    if (!has_class(c, club, false) || !has_class(c, player, true))
        return 0;
    return c->model.links[(size_t)c->class_of[club] * c->model.n_players + c->class_of[player]];
}
