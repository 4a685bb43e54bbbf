#include "run.h"

#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "grow.h"

suitor_status run_init(run *r, const moves *m, uint64_t seed, suitor_error *err)
{
    size_t groups = (size_t)m->n_groups + 1, players = (size_t)m->n_players + 1;

    *r = (run){ .m = m, .seed = seed, .cap = m->from->rules.cap };
    r->groups = malloc(groups * sizeof *r->groups);
    r->blank = malloc(groups * sizeof *r->blank);
    r->gone = malloc(players * sizeof *r->gone);
    r->gone_by = malloc(players * sizeof *r->gone_by);
    r->estimate = malloc(((size_t)m->n_moves + 1) * sizeof *r->estimate);
    r->area = malloc(groups * sizeof *r->area);
    r->clock = malloc(((size_t)m->n_moves + 1) * sizeof *r->clock);
    r->raced = calloc(groups, sizeof *r->raced);
    r->active = malloc(groups * sizeof *r->active);
    r->first_point = malloc(groups * sizeof *r->first_point);
    if (!r->groups || !r->blank || !r->gone || !r->gone_by || !r->estimate || !r->area ||
        !r->clock || !r->raced || !r->active || !r->first_point)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", m->n_moves);
    for (uint32_t g = 0; g < m->n_groups; g++)
        r->blank[g] = (run_group){ .raw = 1,
                                   .pace = m->groups[g].pace,
                                   .hazard = m->groups[g].hazard,
                                   .first_move = m->groups[g].first_move,
                                   .end_move = m->groups[g + 1].first_move,
                                   .last = m->groups[g].opens,
                                   .closes = m->groups[g].closes,
                                   .change = MOVES_NONE,
                                   .event = MOVES_NONE,
                                   .layers = 1 };
    return SUITOR_OK;
}

void run_free(run *r)
{
    free(r->groups);
    free(r->blank);
    free(r->gone);
    free(r->gone_by);
    free(r->estimate);
    free(r->area);
    free(r->clock);
    free(r->raced);
    free(r->active);
    free(r->points);
    free(r->first_point);
    free(r->next);
    free(r->due);
    free(r->history);
    free(r->events);
    free(r->settled);
    memset(r, 0, sizeof *r);
}

static suitor_status no_room(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for the record of a window");
}

static bool make_room(run *r, uint32_t more)
{
    return grow(&r->points, &r->cap_points, r->n_points + more, sizeof *r->points) &&
           grow(&r->next, &r->cap_next, r->n_points + more, sizeof *r->next) &&
           grow(&r->due, &r->cap_due, r->n_points + more, sizeof *r->due);
}

/* Add a point, for which there is room: to those to come in its bucket, or if that is the
 * present one, in its place. */
static void put(run *r, stream_point p)
{
    uint32_t bucket = (uint32_t)(p.key >> (64 - RUN_BUCKET_BITS)), i;

    if (bucket >= r->bucket) {
        r->points[r->n_points] = p;
        r->next[r->n_points++] = r->buckets[bucket];
        r->buckets[bucket] = r->n_points;
        return;
    }
    for (i = r->n_due++; i && r->due[i - 1].key > p.key; i--)
        r->due[i] = r->due[i - 1];
    r->due[i] = p;
    r->n_points++; /* only for the room it takes */
}

/* Groups that have points in the lowest layer; how many. A branch a group would be guessed wrong
 * every other time. */
static uint32_t find_active(const run *r)
{
    const moves *m = r->m;
    uint64_t state;
    uint32_t n = 0;

    for (uint32_t g = 0; g < m->n_groups; g++) {
        r->active[n] = g;
        n += stream_first(m->keys[g], 0, r->window, &state) >= m->idle[g];
    }
    return n;
}

/* The lowest layer of all groups. */
static suitor_status draw_points(run *r, suitor_error *err)
{
    const moves *m = r->m;
    uint32_t n_active = find_active(r), drawn = 0;
    uint64_t state;

    r->n_points = 0;
    r->bucket = 0;
    memset(r->buckets, 0, sizeof r->buckets);
    for (uint32_t i = 0; i < n_active; i++) {
        uint32_t g = r->active[i];
        const moves_group *of = &m->groups[g];
        uint32_t n = stream_count(of, 0, stream_first(of->key, 0, r->window, &state));
        while (drawn <= g)
            r->first_point[drawn++] = r->n_points;
        if (!make_room(r, n))
            return no_room(err);
        while (n--)
            put(r, stream_draw(of, g, 0, &state));
    }
    while (drawn <= m->n_groups)
        r->first_point[drawn++] = r->n_points;
    return SUITOR_OK;
}

