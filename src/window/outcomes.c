#include "outcomes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"

suitor_status outcomes_init(outcomes *out, const moves *m, suitor_error *err)
{
    *out = (outcomes){ .m = m };
    out->cell_of = malloc(((size_t)m->n_groups + 1) * sizeof *out->cell_of);
    out->cells = malloc(((size_t)m->n_groups + 1) * sizeof *out->cells);
    if (!out->cell_of || !out->cells)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u groups", m->n_groups);
    for (uint32_t g = 0; g < m->n_groups; g++) {
        const moves_group *of = &m->groups[g];
        if (of->club != MOVES_NONE &&
            (g == 0 || of->club != of[-1].club || of->position != of[-1].position))
            out->cells[out->n_cells++] = (outcomes_cell){ of->club, of->position };
        out->cell_of[g] = of->club == MOVES_NONE ? MOVES_NONE : out->n_cells - 1;
    }
    out->n_outcomes = m->n_moves + m->n_players + out->n_cells;
    return SUITOR_OK;
}

void outcomes_free(outcomes *o)
{
    free(o->cell_of);
    free(o->cells);
    memset(o, 0, sizeof *o);
}

bool outcomes_sums_init(outcomes_sums *s, const outcomes *o)
{
    *s = (outcomes_sums){ 0 };
    s->before = calloc((size_t)o->m->n_moves + 1, sizeof *s->before);
    s->difference = calloc((size_t)o->n_outcomes + 1, sizeof *s->difference);
    s->square = calloc((size_t)o->n_outcomes + 1, sizeof *s->square);
    return s->before && s->difference && s->square;
}

void outcomes_sums_free(outcomes_sums *s)
{
    free(s->before);
    free(s->difference);
    free(s->square);
    memset(s, 0, sizeof *s);
}

void outcomes_sums_clear(outcomes_sums *s, const outcomes *o)
{
    memset(s->before, 0, o->m->n_moves * sizeof *s->before);
    memset(s->difference, 0, o->n_outcomes * sizeof *s->difference);
    memset(s->square, 0, o->n_outcomes * sizeof *s->square);
    s->n_windows = 0;
}

void outcomes_sums_add(outcomes_sums *to, const outcomes_sums *from, const outcomes *o)
{
    for (uint32_t i = 0; i < o->m->n_moves; i++)
        to->before[i] += from->before[i];
    for (uint32_t i = 0; i < o->n_outcomes; i++) {
        to->difference[i] += from->difference[i];
        to->square[i] += from->square[i];
    }
    to->n_windows += from->n_windows;
}

bool outcomes_counter_init(outcomes_counter *c, const outcomes *o)
{
    *c = (outcomes_counter){ 0 };
    c->difference = calloc((size_t)o->n_outcomes + 1, sizeof *c->difference);
    c->touched = malloc(((size_t)o->n_outcomes + 1) * sizeof *c->touched);
    return c->difference && c->touched;
}

void outcomes_counter_free(outcomes_counter *c)
{
    free(c->difference);
    free(c->touched);
    memset(c, 0, sizeof *c);
}

static void touch(outcomes_counter *c, uint32_t outcome, double difference)
{
    if (c->difference[outcome] == 0)
        c->touched[c->n_touched++] = outcome;
    c->difference[outcome] += difference;
    if (c->difference[outcome] == 0) /* it is listed, and must not be listed twice */
        c->difference[outcome] = 1e-300;
}

void outcomes_count(outcomes_counter *c, const outcomes *o, const run *r,
                    const replay_change *changes, uint32_t n, outcomes_sums *sums)
{
    const moves *m = o->m;

    for (uint32_t i = 0; i < m->n_moves; i++)
        sums->before[i] += r->estimate[i];
    for (uint32_t i = 0; i < n; i++) {
        uint32_t move = changes[i].move, cell = o->cell_of[m->list[move].group];
        double difference = changes[i].estimate - r->estimate[move];
        touch(c, move, difference);
        touch(c, m->n_moves + m->list[move].player, difference);
        if (cell != MOVES_NONE)
            touch(c, m->n_moves + m->n_players + cell, difference);
    }
    while (c->n_touched) {
        uint32_t outcome = c->touched[--c->n_touched];
        double difference = c->difference[outcome];
        sums->difference[outcome] += difference;
        sums->square[outcome] += difference * difference;
        c->difference[outcome] = 0;
    }
    sums->n_windows++;
}

double outcomes_difference(const outcomes_sums *s, uint32_t outcome)
{
    return s->n_windows ? s->difference[outcome] / s->n_windows : 0;
}

double outcomes_error(const outcomes_sums *s, uint32_t outcome)
{
    double n = s->n_windows, mean = outcomes_difference(s, outcome);

    return n > 1 ? sqrt(fmax(s->square[outcome] - n * mean * mean, 0) / (n * (n - 1))) : 1;
}
