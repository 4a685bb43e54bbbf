/* Replaying what differs against running the whole window again, to the last bit. */
#include "replay.h"

#include <stdlib.h>
#include <string.h>

#include "draw.h"
#include "random_market.h"
#include "shock.h"
#include "table.h"

enum { MARKETS = 400, SHOCKS = 4, WINDOWS = 6 };

static suitor_do random_do(uint64_t *state, const random_market *market)
{
    suitor_do d = { .kind = (suitor_do_kind)draw_below(state, SUITOR_DO_NEED + 1),
                    .player = draw_below(state, market->all.n_players),
                    .club = draw_below(state, market->all.n_clubs),
                    .position = (suitor_position)draw_below(state, 6) };

    if (market->all.n_pairs && draw_below(state, 2)) { /* something that was to be expected */
        const candidates_pair *p = &market->pairs[draw_below(state, market->all.n_pairs)];
        d.kind = p->club == CANDIDATES_NONE ? SUITOR_DO_LEAVE : SUITOR_DO_MOVE;
        d.player = p->player;
        d.club = p->club;
    }
    return d;
}

/* One or two things at once; false where they contradict each other. */
static bool random_shock(uint64_t *state, const random_market *market, shock *out)
{
    suitor_do done[2] = { random_do(state, market), random_do(state, market) };

    return shock_build(&market->m, done, 1 + draw_below(state, 2), out, NULL) == SUITOR_OK;
}

static double *copy_estimates(const run *r)
{
    size_t size = r->m->n_moves * sizeof(double);
    double *copy = malloc(size + 1);

    assert_non_null(copy);
    memcpy(copy, r->estimate, size);
    return copy;
}

static void check_window(uint64_t seed, run *whole, run *record, replay *p, const run_shock *s,
                         uint32_t window)
{
    const replay_change *changes;
    uint32_t n, n_moves = record->m->n_moves;
    double *got = copy_estimates(record);

    assert_int_equal(run_window(whole, window, s, NULL), SUITOR_OK);
    assert_int_equal(replay_window(p, s, &changes, &n, NULL), SUITOR_OK);
    for (uint32_t i = 0; i < n; i++) {
        check_row(seed, "a change is one", got[changes[i].move] != changes[i].estimate);
        got[changes[i].move] = changes[i].estimate;
    }
    check_row(seed, "same as the whole run",
              memcmp(got, whole->estimate, n_moves * sizeof *got) == 0);
    free(got);
}

static void check_market(uint64_t seed)
{
    random_market market;
    run whole = { 0 }, record = { 0 };
    replay *p = NULL;
    uint64_t state = seed;

    random_market_make(seed, 4 + (uint32_t)(seed % 60), 3 + (uint32_t)(seed % 20), &market);
    assert_int_equal(run_init(&whole, &market.m, seed, NULL), SUITOR_OK);
    assert_int_equal(run_init(&record, &market.m, seed, NULL), SUITOR_OK);
    assert_int_equal(replay_new(&record, &p, NULL), SUITOR_OK);
    for (uint32_t w = 0; w < WINDOWS; w++) {
        assert_int_equal(run_window(&record, w, NULL, NULL), SUITOR_OK);
        for (int i = 0; i < SHOCKS; i++) {
            shock s;
            if (!random_shock(&state, &market, &s))
                continue;
            check_window(seed, &whole, &record, p, &s.shock, w);
            shock_free(&s);
        }
        assert_int_equal(run_window(&whole, w, NULL, NULL), SUITOR_OK);
        check_row(seed, "the record stays",
                  memcmp(whole.gone, record.gone, market.m.n_players * sizeof *whole.gone) == 0);
    }
    replay_free(p);
    run_free(&record);
    run_free(&whole);
    moves_free(&market.m);
}

static void test_same_as_whole(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= MARKETS; seed++)
        check_market(seed);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_same_as_whole) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
