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
    r->first_point = malloc(groups * sizeof *r->first_point);
    if (!r->groups || !r->blank || !r->gone || !r->gone_by || !r->estimate || !r->area ||
        !r->first_point)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u moves", m->n_moves);
    for (uint32_t g = 0; g < m->n_groups; g++)
        r->blank[g] = (run_group){ .raw = 1,
                                   .pace = m->groups[g].pace,
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
    free(r->points);
    free(r->first_point);
    free(r->next);
    free(r->due);
    free(r->history);
    free(r->events);
    memset(r, 0, sizeof *r);
}

static suitor_status no_room(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for the record of a window");
}

static bool make_room(run *r, uint32_t more)
{
    return grow(&r->points, &r->cap_points, r->n_points + more, sizeof *r->points) &&
           grow(&r->next, &r->cap_next, r->n_points + more, sizeof *r->next);
}

static uint32_t bucket_of(stream_key key) { return (uint32_t)(key >> (64 - RUN_BUCKET_BITS)); }

/* Add a point, for which there is room, to those to come in its bucket. */
static void put(run *r, stream_point p)
{
    uint32_t *bucket = &r->buckets[bucket_of(p.key)];

    r->points[r->n_points] = p;
    r->next[r->n_points++] = *bucket;
    *bucket = r->n_points;
}

/* Put into the present bucket what is to come in it, in its place. */
static suitor_status insert(run *r, stream_point p, suitor_error *err)
{
    uint32_t i = r->n_due;

    if (!grow(&r->due, &r->cap_due, r->n_due + 1, sizeof *r->due))
        return no_room(err);
    for (r->n_due++; i && r->due[i - 1].key > p.key; i--)
        r->due[i] = r->due[i - 1];
    r->due[i] = p;
    return SUITOR_OK;
}

/* The lowest layer of all groups. */
static suitor_status draw_points(run *r, suitor_error *err)
{
    const moves *m = r->m;
    uint64_t state;

    r->n_points = 0;
    r->bucket = 0;
    memset(r->buckets, 0, sizeof r->buckets);
    for (uint32_t g = 0; g < m->n_groups; g++) {
        uint32_t n = stream_count(&m->groups[g], 0, r->window, &state);
        r->first_point[g] = r->n_points;
        if (!make_room(r, n))
            return no_room(err);
        while (n--)
            put(r, stream_draw(&m->groups[g], g, 0, &state));
    }
    r->first_point[m->n_groups] = r->n_points;
    return SUITOR_OK;
}

/* Draw the layers that the group's multiplier reaches into now; of their points only what is
 * still to come counts. */
static suitor_status open_layers(run *r, uint32_t group, stream_key now, suitor_error *err)
{
    const moves_group *of = &r->m->groups[group];
    run_group *g = &r->groups[group];
    double multiplier = run_multiplier(g->raw, r->cap);
    suitor_status st = SUITOR_OK;
    uint64_t state;

    for (; stream_top(g->layers - 1) < multiplier; g->layers++) {
        uint32_t n = stream_count(of, g->layers, r->window, &state);
        if (!make_room(r, n))
            return no_room(err);
        while (st == SUITOR_OK && n--) {
            stream_point p = stream_draw(of, group, g->layers, &state);
            if (bucket_of(p.key) >= r->bucket)
                put(r, p);
            else if (p.key > now)
                st = insert(r, p, err);
        }
    }
    return st;
}

static suitor_status change(run *r, const moves_effect *e, uint32_t source, stream_key key,
                            suitor_error *err)
{
    run_group *g = &r->groups[e->group];

    if (!grow(&r->history, &r->cap_history, r->n_history + 1, sizeof *r->history))
        return no_room(err);
    r->history[r->n_history] = (run_change){ key, e->factor, source, g->change };
    g->change = r->n_history++;
    run_change_group(g, r->cap, stream_tick(key), e->factor);
    return stream_top(g->layers - 1) < g->raw ? open_layers(r, e->group, key, err) : SUITOR_OK;
}

static suitor_status note(run *r, uint32_t move, stream_key key, suitor_error *err)
{
    run_group *g = &r->groups[r->m->group[move]];

    if (!grow(&r->events, &r->cap_events, r->n_events + 1, sizeof *r->events))
        return no_room(err);
    r->events[r->n_events] = (run_event){ key, move, g->event };
    g->event = r->n_events++;
    return SUITOR_OK;
}

