/* The exact solution against what can be worked out by hand, and windows drawn against it. */
#include "exact.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "draw.h"
#include "random_market.h"
#include "shock.h"
#include "table.h"

enum { MARKETS = 300, WINDOWS = 1500 };

static void build(random_market *market)
{
    assert_int_equal(moves_build(&market->all, &market->m, NULL), SUITOR_OK);
}

/* One club of each buyer, one seller; every player his own position. */
static void make_plain(random_market *market, uint32_t n_players, uint32_t n_clubs)
{
    market->all = (candidates){ market->players,
                                market->clubs,
                                market->pairs,
                                market->either_or,
                                n_players,
                                n_clubs,
                                0,
                                0,
                                random_market_rules() };
    for (uint32_t c = 0; c < n_clubs; c++)
        market->clubs[c] = (candidates_club){ 0, 60, c + 1 };
    for (uint32_t p = 0; p < n_players; p++)
        market->players[p] =
            (candidates_player){ CANDIDATES_NONE, (suitor_position)(1 + p), true, 100 + p };
}

static void add_pair(random_market *market, uint32_t player, uint32_t club, double chance)
{
    market->pairs[market->all.n_pairs++] = (candidates_pair){ player, club, 0.3, chance, 0, false };
}

/* An isolated pair happens with its calibrated chance. */
static void test_isolated(void **state)
{
    static const double chances[] = { 0, 1e-6, 0.03, 0.25, 0.5, 0.9, 0.995 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(chances); i++) {
        random_market market;
        double got;
        make_plain(&market, 1, 1);
        add_pair(&market, 0, 0, chances[i]);
        build(&market);
        assert_int_equal(exact_solve(&market.m, NULL, &got, NULL), SUITOR_OK);
        check_row(i, "chance", fabs(got - chances[i]) < 1e-9);
        moves_free(&market.m);
    }
}

/* Two suitors of one player and no other mechanism: competing risks, each gets its part of the
 * hazard. P(c) = h_c / (h_a + h_b) · (1 − e^−(h_a + h_b)). */
static void test_competing(void **state)
{
    random_market market;
    double got[2], a = -log(1 - 0.3), b = -log(1 - 0.6), all = 1 - exp(-a - b);

    (void)state;
    make_plain(&market, 1, 2);
    add_pair(&market, 0, 0, 0.3);
    add_pair(&market, 0, 1, 0.6);
    market.all.rules.beaten_rival = 0;
    build(&market);
    assert_int_equal(exact_solve(&market.m, NULL, got, NULL), SUITOR_OK);
    assert_true(fabs(got[0] - a / (a + b) * all) < 1e-9);
    assert_true(fabs(got[1] - b / (a + b) * all) < 1e-9);
    moves_free(&market.m);
}

/* All mechanisms off: players are independent, each as in test_competing. */
static void test_product_form(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 50; seed++) {
        random_market market;
        random_market_make(seed, 5, 4, &market);
        moves_free(&market.m);
        market.all.rules.need_met = market.all.rules.either_or = market.all.rules.spent = 1;
        market.all.rules.beaten_rival = 0;
        for (unsigned i = 0; i < SUITOR_N_POSITIONS; i++)
            market.all.rules.vacancy[i] = 1;
        for (uint32_t c = 0; c < market.all.n_clubs; c++) { /* somewhere: the whole span */
            market.clubs[c].opens = 0;
            market.clubs[c].closes = 60;
        }
        build(&market);
        double *got = malloc((market.m.n_moves + 1) * sizeof *got);
        if (exact_solve(&market.m, NULL, got, NULL) == SUITOR_OK)
            for (uint32_t i = 0; i < market.m.n_moves; i++) {
                uint32_t p = market.m.list[i].player;
                double all = 0;
                for (uint32_t k = market.m.player_first[p]; k < market.m.player_first[p + 1]; k++)
                    all += market.m.list[market.m.player_moves[k]].hazard;
                double part = all > 0 ? market.m.list[i].hazard / all * (1 - exp(-all)) : 0;
                check_row(seed, "product form", fabs(got[i] - part) < 1e-8);
            }
        free(got);
        moves_free(&market.m);
    }
}

