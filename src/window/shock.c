#include "shock.h"

#include <stdlib.h>
#include <string.h>

#include "fail.h"

static suitor_status check(const moves *m, const suitor_do *d, suitor_error *err)
{
    bool of_player = d->kind <= SUITOR_DO_STAY;
    bool of_club = d->kind == SUITOR_DO_MOVE || d->kind >= SUITOR_DO_OUT;

    if ((of_player && d->player >= m->n_players) || (of_club && d->club >= m->n_clubs) ||
        (unsigned)d->kind > SUITOR_DO_NEED ||
        (d->kind == SUITOR_DO_NEED && (unsigned)d->position >= SUITOR_N_POSITIONS))
        return fail(err, SUITOR_ERR_INVALID, "window: nothing like that can be done");
    if (d->kind == SUITOR_DO_MOVE && m->from->players[d->player].seller == d->club)
        return fail(err, SUITOR_ERR_INVALID, "window: he plays there already");
    return SUITOR_OK;
}

static suitor_status send(const moves *m, const suitor_do *d, shock *out, suitor_error *err)
{
    uint32_t club = d->kind == SUITOR_DO_MOVE ? d->club : CANDIDATES_NONE;
    uint32_t move = d->kind == SUITOR_DO_STAY ? MOVES_NONE : moves_find(m, d->player, club);
    uint32_t n = out->shock.n_gone++;
    double fee = move == MOVES_NONE ? 0 : m->from->pairs[m->list[move].pair].fee;

    for (uint32_t i = 0; i < n; i++)
        if (out->gone[i] == d->player)
            return fail(err, SUITOR_ERR_INVALID, "window: a player is told to do two things");
    out->gone[n] = d->player;
    out->gone_by[n] = move;
    return d->kind == SUITOR_DO_STAY ? SUITOR_OK
                                     : mechanism_of_move(m, d->player, club, fee, &out->list, err);
}

static suitor_status add(const moves *m, const suitor_do *d, shock *out, suitor_error *err)
{
    suitor_status st = check(m, d, err);

    if (st != SUITOR_OK)
        return st;
    if (d->kind == SUITOR_DO_OUT)
        return mechanism_of_absence(m, d->club, &out->list, err);
    if (d->kind == SUITOR_DO_NEED)
        return mechanism_of_vacancy(m, d->club, d->position, &out->list, err);
    return send(m, d, out, err);
}

suitor_status shock_build(const moves *m, const suitor_do *done, uint32_t n, shock *out,
                          suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    *out = (shock){ 0 };
    out->gone = malloc(((size_t)n + 1) * sizeof *out->gone);
    out->gone_by = malloc(((size_t)n + 1) * sizeof *out->gone_by);
    if (!out->gone || !out->gone_by)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u things to do", n);
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        st = add(m, &done[i], out, err);
    out->effects = malloc(((size_t)out->list.count + 1) * sizeof *out->effects);
    if (st == SUITOR_OK && !out->effects)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u effects", out->list.count);
    for (uint32_t i = 0; out->effects && i < out->list.count; i++)
        out->effects[i] = out->list.items[i].effect;
    out->shock.gone = out->gone;
    out->shock.gone_by = out->gone_by;
    out->shock.effects = out->effects;
    out->shock.n_effects = out->list.count;
    if (st != SUITOR_OK)
        shock_free(out);
    return st;
}

void shock_free(shock *s)
{
    free(s->gone);
    free(s->gone_by);
    free(s->effects);
    free(s->list.items);
    memset(s, 0, sizeof *s);
}
