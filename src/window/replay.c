#include "replay.h"

#include <stdlib.h>

#include "agenda.h"
#include "fail.h"
#include "grow.h"

enum { NOTHING = AGENDA_NOTHING };

/* The state of a group from a tick on. */
typedef struct {
    uint32_t tick;
    run_group state;
    uint32_t before;
} step;

typedef struct {
    uint32_t group;
    run_group state;
    uint32_t items; /* what is to come, by time */
    uint32_t steps; /* what it has been through, the last first */
} reopened;

/* What the record says of a player. */
typedef struct {
    stream_key gone;
    uint32_t player, gone_by;
} recorded;

struct replay {
    run *r;
    uint32_t *slot_of; /* by group: its slot in open[], plus one */
    reopened *open;
    agenda to_come; /* lists by slot */
    step *steps;
    recorded *undo;
    uint32_t *order; /* changes of a group, as they came */
    replay_change *changes;
    uint32_t n_open, n_steps, n_undo, n_changes;
    uint32_t cap_open, cap_steps, cap_undo, cap_order, cap_changes;
};

suitor_status replay_new(run *r, replay **out, suitor_error *err)
{
    replay *p = calloc(1, sizeof *p);

    if (p) {
        p->r = r;
        p->slot_of = calloc((size_t)r->m->n_groups + 1, sizeof *p->slot_of);
    }
    if (!p || !p->slot_of) {
        replay_free(p);
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u groups", r->m->n_groups);
    }
    *out = p;
    return SUITOR_OK;
}

void replay_free(replay *p)
{
    if (!p)
        return;
    free(p->slot_of);
    free(p->open);
    agenda_free(&p->to_come);
    free(p->steps);
    free(p->undo);
    free(p->order);
    free(p->changes);
    free(p);
}

static suitor_status no_room(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory to run a window again");
}

static suitor_status push_due(replay *p, uint32_t slot, suitor_error *err)
{
    return agenda_push(&p->to_come, slot, p->open[slot].items) ? SUITOR_OK : no_room(err);
}

/* Add to what is to come to `slot`. */
static suitor_status add_item(replay *p, uint32_t slot, agenda_item one, suitor_error *err)
{
    return agenda_add(&p->to_come, &p->open[slot].items, one) ? SUITOR_OK : no_room(err);
}

static suitor_status add_step(replay *p, uint32_t slot, uint32_t tick, suitor_error *err)
{
    reopened *o = &p->open[slot];

    if (!grow(&p->steps, &p->cap_steps, p->n_steps + 1, sizeof *p->steps))
        return no_room(err);
    p->steps[p->n_steps++] = (step){ tick, o->state, o->steps };
    o->steps = p->n_steps;
    return SUITOR_OK;
}

static suitor_status add_point(replay *p, uint32_t slot, const stream_point *point, stream_key now,
                               suitor_error *err)
{
    if (point->key <= now)
        return SUITOR_OK;
    return add_item(
        p, slot, (agenda_item){ point->key, point->mark, MOVES_NONE, AGENDA_POINT, NOTHING }, err);
}

static suitor_status open_layers(replay *p, uint32_t slot, stream_key now, suitor_error *err)
{
    const run *r = p->r;
    uint32_t group = p->open[slot].group;
    const moves_group *of = &r->m->groups[group];
    run_group *g = &p->open[slot].state;
    double multiplier = run_multiplier(g->raw, r->cap);
    suitor_status st = SUITOR_OK;
    uint64_t state;

    for (; (double)stream_floors[g->layers] < multiplier; g->layers++) {
        uint64_t first = stream_first(of->key, g->layers, r->window, &state);
        for (uint32_t n = stream_count(of, g->layers, first); n && st == SUITOR_OK; n--) {
            stream_point point = stream_draw(of, group, g->layers, &state);
            st = add_point(p, slot, &point, now, err);
        }
    }
    return st;
}

static suitor_status apply(replay *p, uint32_t slot, double factor, stream_key key,
                           suitor_error *err)
{
    reopened *o = &p->open[slot];
    uint32_t first = o->items;
    suitor_status st;

    run_change_group(&o->state, p->r->cap, stream_tick(key), factor);
    st = add_step(p, slot, stream_tick(key), err);
    if (st == SUITOR_OK)
        st = open_layers(p, slot, key, err);
    return st == SUITOR_OK && o->items != first ? push_due(p, slot, err) : st;
}

/* Bring the state of `slot` to where the record has it before `now`, and list the changes that
 * closed groups are still to make. */
