#include "sampling.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "crew.h"
#include "drawers.h"
#include "fail.h"

enum {
    WINDOWS_A_JOB = 32,
    LEAST_WINDOWS = 512,    /* before a standard error is believed */
    MOST_WINDOWS = 1 << 20, /* whatever precision is wanted */
};

static const double PRECISION = 0.002;

typedef struct {
    const moves *m;
    const run_shock *what;
    const suitor_simulate_options *options;
    const outcomes *outcomes;
    outcomes_sums *sums;
    drawer *drawers;
    outcomes_counter *counters; /* by drawer */
    uint32_t n_drawers;
    atomic_bool enough; /* set by deliveries, which come one by one */
} sampling;

typedef struct {
    uint32_t first, count; /* windows */
    outcomes_sums sums;
    bool has_sums;
    suitor_status status;
    suitor_error err;
} job;

static suitor_status draw(sampling *s, uint32_t worker, job *j)
{
    drawer *d = &s->drawers[worker];
    const replay_change *changes;
    uint32_t n;
    suitor_status st = SUITOR_OK;

    for (uint32_t w = j->first; st == SUITOR_OK && w < j->first + j->count; w++) {
        st = run_window(&d->run, w, NULL, &j->err);
        if (st == SUITOR_OK)
            st = replay_window(d->replay, s->what, &changes, &n, &j->err);
        if (st == SUITOR_OK)
            outcomes_count(&s->counters[worker], s->outcomes, &d->run, changes, n, &j->sums);
    }
    return st;
}

static void work(void *of, uint32_t worker, void *user)
{
    sampling *s = user;
    job *j = of;

    if (atomic_load(&s->enough))
        return;
    if (!j->has_sums && !outcomes_sums_init(&j->sums, s->outcomes)) {
        j->status = fail(&j->err, SUITOR_ERR_NOMEM, "no memory to count moves");
        return;
    }
    j->has_sums = true;
    j->status = draw(s, worker, j);
}

static bool is_precise(const sampling *s)
{
    double wanted = s->options->precision > 0 ? s->options->precision : PRECISION;

    if (s->sums->n_windows < LEAST_WINDOWS)
        return false;
    for (uint32_t i = 0; i < s->m->n_moves; i++)
        if (s->sums->square[i] > 0 && outcomes_error(s->sums, i) > wanted)
            return false;
    return true;
}

static suitor_status deliver(void *of, void *user, suitor_error *err)
{
    sampling *s = user;
    job *j = of;

    if (j->status != SUITOR_OK)
        return fail(err, j->status, "%s", j->err.message);
    if (atomic_load(&s->enough))
        return SUITOR_OK;
    outcomes_sums_add(s->sums, &j->sums, s->outcomes);
    outcomes_sums_clear(&j->sums, s->outcomes);
    if (s->options->progress)
        s->options->progress(s->sums->n_windows, s->options->runs, s->options->user);
    if (s->options->runs == 0 && is_precise(s))
        atomic_store(&s->enough, true);
    return SUITOR_OK;
}

static void release(void *of)
{
    job *j = of;

    if (j->has_sums)
        outcomes_sums_free(&j->sums);
}

static suitor_status counters_init(sampling *s, suitor_error *err)
{
    bool fits = (s->counters = calloc(s->n_drawers, sizeof *s->counters)) != NULL;

    for (uint32_t i = 0; fits && i < s->n_drawers; i++)
        fits = outcomes_counter_init(&s->counters[i], s->outcomes);
    return fits ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "no memory to count moves");
}

static void counters_free(sampling *s)
{
    for (uint32_t i = 0; s->counters && i < s->n_drawers; i++)
        outcomes_counter_free(&s->counters[i]);
    free(s->counters);
}

/* Hand out windows in jobs until there are enough. */
static suitor_status draw_all(sampling *s, suitor_error *err)
{
    const crew_plan plan = { s->n_drawers, sizeof(job), work, deliver, release, s };
    uint32_t most = s->options->runs ? s->options->runs : MOST_WINDOWS;
    crew *c = NULL;
    suitor_status st = crew_new(&plan, &c, err);

    if (st != SUITOR_OK)
        return st;
    for (uint32_t w = 0; w < most && !atomic_load(&s->enough); w += WINDOWS_A_JOB) {
        job *j = crew_open(c);
        if (!j)
            break;
        j->first = w;
        j->count = most - w < WINDOWS_A_JOB ? most - w : WINDOWS_A_JOB;
        crew_close(c, true);
    }
    st = crew_finish(c, err);
    crew_free(c);
    return st;
}

suitor_status sampling_run(const outcomes *o, const run_shock *what,
                           const suitor_simulate_options *options, outcomes_sums *sums,
                           suitor_error *err)
{
    sampling s = { .m = o->m, .what = what, .options = options, .outcomes = o, .sums = sums };
    suitor_status st = drawers_count(options, &s.n_drawers, err);

    if (st == SUITOR_OK)
        st = drawers_new(o->m, options->seed, s.n_drawers, &s.drawers, err);
    if (st == SUITOR_OK)
        st = counters_init(&s, err);
    if (st == SUITOR_OK)
        st = draw_all(&s, err);
    counters_free(&s);
    drawers_free(s.drawers, s.n_drawers);
    return st;
}
