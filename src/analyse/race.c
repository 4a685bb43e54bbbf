/* Races: a player's interest edges ranked, with what else is known of him. */
#include "suitor/race.h"

#include <stdlib.h>

#include "fail.h"
#include "market_graph.h"
#include "rank.h"
#include "stance.h"

static int strongest_first(const void *a, const void *b)
{
    const suitor_contender *x = a, *y = b;
    return rank_compare(x->edge.weight, x->edge.club, y->edge.weight, y->edge.club);
}

/* Working room for one race after another. */
typedef struct {
    evidence evidence;
    double *weights; /* of as many suitors as any player has */
} room;

static suitor_status room_init(room *r, const suitor_market *market, uint32_t most,
                               suitor_error *err)
{
    r->weights = malloc(((size_t)most + 1) * sizeof *r->weights);
    if (!r->weights)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for a race of %u", most);
    return evidence_init(&r->evidence, market, err);
}

static void room_free(room *r)
{
    free(r->weights);
    evidence_free(&r->evidence);
}

/* Figures of `race` that its contenders, in order, give. */
static void set_figures(suitor_race *race, double *weights)
{
    for (uint32_t i = 0; i < race->n_contenders; i++) {
        weights[i] = race->contenders[i].edge.weight;
        race->total += weights[i];
    }
    for (uint32_t i = 0; i < race->n_contenders; i++)
        race->contenders[i].share = race->total > 0 ? weights[i] / race->total : 0;
    race->n_leaders = rank_leaders(weights, race->n_contenders);
    race->effective = rank_effective(weights, race->n_contenders);
    race->intensity = race->effective > 0 ? race->total * (1 - 1 / race->effective) : 0;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static uint32_t count_distinct(uint32_t *numbers, uint32_t count)
{
    uint32_t distinct = 0;

    if (count)
        qsort(numbers, count, sizeof *numbers, by_number);
    for (uint32_t i = 0; i < count; i++)
        distinct += i == 0 || numbers[i] != numbers[i - 1];
    return distinct;
}

/* Origins and articles that the race rests on, each once however many suitors it
 * names. Evidence and `edges` are both in the order of clubs. */
static suitor_status count_grounds(const suitor_market *market, const evidence *e,
                                   const suitor_edge *edges, suitor_race *race,
                                   suitor_error *err)
{
    const suitor_ledger_row *rows = suitor_market_ledger(market)->rows + e->first;
    uint32_t *numbers = malloc(((size_t)e->count * 2 + 1) * sizeof *numbers);
    uint32_t n = 0, edge = 0, from = 0, to = 0;

    if (!numbers)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to count %u rows", e->count);
    while (edge < race->n_contenders && evidence_next_club(e, market, &from, &to)) {
        if (rows[from].club != edges[edge].club)
            continue;
        edge++;
        for (uint32_t i = from; i < to; i++) {
            if (!evidence_is_interest(e, market, i))
                continue;
            numbers[n] = rows[i].origin;
            numbers[e->count + n] = rows[i].article;
            n++;
        }
    }
    race->n_origins = count_distinct(numbers, n);
    race->n_articles = count_distinct(numbers + e->count, n);
    free(numbers);
    return SUITOR_OK;
}

static suitor_status fill(const suitor_market *market, uint32_t player, room *r,
                          suitor_race *race, suitor_error *err)
{
    uint32_t n;
    const suitor_edge *edges = market_edges_of_player(market, player, &n);
    suitor_status st = evidence_weigh(&r->evidence, market, player, err);

    if (st != SUITOR_OK)
        return st;
    *race = (suitor_race){ .player = player, .club = suitor_market_club_of(market, player),
                           .n_contenders = n, .fee = stance_fee(market, player) };
    race->contenders = malloc(((size_t)n + 1) * sizeof *race->contenders);
    if (!race->contenders)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for a race of %u", n);
    for (uint32_t i = 0; i < n; i++)
        race->contenders[i] = (suitor_contender){ .edge = edges[i] };
    if (n)
        qsort(race->contenders, n, sizeof *race->contenders, strongest_first);
    set_figures(race, r->weights);
    stance_find(market, &r->evidence, race);
    st = count_grounds(market, &r->evidence, edges, race, err);
    race->thin = market_is_thin(market, race->total, race->n_origins) &&
                 (n == 0 || race->contenders[0].edge.relation != SUITOR_DEAL);
    return st;
}

suitor_status suitor_race_of(const suitor_market *market, uint32_t player, suitor_race *out,
                             suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    room r = { 0 };
    suitor_race race = { 0 };
    uint32_t n = 0;
    suitor_status st;

    if (player >= ledger->n_players)
        return fail(err, SUITOR_ERR_INVALID, "race: %u is no player of this ledger (of %u)",
                    player, ledger->n_players);
    market_edges_of_player(market, player, &n);
    st = room_init(&r, market, n, err);
    if (st == SUITOR_OK)
        st = fill(market, player, &r, &race, err);
    if (st == SUITOR_OK)
        *out = race;
    else
        suitor_race_clear(&race);
    room_free(&r);
    return st;
}

void suitor_race_clear(suitor_race *race)
{
    if (!race)
        return;
    free(race->contenders);
    *race = (suitor_race){ 0 };
}

/* A player with suitors, before his race is told in full. */
typedef struct {
    uint32_t player;
    double intensity;
} heat;

static int hottest_first(const void *a, const void *b)
{
    const heat *x = a, *y = b;
    return rank_compare(x->intensity, x->player, y->intensity, y->player);
}

static int descending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static double intensity_of(const suitor_edge *edges, uint32_t n, double *weights)
{
    double total = 0;

    for (uint32_t i = 0; i < n; i++)
        weights[i] = edges[i].weight;
    qsort(weights, n, sizeof *weights, descending);
    for (uint32_t i = 0; i < n; i++)
        total += weights[i];
    return total * (1 - 1 / rank_effective(weights, n));
}

/* Everyone with two suitors or more, hottest first, into `heats`. */
static suitor_status take_heats(const suitor_market *market, heat *heats, uint32_t *count,
                                room *r, suitor_error *err)
{
    uint32_t n_players = suitor_market_ledger(market)->n_players, most = 0, n;
    suitor_status st;

    for (uint32_t p = 0; p < n_players; p++) {
        market_edges_of_player(market, p, &n);
        most = n > most ? n : most;
    }
    st = room_init(r, market, most, err);
    for (uint32_t p = 0; st == SUITOR_OK && p < n_players; p++) {
        const suitor_edge *edges = market_edges_of_player(market, p, &n);
        if (n >= 2)
            heats[(*count)++] = (heat){ p, intensity_of(edges, n, r->weights) };
    }
    if (*count)
        qsort(heats, *count, sizeof *heats, hottest_first);
    return st;
}

suitor_status suitor_races(const suitor_market *market, uint32_t limit, suitor_race **out,
                           uint32_t *count, suitor_error *err)
{
    uint32_t n_players = suitor_market_ledger(market)->n_players, n = 0;
    heat *heats = malloc(((size_t)n_players + 1) * sizeof *heats);
    suitor_race *races = NULL;
    room r = { 0 };
    suitor_status st = SUITOR_OK;

    if (heats)
        st = take_heats(market, heats, &n, &r, err);
    if (limit && n > limit)
        n = limit;
    if (st == SUITOR_OK)
        races = calloc((size_t)n + 1, sizeof *races);
    if (!heats || (st == SUITOR_OK && !races))
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the races of %u players", n_players);
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        st = fill(market, heats[i].player, &r, &races[i], err);
    if (st == SUITOR_OK) {
        *out = races;
        *count = n;
        races = NULL;
    }
    suitor_races_free(races, n);
    room_free(&r);
    free(heats);
    return st;
}

void suitor_races_free(suitor_race *races, uint32_t count)
{
    for (uint32_t i = 0; races && i < count; i++)
        suitor_race_clear(&races[i]);
    free(races);
}