static suitor_status relive(replay *p, uint32_t slot, stream_key now, suitor_error *err)
{
    const run *r = p->r;
    reopened *o = &p->open[slot];
    uint32_t n = 0;
    suitor_status st = add_step(p, slot, 0, err);

    for (uint32_t i = r->groups[o->group].change; i != MOVES_NONE; i = r->history[i].before) {
        if (!grow(&p->order, &p->cap_order, n + 1, sizeof *p->order))
            return no_room(err);
        p->order[n++] = i;
    }
    while (st == SUITOR_OK && n--) {
        const run_change *c = &r->history[p->order[n]];
        if (c->key < now) {
            run_change_group(&o->state, r->cap, stream_tick(c->key), c->factor);
            st = add_step(p, slot, stream_tick(c->key), err);
        } else if (c->key > now && p->slot_of[c->source] == NOTHING) {
            st = add_item(p, slot,
                          (agenda_item){ c->key, c->factor, c->source, AGENDA_CHANGE, NOTHING },
                          err);
        }
    }
    return st;
}

/* Reopen `group` from `now` on, if it is not open yet. */
static suitor_status reopen(replay *p, uint32_t group, stream_key now, suitor_error *err)
{
    const run *r = p->r;
    uint32_t slot = p->n_open;
    suitor_status st;

    if (p->slot_of[group] != NOTHING)
        return SUITOR_OK;
    if (!grow(&p->open, &p->cap_open, p->n_open + 1, sizeof *p->open))
        return no_room(err);
    p->open[p->n_open++] = (reopened){ .group = group, .state = r->blank[group] };
    p->slot_of[group] = p->n_open;
    st = relive(p, slot, now, err);
    for (uint32_t i = r->first_point[group]; st == SUITOR_OK && i < r->first_point[group + 1]; i++)
        st = add_point(p, slot, &r->points[i], now, err);
    for (uint32_t i = r->groups[group].event; st == SUITOR_OK && i != MOVES_NONE;
         i = r->events[i].before) {
        const run_event *e = &r->events[i];
        if (e->key > now)
            st = add_item(p, slot, (agenda_item){ e->key, 0, e->move, AGENDA_EVENT, NOTHING }, err);
    }
    if (st == SUITOR_OK)
        st = open_layers(p, slot, now, err);
    return st == SUITOR_OK && p->open[slot].items ? push_due(p, slot, err) : st;
}

static suitor_status reopen_player(replay *p, uint32_t player, stream_key now, suitor_error *err)
{
    const moves *m = p->r->m;
    suitor_status st = SUITOR_OK;

    for (uint32_t i = m->player_first[player]; st == SUITOR_OK && i < m->player_first[player + 1];
         i++)
        st = reopen(p, m->list[m->player_moves[i]].group, now, err);
    return st;
}

/* From `now` on a player is gone, or free, other than the record has it. */
static suitor_status turn(replay *p, uint32_t player, stream_key gone, uint32_t gone_by,
                          stream_key now, suitor_error *err)
{
    run *r = p->r;

    if (!grow(&p->undo, &p->cap_undo, p->n_undo + 1, sizeof *p->undo))
        return no_room(err);
    p->undo[p->n_undo++] = (recorded){ r->gone[player], player, r->gone_by[player] };
    r->gone[player] = gone;
    r->gone_by[player] = gone_by;
    return reopen_player(p, player, now, err);
}

/* A move of the record does not happen. */
static suitor_status cancel(replay *p, uint32_t move, stream_key key, suitor_error *err)
{
    const moves *m = p->r->m;
    uint32_t player = m->list[move].player;
    suitor_status st = SUITOR_OK;

    if (p->r->gone[player] == key)
        st = turn(p, player, STREAM_NEVER, MOVES_NONE, key, err);
    for (uint32_t i = m->list[move].first_effect;
         st == SUITOR_OK && i < m->list[move + 1].first_effect; i++)
        st = reopen(p, m->effects[i].group, key, err);
    return st;
}

/* Heat or cool what a move does, as far as it is open. */
static suitor_status spread(replay *p, const moves_effect *effects, uint32_t n, stream_key key,
                            suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; st == SUITOR_OK && i < n; i++)
        if (p->slot_of[effects[i].group] != NOTHING)
            st = apply(p, p->slot_of[effects[i].group] - 1, effects[i].factor, key, err);
    return st;
}

/* A move happens that is not in the record. */
static suitor_status happen(replay *p, uint32_t move, stream_key key, suitor_error *err)
{
    const moves *m = p->r->m;
    suitor_status st = turn(p, m->list[move].player, key, move, key, err);

    for (uint32_t i = m->list[move].first_effect;
         st == SUITOR_OK && i < m->list[move + 1].first_effect; i++)
        st = reopen(p, m->effects[i].group, key, err);
    return st;
}

