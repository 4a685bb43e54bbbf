#include "effects.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "grow.h"

static const double NOTHING = 1e-12; /* less than that is rounding */
static const double SURE = 1e-9;     /* an exact difference above that is one */

typedef struct {
    const suitor_window *window;
    const outcomes *o;
    const effects_means *means;
    suitor_simulation *out;
    uint32_t cap_effects, cap_arrivals;
    bool all; /* nothing is done: what is asked for is how things stand */
    suitor_error *err;
} builder;

static double error_of(const builder *b, uint32_t outcome)
{
    return b->means->error ? b->means->error[outcome] : 0;
}

static bool is_touched(const builder *b, uint32_t outcome)
{
    if (b->all)
        return true;
    return fabs(b->means->difference[outcome]) > NOTHING || error_of(b, outcome) > NOTHING;
}

static suitor_status add_effect(builder *b, suitor_effect e)
{
    suitor_simulation *out = b->out;

    if (!grow(&out->effects, &b->cap_effects, out->n_effects + 1, sizeof *out->effects))
        return fail(b->err, SUITOR_ERR_NOMEM, "no memory for %u effects", out->n_effects);
    e.difference = e.after - e.before;
    e.is_effect = fabs(e.difference) > (b->means->error ? 2 * e.standard_error : 0) + SURE;
    out->effects[out->n_effects++] = e;
    return SUITOR_OK;
}

static double clamp(double chance) { return chance < 0 ? 0 : chance > 1 ? 1 : chance; }

/* Means of estimates may sum up to a little more than 1: what all a player's chances are to be
 * multiplied by. */
static double scale(const builder *b, uint32_t player, bool after)
{
    const moves *m = b->o->m;
    double sum = 0;

    for (uint32_t i = m->player_first[player]; i < m->player_first[player + 1]; i++) {
        uint32_t move = m->player_moves[i];
        sum += clamp(b->means->before[move] + (after ? b->means->difference[move] : 0));
    }
    return sum > 1 ? 1 / sum : 1;
}

static suitor_status add_player(builder *b, uint32_t player, bool is_sent)
{
    const moves *m = b->o->m;
    double before = scale(b, player, false), after = scale(b, player, true);
    suitor_effect stays = { .player = player,
                            .club = SUITOR_NO_INDEX,
                            .before = 1,
                            .after = is_sent ? 0 : 1,
                            .standard_error = error_of(b, m->n_moves + player) };
    suitor_status st = SUITOR_OK;

    for (uint32_t i = m->player_first[player]; st == SUITOR_OK && i < m->player_first[player + 1];
         i++) {
        uint32_t move = m->player_moves[i];
        double was = b->means->before[move];
        suitor_effect e = { .player = player,
                            .club = window_entity(b->window, m->groups[m->list[move].group].club),
                            .before = before * clamp(was),
                            .after = after * clamp(was + b->means->difference[move]),
                            .standard_error = error_of(b, move) };
        stays.before -= e.before;
        stays.after -= e.after;
        if (is_touched(b, move))
            st = add_effect(b, e);
    }
    stays.before = clamp(stays.before);
    stays.after = clamp(stays.after);
    return st == SUITOR_OK ? add_effect(b, stays) : st;
}

/* Moves that are no candidates have no outcome of their own. */
static bool is_stranger(const builder *b, const suitor_do *d)
{
    uint32_t club = d->kind == SUITOR_DO_MOVE ? d->club : CANDIDATES_NONE;

    return d->kind <= SUITOR_DO_LEAVE && moves_find(b->o->m, d->player, club) == MOVES_NONE;
}

static suitor_status add_players(builder *b, const suitor_do *done, uint32_t n_done)
{
    const moves *m = b->o->m;
    suitor_status st = SUITOR_OK;

    for (uint32_t p = 0; st == SUITOR_OK && p < m->n_players; p++) {
        bool is_sent = false, touched = false;
        for (uint32_t i = 0; st == SUITOR_OK && i < n_done; i++)
            if (done[i].kind <= SUITOR_DO_LEAVE && done[i].player == p &&
                is_stranger(b, &done[i])) {
                uint32_t to = done[i].kind == SUITOR_DO_MOVE
                                  ? window_entity(b->window, done[i].club)
                                  : SUITOR_ELSEWHERE;
                is_sent = true;
                st = add_effect(b, (suitor_effect){ .player = p, .club = to, .after = 1 });
            }
        for (uint32_t i = m->player_first[p]; i < m->player_first[p + 1]; i++)
            touched |= is_touched(b, m->player_moves[i]);
        if (st == SUITOR_OK && (touched || is_sent))
            st = add_player(b, p, is_sent);
    }
    return st;
}

/* Arrivals are numbers of players, so they may well be more than 1. */
static suitor_status add_arrivals(builder *b)
{
    const moves *m = b->o->m;
    suitor_simulation *out = b->out;

    for (uint32_t cell = 0, g = 0; cell < b->o->n_cells; cell++) {
        uint32_t outcome = m->n_moves + m->n_players + cell;
        suitor_arrival a = { .club = window_entity(b->window, b->o->cells[cell].club),
                             .position = b->o->cells[cell].position,
                             .difference = b->means->difference[outcome],
                             .standard_error = error_of(b, outcome) };
        while (g < m->n_groups && b->o->cell_of[g] < cell)
            g++;
        for (; g < m->n_groups && b->o->cell_of[g] == cell; g++)
            for (uint32_t i = m->groups[g].first_move; i < m->groups[g + 1].first_move; i++)
                a.before += clamp(b->means->before[i]);
        a.after = fmax(a.before + a.difference, 0);
        if (!is_touched(b, outcome))
            continue;
        if (!grow(&out->arrivals, &b->cap_arrivals, out->n_arrivals + 1, sizeof *out->arrivals))
            return fail(b->err, SUITOR_ERR_NOMEM, "no memory for %u arrivals", out->n_arrivals);
        out->arrivals[out->n_arrivals++] = a;
    }
    return SUITOR_OK;
}

/* Entities of one kind are in order of their names. */
static int by_size(const void *a, const void *b)
{
    const suitor_effect *x = a, *y = b;

    if (fabs(x->difference) != fabs(y->difference))
        return fabs(x->difference) > fabs(y->difference) ? -1 : 1;
    if (x->player != y->player)
        return x->player < y->player ? -1 : 1;
    return x->club < y->club ? -1 : x->club > y->club;
}

static int by_size_of_arrival(const void *a, const void *b)
{
    const suitor_arrival *x = a, *y = b;

    if (fabs(x->difference) != fabs(y->difference))
        return fabs(x->difference) > fabs(y->difference) ? -1 : 1;
    if (x->club != y->club)
        return x->club < y->club ? -1 : 1;
    return x->position < y->position ? -1 : x->position > y->position;
}

suitor_status effects_build(const suitor_window *window, const outcomes *o,
                            const effects_means *means, const suitor_do *done, uint32_t n_done,
                            suitor_simulation *out, suitor_error *err)
{
    builder b = { .window = window, .o = o, .means = means, .out = out, .err = err };
    b.all = n_done == 0;
    suitor_status st = add_players(&b, done, n_done);

    if (st == SUITOR_OK)
        st = add_arrivals(&b);
    if (st == SUITOR_OK && out->n_effects)
        qsort(out->effects, out->n_effects, sizeof *out->effects, by_size);
    if (st == SUITOR_OK && out->n_arrivals)
        qsort(out->arrivals, out->n_arrivals, sizeof *out->arrivals, by_size_of_arrival);
    return st;
}
