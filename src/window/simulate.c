/* What follows if something is made to happen: solved where that can be done, else drawn. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "effects.h"
#include "exact.h"
#include "fail.h"
#include "sampling.h"
#include "shock.h"

/* What is asked: of one window, what is done as said and made ready. */
typedef struct {
    const suitor_window *window;
    const suitor_do *done; /* with indices of candidates */
    uint32_t n_done;
    const run_shock *what;
    outcomes outcomes;
} question;

static suitor_status tell_drawn(const question *q, const outcomes_sums *sums,
                                suitor_simulation *out, suitor_error *err)
{
    const outcomes *o = &q->outcomes;
    size_t n = (size_t)o->n_outcomes + 1;
    double *before = malloc(n * sizeof *before), *difference = malloc(n * sizeof *difference);
    double *error = malloc(n * sizeof *error);
    suitor_status st;

    if (before && difference && error) {
        for (uint32_t i = 0; i < o->m->n_moves; i++)
            before[i] = sums->before[i] / sums->n_windows;
        for (uint32_t i = 0; i < o->n_outcomes; i++) {
            difference[i] = outcomes_difference(sums, i);
            error[i] = outcomes_error(sums, i);
        }
        effects_means means = { before, difference, error };
        out->runs = sums->n_windows;
        st = effects_build(q->window, o, &means, q->done, q->n_done, out, err);
    } else {
        st = fail(err, SUITOR_ERR_NOMEM, "no memory to count moves");
    }
    free(before);
    free(difference);
    free(error);
    return st;
}

static suitor_status simulate_drawn(const question *q, const suitor_simulate_options *options,
                                    suitor_simulation *out, suitor_error *err)
{
    outcomes_sums sums;
    suitor_status st = SUITOR_OK;

    if (!outcomes_sums_init(&sums, &q->outcomes))
        st = fail(err, SUITOR_ERR_NOMEM, "no memory to count moves");
    if (st == SUITOR_OK)
        st = sampling_run(&q->outcomes, q->what, options, &sums, err);
    if (st == SUITOR_OK)
        st = tell_drawn(q, &sums, out, err);
    outcomes_sums_free(&sums);
    return st;
}

/* Differences of outcomes from those of moves. */
static void sum_differences(const outcomes *o, double *difference)
{
    const moves *m = o->m;

    for (uint32_t i = 0; i < m->n_moves; i++) {
        uint32_t cell = o->cell_of[m->list[i].group];
        difference[m->n_moves + m->list[i].player] += difference[i];
        if (cell != MOVES_NONE)
            difference[m->n_moves + m->n_players + cell] += difference[i];
    }
}

static suitor_status simulate_exactly(const question *q, suitor_simulation *out, suitor_error *err)
{
    const moves *m = q->outcomes.m;
    double *before = malloc(((size_t)m->n_moves + 1) * sizeof *before);
    double *difference = calloc((size_t)q->outcomes.n_outcomes + 1, sizeof *difference);
    suitor_status st = before && difference
                           ? SUITOR_OK
                           : fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", m->n_moves);

    if (st == SUITOR_OK)
        st = exact_solve(m, NULL, before, err);
    if (st == SUITOR_OK)
        st = exact_solve(m, q->what, difference, err);
    if (st == SUITOR_OK) {
        for (uint32_t i = 0; i < m->n_moves; i++)
            difference[i] -= before[i];
        sum_differences(&q->outcomes, difference);
        effects_means means = { before, difference, NULL };
        st = effects_build(q->window, &q->outcomes, &means, q->done, q->n_done, out, err);
    }
    free(before);
    free(difference);
    return st;
}

/* `done` with indices of candidates. */
static suitor_do *localise(const suitor_window *window, const suitor_do *done, uint32_t n)
{
    suitor_do *copy = malloc(((size_t)n + 1) * sizeof *copy);

    for (uint32_t i = 0; copy && i < n; i++) {
        copy[i] = done[i];
        copy[i].club = window_club(window, done[i].club);
    }
    return copy;
}

suitor_status suitor_simulate(const suitor_window *window, const suitor_do *done, uint32_t n_done,
                              const suitor_simulate_options *options, suitor_simulation *out,
                              suitor_error *err)
{
    const moves *m = &window->moves;
    suitor_simulation result = { .seed = options->seed };
    suitor_do *local = localise(window, done, n_done);
    question q = { .window = window, .done = local, .n_done = n_done };
    shock what = { 0 };
    suitor_status st = local ? shock_build(m, local, n_done, &what, err)
                             : fail(err, SUITOR_ERR_NOMEM, "no memory for %u things", n_done);

    q.what = &what.shock;
    if (st == SUITOR_OK)
        st = outcomes_init(&q.outcomes, m, err);
    if (st == SUITOR_OK)
        st = options->runs == 0 && exact_fits(m, NULL) ? simulate_exactly(&q, &result, err)
                                                       : simulate_drawn(&q, options, &result, err);
    if (st == SUITOR_OK)
        *out = result;
    else
        suitor_simulation_clear(&result);
    outcomes_free(&q.outcomes);
    shock_free(&what);
    free(local);
    return st;
}

void suitor_simulation_clear(suitor_simulation *s)
{
    free(s->effects);
    free(s->arrivals);
    memset(s, 0, sizeof *s);
}
