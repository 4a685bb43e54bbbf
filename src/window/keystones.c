/* Every move in turn made to happen, in the same windows.
 *
 * A sum of absolute differences would be the larger the noisier they are. So a quarter of the
 * windows only tells in which direction each other move changes, and in the rest the changes
 * are summed with these signs: what comes out is right on average for the moves whose direction
 * is known, and what is mere noise takes itself away.
 */
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "crew.h"
#include "drawers.h"
#include "fail.h"
#include "grow.h"
#include "shock.h"
#include "window_inner.h"

enum { MOVES_A_JOB = 128, WINDOWS = 400, LEAST_WINDOWS = 8, FIRST_PLACES = 16, MOST = 3 };

/* How a move changes when another one is made to happen. */
typedef struct {
    double sum, square; /* of the differences */
    uint32_t move;      /* MOVES_NONE: nothing here */
    int sign;           /* of the first windows' sum */
} change;

/* A table of changes by move; open addressing. */
typedef struct {
    change *places;
    uint32_t n_places, count; /* a power of two */
} changes;

/* One move made to happen. */
typedef struct {
    shock what;
    changes of;
    double sum, square; /* of what all others change by, from window to window */
} trial;

typedef struct {
    const suitor_window *window;
    const moves *m;
    const suitor_simulate_options *options;
    drawer *drawers;
    double **before;                        /* by drawer, by move: sum of estimates */
    uint32_t n_drawers, n_windows, n_first; /* n_first only tell the signs */
    suitor_keystone *found;
    uint32_t n_found;
    _Atomic uint64_t done;
} search;

typedef struct {
    uint32_t first, count; /* moves */
    suitor_keystone found[MOVES_A_JOB];
    suitor_status status;
    suitor_error err;
} job;

static uint32_t place_of(const changes *c, uint32_t move)
{
    uint32_t i = move * UINT32_C(2654435769) & (c->n_places - 1);

    while (c->places[i].move != MOVES_NONE && c->places[i].move != move)
        i = (i + 1) & (c->n_places - 1);
    return i;
}

static bool make_places(changes *c, uint32_t n)
{
    changes larger = { malloc(n * sizeof *larger.places), n, c->count };

    if (!larger.places)
        return false;
    for (uint32_t i = 0; i < n; i++)
        larger.places[i] = (change){ .move = MOVES_NONE };
    for (uint32_t i = 0; i < c->n_places; i++)
        if (c->places[i].move != MOVES_NONE)
            larger.places[place_of(&larger, c->places[i].move)] = c->places[i];
    free(c->places);
    *c = larger;
    return true;
}

static change *find_change(changes *c, uint32_t move)
{
    if (2 * (c->count + 1) > c->n_places &&
        !make_places(c, c->n_places ? 2 * c->n_places : FIRST_PLACES))
        return NULL;
    change *at = &c->places[place_of(c, move)];
    c->count += at->move == MOVES_NONE;
    at->move = move;
    return at;
}

/* Add what window `w` says of a trial. */
static suitor_status count(const search *s, const drawer *d, trial *t, uint32_t w,
                           const replay_change *list, uint32_t n, suitor_error *err)
{
    uint32_t who = t->what.gone[0];
    double sum = 0;

    for (uint32_t i = 0; i < n; i++) {
        double difference = list[i].estimate - d->run.estimate[list[i].move];
        if (s->m->list[list[i].move].player == who)
            continue;
        change *c = find_change(&t->of, list[i].move);
        if (!c)
            return fail(err, SUITOR_ERR_NOMEM, "no memory for what %u moves change", s->m->n_moves);
        c->sum += difference;
        c->square += difference * difference;
        sum += c->sign * difference;
    }
    if (w >= s->n_first) {
        t->sum += sum;
        t->square += sum * sum;
    }
    return SUITOR_OK;
}

static void sign(changes *c)
{
    for (uint32_t i = 0; i < c->n_places; i++)
        c->places[i].sign = (c->places[i].sum > 0) - (c->places[i].sum < 0);
}

