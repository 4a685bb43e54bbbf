/* Forecasts against what happened: counts by hand on the market around Bastoni, and scores worked
 * out anew, pair by pair, on markets and transfers made up. */
#include "suitor/backtest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dice.h"
#include "market_fixture.h"
#include "table.h"

static const suitor_simulate_options drawn = { .seed = 1, .runs = 512, .threads = 1 };

typedef struct {
    market_fixture market;
    suitor_window *window;
} fixture;

static void open_fixture(fixture *f, const char *day)
{
    market_build(&f->market, day);
    assert_int_equal(suitor_window_new(f->market.market, NULL, &f->window, NULL), SUITOR_OK);
}

static void close_fixture(fixture *f)
{
    suitor_window_free(f->window);
    market_clear(&f->market);
}

static suitor_told_transfer move_of(const char *player, const char *to, int32_t since,
                                    int32_t until)
{
    return (suitor_told_transfer){ .transfer = { .player = suitor_sv_of(player),
                                                 .to = suitor_sv_of(to),
                                                 .since = since,
                                                 .until = until,
                                                 .fee = -1 } };
}

static void test_counts(void **state)
{
    fixture f = { 0 };
    suitor_backtest b;
    suitor_error err;

    (void)state;
    fixture_add_bastoni(&f.market.claims);
    open_fixture(&f, "2026-03-02");
    int32_t day = suitor_market_day(f.market.market);
    suitor_told_transfer end = move_of("Murillo", "Chelsea", day + 5, day + 5);
    end.transfer.kind = SUITOR_MOVE_LOAN_END;
    const suitor_told_transfer transfers[] = {
        move_of("ALESSANDRO BASTONI", "liverpool", day + 10, day + 10), /* names fold */
        move_of("Micky van de Ven", "Ajax", day + 10, day + 10),        /* nobody said so */
        move_of("Bo Stranger", "Liverpool", day + 10, day + 10),
        move_of("Murillo", "Liverpool", day - 30, day + 30), /* perhaps before */
        move_of("Murillo", "Chelsea", day - 3, day - 3),     /* before */
        end,
    };
    assert_int_equal(
        suitor_backtest_run(f.window, transfers, N_ROWS(transfers), day + 100, &drawn, &b, &err),
        SUITOR_OK);
    assert_int_equal(b.happened, 1);
    assert_int_equal(b.transfers, 3);
    assert_int_equal(b.unforeseen, 1);
    assert_int_equal(b.strangers, 1);
    assert_int_equal(b.aside, 1);
    assert_int_equal(b.contested, 1);
    assert_int_equal(b.vague, 0);
    for (uint32_t i = 0; i < b.pairs; i++)
        assert_true(b.forecasts[i].happened == (b.forecasts[i].transfer == 0));
    suitor_backtest_clear(&b);

    suitor_told_transfer later = move_of("Alessandro Bastoni", "Liverpool", day + 90, day + 200);
    assert_int_equal(suitor_backtest_run(f.window, &later, 1, day + 100, &drawn, &b, &err),
                     SUITOR_OK);
    assert_int_equal(b.vague, 1);
    suitor_backtest_clear(&b);
    later.transfer.since = later.transfer.until = day + 101;
    assert_int_equal(suitor_backtest_run(f.window, &later, 1, day + 100, &drawn, &b, &err),
                     SUITOR_ERR_NOTFOUND);
    assert_non_null(strstr(err.message, "no transfer is known"));
    close_fixture(&f);
}

/* The chance that a pair that happened has more than one that did not, over all such. */
static double area_by_pairs(const suitor_backtest *b)
{
    double more = 0, n = 0;

    for (uint32_t i = 0; i < b->pairs; i++)
        for (uint32_t k = 0; k < b->pairs; k++)
            if (b->forecasts[i].happened && !b->forecasts[k].happened) {
                double x = b->forecasts[i].chance, y = b->forecasts[k].chance;
                more += x > y ? 1 : x < y ? 0 : 0.5;
                n++;
            }
    return n > 0 ? more / n : -1;
}

