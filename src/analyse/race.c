/* Races: a player's interest edges ranked, with what else is known of him. */
#include "suitor/race.h"

#include <stdlib.h>

#include "fail.h"
#include "grounds.h"
#include "grow.h"
#include "part.h"
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
    grounds grounds;
    market_part *part;
    double *weights; /* of the suitors of one player */
    uint32_t cap_weights;
} room;

static suitor_status room_init(room *r, const suitor_market *market, suitor_error *err)
{
    suitor_status st = grounds_init(&r->grounds, market, err);

    if (st == SUITOR_OK)
        st = market_part_new(market, &r->part, err);
    return st == SUITOR_OK ? evidence_init(&r->evidence, market, err) : st;
}

static void room_free(room *r)
{
    free(r->weights);
    grounds_free(&r->grounds);
    market_part_free(r->part);
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
    if (n)
        qsort(weights, n, sizeof *weights, descending);
    for (uint32_t i = 0; i < n; i++)
        total += weights[i];
    return n ? total * (1 - 1 / rank_effective(weights, n)) : 0;
}

/* Origins and articles that the race rests on, each once however many suitors it names. */
static void count_grounds(grounds *g, const suitor_edge *edges, suitor_race *race)
{
    grounds_begin(g);
    for (uint32_t i = 0; i < race->n_contenders; i++)
        grounds_add(g, grounds_number(g, &edges[i]));
    race->n_origins = g->n_origins;
    race->n_articles = g->n_articles;
}

/* What the edge of `club` weighed among `edges`, 0 where it has none; both by club. */
static double weight_among(const suitor_edge *edges, uint32_t count, uint32_t club)
{
    for (uint32_t i = 0; i < count && edges[i].club <= club; i++)
        if (edges[i].club == club)
            return edges[i].weight;
    return 0;
}

/* The changes of the race since `days` ago. */
static suitor_status set_changes(room *r, suitor_race *race, int32_t day, suitor_momentum span,
                                 suitor_error *err)
{
    static const int32_t days[SUITOR_N_MOMENTA] = { 7, 30 };
    const suitor_edge *then;
    uint32_t n;
    suitor_status st = market_part_until(r->part, race->player, day - days[span], &then, &n, err);

    if (st != SUITOR_OK)
        return st;
    for (uint32_t i = 0; i < race->n_contenders; i++) {
        suitor_edge *now = &race->contenders[i].edge;
        race->contenders[i].change[span] = now->weight - weight_among(then, n, now->club);
    }
    if (!grow(&r->weights, &r->cap_weights, n + 1, sizeof *r->weights))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for a race of %u", n);
    race->change[span] = race->intensity - intensity_of(then, n, r->weights);
    return SUITOR_OK;
}

static void set_stance(const suitor_market *market, const evidence *e, suitor_race *race)
{
    market_stance stance = stance_of(market, e);

    race->leaving = stance.leaving;
    race->staying = stance.staying;
    race->leaving_stage = stance.leaving_stage;
    race->staying_stage = stance.staying_stage;
}

static suitor_status fill(const suitor_market *market, uint32_t player, room *r, suitor_race *race,
                          suitor_error *err)
{
    uint32_t n;
    int32_t day = suitor_market_day(market);
    const suitor_edge *edges = market_edges_of_player(market, player, &n);
    suitor_status st = evidence_weigh(&r->evidence, market, player, err);

    if (st != SUITOR_OK)
        return st;
    if (!grow(&r->weights, &r->cap_weights, n + 1, sizeof *r->weights))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for a race of %u", n);
    *race = (suitor_race){ .player = player,
                           .club = suitor_market_club_of(market, player),
                           .n_contenders = n,
                           .fee = stance_fee(market, player, false) };
    race->contenders = malloc(((size_t)n + 1) * sizeof *race->contenders);
    if (!race->contenders)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for a race of %u", n);
    for (uint32_t i = 0; i < n; i++)
        race->contenders[i] = (suitor_contender){ .edge = edges[i] };
    if (n)
        qsort(race->contenders, n, sizeof *race->contenders, strongest_first);
    set_figures(race, r->weights);
    set_stance(market, &r->evidence, race);
    count_grounds(&r->grounds, edges, race);
    if (day != SUITOR_NO_DAY && ((st = set_changes(r, race, day, SUITOR_WEEK, err)) != SUITOR_OK ||
                                 (st = set_changes(r, race, day, SUITOR_MONTH, err)) != SUITOR_OK))
        return st;
    race->thin = suitor_market_is_thin(market, race->total, race->n_origins) &&
                 (n == 0 || race->contenders[0].edge.relation != SUITOR_DEAL);
    return SUITOR_OK;
}

suitor_status suitor_race_of(const suitor_market *market, uint32_t player, suitor_race *out,
                             suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    room r = { 0 };
    suitor_race race = { 0 };
    suitor_status st;

    if (player >= ledger->n_players)
        return fail(err, SUITOR_ERR_INVALID, "race: %u is no player of this ledger (of %u)", player,
                    ledger->n_players);
    st = room_init(&r, market, err);
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

/* Everyone with two suitors or more, hottest first, into `heats`. */
static suitor_status take_heats(const suitor_market *market, heat *heats, uint32_t *count, room *r,
                                suitor_error *err)
{
    uint32_t n_players = suitor_market_ledger(market)->n_players, n;
    suitor_status st = room_init(r, market, err);

    for (uint32_t p = 0; st == SUITOR_OK && p < n_players; p++) {
        const suitor_edge *edges = market_edges_of_player(market, p, &n);
        if (n < 2)
            continue;
        if (!grow(&r->weights, &r->cap_weights, n, sizeof *r->weights))
            st = fail(err, SUITOR_ERR_NOMEM, "no memory for a race of %u", n);
        else
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