static suitor_status draw(search *s, uint32_t worker, trial *trials, uint32_t n, suitor_error *err)
{
    drawer *d = &s->drawers[worker];
    double *before = s->before[worker];
    const replay_change *list;
    uint32_t n_list;
    suitor_status st = SUITOR_OK;

    for (uint32_t w = 0; st == SUITOR_OK && w < s->n_windows; w++) {
        st = run_window(&d->run, w, NULL, err);
        for (uint32_t i = 0; st == SUITOR_OK && i < s->m->n_moves; i++)
            before[i] += d->run.estimate[i];
        for (uint32_t i = 0; st == SUITOR_OK && i < n; i++) {
            if (w == s->n_first)
                sign(&trials[i].of);
            st = replay_window(d->replay, &trials[i].what.shock, &list, &n_list, err);
            if (st == SUITOR_OK)
                st = count(s, d, &trials[i], w, list, n_list, err);
        }
        atomic_fetch_add(&s->done, n);
    }
    return st;
}

static double error_of(double sum, double square, uint32_t n)
{
    return sqrt(fmax(square - sum * sum / n, 0) / ((double)n * (n - 1)));
}

static bool is_larger(const change *a, const change *b)
{
    return fabs(a->sum) > fabs(b->sum) || (fabs(a->sum) == fabs(b->sum) && a->move < b->move);
}

/* The largest changes that are no noise. */
static void find_most(const search *s, const double *sums, const changes *c, suitor_keystone *out)
{
    const moves *m = s->m;
    double n = s->n_windows;
    const change *most[MOST + 1];
    uint32_t n_most = 0;

    for (uint32_t i = 0; i < c->n_places; i++) {
        const change *one = &c->places[i];
        uint32_t k = n_most;
        if (one->move == MOVES_NONE ||
            fabs(one->sum / n) <= 2 * error_of(one->sum, one->square, s->n_windows))
            continue;
        for (; k && is_larger(one, most[k - 1]); k--)
            most[k] = most[k - 1];
        most[k] = one;
        n_most += n_most < MOST;
    }
    for (uint32_t i = 0; i < n_most; i++) {
        const change *one = most[i];
        double before = sums[one->move] / n, difference = one->sum / n;
        out->most[i] =
            (suitor_effect){ .player = m->list[one->move].player,
                             .club =
                                 window_entity(s->window, m->groups[m->list[one->move].group].club),
                             .before = fmin(before, 1),
                             .after = fmin(fmax(before + difference, 0), 1),
                             .difference = difference,
                             .standard_error = error_of(one->sum, one->square, s->n_windows),
                             .is_effect = true };
    }
    out->n_most = n_most;
}

static suitor_status prepare(const search *s, job *j, trial *trials)
{
    const moves *m = s->m;
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < j->count; i++) {
        const candidates_pair *pair = &m->from->pairs[j->first + i];
        bool is_elsewhere = pair->club == CANDIDATES_NONE;
        suitor_do done = { is_elsewhere ? SUITOR_DO_LEAVE : SUITOR_DO_MOVE, pair->player,
                           pair->club, SUITOR_POS_NONE };
        st = shock_build(m, &done, 1, &trials[i].what, &j->err);
    }
    return st;
}

static void tell(const search *s, const double *sums, job *j, const trial *trials)
{
    for (uint32_t i = 0; i < j->count; i++) {
        const candidates_pair *pair = &s->m->from->pairs[j->first + i];
        uint32_t n = s->n_windows - s->n_first;
        j->found[i] =
            (suitor_keystone){ .player = pair->player,
                               .club = window_entity(s->window, pair->club),
                               .effect = trials[i].sum / n,
                               .standard_error = error_of(trials[i].sum, trials[i].square, n) };
        find_most(s, sums, &trials[i].of, &j->found[i]);
    }
}

static void work(void *of, uint32_t worker, void *user)
{
    search *s = user;
    job *j = of;
    double *before = s->before[worker];
    trial *trials = calloc(MOVES_A_JOB, sizeof *trials);

    memset(before, 0, s->m->n_moves * sizeof *before);
    j->status =
        trials ? prepare(s, j, trials) : fail(&j->err, SUITOR_ERR_NOMEM, "no memory for trials");
    if (j->status == SUITOR_OK)
        j->status = draw(s, worker, trials, j->count, &j->err);
    if (j->status == SUITOR_OK)
        tell(s, before, j, trials);
    for (uint32_t i = 0; trials && i < MOVES_A_JOB; i++) {
        shock_free(&trials[i].what);
        free(trials[i].of.places);
    }
    free(trials);
}

