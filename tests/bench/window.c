/* bench_window GRAPH [EFFECTS]: how fast windows are run, on one thread.
 *
 * GRAPH is what window.py writes: numbers of players, clubs, moves and days, then a line for
 * each player (seller, position) and each move (player, club, interest, chance). EFFECTS is
 * written: a line for each move, its group and what it does (group, factor)*. Prints lines of
 * NAME VALUE.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hash.h"
#include "replay.h"
#include "shock.h"

enum { WINDOWS = 500, WHAT_IFS = 200 };

static void must(suitor_status st, const suitor_error *err)
{
    if (st == SUITOR_OK)
        return;
    fprintf(stderr, "bench_window: %s\n", err->message);
    exit(1);
}

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void *room(uint32_t n, size_t size)
{
    void *p = calloc((size_t)n + 1, size);

    return p ? p : (must(SUITOR_ERR_NOMEM, &(suitor_error){ .message = "no memory" }), NULL);
}

static void must_read(int got, int wanted)
{
    if (got != wanted)
        must(SUITOR_ERR_PARSE, &(suitor_error){ .message = "the graph is cut short" });
}

/* A tenth of a line's worth of a position where another is sought. */
static double fit(unsigned a, unsigned b)
{
    static const char line[SUITOR_N_POSITIONS] = {
        [SUITOR_GK] = 1, [SUITOR_CB] = 2, [SUITOR_LB] = 3, [SUITOR_RB] = 3, [SUITOR_DM] = 4,
        [SUITOR_CM] = 4, [SUITOR_AM] = 4, [SUITOR_LW] = 5, [SUITOR_RW] = 5, [SUITOR_ST] = 6
    };

    return a == b ? 1 : line[a] == line[b] ? 0.4 : 0;
}

static candidates read_graph(const char *path)
{
    FILE *in = fopen(path, "r");
    unsigned players, clubs, pairs, seller, position;
    double days;
    candidates c = { .rules = { .need_met = 0.35,
                                .beaten_rival = 0.5,
                                .either_or = 0.15,
                                .spent = 1,
                                .typical_fee = 30,
                                .cap = 16 } };

    if (!in)
        must(SUITOR_ERR_IO, &(suitor_error){ .message = "can't open the graph" });
    must_read(fscanf(in, "%u %u %u %lf", &players, &clubs, &pairs, &days), 4);
    candidates_player *p = room(players, sizeof *p);
    candidates_club *k = room(clubs, sizeof *k);
    candidates_pair *m = room(pairs, sizeof *m);
    for (uint32_t i = 0; i < players; i++) {
        must_read(fscanf(in, "%u %u", &seller, &position), 2);
        p[i] = (candidates_player){ seller, (suitor_position)position, true,
                                    hash_bytes(2, &i, sizeof i) };
    }
    for (uint32_t i = 0; i < clubs; i++)
        k[i] = (candidates_club){ 0, days, hash_bytes(3, &i, sizeof i) };
    for (uint32_t i = 0; i < pairs; i++)
        must_read(
            fscanf(in, "%u %u %lf %lf", &m[i].player, &m[i].club, &m[i].interest, &m[i].chance), 4);
    fclose(in);
    for (unsigned a = 0; a < SUITOR_N_POSITIONS; a++) {
        c.rules.vacancy[a] = 1.61;
        for (unsigned b = 0; b < SUITOR_N_POSITIONS; b++)
            c.rules.fits[a][b] = fit(a, b);
    }
    c.players = p, c.clubs = k, c.pairs = m;
    c.n_players = players, c.n_clubs = clubs, c.n_pairs = pairs;
    return c;
}

int main(int argc, char **argv)
{
    suitor_error err = { 0 };
    moves m;
    run r;
    uint64_t happened = 0, points = 0, changes = 0;
    double begin;

    if (argc < 2)
        return 2;
    candidates c = read_graph(argv[1]);
    must(moves_build(&c, &m, &err), &err);
    must(run_init(&r, &m, 1, &err), &err);
    printf("moves %u\nplayers %u\ngroups %u\neffects %u\n", m.n_moves, m.n_players, m.n_groups,
           m.list[m.n_moves].first_effect);
    double took = 0, least = 1e9;
    for (uint32_t w = 0; w < WINDOWS; w++) {
        if (w % 25 == 0)
            begin = seconds();
        must(run_window(&r, w, NULL, &err), &err);
        happened += r.n_events;
        points += r.n_points;
        changes += r.n_history;
        if (w % 25 == 24 && (took = seconds() - begin) < least)
            least = took;
    }
    took = least * WINDOWS / 25;
    printf("window_us %.1f\nmoves_a_window %.1f\npoints %.1f\nchanges %.1f\nmillion_moves_a_second "
           "%.2f\n",
           took / WINDOWS * 1e6, (double)happened / WINDOWS, (double)points / WINDOWS,
           (double)changes / WINDOWS, (double)happened / took * 1e-6);

    replay *p;
    uint64_t n_changes = 0, n = 0;
    must(replay_new(&r, &p, &err), &err);
    shock *shocks = room(m.n_moves, sizeof *shocks);
    for (uint32_t i = 0; i < m.n_moves; i++)
        must(shock_build(&m, &(suitor_do){ SUITOR_DO_MOVE, c.pairs[i].player, c.pairs[i].club, 0 },
                         1, &shocks[i], &err),
             &err);
    took = 0;
    for (uint32_t w = 0; w < 20; w++) {
        must(run_window(&r, w, NULL, &err), &err);
        begin = seconds();
        for (uint32_t i = w % 3; i < m.n_moves; i += 3) {
            const replay_change *changes_of;
            uint32_t k;
            must(replay_window(p, &shocks[i].shock, &changes_of, &k, &err), &err);
            n_changes += k;
            n++;
        }
        took += seconds() - begin;
    }
    printf("what_if_us %.2f\nwhat_if_changes %.1f\n", took / (double)n * 1e6,
           (double)n_changes / (double)n);
}
