#include "influence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "grow.h"

/* What counts as notable: a chance two points higher, or a rate a quarter higher of something
 * that is not all but excluded. */
static const double POINTS = 0.02, RATE = 1.25, LEAST = 0.02;

suitor_status influences_init(influences *out, const moves *m, suitor_error *err)
{
    *out = (influences){ .m = m };
    out->factor = malloc(((size_t)m->n_groups + 1) * sizeof *out->factor);
    out->kind = malloc(((size_t)m->n_groups + 1) * sizeof *out->kind);
    out->is_listed = calloc((size_t)m->n_players + 1, sizeof *out->is_listed);
    if (!out->factor || !out->kind || !out->is_listed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u groups", m->n_groups);
    for (uint32_t g = 0; g < m->n_groups; g++)
        out->factor[g] = 1;
    return SUITOR_OK;
}

void influences_free(influences *i)
{
    free(i->items);
    free(i->effects.items);
    free(i->factor);
    free(i->kind);
    free(i->players);
    free(i->is_listed);
    memset(i, 0, sizeof *i);
}

static suitor_status add(influences *i, influence one, suitor_error *err)
{
    if (!grow(&i->items, &i->cap, i->count + 1, sizeof *i->items))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u consequences", i->count);
    i->items[i->count++] = one;
    return SUITOR_OK;
}

static double capped(const influences *i, uint32_t group)
{
    return fmin(i->factor[group], i->m->from->rules.cap);
}

/* The factors of the groups that are changed, and of each the strongest mechanism. */
static void multiply(influences *i)
{
    for (uint32_t k = 0; k < i->effects.count; k++) {
        const mechanism_effect *e = &i->effects.items[k];
        uint32_t group = e->effect.group;
        double factor = e->effect.factor, others = i->factor[group];
        if (others == 1 || fabs(log(factor)) > fabs(log(others)))
            i->kind[group] = e->kind;
        i->factor[group] *= factor;
    }
}

/* Moves of a group that has become hotter. */
static suitor_status heat(influences *i, uint32_t group, uint32_t mover, suitor_error *err)
{
    const moves *m = i->m;
    suitor_status st = SUITOR_OK;

    for (uint32_t k = m->groups[group].first_move;
         st == SUITOR_OK && k < m->groups[group + 1].first_move; k++) {
        double before = -expm1(-m->list[k].hazard);
        double after = -expm1(-m->list[k].hazard * capped(i, group));
        bool notable = after - before >= POINTS || (capped(i, group) >= RATE && after >= LEAST);
        if (m->list[k].player != mover && notable)
            st = add(i, (influence){ k, i->kind[group], before, after }, err);
    }
    return st;
}

static suitor_status note_cooled(influences *i, uint32_t group, uint32_t mover, suitor_error *err)
{
    const moves *m = i->m;

    for (uint32_t k = m->groups[group].first_move; k < m->groups[group + 1].first_move; k++) {
        uint32_t player = m->list[k].player;
        if (player == mover || i->is_listed[player])
            continue;
        if (!grow(&i->players, &i->cap_players, i->n_players + 1, sizeof *i->players))
            return fail(err, SUITOR_ERR_NOMEM, "no memory for %u players", i->n_players);
        i->players[i->n_players++] = player;
        i->is_listed[player] = true;
    }
    return SUITOR_OK;
}

double influences_staying(const moves *m, uint32_t player)
{
    double hazard = 0;

    for (uint32_t k = m->player_first[player]; k < m->player_first[player + 1]; k++)
        hazard += m->list[m->player_moves[k]].hazard;
    return exp(-hazard);
}

/* Whether a player, some of whose moves have cooled, is notably likelier to stay. */
static suitor_status cool(influences *i, uint32_t player, suitor_error *err)
{
    const moves *m = i->m;
    double hazard = 0, most = 0;
    suitor_mechanism kind = SUITOR_NEED_MET;

    for (uint32_t k = m->player_first[player]; k < m->player_first[player + 1]; k++) {
        const moves_move *his = &m->list[m->player_moves[k]];
        double lost = his->hazard * (1 - capped(i, his->group));
        hazard += his->hazard - lost;
        if (lost > most) {
            most = lost;
            kind = i->kind[his->group];
        }
    }
    double before = influences_staying(m, player), after = exp(-hazard);
    if (after - before < POINTS)
        return SUITOR_OK;
    return add(i, (influence){ m->n_moves + player, kind, before, after }, err);
}

suitor_status influences_find(influences *i, uint32_t player, uint32_t club, suitor_error *err)
{
    suitor_status st;

    i->count = i->effects.count = 0;
    st = mechanism_of_move(i->m, player, club, 0, &i->effects, err);
    multiply(i);
    for (uint32_t k = 0; st == SUITOR_OK && k < i->effects.count; k++) {
        uint32_t group = i->effects.items[k].effect.group;
        bool is_first = true; /* a group that several mechanisms change is looked at once */
        for (uint32_t before = 0; before < k && is_first; before++)
            is_first = i->effects.items[before].effect.group != group;
        if (is_first && i->factor[group] > 1)
            st = heat(i, group, player, err);
        else if (is_first && i->factor[group] < 1)
            st = note_cooled(i, group, player, err);
    }
    for (uint32_t k = 0; k < i->n_players; k++) {
        if (st == SUITOR_OK)
            st = cool(i, i->players[k], err);
        i->is_listed[i->players[k]] = false;
    }
    i->n_players = 0;
    for (uint32_t k = 0; k < i->effects.count; k++)
        i->factor[i->effects.items[k].effect.group] = 1;
    return st;
}
