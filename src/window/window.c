/* A window out of a market: who might go where, with which chance, and when. docs/model.md,
 * "The window", has the formulas and their reasons. */
#include "window_inner.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "hash.h"
#include "market_graph.h"
#include "model.h"
#include "needs.h"
#include "stance.h"

/* What filling a window takes beside the window. */
typedef struct {
    suitor_window *window;
    const suitor_market *market;
    const suitor_ledger *ledger;
    const suitor_model *model;
    const suitor_window_options *options;
    leaving said;
    needs_row *needs;
} filling;

uint32_t window_club(const suitor_window *window, uint32_t club)
{
    if (club == SUITOR_ELSEWHERE || club == SUITOR_NO_INDEX)
        return CANDIDATES_NONE;
    return club - suitor_market_ledger(window->market)->n_players;
}

uint32_t window_entity(const suitor_window *window, uint32_t club)
{
    return club == CANDIDATES_NONE ? SUITOR_ELSEWHERE
                                   : club + suitor_market_ledger(window->market)->n_players;
}

static suitor_status no_memory(const suitor_ledger *ledger, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for a window of %u names", ledger->n_entities);
}

/* By kind and name, and among those of one name by their order, so that randomness stays with
 * a name whatever else the market holds. */
static uint64_t key_of(const suitor_entity *entities, uint32_t i)
{
    uint64_t key =
        hash_bytes((uint64_t)entities[i].kind, entities[i].name.ptr, entities[i].name.len);
    uint32_t before = 0;

    while (before < i && entities[i - before - 1].kind == entities[i].kind &&
           suitor_sv_equal(entities[i - before - 1].name, entities[i].name))
        before++;
    return before ? hash_bytes(key, &before, sizeof before) : key;
}

static uint32_t seller_of(const filling *f, uint32_t player)
{
    uint32_t club = suitor_market_club_of(f->market, player);

    if (club == SUITOR_NO_INDEX || !suitor_model_is_club(f->model, f->ledger->entities[club].name))
        return CANDIDATES_NONE;
    return window_club(f->window, club);
}

static void fill_names(const filling *f)
{
    const suitor_ledger *l = f->ledger;

    for (uint32_t p = 0; p < l->n_players; p++)
        f->window->players[p] = (candidates_player){ .seller = seller_of(f, p),
                                                     .position = l->entities[p].position,
                                                     .leaves_gap = !f->said.is_lent[p],
                                                     .key = key_of(l->entities, p) };
    for (uint32_t c = l->n_players; c < l->n_entities; c++)
        f->window->clubs[c - l->n_players].key = key_of(l->entities, c);
}

/* logistic(a + b · logit(weight)) */
static double chance_of(const model_window *rules, double weight)
{
    const double least = 1e-12; /* away from 0 and 1, where there is no logit */
    double w = fmin(fmax(weight, least), 1 - least);
    double chance = 1 / (1 + exp(-rules->chance_a - rules->chance_b * log(w / (1 - w))));

    return fmin(chance, rules->surest);
}

/* In millions of euros, 0 unknown. */
static double fee_of(const filling *f, uint32_t player)
{
    const suitor_ledger_fee *fee = stance_fee(f->market, player, true);

    return fee ? (fee->low + fee->high) / 2 * model_euros(f->model, fee->currency) : 0;
}

static void add_pair(const filling *f, candidates_pair pair)
{
    f->window->pairs[f->window->from.n_pairs++] = pair;
}

/* His moves to those who want him; gives their hazard. */
static double add_suitors(const filling *f, uint32_t player, double fee)
{
    const model_window *rules = &f->model->window;
    uint32_t n;
    const suitor_edge *edges = market_edges_of_player(f->market, player, &n);
    double hazards = 0;

    for (uint32_t i = 0; i < n; i++) {
        uint32_t club = window_club(f->window, edges[i].club);
        bool is_agreed = edges[i].relation == SUITOR_DEAL;
        double need = is_agreed ? 1 : f->needs[club][f->ledger->entities[player].position];
        if (!suitor_model_is_club(f->model, f->ledger->entities[edges[i].club].name))
            continue;
        double hazard = -log1p(-chance_of(rules, edges[i].weight)) * need;
        double chance = fmin(-expm1(-hazard), rules->surest);
        hazards -= log1p(-chance);
        add_pair(f, (candidates_pair){ .player = player,
                                       .club = club,
                                       .interest = fmin(edges[i].weight, 1),
                                       .chance = chance,
                                       .fee = fee,
                                       .is_agreed = is_agreed });
    }
    return hazards;
}