/* What Murphy's parts leave out where forecasts of a bin are not all the same: Stephenson, Coelho
 * and Jolliffe, Two Extra Components in the Brier Score Decomposition, 2008. */
static double within_bins(const suitor_backtest *b)
{
    double sum = 0;

    for (uint32_t i = 0; i < b->pairs; i++) {
        const suitor_forecast *f = &b->forecasts[i];
        int at = (int)(f->chance * SUITOR_BACKTEST_BINS);
        const suitor_backtest_bin *bin =
            &b->bins[at < SUITOR_BACKTEST_BINS ? at : SUITOR_BACKTEST_BINS - 1];
        double off = f->chance - bin->foreseen;
        double rate = (double)bin->happened / bin->pairs;
        sum += off * off - 2 * ((f->happened ? 1 : 0) - rate) * off;
    }
    return sum / b->pairs;
}

static void check_scores(const suitor_backtest *b)
{
    double brier = 0, expected = 0, base = (double)b->happened / b->pairs;
    uint32_t in_bins = 0;

    for (uint32_t i = 0; i < b->pairs; i++) {
        const suitor_forecast *f = &b->forecasts[i];
        brier += pow(f->chance - (f->happened ? 1 : 0), 2) / b->pairs;
        expected += f->chance;
        assert_true(i == 0 || f->chance <= b->forecasts[i - 1].chance);
    }
    for (int i = 0; i < SUITOR_BACKTEST_BINS; i++) {
        const suitor_backtest_bin *bin = &b->bins[i];
        in_bins += bin->pairs;
        assert_true(bin->pairs == 0 ||
                    (bin->foreseen >= i / 10.0 - 1e-9 && bin->foreseen <= (i + 1) / 10.0 + 1e-9));
    }
    assert_int_equal(in_bins, b->pairs);
    assert_true(fabs(brier - b->brier) < 1e-12);
    assert_true(fabs(expected - b->expected) < 1e-9);
    assert_true(fabs(base * (1 - base) - b->brier_base) < 1e-12);
    assert_true(fabs(area_by_pairs(b) - b->area) < 1e-12);
    assert_true(fabs(b->reliability - b->resolution + b->brier_base + within_bins(b) - b->brier) <
                1e-9);
}

static void test_scores(void **state)
{
    enum { MARKETS = 20 };

    (void)state;
    for (uint64_t seed = 1; seed <= MARKETS; seed++) {
        fixture f = { 0 };
        fixture_claim claims[RANDOM_CLAIMS];
        suitor_told_transfer transfers[64];
        uint64_t dice = seed * 48271;
        uint32_t n_moves, n = 0;
        suitor_backtest b;
        random_claims(&dice, claims);
        fixture_add(&f.market.claims, claims, RANDOM_CLAIMS);
        open_fixture(&f, "2026-06-30");
        const suitor_move *all = suitor_window_moves(f.window, &n_moves);
        const suitor_entity *entities = f.market.ledger->entities;
        int32_t day = suitor_market_day(f.market.market) + 1;
        for (uint32_t i = 0; i < n_moves && n < 64; i++)
            if (all[i].club != SUITOR_ELSEWHERE && dice_roll(&dice, 3) == 0) {
                transfers[n] = move_of("", "", day, day);
                transfers[n].transfer.player = entities[all[i].player].name;
                transfers[n++].transfer.to = entities[all[i].club].name;
            }
        suitor_status st =
            suitor_backtest_run(f.window, transfers, n, SUITOR_NO_DAY, &drawn, &b, NULL);
        assert_int_equal(st, n ? SUITOR_OK : SUITOR_ERR_NOTFOUND);
        if (n) {
            assert_int_equal(b.happened, n);
            check_scores(&b);
        }
        suitor_backtest_clear(&b);
        close_fixture(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_scores),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
