/* One window, drawn: which moves happened, when, and a record of it that replay.c can begin
 * anew from where something differs.
 *
 * Group thinning with a race order. A group's points (stream.h) are when it may act; who moves
 * then is the first of its players still free in an order drawn once a window, that of
 * exponential clocks divided by the hazards, so that each is first with the chance his hazard
 * has (competing exponentials). What is not yet shown of such an order is as random as before,
 * so the process is the chain of suitor/window.h exactly; and as neither times nor order change
 * with what happens elsewhere, two scenarios part only where they must.
 *
 * Estimates. Instead of counting whether a move happened one may sum up the hazard it was
 * exposed to while its player was free, which has the same mean (the compensator of a counting
 * process: Andersen, Borgan, Gill and Keiding, Statistical Models Based on Counting Processes,
 * 1993) and a smaller variance; of both together the variance is smaller still.
 */
#ifndef WINDOW_RUN_H
#define WINDOW_RUN_H

#include "mechanism.h"
#include "stream.h"

#define RUN_COMPENSATOR 0.8 /* part of the compensator in an estimate; the rest is the outcome */

/* What is made to happen before a window begins. */
typedef struct {
    const uint32_t *gone;    /* players who can't move any more … */
    const uint32_t *gone_by; /* … each by this move, MOVES_NONE for none of the candidates */
    const moves_effect *effects;
    uint32_t n_gone, n_effects;
} run_shock;

/* What heated or cooled a group. */
typedef struct {
    stream_key key;
    double factor;
    uint32_t source; /* group whose event it was, MOVES_NONE: the shock */
    uint32_t before; /* the one before, into history[], MOVES_NONE */
} run_change;

/* The estimate of a move whose player was gone before the end. */
typedef struct {
    double estimate;
    uint32_t move;
} run_settled;

/* A move that happened. */
typedef struct {
    stream_key key;
    uint32_t move;
    uint32_t before; /* of its group, into events[], MOVES_NONE */
} run_event;

/* A group in the course of a window. */
typedef struct {
    double raw;          /* product of the factors so far */
    double area;         /* ∫ multiplier dt until `last`, in parts of its time */
    double pace, hazard; /* of moves_group, as are `closes` and where `last` begins: all that is */
                         /* wanted of a group in a line of the cache */
    uint32_t last;       /* tick of the last change, from opens to closes */
    uint32_t closes;
    uint32_t change; /* the last, into history[], MOVES_NONE */
    uint32_t event;  /* the last, into events[], MOVES_NONE */
    uint32_t layers; /* of its stream that are drawn */
    uint32_t first_move, end_move;
} run_group;

enum { RUN_BUCKET_BITS = 10, RUN_BUCKETS = 1 << RUN_BUCKET_BITS }; /* of time */

typedef struct {
    const moves *m; /* borrowed */
    uint64_t seed;
    uint64_t window; /* its randomness: stream_of_window() */
    double cap;      /* of multipliers */
    run_group *groups, *blank;
    stream_key *gone;      /* by player: when, STREAM_NEVER */
    uint32_t *gone_by;     /* by player: move, MOVES_NONE */
    double *estimate;      /* by move */
    double *area;          /* by group: of the whole window */
    double *clock;         /* by move: as drawn, of groups whose race is on */
    uint64_t *raced;       /* by group: the window whose clocks are drawn */
    uint32_t *active;      /* groups with points in the lowest layer */
    stream_point *points;  /* first of the lowest layers, by group: … */
    uint32_t *first_point; /* … [first_point[g], first_point[g + 1]); then of upper ones */
    uint32_t *next;        /* of the same bucket, index plus one into points[], 0 none */
    uint32_t buckets[RUN_BUCKETS];
    uint32_t bucket;   /* what falls into an earlier one is due now */
    stream_point *due; /* of the present bucket, in order of time; there is room for all */
    run_change *history;
    run_event *events;
    run_settled *settled;
    uint32_t n_points, n_due, n_history, n_events, n_settled;
    uint32_t cap_points, cap_next, cap_due, cap_history, cap_events, cap_settled;
} run;

/* Room for windows of `m`, which must outlive `r`. Zeroed `r` owned: release with run_free(). */
suitor_status run_init(run *r, const moves *m, uint64_t seed, suitor_error *err);
void run_free(run *r);

/* Draw window number `window`, after `shock` (NULL: none): fills gone, gone_by, estimate and
 * the record. */
suitor_status run_window(run *r, uint64_t window, const run_shock *shock, suitor_error *err);

/* For replay.c. */

/* The multiplier that a product of factors comes to. */
static inline double run_multiplier(double raw, double cap) { return raw < cap ? raw : cap; }

/* The tick until which the group's area stands at `tick`: time goes on only while it is open. */
static inline uint32_t run_until(const run_group *g, uint32_t tick)
{
    uint32_t until = tick > g->last ? tick : g->last;

    return until < g->closes ? until : g->closes;
}

/* ∫ multiplier dt until `tick`, in parts of the group's time. */
static inline double run_area(const run_group *g, double cap, uint32_t tick)
{
    return g->area + run_multiplier(g->raw, cap) * (double)(run_until(g, tick) - g->last) * g->pace;
}

/* Multiply the group's rate by `factor` from `tick` on. */
static inline void run_change_group(run_group *g, double cap, uint32_t tick, double factor)
{
    g->area = run_area(g, cap, tick);
    g->last = run_until(g, tick);
    g->raw *= factor;
}

/* The estimate of a move whose player was free until its group's area was `area`. */
static inline double run_estimate(double hazard, double area, bool happened)
{
    return hazard * (RUN_COMPENSATOR * area) + (happened ? 1 - RUN_COMPENSATOR : 0);
}

/* Which move of group `g` happens at `point`: MOVES_NONE for none. A player is free if gone[]
 * says that he is not gone before. */
uint32_t run_choose(run *r, const run_group *g, const stream_point *point);

#endif