/* Draw the layers that the group's multiplier reaches into now; of their points only what is
 * still to come counts. */
static suitor_status open_layers(run *r, uint32_t group, stream_key now, suitor_error *err)
{
    const moves_group *of = &r->m->groups[group];
    run_group *g = &r->groups[group];
    double multiplier = run_multiplier(g->raw, r->cap);
    uint64_t state;

    for (; (double)stream_floors[g->layers] < multiplier; g->layers++) {
        uint64_t first = stream_first(of->key, g->layers, r->window, &state);
        uint32_t n = stream_count(of, g->layers, first);
        if (!make_room(r, n))
            return no_room(err);
        while (n--) {
            stream_point p = stream_draw(of, group, g->layers, &state);
            if (p.key > now)
                put(r, p);
        }
    }
    return SUITOR_OK;
}

/* Heat and cool what an event of group `source` changes, and note it. */
static suitor_status change(run *r, const moves_effect *effects, uint32_t n, uint32_t source,
                            stream_key key, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    if (!grow(&r->history, &r->cap_history, r->n_history + n, sizeof *r->history))
        return no_room(err);
    for (uint32_t i = 0; i < n; i++) {
        run_group *g = &r->groups[effects[i].group];
        double factor = effects[i].factor;
        r->history[r->n_history] = (run_change){ key, factor, source, g->change };
        g->change = r->n_history++;
        run_change_group(g, r->cap, stream_tick(key), factor);
        if (g->raw > (double)stream_floors[g->layers] &&
            (st = open_layers(r, effects[i].group, key, err)) != SUITOR_OK)
            return st;
    }
    return st;
}

static suitor_status happen(run *r, uint32_t move, stream_key key, suitor_error *err)
{
    const moves *m = r->m;
    const moves_move *one = &m->list[move];
    uint32_t player = one->player;

    uint32_t from = m->player_first[player], to = m->player_first[player + 1];

    if (!grow(&r->events, &r->cap_events, r->n_events + 1, sizeof *r->events) ||
        !grow(&r->settled, &r->cap_settled, r->n_settled + to - from, sizeof *r->settled))
        return no_room(err);
    r->events[r->n_events] = (run_event){ key, move, r->groups[one->group].event };
    r->groups[one->group].event = r->n_events++;
    r->gone[player] = key;
    r->gone_by[player] = move;
    for (uint32_t i = from; i < to; i++) {
        uint32_t his = m->player_moves[i];
        double area = run_area(&r->groups[m->list[his].group], r->cap, stream_tick(key));
        r->settled[r->n_settled++] =
            (run_settled){ run_estimate(m->list[his].hazard, area, his == move), his };
    }
    return change(r, m->effects + one->first_effect, one[1].first_effect - one->first_effect,
                  one->group, key, err);
}

/* Set off the clocks of a group's players, once a window. */
static void set_off(run *r, uint32_t group)
{
    const moves *m = r->m;

    if (r->raced[group] == r->window)
        return;
    r->raced[group] = r->window;
    for (uint32_t i = m->groups[group].first_move; i < m->groups[group + 1].first_move; i++) {
        uint64_t state = m->list[i].key ^ r->window;
        r->clock[i] = stream_exponential(stream_uniform(draw_bits(&state))) / m->list[i].hazard;
    }
}

/* The first in the order that the clocks of the group's free players give. */
static uint32_t first_of_race(run *r, const run_group *g, stream_key now)
{
    uint32_t first = MOVES_NONE;

    set_off(r, stream_group(now));
    for (uint32_t i = g->first_move; i < g->end_move; i++)
        if (r->gone[r->m->list[i].player] >= now &&
            (first == MOVES_NONE || r->clock[i] < r->clock[first]))
            first = i;
    return first;
}

