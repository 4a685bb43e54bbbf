/* What must hold of any market, tried on random ledgers: weights stay in [0, 1],
 * are not lowered by more evidence, not raised by older, and copies and order
 * change nothing. */
#include <math.h>

#include "market_fixture.h"
#include "table.h"

enum { TRIALS = 300 };
static const double TOLERANCE = 1e-12;

typedef struct {
    market_fixture base;
    fixture_claim claims[RANDOM_CLAIMS + 1];
} trial;

static void trial_begin(trial *t, uint64_t seed)
{
    uint64_t state = seed * UINT64_C(0x9E3779B97F4A7C15);

    *t = (trial){ 0 };
    random_claims(&state, t->claims);
    fixture_add(&t->base.claims, t->claims, RANDOM_CLAIMS);
    market_build(&t->base, "2026-06-30");
}

/* The market of `count` claims, with all of the trial's names known to it. */
static void build_other(market_fixture *f, const fixture_claim *claims, size_t count)
{
    fixture_add(&f->claims, claims, count);
    market_build(f, "2026-06-30");
}

static void weights_stay_between_0_and_1(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        trial t;
        uint32_t n;
        trial_begin(&t, seed);
        const suitor_edge *edges = suitor_market_edges(t.base.market, &n);
        for (uint32_t i = 0; i < n; i++) {
            check_row(seed, "range", edges[i].weight > 0 && edges[i].weight <= 1);
            check_row(seed, "origins", edges[i].n_origins >= 1 && edges[i].n_articles >= 1);
            check_row(seed, "days", edges[i].first <= edges[i].last);
            check_row(seed, "order",
                      i == 0 || edges[i - 1].player < edges[i].player ||
                          edges[i - 1].club < edges[i].club);
        }
        market_clear(&t.base);
    }
}

static void more_evidence_never_lowers(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        trial t;
        market_fixture more = { 0 };
        trial_begin(&t, seed);
        fixture_claim fresh = t.claims[seed % RANDOM_CLAIMS];
        fresh.origin = "A newcomer";
        fresh.relation = SUITOR_INTEREST;
        fresh.stage = (suitor_stage)(SUITOR_LINKED + seed % 5);
        t.claims[RANDOM_CLAIMS] = fresh;
        build_other(&more, t.claims, RANDOM_CLAIMS + 1);
        check_row(seed, "more",
                  market_weight(&more, fresh.player, fresh.club) >=
                      market_weight(&t.base, fresh.player, fresh.club) - TOLERANCE);
        market_clear(&more);
        market_clear(&t.base);
    }
}

static void older_evidence_never_raises(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        trial t;
        market_fixture older = { 0 };
        trial_begin(&t, seed);
        uint32_t i = 0;
        while (t.claims[i].relation != SUITOR_INTEREST)
            i++;
        t.claims[i].date = seed % 2 ? "2026-01-15" : "2026-02-01";
        build_other(&older, t.claims, RANDOM_CLAIMS);
        check_row(seed, "older",
                  market_weight(&older, t.claims[i].player, t.claims[i].club) <=
                      market_weight(&t.base, t.claims[i].player, t.claims[i].club) + TOLERANCE);
        market_clear(&older);
        market_clear(&t.base);
    }
}

/* Whether both markets have the same edges, weights, stages and clubs. */
static bool same_market(const market_fixture *a, const market_fixture *b)
{
    uint32_t n, m;
    const suitor_edge *x = suitor_market_edges(a->market, &n);
    const suitor_edge *y = suitor_market_edges(b->market, &m);
    bool same = n == m && a->ledger->n_entities == b->ledger->n_entities;

    for (uint32_t i = 0; same && i < n; i++)
        same = x[i].player == y[i].player && x[i].club == y[i].club &&
               fabs(x[i].weight - y[i].weight) < TOLERANCE && x[i].stage == y[i].stage &&
               x[i].relation == y[i].relation && x[i].n_origins == y[i].n_origins &&
               x[i].first == y[i].first && x[i].last == y[i].last;
    for (uint32_t p = 0; same && p < a->ledger->n_players; p++)
        same = suitor_market_club_of(a->market, p) == suitor_market_club_of(b->market, p);
    return same;
}

static void copies_change_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        trial t;
        market_fixture copied = { 0 };
        trial_begin(&t, seed);
        for (int i = 0; i < RANDOM_CLAIMS; i++) {
            fixture_claim copy = t.claims[i];
            copy.article = i % 2 ? "a reprint" : "zz reprint";
            fixture_add(&copied.claims, &copy, 1);
        }
        build_other(&copied, t.claims, RANDOM_CLAIMS);
        check_row(seed, "copy", same_market(&t.base, &copied));
        market_clear(&copied);
        market_clear(&t.base);
    }
}

static void order_changes_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        trial t;
        market_fixture shuffled = { 0 };
        uint64_t random = seed;
        trial_begin(&t, seed);
        for (uint32_t i = RANDOM_CLAIMS - 1; i > 0; i--) {
            uint32_t j = random_below(&random, i + 1);
            fixture_claim swap = t.claims[i];
            t.claims[i] = t.claims[j];
            t.claims[j] = swap;
        }
        build_other(&shuffled, t.claims, RANDOM_CLAIMS);
        check_row(seed, "order", same_market(&t.base, &shuffled));
        market_clear(&shuffled);
        market_clear(&t.base);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_stay_between_0_and_1),
        cmocka_unit_test(more_evidence_never_lowers),
        cmocka_unit_test(older_evidence_never_raises),
        cmocka_unit_test(copies_change_nothing),
        cmocka_unit_test(order_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
