/* The factors of a row and their sum over origins, worked out by hand. Keen is
 * 0.5, Nobody 0.22, the Guardian 1/3, the Star 0.2; interest halves in 30 days. */
#include <math.h>

#include "market_fixture.h"
#include "table.h"

#define ROW(day, article, origin, stage, hedge, confidence)                                        \
    {                                                                                              \
        day, article, origin, "Abel", "Arrow", SUITOR_INTEREST, stage, hedge, confidence           \
    }
#define A_DAY 0.97715996843424597 /* 2^(-1/30) */
#define KEEN(day, article, origin) ROW(day, article, origin, SUITOR_KEEN, SUITOR_FIRM, 1)

static const struct {
    const char *what;
    fixture_claim claims[4];
    double weight;
} cases[] = {
    { "one origin, today", { KEEN("2026-06-30", "a", "Nobody") }, 0.5 * 0.22 },
    { "a half-life ago", { KEEN("2026-05-31", "a", "Nobody") }, 0.5 * 0.22 / 2 },
    { "two half-lives ago", { KEEN("2026-05-01", "a", "Nobody") }, 0.5 * 0.22 / 4 },
    { "reliable", { KEEN("2026-06-30", "a", "The Guardian") }, 0.5 / 3 },
    { "gossip", { KEEN("2026-06-30", "a", "Daily Star") }, 0.5 * 0.2 },
    { "hedged and half read",
      { ROW("2026-06-30", "a", "Nobody", SUITOR_BID, SUITOR_HEDGED, 0.5) },
      0.85 * 0.8 * 0.5 * 0.22 },
    { "two origins",
      { KEEN("2026-06-30", "a", "Nobody"), KEEN("2026-06-30", "b", "The Guardian") },
      1 - (1 - 0.11) * (1 - 0.5 / 3) },
    { "one origin in three articles",
      { KEEN("2026-06-30", "a", "Nobody"), KEEN("2026-06-30", "b", "Nobody"),
        KEEN("2026-06-29", "c", "Nobody") },
      0.11 },
    { "the strongest of an origin counts",
      { KEEN("2026-06-30", "a", "Nobody"),
        ROW("2026-06-29", "b", "Nobody", SUITOR_BID, SUITOR_FIRM, 1) },
      0.85 * 0.22 * A_DAY },
    { "undated is as old as the first dated article",
      { KEEN("", "a", "Nobody"), KEEN("2026-05-31", "b", "The Guardian") },
      1 - (1 - 0.11 / 2) * (1 - 0.5 / 6) },
};

static void weights_follow_the_formula(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        market_fixture f = { 0 };
        for (size_t j = 0; j < 4 && cases[i].claims[j].date; j++)
            fixture_add(&f.claims, &cases[i].claims[j], 1);
        market_build(&f, "2026-06-30");
        double got = market_weight(&f, "Abel", "Arrow");
        check_row(i, cases[i].what, fabs(got - cases[i].weight) < 1e-12);
        market_clear(&f);
    }
}

/* Without any date there is no age. */
static void undated_evidence_alone_does_not_age(void **state)
{
    static const fixture_claim claim = KEEN("", "a", "Nobody");
    market_fixture f = { 0 };

    (void)state;
    fixture_add(&f.claims, &claim, 1);
    market_build(&f, NULL);
    assert_int_equal(suitor_market_day(f.market), SUITOR_NO_DAY);
    assert_true(fabs(market_weight(&f, "Abel", "Arrow") - 0.11) < 1e-12);
    market_build(&f, "2026-06-30");
    assert_true(fabs(market_weight(&f, "Abel", "Arrow") - 0.11) < 1e-12);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_follow_the_formula),
        cmocka_unit_test(undated_evidence_alone_does_not_age),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