/* A player goes to one club or stays. */
static void check_sums(uint64_t seed, const moves *m, const double *chances)
{
    for (uint32_t p = 0; p < m->n_players; p++) {
        double leaves = 0;
        for (uint32_t i = m->player_first[p]; i < m->player_first[p + 1]; i++) {
            check_row(seed, "a chance", chances[m->player_moves[i]] >= 0);
            leaves += chances[m->player_moves[i]];
        }
        check_row(seed, "goes once at most", leaves < 1 + 1e-9);
    }
}

/* Estimates of drawn windows, and plain counts of what happened, against the exact chances:
 * within 4 standard errors, up to what so many comparisons let through by chance. */
static void compare(uint64_t seed, const moves *m, const run_shock *s, uint32_t *n, uint32_t *off,
                    double *squares)
{
    size_t size = m->n_moves + 1;
    double *exact = malloc(size * sizeof *exact), *sum = calloc(size, sizeof *sum);
    double *square = calloc(size, sizeof *square), *count = calloc(size, sizeof *count);
    run r = { 0 };

    assert_int_equal(exact_solve(m, s, exact, NULL), SUITOR_OK);
    assert_int_equal(run_init(&r, m, seed, NULL), SUITOR_OK);
    check_sums(seed, m, exact);
    for (uint32_t w = 0; w < WINDOWS; w++) {
        assert_int_equal(run_window(&r, w, s, NULL), SUITOR_OK);
        for (uint32_t i = 0; i < m->n_moves; i++) {
            sum[i] += r.estimate[i];
            square[i] += r.estimate[i] * r.estimate[i];
            count[i] += r.gone_by[m->list[i].player] == i;
        }
    }
    for (uint32_t i = 0; i < m->n_moves; i++) {
        double mean = sum[i] / WINDOWS;
        double error = sqrt(fmax(square[i] / WINDOWS - mean * mean, 0) / WINDOWS) + 1e-9;
        double spread = sqrt(exact[i] * (1 - exact[i]) / WINDOWS) + 1e-3;
        double z = (mean - exact[i]) / error;
        check_row(seed, "counts", fabs(count[i] / WINDOWS - exact[i]) < 5 * spread);
        if (exact[i] * WINDOWS < 20 || exact[i] == 1) /* too rare for a normal error */
            continue;
        *squares += z * z;
        *off += fabs(z) > 4;
        ++*n;
    }
    run_free(&r);
    free(exact);
    free(sum);
    free(square);
    free(count);
}

static void test_against_drawn(void **state)
{
    uint32_t n = 0, off = 0, markets = 0;
    double squares = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= MARKETS; seed++) {
        random_market market;
        shock s = { 0 };
        uint64_t dice = seed;
        random_market_make(seed, 3 + (uint32_t)(seed % 4), 3 + (uint32_t)(seed % 3), &market);
        suitor_do done = { .kind = SUITOR_DO_STAY,
                           .player = draw_below(&dice, market.all.n_players) };
        if (seed % 3 == 0 && market.all.n_pairs) {
            const candidates_pair *p = &market.pairs[draw_below(&dice, market.all.n_pairs)];
            done = (suitor_do){ p->club == CANDIDATES_NONE ? SUITOR_DO_LEAVE : SUITOR_DO_MOVE,
                                p->player, p->club, SUITOR_POS_NONE };
        }
        assert_int_equal(shock_build(&market.m, &done, 1, &s, NULL), SUITOR_OK);
        if (exact_fits(&market.m, NULL) && market.m.n_moves && market.m.n_moves < 14) {
            markets++;
            compare(seed, &market.m, seed % 2 ? NULL : &s.shock, &n, &off, &squares);
        }
        shock_free(&s);
        moves_free(&market.m);
    }
    printf("%u markets, %u chances: mean z² %.3f, %u beyond 4 standard errors\n", markets, n,
           squares / n, off);
    assert_true(markets > 100 && n > 500);
    assert_true(off <= 1 + n / 5000);
    assert_true(squares / n < 1.25 && squares / n > 0.8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_isolated),
        cmocka_unit_test(test_competing),
        cmocka_unit_test(test_product_form),
        cmocka_unit_test(test_against_drawn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
