#include "exact.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"

static const double LEFT_OUT = 1e-11; /* of the Poisson weights of a stretch of time */

/* States are numbers in mixed radix: digit p is 0 while player p is there, else 1 + which of
 * his moves he has made. */
typedef struct {
    const moves *m;
    double *factor;  /* by group: of the shock */
    uint32_t *radix; /* by player: his digits, 1 where the shock has taken him away */
    uint32_t *place; /* by player: value of his digit */
    uint32_t n_states;
    double *now, *next, *sum; /* by state */
    double *raw;              /* by group: of the state looked at */
    double *rate;             /* by move: of the state looked at, a tick */
} solver;

/* Number of states, 0 where they are too many. */
static uint32_t count_states(const moves *m, const run_shock *shock, uint32_t *radix,
                             uint32_t *place)
{
    uint64_t n = 1;

    for (uint32_t p = 0; p < m->n_players; p++)
        radix[p] = 1 + m->player_first[p + 1] - m->player_first[p];
    for (uint32_t i = 0; shock && i < shock->n_gone; i++)
        radix[shock->gone[i]] = 1;
    for (uint32_t p = 0; p < m->n_players; p++) {
        place[p] = (uint32_t)n;
        n *= radix[p];
        if (n > EXACT_STATES)
            return 0;
    }
    return (uint32_t)n;
}

bool exact_fits(const moves *m, const run_shock *shock)
{
    uint32_t *radix = malloc(((size_t)m->n_players + 1) * 2 * sizeof *radix);
    bool fits = radix && count_states(m, shock, radix, radix + m->n_players) > 0;

    free(radix);
    return fits;
}

static suitor_status solver_init(solver *s, const moves *m, const run_shock *shock,
                                 suitor_error *err)
{
    size_t players = (size_t)m->n_players + 1, groups = (size_t)m->n_groups + 1;

    *s = (solver){ .m = m };
    s->radix = malloc(players * sizeof *s->radix);
    s->place = malloc(players * sizeof *s->place);
    s->factor = malloc(groups * sizeof *s->factor);
    s->raw = malloc(groups * sizeof *s->raw);
    s->rate = malloc(((size_t)m->n_moves + 1) * sizeof *s->rate);
    if (!s->radix || !s->place || !s->factor || !s->raw || !s->rate)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", m->n_moves);
    s->n_states = count_states(m, shock, s->radix, s->place);
    if (s->n_states == 0)
        return fail(err, SUITOR_ERR_LIMIT, "the window has more than %d states", EXACT_STATES);
    s->now = calloc(s->n_states, sizeof *s->now);
    s->next = malloc(s->n_states * sizeof *s->next);
    s->sum = malloc(s->n_states * sizeof *s->sum);
    if (!s->now || !s->next || !s->sum)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u states", s->n_states);
    for (uint32_t g = 0; g < m->n_groups; g++)
        s->factor[g] = 1;
    for (uint32_t i = 0; shock && i < shock->n_effects; i++)
        s->factor[shock->effects[i].group] *= shock->effects[i].factor;
    s->now[0] = 1;
    return SUITOR_OK;
}

static void solver_free(solver *s)
{
    free(s->factor);
    free(s->radix);
    free(s->place);
    free(s->now);
    free(s->next);
    free(s->sum);
    free(s->raw);
    free(s->rate);
}

/* The move that `state` has player p make, MOVES_NONE while he is there. */
static uint32_t move_of(const solver *s, uint32_t state, uint32_t p)
{
    uint32_t digit = state / s->place[p] % s->radix[p];

    return digit ? s->m->player_moves[s->m->player_first[p] + digit - 1] : MOVES_NONE;
}

static void multiply(solver *s, uint32_t move)
{
    const moves *m = s->m;

    for (uint32_t i = m->list[move].first_effect; i < m->list[move + 1].first_effect; i++)
        s->raw[m->effects[i].group] *= m->effects[i].factor;
}

/* Rates of all moves in `state`, of groups open at `tick`; returns their sum. */
static double find_rates(solver *s, uint32_t state, uint32_t tick)
{
    const moves *m = s->m;
    double total = 0;

    for (uint32_t g = 0; g < m->n_groups; g++)
        s->raw[g] = s->factor[g];
    for (uint32_t p = 0; p < m->n_players; p++)
        if (move_of(s, state, p) != MOVES_NONE)
            multiply(s, move_of(s, state, p));
    for (uint32_t i = 0; i < m->n_moves; i++) {
        const moves_group *g = &m->groups[m->list[i].group];
        uint32_t p = m->list[i].player;
        bool may = s->radix[p] > 1 && move_of(s, state, p) == MOVES_NONE && g->opens <= tick &&
                   tick < g->closes;
        s->rate[i] = may ? m->list[i].hazard * g->pace *
                               run_multiplier(s->raw[m->list[i].group], m->from->rules.cap)
                         : 0;
        total += s->rate[i];
    }
    return total;
}

