/* What later evidence leaves of earlier: ends, agreed deals, done deals. Every case
 * tells at most four things about Abel; `left` is what remains of Arrow's first
 * interest (its kept factor), -1 where Arrow has no edge. Nobody is an unlisted
 * origin of tier 3: 0.8 for what is settled, so an end is worth 0.9 · 0.8 = 0.72
 * and an agreed deal 0.95 · 0.8 = 0.76. */
#include <math.h>
#include <stdlib.h>

#include "market_fixture.h"
#include "table.h"

#define WANTS(day, club)                                                                           \
    {                                                                                              \
        day, "a", "Nobody", "Abel", club, SUITOR_INTEREST, SUITOR_KEEN, SUITOR_FIRM, 1             \
    }
#define ENDS(day, who, club)                                                                       \
    {                                                                                              \
        day, "b", who, "Abel", club, SUITOR_ENDED, SUITOR_OVER, SUITOR_FIRM, 1                     \
    }
#define DEAL(day, club, stage, confidence)                                                         \
    {                                                                                              \
        day, "c", "Nobody", "Abel", club, SUITOR_DEAL, stage, SUITOR_FIRM, confidence              \
    }

static const struct {
    const char *what;
    fixture_claim claims[4];
    double left;
} cases[] = {
    { "nothing takes from it", { WANTS("2026-06-01", "Arrow") }, 1 },
    { "a later end takes",
      { WANTS("2026-06-01", "Arrow"), ENDS("2026-06-02", "Nobody", "Arrow") },
      0.28 },
    { "an end of the same day takes",
      { WANTS("2026-06-01", "Arrow"), ENDS("2026-06-01", "Nobody", "Arrow") },
      0.28 },
    { "an earlier end does not",
      { WANTS("2026-06-01", "Arrow"), ENDS("2026-05-31", "Nobody", "Arrow") },
      1 },
    { "an end elsewhere does not",
      { WANTS("2026-06-01", "Arrow"), ENDS("2026-06-02", "Nobody", "Bridge") },
      1 },
    { "the same voice ends it once",
      { WANTS("2026-06-01", "Arrow"), ENDS("2026-06-02", "Nobody", "Arrow"),
        ENDS("2026-06-03", "Nobody", "Arrow") },
      0.28 },
    { "two voices end it twice",
      { WANTS("2026-06-01", "Arrow"), ENDS("2026-06-02", "Nobody", "Arrow"),
        ENDS("2026-06-03", "Somebody", "Arrow") },
      0.28 * 0.28 },
    { "a rival's agreed deal cools",
      { WANTS("2026-06-01", "Arrow"), DEAL("2026-06-02", "Bridge", SUITOR_AGREED, 1) },
      0.24 },
    { "one's own agreed deal does not",
      { WANTS("2026-06-01", "Arrow"), DEAL("2026-06-02", "Arrow", SUITOR_AGREED, 1) },
      1 },
    { "an agreed deal of before does not",
      { WANTS("2026-06-03", "Arrow"), DEAL("2026-06-02", "Bridge", SUITOR_AGREED, 1) },
      1 },
    { "a collapsed deal cools by what is left of it",
      { WANTS("2026-06-01", "Arrow"), DEAL("2026-06-02", "Bridge", SUITOR_AGREED, 1),
        ENDS("2026-06-03", "Nobody", "Bridge") },
      1 - 0.76 * 0.28 },
    { "a done deal elsewhere settles it",
      { WANTS("2026-06-01", "Arrow"), DEAL("2026-06-02", "Bridge", SUITOR_DONE, 1) },
      -1 },
    { "a done deal here settles it too",
      { WANTS("2026-06-01", "Arrow"), DEAL("2026-06-02", "Arrow", SUITOR_DONE, 1) },
      -1 },
    { "interest after a done deal is a new story",
      { WANTS("2026-06-03", "Arrow"), DEAL("2026-06-02", "Bridge", SUITOR_DONE, 1) },
      1 },
    { "a done deal hardly read only cools, as 1 · 0.8 · 0.4",
      { WANTS("2026-06-01", "Arrow"), DEAL("2026-06-02", "Bridge", SUITOR_DONE, 0.4) },
      0.68 },
    { "a done deal that fell through settles nothing",
      { WANTS("2026-06-01", "Arrow"), DEAL("2026-06-02", "Bridge", SUITOR_DONE, 1),
        ENDS("2026-06-03", "Nobody", "Bridge") },
      1 - 0.8 * 0.28 },
    { "end and cooling multiply",
      { WANTS("2026-06-01", "Arrow"), ENDS("2026-06-02", "Nobody", "Arrow"),
        DEAL("2026-06-02", "Bridge", SUITOR_AGREED, 1) },
      0.28 * 0.24 },
};

static void later_evidence_takes_from_earlier(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        market_fixture f = { 0 };
        suitor_factor *factors = NULL;
        uint32_t n = 0;
        double weight, kept = -1;
        for (size_t j = 0; j < 4 && cases[i].claims[j].date; j++)
            fixture_add(&f.claims, &cases[i].claims[j], 1);
        market_build(&f, "2026-06-10");
        uint32_t abel = fixture_entity(f.ledger, "Abel"), arrow = fixture_entity(f.ledger, "Arrow");
        assert_int_equal(suitor_market_explain(f.market, abel, arrow, &factors, &n, &weight, NULL),
                         SUITOR_OK);
        for (uint32_t k = 0; k < n; k++)
            if (f.ledger->rows[factors[k].row].relation == SUITOR_INTEREST)
                kept = factors[k].kept;
        if (cases[i].left < 0)
            check_row(i, cases[i].what, !market_edge(&f, "Abel", "Arrow"));
        else
            check_row(i, cases[i].what, fabs(kept - cases[i].left) < 1e-12);
        free(factors);
        market_clear(&f);
    }
}

/* An end does not wear off: what it took from older reports stays taken, so that
 * with the days the weight only falls. */
static void an_end_does_not_age(void **state)
{
    static const fixture_claim claims[] = { WANTS("2026-06-01", "Arrow"),
                                            ENDS("2026-06-02", "Nobody", "Arrow") };
    market_fixture f = { 0 };
    double before = 1;

    (void)state;
    fixture_add(&f.claims, claims, 2);
    static const char *const days[] = { "2026-06-02", "2026-06-10", "2026-07-01", "2026-07-20" };
    for (size_t i = 0; i < N_ROWS(days); i++) {
        market_build(&f, days[i]);
        double now = market_weight(&f, "Abel", "Arrow");
        check_row(i, days[i], now > 0 && now < before);
        before = now;
    }
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(later_evidence_takes_from_earlier),
        cmocka_unit_test(an_end_does_not_age),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