/* A point of an open group, or a move that the record has there, or both. */
static suitor_status decide(replay *p, uint32_t slot, const stream_point *point, uint32_t was,
                            suitor_error *err)
{
    const moves *m = p->r->m;
    const reopened *o = &p->open[slot];
    uint32_t is = run_choose(p->r, &o->state, point);
    suitor_status st = SUITOR_OK;

    if (is != was && was != MOVES_NONE)
        st = cancel(p, was, point->key, err);
    if (st == SUITOR_OK && is != was && is != MOVES_NONE)
        st = happen(p, is, point->key, err);
    if (st == SUITOR_OK && is != MOVES_NONE)
        st = spread(p, m->effects + m->list[is].first_effect,
                    m->list[is + 1].first_effect - m->list[is].first_effect, point->key, err);
    return st;
}

/* What is next for `slot`. */
static suitor_status advance(replay *p, uint32_t slot, suitor_error *err)
{
    const agenda *a = &p->to_come;
    agenda_item one = *agenda_at(a, p->open[slot].items);
    stream_point point = { one.key, INFINITY }; /* which no multiplier reaches */
    uint32_t was = MOVES_NONE;
    suitor_status st;

    p->open[slot].items = one.next;
    if (one.kind == AGENDA_CHANGE) {
        st =
            p->slot_of[one.source] == NOTHING ? apply(p, slot, one.value, one.key, err) : SUITOR_OK;
    } else {
        for (;; p->open[slot].items = one.next) {
            if (one.kind == AGENDA_EVENT)
                was = one.source;
            else
                point.mark = one.value;
            if (one.next == NOTHING || agenda_at(a, one.next)->key != point.key)
                break;
            one = *agenda_at(a, one.next);
        }
        st = decide(p, slot, &point, was, err);
    }
    return st == SUITOR_OK && p->open[slot].items ? push_due(p, slot, err) : st;
}

static suitor_status begin(replay *p, const run_shock *shock, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    agenda_clear(&p->to_come);
    p->n_open = p->n_steps = p->n_undo = p->n_changes = 0;
    for (uint32_t i = 0; st == SUITOR_OK && i < shock->n_gone; i++)
        st = turn(p, shock->gone[i], 0, shock->gone_by[i], 0, err);
    for (uint32_t i = 0; st == SUITOR_OK && i < shock->n_effects; i++)
        st = reopen(p, shock->effects[i].group, 0, err);
    return st == SUITOR_OK ? spread(p, shock->effects, shock->n_effects, 0, err) : st;
}

/* ∫ multiplier dt of an open group until `tick`. */
static double area_at(const replay *p, const reopened *o, uint32_t tick)
{
    const step *s = &p->steps[o->steps - 1];

    while (s->tick > tick)
        s = &p->steps[s->before - 1];
    return run_area(&s->state, p->r->cap, tick);
}

static double estimate(const replay *p, const reopened *o, uint32_t move)
{
    const run *r = p->r;
    uint32_t player = r->m->list[move].player;
    bool happened = r->gone_by[player] == move;

    if (r->gone[player] == 0) /* by the shock */
        return happened;
    return run_estimate(r->m->list[move].hazard, area_at(p, o, stream_tick(r->gone[player])),
                        happened);
}

static suitor_status compare(replay *p, suitor_error *err)
{
    const run *r = p->r;

    for (uint32_t slot = 0; slot < p->n_open; slot++) {
        const reopened *o = &p->open[slot];
        uint32_t from = r->m->groups[o->group].first_move;
        uint32_t to = r->m->groups[o->group + 1].first_move;
        if (!grow(&p->changes, &p->cap_changes, p->n_changes + to - from, sizeof *p->changes))
            return no_room(err);
        for (uint32_t i = from; i < to; i++) {
            double now = estimate(p, o, i);
            p->changes[p->n_changes] = (replay_change){ i, now };
            p->n_changes += now != r->estimate[i];
        }
    }
    return SUITOR_OK;
}

/* The run is as it was, all groups are closed. */
static void forget(replay *p)
{
    while (p->n_undo) {
        const recorded *u = &p->undo[--p->n_undo];
        p->r->gone[u->player] = u->gone;
        p->r->gone_by[u->player] = u->gone_by;
    }
    while (p->n_open)
        p->slot_of[p->open[--p->n_open].group] = NOTHING;
}

suitor_status replay_window(replay *p, const run_shock *shock, const replay_change **changes,
                            uint32_t *count, suitor_error *err)
{
    suitor_status st = begin(p, shock, err);

    while (st == SUITOR_OK && p->to_come.n_heap) {
        agenda_due d = agenda_pop(&p->to_come);
        uint32_t next = p->open[d.list].items;
        /* an item may have come before the one that was due, and was pushed too */
        if (next != NOTHING && agenda_at(&p->to_come, next)->key == d.key)
            st = advance(p, d.list, err);
    }
    if (st == SUITOR_OK)
        st = compare(p, err);
    forget(p);
    *changes = p->changes;
    *count = p->n_changes;
    return st;
}