/* What is said of his leaving and is more than his suitors make of it, he goes elsewhere. */
static void add_elsewhere(const filling *f, uint32_t player, double hazards, double fee)
{
    double strength = f->said.strength[player];
    double rest = -log1p(-chance_of(&f->model->window, strength)) - hazards;

    if (strength >= f->model->fades && rest > 0)
        add_pair(f, (candidates_pair){ .player = player,
                                       .club = CANDIDATES_NONE,
                                       .interest = strength,
                                       .chance = -expm1(-rest),
                                       .fee = fee });
}

static void fill_pairs(const filling *f)
{
    for (uint32_t p = 0; p < f->ledger->n_players; p++) {
        double fee = fee_of(f, p);
        add_elsewhere(f, p, add_suitors(f, p, fee), fee);
    }
}

/* An either-or ends when one of the two moves, and fades as what is said of leaving. */
static bool still_holds(const filling *f, const market_link *link)
{
    const uint32_t members[] = { link->from, link->to };
    double age = fmax((double)suitor_market_day(f->market) - link->last, 0);

    for (int i = 0; i < 2; i++) {
        int32_t settled = market_settled_day(f->market, members[i]);
        if (settled != SUITOR_NO_DAY && settled >= link->last)
            return false;
    }
    return exp2(-age / f->model->half_life_days[SUITOR_LEAVING]) >= f->model->fades;
}

static void fill_either_or(const filling *f)
{
    suitor_window *w = f->window;
    uint32_t n;
    const market_link *links = market_links(f->market, &n);

    for (uint32_t i = 0; i < n; i++)
        if (links[i].kind == MARKET_EITHER_OR && still_holds(f, &links[i]))
            w->either_or[w->from.n_either_or++] =
                (candidates_either_or){ links[i].from, links[i].to, window_club(w, links[i].club) };
}

/* First and last day for `club` (entity): of the next period, or until the day asked for, from
 * today if the period begins only after that. */
static void days_of(const filling *f, uint32_t club, int32_t *opens, int32_t *closes)
{
    int32_t today = suitor_market_day(f->market);

    *opens = *closes = today;
    if (today == SUITOR_NO_DAY) /* nothing is dated: then time is of no matter */
        return;
    calendar_next(&f->model->calendar, f->ledger->entities[club].name, today, opens, closes);
    if (f->options->until != SUITOR_NO_DAY) {
        *closes = f->options->until;
        *opens = *opens > *closes ? today : *opens;
    }
    *opens = *opens < today ? today : *opens;
}

static suitor_move move_of(const filling *f, const candidates_pair *pair)
{
    uint32_t seller = f->window->players[pair->player].seller;

    return (suitor_move){
        .player = pair->player,
        .club = window_entity(f->window, pair->club),
        .seller = seller == CANDIDATES_NONE ? SUITOR_NO_INDEX : window_entity(f->window, seller),
        .position = f->ledger->entities[pair->player].position,
        .weight = pair->interest,
        .chance = pair->chance,
        .opens = suitor_market_day(f->market),
        .closes = suitor_market_day(f->market),
    };
}

/* Days of moves and clubs; who goes elsewhere may do so until the last club closes. */
static void fill_moves(const filling *f)
{
    suitor_window *w = f->window;
    int32_t today = suitor_market_day(f->market), last = today;

    for (uint32_t i = 0; i < w->from.n_pairs; i++) {
        suitor_move *move = &w->list[i];
        *move = move_of(f, &w->pairs[i]);
        if (move->club == SUITOR_ELSEWHERE)
            continue;
        days_of(f, move->club, &move->opens, &move->closes);
        candidates_club *club = &w->clubs[w->pairs[i].club];
        club->opens = (double)move->opens - today;
        club->closes = (double)move->closes - today + 1; /* at the end of that day */
        last = move->closes > last ? move->closes : last;
    }
    for (uint32_t i = 0; i < w->from.n_pairs; i++)
        if (w->list[i].club == SUITOR_ELSEWHERE)
            w->list[i].closes = last;
}

