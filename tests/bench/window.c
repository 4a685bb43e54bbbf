/* bench_window GRAPH EFFECTS: how fast windows are run, and how much their coupling gains.
 *
 * GRAPH is what window.py writes: numbers of players, clubs, moves and days, then a line for
 * each player (seller, position) and each move (player, club, interest, chance). EFFECTS is
 * written for window.py's own loop: a line for each move, its pair, its group, and what it does
 * as (group, factor)*. Prints lines of NAME VALUE.
 */
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hash.h"
#include "replay.h"
#include "shock.h"
#include "window_inner.h"

enum { BATCHES = 20, BATCH = 25, REPLAYED = 20, EVERY = 3, TRIALS = 60, TRIAL_WINDOWS = 300 };

static void must(suitor_status st, const suitor_error *err)
{
    if (st == SUITOR_OK)
        return;
    fprintf(stderr, "bench_window: %s\n", err->message);
    exit(1);
}

static void must_be(bool ok, const char *what)
{
    suitor_error err;

    snprintf(err.message, sizeof err.message, "%s", what);
    must(ok ? SUITOR_OK : SUITOR_ERR_PARSE, &err);
}

static double seconds(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void *room(uint32_t n, size_t size)
{
    void *p = calloc((size_t)n + 1, size);

    must_be(p, "no memory");
    return p;
}

static uint64_t key_of(uint32_t i, uint64_t kind) { return hash_bytes(kind, &i, sizeof i); }

static candidates read_graph(const char *path)
{
    FILE *in = fopen(path, "r");
    unsigned players, clubs, pairs, seller, position;
    suitor_model *model;
    suitor_error err;
    double days;
    candidates c = { 0 };

    must_be(in, "no graph");
    must_be(fscanf(in, "%u %u %u %lf", &players, &clubs, &pairs, &days) == 4, "no graph");
    candidates_player *p = room(players, sizeof *p);
    candidates_club *k = room(clubs, sizeof *k);
    candidates_pair *m = room(pairs, sizeof *m);
    for (uint32_t i = 0; i < players; i++) {
        must_be(fscanf(in, "%u %u", &seller, &position) == 2, "the graph is cut short");
        p[i] = (candidates_player){ seller, (suitor_position)position, true, key_of(i, 2) };
    }
    for (uint32_t i = 0; i < clubs; i++)
        k[i] = (candidates_club){ 0, days, key_of(i, 3) };
    for (uint32_t i = 0; i < pairs; i++)
        must_be(fscanf(in, "%u %u %lf %lf", &m[i].player, &m[i].club, &m[i].interest,
                       &m[i].chance) == 4,
                "the graph is cut short");
    fclose(in);
    must(suitor_model_load(NULL, &model, &err), &err);
    window_rules(model, false, &c.rules);
    suitor_model_free(model);
    c.players = p, c.clubs = k, c.pairs = m;
    c.n_players = players, c.n_clubs = clubs, c.n_pairs = pairs;
    return c;
}

static void write_effects(const moves *m, const char *path)
{
    FILE *out = fopen(path, "w");

    must_be(out, "can't write the effects");
    for (uint32_t i = 0; i < m->n_moves; i++) {
        fprintf(out, "%u %u", m->list[i].pair, m->list[i].group);
        for (uint32_t e = m->list[i].first_effect; e < m->list[i + 1].first_effect; e++)
            fprintf(out, " %u %.9g", m->effects[e].group, (double)m->effects[e].factor);
        fputc('\n', out);
    }
    must_be(fclose(out) == 0, "can't write the effects");
}

/* Windows from `first` on; returns how many moves happened. */
static uint64_t draw(run *r, uint32_t first, uint32_t n)
{
    uint64_t happened = 0;
    suitor_error err;

    for (uint32_t w = first; w < first + n; w++) {
        must(run_window(r, w, NULL, &err), &err);
        happened += r->n_events;
    }
    return happened;
}

/* The best of some batches, in seconds of the processor, and the moves of all. */
static void measure_windows(run *r)
{
    double best = INFINITY, happened = 0;

    for (uint32_t b = 0; b < BATCHES; b++) {
        double begin = seconds(CLOCK_PROCESS_CPUTIME_ID);
        happened += (double)draw(r, b * BATCH, BATCH);
        best = fmin(best, seconds(CLOCK_PROCESS_CPUTIME_ID) - begin);
    }
    printf("window_us %.1f\nmoves_a_window %.1f\nmillion_moves_a_second %.2f\n", best / BATCH * 1e6,
           happened / BATCHES / BATCH, happened / BATCHES / best * 1e-6);
}

static void *draw_many(void *r)
{
    draw(r, 0, BATCHES * BATCH);
    return NULL;
}

/* How much more two threads do in the same time. */
static void measure_threads(const moves *m)
{
    double one = INFINITY, two = INFINITY;
    suitor_error err;
    run r[2];

    for (int i = 0; i < 2; i++)
        must(run_init(&r[i], m, 1, &err), &err);
    for (int times = 0; times < 4; times++) {
        pthread_t thread;
        double begin = seconds(CLOCK_MONOTONIC);
        draw_many(&r[0]);
        one = fmin(one, seconds(CLOCK_MONOTONIC) - begin);
        begin = seconds(CLOCK_MONOTONIC);
        must_be(pthread_create(&thread, NULL, draw_many, &r[1]) == 0, "no second thread");
        draw_many(&r[0]);
        pthread_join(thread, NULL);
        two = fmin(two, seconds(CLOCK_MONOTONIC) - begin);
    }
    printf("two_threads %.2f\n", 2 * one / two);
    run_free(&r[0]);
    run_free(&r[1]);
}

static shock *shocks_of(const moves *m)
{
    shock *all = room(m->n_moves, sizeof *all);
    suitor_error err;

    for (uint32_t i = 0; i < m->n_moves; i++) {
        const candidates_pair *pair = &m->from->pairs[m->list[i].pair];
        suitor_do done = { SUITOR_DO_MOVE, pair->player, pair->club, SUITOR_POS_NONE };
        must(shock_build(m, &done, 1, &all[i], &err), &err);
    }
    return all;
}

static void measure_replays(run *r, replay *p, const shock *shocks)
{
    double best = INFINITY, changed = 0, n = 0;
    const replay_change *changes;
    suitor_error err;
    uint32_t count;

    for (uint32_t w = 0; w < REPLAYED; w++) {
        uint32_t some = 0;
        must(run_window(r, w, NULL, &err), &err);
        double begin = seconds(CLOCK_PROCESS_CPUTIME_ID);
        for (uint32_t i = w % EVERY; i < r->m->n_moves; i += EVERY, some++) {
            must(replay_window(p, &shocks[i].shock, &changes, &count, &err), &err);
            changed += count;
        }
        best = fmin(best, (seconds(CLOCK_PROCESS_CPUTIME_ID) - begin) / some);
        n += some;
    }
    printf("what_if_us %.2f\nwhat_if_changes %.1f\n", best * 1e6, changed / n);
}

/* Sums over windows of one move after one trial. */
typedef struct {
    double before, difference, square;
} sums;

enum { DIRECT, NEIGHBOUR, REST, N_CLASSES };

/* Directly touched: of the player himself, and of groups that the move heats or cools;
 * neighbours: the other moves of these players. */
static int class_of(const moves *m, const shock *s, uint32_t move)
{
    int found = REST;
    uint32_t player = m->list[move].player;

    if (player == s->gone[0])
        return DIRECT;
    for (uint32_t i = 0; i < s->shock.n_effects; i++) {
        uint32_t group = s->effects[i].group;
        if (group == m->list[move].group)
            return DIRECT;
        for (uint32_t k = m->groups[group].first_move; k < m->groups[group + 1].first_move; k++)
            if (m->list[k].player == player)
                found = NEIGHBOUR;
    }
    return found;
}

/* Variance of a difference if both windows were drawn apart and moves only counted, over that
 * of ours. */
static void measure_gain(run *r, replay *p, const shock *shocks)
{
    static const char *const names[] = { "direct", "neighbours", "rest" };
    const moves *m = r->m;
    uint32_t n = m->n_moves, step = n / TRIALS ? n / TRIALS : 1, count;
    uint32_t trials = n < TRIALS ? n : TRIALS;
    sums *of = room(trials * n, sizeof *of);
    double apart[N_CLASSES] = { 0 }, ours[N_CLASSES] = { 0 };
    const replay_change *changes;
    suitor_error err;

    for (uint32_t w = 0; w < TRIAL_WINDOWS; w++) {
        must(run_window(r, 1000 + w, NULL, &err), &err);
        for (uint32_t t = 0; t < trials; t++) {
            sums *s = of + (size_t)t * n;
            for (uint32_t i = 0; i < n; i++)
                s[i].before += r->estimate[i];
            must(replay_window(p, &shocks[t * step].shock, &changes, &count, &err), &err);
            for (uint32_t i = 0; i < count; i++) {
                double d = changes[i].estimate - r->estimate[changes[i].move];
                s[changes[i].move].difference += d;
                s[changes[i].move].square += d * d;
            }
        }
    }
    for (uint32_t t = 0; t < trials; t++)
        for (uint32_t i = 0; i < n; i++) {
            const sums *s = &of[(size_t)t * n + i];
            double before = s->before / TRIAL_WINDOWS, d = s->difference / TRIAL_WINDOWS;
            double after = before + d;
            if (s->square == 0 || i == shocks[t * step].gone_by[0])
                continue;
            int class = class_of(m, &shocks[t * step], i);
            apart[class] += before * (1 - before) + after * (1 - after);
            ours[class] += s->square / TRIAL_WINDOWS - d * d;
        }
    for (int c = 0; c < N_CLASSES; c++)
        printf("gain_%s %.1f\n", names[c], apart[c] / ours[c]);
    free(of);
}

int main(int argc, char **argv)
{
    suitor_error err;
    moves m;
    run r;
    replay *p;

    must_be(argc == 3, "usage: bench_window GRAPH EFFECTS");
    candidates c = read_graph(argv[1]);
    must(moves_build(&c, &m, &err), &err);
    must(run_init(&r, &m, 1, &err), &err);
    must(replay_new(&r, &p, &err), &err);
    shock *shocks = shocks_of(&m);
    printf("moves %u\nplayers %u\ngroups %u\neffects %u\n", m.n_moves, m.n_players, m.n_groups,
           m.list[m.n_moves].first_effect);
    write_effects(&m, argv[2]);
    measure_windows(&r);
    measure_threads(&m);
    measure_replays(&r, p, shocks);
    measure_gain(&r, p, shocks);
    return 0;
}
