/* The projection against a loop over all pairs of clubs and all players. */
#include "projection.h"

#include <math.h>

#include "market_fixture.h"
#include "table.h"

enum { MOST = 40 };

/* Weights of `n_players` × `n_clubs`, most of them 0; returns the edges there are. */
static uint32_t make_random(uint64_t *state, uint32_t n_players, uint32_t n_clubs,
                            double weights[MOST][MOST], suitor_edge *edges)
{
    uint32_t n = 0;

    for (uint32_t p = 0; p < n_players; p++)
        for (uint32_t c = 0; c < n_clubs; c++) {
            weights[p][c] = random_below(state, 4) == 0 ? (random_below(state, 99) + 1) / 100.0 : 0;
            if (weights[p][c] > 0)
                edges[n++] =
                    (suitor_edge){ .player = p, .club = n_players + c, .weight = weights[p][c] };
        }
    return n;
}

static uint32_t suitors_of(const double *weights, uint32_t n_clubs)
{
    uint32_t n = 0;

    for (uint32_t c = 0; c < n_clubs; c++)
        n += weights[c] > 0;
    return n;
}

/* Σ over the players of both, by its definition. */
static projection_pair pair_by_hand(double weights[MOST][MOST], uint32_t n_players,
                                    uint32_t n_clubs, uint32_t c, uint32_t d)
{
    projection_pair pair = { 0 };

    for (uint32_t p = 0; p < n_players; p++)
        if (weights[p][c] > 0 && weights[p][d] > 0) {
            pair.rivalry += weights[p][c] * weights[p][d] / (suitors_of(weights[p], n_clubs) - 1);
            pair.n_meetings++;
        }
    return pair;
}

static void projections_are_sums_over_players(void **state)
{
    projection made = { 0 };

    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) { /* the same room for small and large ones */
        uint64_t random = seed * 7919;
        uint32_t n_players = random_below(&random, MOST), n_clubs = random_below(&random, MOST);
        static double weights[MOST][MOST];
        suitor_edge edges[MOST * MOST];
        uint32_t n = make_random(&random, n_players, n_clubs, weights, edges), met = 0;
        assert_int_equal(projection_make(&made, edges, n, n_players, n_clubs, NULL), SUITOR_OK);
        for (uint32_t c = 0; c < n_clubs; c++)
            for (uint32_t d = c + 1; d < n_clubs; d++) {
                projection_pair want = pair_by_hand(weights, n_players, n_clubs, c, d);
                if (want.n_meetings == 0)
                    continue;
                check_row(seed, "a pair more", met < made.n_pairs);
                const projection_pair *got = &made.pairs[met++]; /* in this order */
                check_row(seed, "clubs",
                          made.clubs[got->a] == n_players + c &&
                              made.clubs[got->b] == n_players + d);
                check_row(seed, "vertices",
                          made.vertex_of[c] == got->a && made.vertex_of[d] == got->b);
                check_row(seed, "sum",
                          fabs(got->rivalry - want.rivalry) < 1e-12 &&
                              got->n_meetings == want.n_meetings);
            }
        check_row(seed, "no pair more", met == made.n_pairs);
    }
    projection_free(&made);
    projection_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(projections_are_sums_over_players) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
