/* What seller and player are said to want, and which sum is shown. */
#include <math.h>

#include "market_fixture.h"
#include "table.h"

#define SAYS(day, origin, club, relation, stage)                                                   \
    {                                                                                              \
        day, "a", origin, "Abel", club, relation, stage, SUITOR_FIRM, 1                            \
    }

/* Likely is 0.8, possible 0.4; Nobody 0.22, the Guardian 1/3; halves in 60 days. */
static const struct {
    const char *what;
    fixture_claim claims[4];
    double leaving, staying;
} cases[] = {
    { "nothing said",
      { SAYS("2026-06-30", "Nobody", "Arrow", SUITOR_PLAYS_FOR, SUITOR_OWNED) },
      0,
      0 },
    { "leaves",
      { SAYS("2026-06-30", "Nobody", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY) },
      0.8 * 0.22,
      0 },
    { "both",
      { SAYS("2026-06-30", "Nobody", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY),
        SAYS("2026-05-01", "Nobody", "Arrow", SUITOR_STAYING, SUITOR_POSSIBLE) },
      0.8 * 0.22,
      0.4 * 0.22 / 2 },
    { "two voices",
      { SAYS("2026-06-30", "Nobody", "Arrow", SUITOR_STAYING, SUITOR_LIKELY),
        SAYS("2026-06-30", "The Guardian", "Arrow", SUITOR_STAYING, SUITOR_LIKELY) },
      0,
      1 - (1 - 0.8 * 0.22) * (1 - 0.8 / 3) },
    { "one voice twice",
      { SAYS("2026-06-30", "Nobody", "Arrow", SUITOR_STAYING, SUITOR_POSSIBLE),
        SAYS("2026-06-30", "Nobody", "Arrow", SUITOR_STAYING, SUITOR_LIKELY) },
      0,
      0.8 * 0.22 },
    { "what was said of another club is past",
      { SAYS("2026-06-01", "Nobody", "Bridge", SUITOR_LEAVING, SUITOR_LIKELY),
        SAYS("2026-06-30", "Nobody", "Arrow", SUITOR_PLAYS_FOR, SUITOR_OWNED) },
      0,
      0 },
    { "a move ends it, even back to the same club",
      { SAYS("2026-06-01", "Nobody", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY),
        SAYS("2026-06-30", "Nobody", "Arrow", SUITOR_DEAL, SUITOR_DONE) },
      0,
      0 },
};

static void stances_are_summed_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        market_fixture f = { 0 };
        suitor_race race = { 0 };
        for (size_t j = 0; j < 4 && cases[i].claims[j].date; j++)
            fixture_add(&f.claims, &cases[i].claims[j], 1);
        market_build(&f, "2026-06-30");
        assert_int_equal(suitor_race_of(f.market, fixture_entity(f.ledger, "Abel"), &race, NULL),
                         SUITOR_OK);
        check_row(i, cases[i].what, fabs(race.leaving - cases[i].leaving) < 1e-12);
        check_row(i, cases[i].what, fabs(race.staying - cases[i].staying) < 1e-12);
        suitor_race_clear(&race);
        market_clear(&f);
    }
}

#define FEE(day, article, kind, high)                                                              \
    {                                                                                              \
        day, article, "Abel", kind, "EUR", 10, high                                                \
    }

static const struct {
    const char *what;
    fixture_fee fees[3];
    double high; /* of the one shown; 0: none */
} fee_cases[] = {
    { "none", { { 0 } }, 0 },
    { "a bid is no price", { FEE("2026-06-01", "a", SUITOR_FEE_BID, 20) }, 0 },
    { "the latest",
      { FEE("2026-06-02", "b", SUITOR_FEE_VALUATION, 30),
        FEE("2026-06-01", "a", SUITOR_FEE_ASKING, 20) },
      30 },
    { "of one article the asking price",
      { FEE("2026-06-01", "a", SUITOR_FEE_CLAUSE, 60),
        FEE("2026-06-01", "a", SUITOR_FEE_ASKING, 50),
        FEE("2026-06-01", "a", SUITOR_FEE_VALUATION, 70) },
      50 },
    { "of two asking prices the higher",
      { FEE("2026-06-01", "a", SUITOR_FEE_ASKING, 50),
        FEE("2026-06-01", "a", SUITOR_FEE_ASKING, 55) },
      55 },
    { "one of before his last move is stale",
      { FEE("2026-04-01", "a", SUITOR_FEE_ASKING, 50) },
      0 },
};

static void the_price_shown_is_the_latest(void **state)
{
    static const fixture_claim move =
        SAYS("2026-05-01", "Nobody", "Arrow", SUITOR_DEAL, SUITOR_DONE);

    (void)state;
    for (size_t i = 0; i < N_ROWS(fee_cases); i++) {
        market_fixture f = { 0 };
        suitor_race race = { 0 };
        fixture_add(&f.claims, &move, 1);
        for (size_t j = 0; j < 3 && fee_cases[i].fees[j].date; j++)
            fixture_add_fee(&f.claims, fee_cases[i].fees[j]);
        market_build(&f, "2026-06-30");
        assert_int_equal(suitor_race_of(f.market, fixture_entity(f.ledger, "Abel"), &race, NULL),
                         SUITOR_OK);
        check_row(i, fee_cases[i].what, (race.fee ? race.fee->high : 0) == fee_cases[i].high);
        suitor_race_clear(&race);
        market_clear(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stances_are_summed_up),
        cmocka_unit_test(the_price_shown_is_the_latest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