void window_rules(const suitor_model *model, bool budget, candidates_rules *out)
{
    const model_window *from = &model->window;

    *out = (candidates_rules){ .need_met = from->need_met,
                               .beaten_rival = from->beaten_rival,
                               .either_or = from->one_of_two,
                               .spent = budget ? from->spent : 1,
                               .typical_fee = from->typical_fee,
                               .least = from->least,
                               .cap = from->cap };
    memcpy(out->vacancy, from->vacancy, sizeof out->vacancy);
    memcpy(out->fits, model->fits, sizeof out->fits);
}

static suitor_status allocate(const filling *f, suitor_error *err)
{
    suitor_window *w = f->window;
    uint32_t n_players = f->ledger->n_players, n_clubs = f->ledger->n_entities - n_players;
    uint32_t n_edges, n_links;

    suitor_market_edges(f->market, &n_edges);
    market_links(f->market, &n_links);
    /* of each player as many pairs as suitors, and one elsewhere */
    size_t n_pairs = (size_t)n_edges + n_players + 1;
    w->players = calloc((size_t)n_players + 1, sizeof *w->players);
    w->clubs = calloc((size_t)n_clubs + 1, sizeof *w->clubs);
    w->pairs = calloc(n_pairs, sizeof *w->pairs);
    w->list = calloc(n_pairs, sizeof *w->list);
    w->either_or = calloc((size_t)n_links + 1, sizeof *w->either_or);
    if (!w->players || !w->clubs || !w->pairs || !w->list || !w->either_or)
        return no_memory(f->ledger, err);
    w->from = (candidates){ .players = w->players,
                            .clubs = w->clubs,
                            .pairs = w->pairs,
                            .either_or = w->either_or,
                            .n_players = n_players,
                            .n_clubs = n_clubs };
    return SUITOR_OK;
}

static suitor_status fill(filling *f, suitor_error *err)
{
    suitor_status st;

    if ((st = allocate(f, err)) != SUITOR_OK ||
        (st = leaving_find(f->market, &f->said, err)) != SUITOR_OK ||
        (st = needs_find(f->market, &f->said, &f->needs, err)) != SUITOR_OK)
        return st;
    fill_names(f);
    fill_pairs(f);
    fill_either_or(f);
    fill_moves(f);
    window_rules(f->model, f->options->budget, &f->window->from.rules);
    return moves_build(&f->window->from, &f->window->moves, err);
}

static suitor_status check(const suitor_market *market, const suitor_window_options *options,
                           suitor_error *err)
{
    char until[SUITOR_DATE_SIZE], today[SUITOR_DATE_SIZE];
    int32_t day = suitor_market_day(market);

    if (options->until == SUITOR_NO_DAY || options->until >= day)
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_INVALID, "a window until %s is over: the market stands at %s",
                suitor_day_format(options->until, until), suitor_day_format(day, today));
}

suitor_status suitor_window_new(const suitor_market *market, const suitor_window_options *options,
                                suitor_window **out, suitor_error *err)
{
    const suitor_window_options usual = { .until = SUITOR_NO_DAY };
    filling f = { .market = market,
                  .ledger = suitor_market_ledger(market),
                  .model = market_model(market),
                  .options = options ? options : &usual };
    suitor_status st = check(market, f.options, err);

    if (st != SUITOR_OK)
        return st;
    f.window = calloc(1, sizeof *f.window);
    if (!f.window)
        return no_memory(f.ledger, err);
    f.window->market = market;
    st = fill(&f, err);
    if (st == SUITOR_OK)
        *out = f.window;
    else
        suitor_window_free(f.window);
    leaving_free(&f.said);
    free(f.needs);
    return st;
}

void suitor_window_free(suitor_window *window)
{
    if (!window)
        return;
    moves_free(&window->moves);
    free(window->players);
    free(window->clubs);
    free(window->pairs);
    free(window->either_or);
    free(window->list);
    free(window);
}

const suitor_market *suitor_window_market(const suitor_window *window) { return window->market; }

const suitor_move *suitor_window_moves(const suitor_window *window, uint32_t *count)
{
    *count = window->from.n_pairs;
    return window->list;
}