static suitor_status deliver(void *of, void *user, suitor_error *err)
{
    search *s = user;
    job *j = of;

    if (j->status != SUITOR_OK)
        return fail(err, j->status, "%s", j->err.message);
    for (uint32_t i = 0; i < j->count; i++)
        s->found[s->n_found++] = j->found[i];
    if (s->options->progress)
        s->options->progress(atomic_load(&s->done), (uint64_t)s->m->n_moves * s->n_windows,
                             s->options->user);
    return SUITOR_OK;
}

static suitor_status before_init(search *s, suitor_error *err)
{
    bool fits = (s->before = calloc(s->n_drawers, sizeof *s->before)) != NULL;

    for (uint32_t i = 0; fits && i < s->n_drawers; i++)
        fits = (s->before[i] = malloc(((size_t)s->m->n_moves + 1) * sizeof **s->before)) != NULL;
    return fits ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", s->m->n_moves);
}

static void before_free(search *s)
{
    for (uint32_t i = 0; s->before && i < s->n_drawers; i++)
        free(s->before[i]);
    free(s->before);
}

static suitor_status try_all(search *s, suitor_error *err)
{
    const crew_plan plan = { .n_workers = s->n_drawers,
                             .job_size = sizeof(job),
                             .work = work,
                             .deliver = deliver,
                             .release = NULL,
                             .user = s };
    crew *c = NULL;
    suitor_status st = crew_new(&plan, &c, err);

    if (st != SUITOR_OK)
        return st;
    for (uint32_t i = 0; i < s->m->n_moves; i += MOVES_A_JOB) {
        job *j = crew_open(c);
        if (!j)
            break;
        j->first = i;
        j->count = s->m->n_moves - i < MOVES_A_JOB ? s->m->n_moves - i : MOVES_A_JOB;
        crew_close(c, true);
    }
    st = crew_finish(c, err);
    crew_free(c);
    return st;
}

static int largest_first(const void *a, const void *b)
{
    const suitor_keystone *x = a, *y = b;

    if (x->effect != y->effect)
        return x->effect > y->effect ? -1 : 1;
    if (x->player != y->player)
        return x->player < y->player ? -1 : 1;
    return x->club < y->club ? -1 : x->club > y->club;
}

suitor_status suitor_keystones(const suitor_window *window, const suitor_simulate_options *options,
                               uint32_t limit, suitor_keystone **out, uint32_t *count_out,
                               suitor_error *err)
{
    search s = { .window = window, .m = &window->moves, .options = options };
    suitor_status st = drawers_count(options, &s.n_drawers, err);

    s.n_windows = options->runs ? options->runs : WINDOWS;
    s.n_first = s.n_windows / 4;
    if (st == SUITOR_OK && s.n_windows < LEAST_WINDOWS)
        st = fail(err, SUITOR_ERR_INVALID, "keystones: %u runs are fewer than %d", s.n_windows,
                  LEAST_WINDOWS);
    s.found = malloc(((size_t)s.m->n_moves + 1) * sizeof *s.found);
    if (st == SUITOR_OK && !s.found)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", s.m->n_moves);
    if (st == SUITOR_OK)
        st = drawers_new(s.m, options->seed, s.n_drawers, &s.drawers, err);
    if (st == SUITOR_OK)
        st = before_init(&s, err);
    if (st == SUITOR_OK)
        st = try_all(&s, err);
    before_free(&s);
    drawers_free(s.drawers, s.n_drawers);
    if (st != SUITOR_OK) {
        free(s.found);
        return st;
    }
    if (s.n_found)
        qsort(s.found, s.n_found, sizeof *s.found, largest_first);
    *out = s.found;
    *count_out = limit && s.n_found > limit ? limit : s.n_found;
    return SUITOR_OK;
}
