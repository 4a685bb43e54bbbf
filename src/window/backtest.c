/* Forecasts against what happened. */
#include "suitor/backtest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "fold.h"
#include "strmap.h"
#include "window_inner.h"

enum { USUAL_RUNS = 4096, MAX_NAME = 1024 };

/* No forecast is ever quite sure: of windows drawn, one that never came about may still. */
static const double LEAST_CHANCE = 1e-4;

typedef struct {
    const suitor_window *window;
    const suitor_told_transfer *transfers;
    uint32_t n;
    suitor_backtest *out;
    strmap names; /* "p" or "c" before a folded name → entity */
    strmap pairs; /* player and club → forecast */
    suitor_error *err;
} test;

static suitor_status no_memory(const test *t)
{
    return fail(t->err, SUITOR_ERR_NOMEM, "no memory to hold forecasts against transfers");
}

static suitor_sv key_of(char kind, suitor_sv name, char out[MAX_NAME])
{
    out[0] = kind;
    return suitor_sv_make(out, 1 + fold_name(name, out + 1, MAX_NAME - 1));
}

static suitor_sv pair_key(uint32_t player, uint32_t club, uint32_t room[2])
{
    room[0] = player;
    room[1] = club;
    return suitor_sv_make((const char *)room, 2 * sizeof *room);
}

static suitor_sv player_key(const suitor_forecast *f)
{
    return suitor_sv_make((const char *)&f->player, sizeof f->player);
}

static suitor_status index_names(test *t)
{
    const suitor_ledger *ledger = suitor_market_ledger(suitor_window_market(t->window));
    char room[MAX_NAME];

    for (uint32_t i = 0; i < ledger->n_entities; i++) {
        const suitor_entity *e = &ledger->entities[i];
        suitor_sv key = key_of(e->kind == SUITOR_KIND_PLAYER ? 'p' : 'c', e->name, room);
        if (!strmap_put(&t->names, key, i, NULL))
            return no_memory(t);
    }
    return SUITOR_OK;
}

static uint32_t entity_of(const test *t, char kind, suitor_sv name)
{
    uint32_t entity = SUITOR_NO_INDEX;
    char room[MAX_NAME];

    if (name.len)
        strmap_get(&t->names, key_of(kind, name, room), &entity);
    return entity;
}

static int by_chance(const void *left, const void *right)
{
    const suitor_forecast *a = left, *b = right;

    if (a->chance > b->chance || a->chance < b->chance)
        return a->chance > b->chance ? -1 : 1;
    if (a->player != b->player)
        return a->player < b->player ? -1 : 1;
    return a->club < b->club ? -1 : a->club > b->club;
}

/* The pairs of a window that is left alone. */
static suitor_status foresee(test *t, const suitor_simulate_options *options)
{
    suitor_simulate_options drawn = *options;
    suitor_simulation simulation = { 0 };

    drawn.runs = drawn.runs ? drawn.runs : USUAL_RUNS;
    suitor_status st = suitor_simulate(t->window, NULL, 0, &drawn, &simulation, t->err);
    if (st != SUITOR_OK)
        return st;
    t->out->forecasts = calloc((size_t)simulation.n_effects + 1, sizeof *t->out->forecasts);
    for (uint32_t i = 0; t->out->forecasts && i < simulation.n_effects; i++) {
        const suitor_effect *e = &simulation.effects[i];
        if (e->club == SUITOR_NO_INDEX || e->club == SUITOR_ELSEWHERE)
            continue;
        t->out->forecasts[t->out->pairs++] = (suitor_forecast){
            .player = e->player, .club = e->club, .chance = e->before, .transfer = SUITOR_NO_INDEX
        };
    }
    suitor_simulation_clear(&simulation);
    if (!t->out->forecasts)
        return no_memory(t);
    if (t->out->pairs == 0)
        return fail(t->err, SUITOR_ERR_NOTFOUND,
                    "nothing was foreseen: nobody is said to want anybody");
    qsort(t->out->forecasts, t->out->pairs, sizeof *t->out->forecasts, by_chance);
    return SUITOR_OK;
}

static suitor_status index_pairs(test *t)
{
    uint32_t room[2];

    for (uint32_t i = 0; i < t->out->pairs; i++) {
        const suitor_forecast *f = &t->out->forecasts[i];
        if (!strmap_put(&t->pairs, pair_key(f->player, f->club, room), i, NULL) ||
            !strmap_put(&t->pairs, pair_key(f->player, SUITOR_NO_INDEX, room), i, NULL))
            return no_memory(t);
    }
    return SUITOR_OK;
}

/* A transfer that may have come before the window, and so tells nothing of what was foreseen. */
static void set_aside(test *t, uint32_t player, uint32_t club, uint32_t index)
{
    uint32_t room[2], at;

    if (club != SUITOR_NO_INDEX && strmap_get(&t->pairs, pair_key(player, club, room), &at))
        t->out->forecasts[at].transfer = index;
}

/* One transfer against the forecasts. */
static void hold(test *t, uint32_t index)
{
    const suitor_transfer *move = &t->transfers[index].transfer;
    suitor_backtest *out = t->out;
    uint32_t player = entity_of(t, 'p', move->player), club = entity_of(t, 'c', move->to), at;
    uint32_t room[2];

    if (move->kind == SUITOR_MOVE_LOAN_END || move->until < out->since || move->since > out->until)
        return;
    if (move->since < out->since) {
        set_aside(t, player, club, index);
        return;
    }
    out->transfers++;
    if (!strmap_get(&t->pairs, pair_key(player, SUITOR_NO_INDEX, room), &at)) {
        out->strangers++;
    } else if (club == SUITOR_NO_INDEX ||
               !strmap_get(&t->pairs, pair_key(player, club, room), &at)) {
        out->unforeseen++;
    } else {
        out->forecasts[at].happened = true;
        out->forecasts[at].transfer = index;
        out->forecasts[at].is_vague = move->until > out->until;
    }
}

