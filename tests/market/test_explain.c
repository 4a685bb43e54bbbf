/* The arithmetic behind an edge gives the edge. */
#include <math.h>
#include <stdlib.h>

#include "market_fixture.h"
#include "table.h"

/* Noisy-or of what counts: one row an origin, so a plain product. */
static double combined(const suitor_factor *factors, uint32_t n)
{
    double none = 1;

    for (uint32_t i = 0; i < n; i++)
        if (factors[i].counts)
            none *= 1 - factors[i].strength;
    return 1 - none;
}

static bool product_is_strength(const suitor_factor *f)
{
    double product = f->stage * f->hedge * f->reliability * f->confidence * f->decay * f->kept;
    return fabs(product - f->strength) < 1e-15;
}

static void check_pair(const market_fixture *f, size_t trial, uint32_t player, uint32_t club)
{
    const suitor_entity *names = f->ledger->entities;
    suitor_factor *factors = NULL;
    uint32_t n = 0;
    double weight = -1;

    assert_int_equal(suitor_market_explain(f->market, player, club, &factors, &n, &weight, NULL),
                     SUITOR_OK);
    const suitor_edge *edge = market_edge(f, names[player].name.ptr, names[club].name.ptr);
    if (edge) {
        check_row(trial, "weight", fabs(weight - edge->weight) < 1e-12);
        check_row(trial, "combined", fabs(combined(factors, n) - edge->weight) < 1e-12);
    }
    check_row(trial, "all that counts", fabs(combined(factors, n) - weight) < 1e-12);
    check_row(trial, "own club", suitor_market_club_of(f->market, player) != club || weight == 0);
    for (uint32_t i = 0; i < n; i++) {
        const suitor_ledger_row *row = &f->ledger->rows[factors[i].row];
        check_row(trial, "pair", row->player == player && row->club == club);
        check_row(trial, "order", i == 0 || factors[i].row == factors[i - 1].row + 1);
        check_row(trial, "product", product_is_strength(&factors[i]));
        check_row(trial, "counts",
                  !factors[i].counts || row->relation == SUITOR_INTEREST ||
                      row->relation == SUITOR_DEAL);
    }
    free(factors);
}

static void factors_give_the_weight_of_every_edge(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        market_fixture f = { 0 };
        fixture_claim claims[RANDOM_CLAIMS];
        uint64_t random = seed * 7919;
        random_claims(&random, claims);
        fixture_add(&f.claims, claims, RANDOM_CLAIMS);
        market_build(&f, "2026-06-30");
        for (uint32_t p = 0; p < f.ledger->n_players; p++)
            for (uint32_t c = f.ledger->n_players; c < f.ledger->n_entities; c++)
                check_pair(&f, seed, p, c);
        market_clear(&f);
    }
}

static void both_reports_on_barcelona_are_shown(void **state)
{
    market_fixture f = { 0 };
    suitor_factor *factors = NULL;
    uint32_t n;
    double weight;

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    uint32_t bastoni = fixture_entity(f.ledger, "Alessandro Bastoni");
    uint32_t barcelona = fixture_entity(f.ledger, "Barcelona");
    assert_int_equal(
        suitor_market_explain(f.market, bastoni, barcelona, &factors, &n, &weight, NULL),
        SUITOR_OK);
    assert_int_equal(n, 2);
    assert_true(factors[0].counts && factors[1].counts);
    free(factors);
    market_clear(&f);
}

static void strangers_have_nothing_to_explain(void **state)
{
    market_fixture f = { 0 };
    suitor_factor *factors = NULL;
    uint32_t n = 7;
    double weight = 7;
    suitor_error err;

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    uint32_t romero = fixture_entity(f.ledger, "Cristian Romero");
    uint32_t arsenal = fixture_entity(f.ledger, "Arsenal");
    assert_int_equal(suitor_market_explain(f.market, romero, arsenal, &factors, &n, &weight, &err),
                     SUITOR_OK);
    assert_int_equal(n, 0);
    assert_null(factors);
    assert_true(weight == 0);
    assert_int_equal(suitor_market_explain(f.market, arsenal, romero, &factors, &n, &weight, &err),
                     SUITOR_ERR_INVALID);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(factors_give_the_weight_of_every_edge),
        cmocka_unit_test(both_reports_on_barcelona_are_shown),
        cmocka_unit_test(strangers_have_nothing_to_explain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
