/* Choosing lines that are no interests: rivalries of clubs, and what a simulation changes. */
#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "scene.h"

/* All edges of one player are neighbours: mark those of two clubs that both want him. */
static void mark_meetings(const scene *s, const suitor_edge *edges, uint32_t count, bool *basis)
{
    for (uint32_t i = 0; i < s->n_lines; i++)
        for (uint32_t k = 0, first = 0; k < count; k++) {
            if (edges[k].player != edges[first].player)
                first = k;
            if (edges[k].club != s->lines[i].to)
                continue;
            for (uint32_t j = first; j < k; j++)
                if (edges[j].club == s->lines[i].from)
                    basis[j] = basis[k] = true;
        }
}

suitor_status choose_rivalries(scene *s, const suitor_market *market, uint32_t top, const groups *g,
                               bool *basis, suitor_error *err)
{
    uint32_t count, n = top && top < g->found->n_pairs ? top : g->found->n_pairs;
    const suitor_edge *edges = suitor_market_edges(market, &count);
    suitor_chance *chance = NULL;
    suitor_status st = suitor_chance_new(market, &chance, err);

    if (st != SUITOR_OK)
        return st;
    s->lines = calloc((size_t)n + 1, sizeof *s->lines);
    s->rivalries = calloc((size_t)n + 1, sizeof *s->rivalries);
    if (!s->lines || !s->rivalries)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the rivalries of the picture");
    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++) {
        const suitor_pair *pair = &g->found->pairs[i];
        suitor_odds odds = suitor_chance_of(chance, pair->club, pair->rival);
        bool is_frequent = odds.q <= SUITOR_FALSE_DISCOVERY_RATE;
        s->lines[s->n_lines++] =
            (scene_line){ pair->club, pair->rival, pair->rivalry / g->found->pairs[0].rivalry,
                          SUITOR_NO_INDEX };
        s->rivalries[i] =
            (scene_rivalry){ pair->rivalry, pair->n_meetings, odds.expected, is_frequent };
        s->n_frequent += is_frequent;
    }
    if (st == SUITOR_OK)
        mark_meetings(s, edges, count, basis);
    suitor_chance_free(chance);
    return st;
}

static bool is_done(const scene *s, const suitor_effect *e)
{
    for (uint32_t i = 0; i < s->n_done; i++)
        if (s->done[i].kind == SUITOR_DO_MOVE && s->done[i].player == e->player &&
            s->done[i].club == e->club)
            return true;
    return false;
}

/* Half a percent point, below which the figures before and after read alike. */
static const double LEAST_CHANGE = 0.005;

/* Whether it is worth a line: a place somewhere is no club. */
static bool has_line(const suitor_effect *e)
{
    return e->is_effect && fabs(e->difference) >= LEAST_CHANGE && e->club != SUITOR_NO_INDEX &&
           e->club != SUITOR_ELSEWHERE;
}

/* The largest changes; what was made to happen first, if it is among them or not. */
static void add_changes(scene *s, const suitor_simulation *simulation, uint32_t top, bool wanted)
{
    for (uint32_t i = 0; i < simulation->n_effects; i++) {
        const suitor_effect *e = &simulation->effects[i];
        bool done = is_done(s, e);
        if (done != wanted || (!done && (!has_line(e) || (top && s->n_lines >= top))))
            continue;
        s->changes[s->n_lines] = (scene_change){ e->before, e->after, done };
        s->lines[s->n_lines++] =
            (scene_line){ e->player, e->club, fabs(e->difference), SUITOR_NO_INDEX };
    }
}

suitor_status choose_changes(scene *s, const suitor_market *market,
                             const suitor_simulation *simulation, uint32_t top, bool *basis,
                             suitor_error *err)
{
    size_t n = simulation->n_effects;
    uint32_t count;
    const suitor_edge *edges = suitor_market_edges(market, &count);

    s->lines = calloc(n + 1, sizeof *s->lines);
    s->changes = calloc(n + 1, sizeof *s->changes);
    s->staying = calloc((size_t)s->ledger->n_players + 1, sizeof *s->staying);
    if (!s->lines || !s->changes || !s->staying)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the changes of the picture");
    add_changes(s, simulation, top, true);
    add_changes(s, simulation, top, false);
    for (uint32_t i = 0; i < simulation->n_effects; i++) {
        const suitor_effect *e = &simulation->effects[i];
        if (e->club == SUITOR_NO_INDEX)
            s->staying[e->player] = (scene_change){ e->before, e->after, false };
    }
    for (uint32_t i = 0; i < s->n_lines; i++) {
        const suitor_edge key = { .player = s->lines[i].from, .club = s->lines[i].to };
        const suitor_edge *edge = bsearch(&key, edges, count, sizeof *edges, scene_by_pair);
        if (edge)
            basis[edge - edges] = true;
    }
    return SUITOR_OK;
}