/* Take out the pairs that were set aside. */
static void leave_out(suitor_backtest *out)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < out->pairs; i++) {
        const suitor_forecast *f = &out->forecasts[i];
        if (f->happened || f->transfer == SUITOR_NO_INDEX)
            out->forecasts[n++] = *f;
    }
    out->aside = out->pairs - n;
    out->pairs = n;
}

/* How many suitors each player has, and of the moves of those who have several, whether it was to
 * the likeliest: the first of his in the order of the forecasts. */
static suitor_status count_favourites(test *t)
{
    suitor_backtest *out = t->out;
    strmap suitors = { 0 }, seen = { 0 };
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < out->pairs; i++) {
        uint32_t *n = strmap_put(&suitors, player_key(&out->forecasts[i]), 0, NULL);
        if (n)
            ++*n;
        else
            st = no_memory(t);
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < out->pairs; i++) {
        const suitor_forecast *f = &out->forecasts[i];
        uint32_t n = 0;
        bool first = false;
        strmap_get(&suitors, player_key(f), &n);
        if (!strmap_put(&seen, player_key(f), 1, &first))
            st = no_memory(t);
        out->happened += f->happened;
        out->vague += f->happened && f->is_vague;
        out->contested += f->happened && n > 1;
        out->favourites += f->happened && n > 1 && first;
    }
    strmap_free(&suitors);
    strmap_free(&seen);
    return st;
}

static double log_loss_of(double chance, bool happened)
{
    double p = fmin(fmax(chance, LEAST_CHANCE), 1 - LEAST_CHANCE);

    return -log(happened ? p : 1 - p);
}

static void score(suitor_backtest *out)
{
    const double n = out->pairs, base = out->happened / n;

    for (uint32_t i = 0; i < out->pairs; i++) {
        const suitor_forecast *f = &out->forecasts[i];
        double miss = f->chance - f->happened;
        int bin = (int)(f->chance * SUITOR_BACKTEST_BINS);
        suitor_backtest_bin *b =
            &out->bins[bin < SUITOR_BACKTEST_BINS ? bin : SUITOR_BACKTEST_BINS - 1];
        b->pairs++;
        b->happened += f->happened;
        b->foreseen += f->chance;
        out->expected += f->chance;
        out->brier += miss * miss / n;
        out->log_loss += log_loss_of(f->chance, f->happened) / n;
        out->log_loss_base += log_loss_of(base, f->happened) / n;
    }
    out->brier_base = base * (1 - base);
    for (int i = 0; i < SUITOR_BACKTEST_BINS; i++) {
        suitor_backtest_bin *b = &out->bins[i];
        if (b->pairs == 0)
            continue;
        b->foreseen /= b->pairs;
        double rate = (double)b->happened / b->pairs;
        out->reliability += b->pairs / n * (b->foreseen - rate) * (b->foreseen - rate);
        out->resolution += b->pairs / n * (rate - base) * (rate - base);
    }
}

/* By ranks from the least likely up, those of equal chance in the middle of their places. */
static double area_under(const suitor_backtest *out)
{
    const double yes = out->happened, no = out->pairs - yes;
    double ranks = 0;

    if (out->happened == 0 || out->happened == out->pairs)
        return -1;
    for (uint32_t first = 0, end; first < out->pairs; first = end) {
        uint32_t happened = 0;
        for (end = first;
             end < out->pairs && out->forecasts[end].chance >= out->forecasts[first].chance; end++)
            happened += out->forecasts[end].happened;
        ranks += happened * (out->pairs - (first + end - 1) / 2.0);
    }
    return (ranks - yes * (yes + 1) / 2) / (yes * no);
}

static int32_t last_day(const suitor_window *window)
{
    uint32_t n;
    const suitor_move *all = suitor_window_moves(window, &n);
    int32_t last = SUITOR_NO_DAY;

    for (uint32_t i = 0; i < n; i++)
        last = all[i].closes > last ? all[i].closes : last;
    return last;
}

suitor_status suitor_backtest_run(const suitor_window *window,
                                  const suitor_told_transfer *transfers, uint32_t n, int32_t until,
                                  const suitor_simulate_options *options, suitor_backtest *out,
                                  suitor_error *err)
{
    test t = { .window = window, .transfers = transfers, .n = n, .out = out, .err = err };
    suitor_status st;

    *out = (suitor_backtest){ .since = suitor_market_day(suitor_window_market(window)) + 1,
                              .until = until == SUITOR_NO_DAY ? last_day(window) : until };
    if ((st = index_names(&t)) == SUITOR_OK && (st = foresee(&t, options)) == SUITOR_OK &&
        (st = index_pairs(&t)) == SUITOR_OK) {
        for (uint32_t i = 0; i < n; i++)
            hold(&t, i);
        leave_out(out);
        st = out->transfers && out->pairs
                 ? count_favourites(&t)
                 : fail(err, SUITOR_ERR_NOTFOUND,
                        "no transfer is known that happened in the window, and not before it");
    }
    if (st == SUITOR_OK) {
        score(out);
        out->area = area_under(out);
    } else {
        suitor_backtest_clear(out);
    }
    strmap_free(&t.names);
    strmap_free(&t.pairs);
    return st;
}

void suitor_backtest_clear(suitor_backtest *backtest)
{
    free(backtest->forecasts);
    *backtest = (suitor_backtest){ 0 };
}