uint32_t run_choose(run *r, const run_group *g, const stream_point *point)
{
    const moves_move *list = r->m->list;
    double multiplier = run_multiplier(g->raw, r->cap), free_hazard = 0;
    uint32_t n_free = 0, one = MOVES_NONE;

    if (point->mark >= multiplier)
        return MOVES_NONE;
    if (g->end_move - g->first_move == 1)
        return r->gone[list[g->first_move].player] >= point->key ? g->first_move : MOVES_NONE;
    for (uint32_t i = g->first_move; i < g->end_move; i++) {
        bool is_free = r->gone[list[i].player] >= point->key;
        free_hazard += is_free ? list[i].hazard : 0;
        n_free += is_free;
        one = is_free ? i : one;
    }
    if (point->mark * g->hazard >= multiplier * free_hazard)
        return MOVES_NONE;
    return n_free == 1 ? one : first_of_race(r, g, point->key);
}

/* Players whom the shock has taken away. */
static suitor_status take_away(run *r, const run_shock *shock, suitor_error *err)
{
    const moves *m = r->m;

    for (uint32_t i = 0; i < shock->n_gone; i++) {
        uint32_t player = shock->gone[i], by = shock->gone_by[i];
        uint32_t from = m->player_first[player], to = m->player_first[player + 1];
        if (!grow(&r->settled, &r->cap_settled, r->n_settled + to - from, sizeof *r->settled))
            return no_room(err);
        r->gone[player] = 0;
        r->gone_by[player] = by;
        for (uint32_t k = from; k < to; k++)
            r->settled[r->n_settled++] =
                (run_settled){ m->player_moves[k] == by, m->player_moves[k] };
    }
    return SUITOR_OK;
}

static suitor_status begin(run *r, const run_shock *shock, suitor_error *err)
{
    const moves *m = r->m;
    suitor_status st;

    memcpy(r->groups, r->blank, m->n_groups * sizeof *r->groups);
    memset(r->gone, 0xff, m->n_players * sizeof *r->gone); /* STREAM_NEVER */
    memset(r->gone_by, 0xff, m->n_players * sizeof *r->gone_by);
    r->n_history = r->n_events = r->n_settled = 0;
    if (!shock)
        return SUITOR_OK;
    st = take_away(r, shock, err);
    return st == SUITOR_OK ? change(r, shock->effects, shock->n_effects, MOVES_NONE, 0, err) : st;
}

/* As if all players had been free to the end, and then those who were not: so no branch depends
 * on who that was, which nobody can foresee. */
static void finish_estimates(run *r)
{
    const moves *m = r->m;

    for (uint32_t g = 0; g < m->n_groups; g++)
        r->area[g] = run_area(&r->groups[g], r->cap, UINT32_MAX);
    for (uint32_t i = 0; i < m->n_moves; i++)
        r->estimate[i] = run_estimate(m->list[i].hazard, r->area[m->list[i].group], false);
    for (uint32_t i = 0; i < r->n_settled; i++)
        r->estimate[r->settled[i].move] = r->settled[i].estimate;
}

static suitor_status run_bucket(run *r, uint32_t bucket, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    r->n_due = 0;
    r->bucket = bucket + 1;
    for (uint32_t i = r->buckets[bucket]; i; i = r->next[i - 1]) {
        stream_point p = r->points[i - 1];
        uint32_t k = r->n_due++;
        __builtin_prefetch(&r->groups[stream_group(p.key)]);
        for (; k && r->due[k - 1].key > p.key; k--)
            r->due[k] = r->due[k - 1];
        r->due[k] = p;
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < r->n_due; i++) {
        stream_point p = r->due[i];
        uint32_t move = run_choose(r, &r->groups[stream_group(p.key)], &p);
        if (move != MOVES_NONE)
            st = happen(r, move, p.key, err);
    }
    return st;
}

suitor_status run_window(run *r, uint64_t window, const run_shock *shock, suitor_error *err)
{
    suitor_status st;

    r->window = stream_of_window(r->seed, window);
    st = draw_points(r, err);
    if (st == SUITOR_OK)
        st = begin(r, shock, err);
    for (uint32_t bucket = 0; st == SUITOR_OK && bucket < RUN_BUCKETS; bucket++)
        st = run_bucket(r, bucket, err);
    finish_estimates(r);
    return st;
}