/* The largest total rate of any state. */
static double find_pace(solver *s, uint32_t tick)
{
    double most = 0;

    for (uint32_t state = 0; state < s->n_states; state++)
        most = fmax(most, find_rates(s, state, tick));
    return most;
}

/* next = now · (I + Q / pace). */
static void jump(solver *s, uint32_t tick, double pace)
{
    const moves *m = s->m;

    for (uint32_t state = 0; state < s->n_states; state++)
        s->next[state] = 0;
    for (uint32_t state = 0; state < s->n_states; state++) {
        if (s->now[state] == 0)
            continue;
        double total = find_rates(s, state, tick), part = s->now[state] / pace;
        s->next[state] += s->now[state] - total * part;
        for (uint32_t p = 0; p < m->n_players; p++) {
            if (s->radix[p] == 1 || move_of(s, state, p) != MOVES_NONE)
                continue;
            for (uint32_t d = 1; d < s->radix[p]; d++) {
                uint32_t i = m->player_moves[m->player_first[p] + d - 1];
                s->next[state + d * s->place[p]] += part * s->rate[i];
            }
        }
    }
}

/* From tick `from` to `to`, between which no club opens or closes. The weights are scaled as
 * they are summed, as the first is too small a number where the stretch is long. */
static void pass(solver *s, uint32_t from, uint32_t to)
{
    double pace = find_pace(s, from), mean = pace * (double)(to - from);
    double log_weight = -mean, reached = 0;

    if (pace == 0)
        return;
    for (uint32_t i = 0; i < s->n_states; i++)
        s->sum[i] = 0;
    for (uint32_t n = 0;; n++) {
        double weight = exp(log_weight);
        for (uint32_t i = 0; i < s->n_states; i++)
            s->sum[i] += weight * s->now[i];
        reached += weight;
        if (1 - reached < LEFT_OUT || (n > mean && weight < LEFT_OUT * LEFT_OUT))
            break;
        jump(s, from, pace);
        double *swap = s->now;
        s->now = s->next;
        s->next = swap;
        log_weight += log(mean / (n + 1));
    }
    double *swap = s->now;
    s->now = s->sum;
    s->sum = swap;
}

static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
}

static suitor_status pass_all(solver *s, suitor_error *err)
{
    const moves *m = s->m;
    uint32_t n = 0, *ticks = malloc(((size_t)m->n_groups + 1) * 2 * sizeof *ticks);

    if (!ticks)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u groups", m->n_groups);
    for (uint32_t g = 0; g < m->n_groups; g++) {
        ticks[n++] = m->groups[g].opens;
        ticks[n++] = m->groups[g].closes;
    }
    if (n)
        qsort(ticks, n, sizeof *ticks, ascending);
    for (uint32_t i = 1; i < n; i++)
        if (ticks[i] > ticks[i - 1])
            pass(s, ticks[i - 1], ticks[i]);
    free(ticks);
    return SUITOR_OK;
}

static void sum_up(const solver *s, const run_shock *shock, double *chances)
{
    for (uint32_t i = 0; i < s->m->n_moves; i++)
        chances[i] = 0;
    for (uint32_t state = 0; state < s->n_states; state++)
        for (uint32_t p = 0; p < s->m->n_players; p++)
            if (move_of(s, state, p) != MOVES_NONE)
                chances[move_of(s, state, p)] += s->now[state];
    for (uint32_t i = 0; shock && i < shock->n_gone; i++)
        if (shock->gone_by[i] != MOVES_NONE)
            chances[shock->gone_by[i]] = 1;
}

suitor_status exact_solve(const moves *m, const run_shock *shock, double *chances,
                          suitor_error *err)
{
    solver s;
    suitor_status st = solver_init(&s, m, shock, err);

    if (st == SUITOR_OK)
        st = pass_all(&s, err);
    if (st == SUITOR_OK)
        sum_up(&s, shock, chances);
    solver_free(&s);
    return st;
}