static suitor_status happen(run *r, uint32_t move, stream_key key, suitor_error *err)
{
    const moves *m = r->m;
    uint32_t player = m->player[move];
    suitor_status st = note(r, move, key, err);

    r->gone[player] = key;
    r->gone_by[player] = move;
    for (uint32_t i = m->player_first[player]; i < m->player_first[player + 1]; i++) {
        uint32_t his = m->player_moves[i], g = m->group[his];
        double area = run_area(&r->groups[g], r->cap, stream_tick(key));
        r->estimate[his] = run_estimate(m->hazard[his], area, his == move);
    }
    for (uint32_t i = m->effect_first[move]; st == SUITOR_OK && i < m->effect_first[move + 1]; i++)
        st = change(r, &m->effects[i], m->group[move], key, err);
    return st;
}

/* The first in the order that the clocks of the group's free players give. */
static uint32_t first_of_race(const run *r, uint32_t group, stream_key now)
{
    const moves *m = r->m;
    uint32_t first = MOVES_NONE;
    double least = 0;

    for (uint32_t i = m->groups[group].first_move; i < m->groups[group + 1].first_move; i++) {
        if (r->gone[m->player[i]] < now)
            continue;
        uint64_t state = m->key[i] ^ r->window;
        double clock = stream_exponential(stream_uniform(draw_bits(&state))) / m->hazard[i];
        if (first == MOVES_NONE || clock < least) {
            first = i;
            least = clock;
        }
    }
    return first;
}

uint32_t run_choose(const run *r, uint32_t group, double raw, const stream_point *point)
{
    const moves *m = r->m;
    double multiplier = run_multiplier(raw, r->cap), free_hazard = 0;
    uint32_t n_free = 0, one = MOVES_NONE;

    if (point->mark >= multiplier)
        return MOVES_NONE;
    for (uint32_t i = m->groups[group].first_move; i < m->groups[group + 1].first_move; i++)
        if (r->gone[m->player[i]] >= point->key) {
            free_hazard += m->hazard[i];
            n_free++;
            one = i;
        }
    if (point->mark * m->groups[group].hazard >= multiplier * free_hazard)
        return MOVES_NONE;
    return n_free == 1 ? one : first_of_race(r, group, point->key);
}

static suitor_status begin(run *r, const run_shock *shock, suitor_error *err)
{
    const moves *m = r->m;
    suitor_status st = SUITOR_OK;

    memcpy(r->groups, r->blank, m->n_groups * sizeof *r->groups);
    memset(r->gone, 0xff, m->n_players * sizeof *r->gone); /* STREAM_NEVER */
    memset(r->gone_by, 0xff, m->n_players * sizeof *r->gone_by);
    r->n_history = r->n_events = 0;
    if (!shock)
        return SUITOR_OK;
    for (uint32_t i = 0; i < shock->n_gone; i++) {
        uint32_t player = shock->gone[i];
        r->gone[player] = 0;
        r->gone_by[player] = shock->gone_by[i];
        for (uint32_t k = m->player_first[player]; k < m->player_first[player + 1]; k++)
            r->estimate[m->player_moves[k]] = m->player_moves[k] == shock->gone_by[i];
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < shock->n_effects; i++)
        st = change(r, &shock->effects[i], MOVES_NONE, 0, err);
    return st;
}

/* Moves whose players were free to the end; without a branch, as nobody can foresee who was. */
static void finish_estimates(run *r)
{
    const moves *m = r->m;

    for (uint32_t g = 0; g < m->n_groups; g++)
        r->area[g] = run_area(&r->groups[g], r->cap, UINT32_MAX);
    for (uint32_t i = 0; i < m->n_moves; i++) {
        double exposed = run_estimate(m->hazard[i], r->area[m->group[i]], false);
        r->estimate[i] = r->gone[m->player[i]] == STREAM_NEVER ? exposed : r->estimate[i];
    }
}

static suitor_status run_bucket(run *r, uint32_t bucket, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    r->n_due = 0;
    r->bucket = bucket + 1;
    for (uint32_t i = r->buckets[bucket]; st == SUITOR_OK && i; i = r->next[i - 1])
        st = insert(r, r->points[i - 1], err);
    for (uint32_t i = 0; st == SUITOR_OK && i < r->n_due; i++) {
        stream_point p = r->due[i];
        uint32_t group = stream_group(p.key);
        uint32_t move = run_choose(r, group, r->groups[group].raw, &p);
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
