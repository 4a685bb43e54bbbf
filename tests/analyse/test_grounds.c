/* What figures rest on, and momentum, against loops over explained rows. */
#include <math.h>
#include <stdlib.h>

#include "market_fixture.h"
#include "table.h"

enum { TRIALS = 40, MOST = 64 };

/* Origins and articles met so far, by name of the trial's few. */
typedef struct {
    bool origins[MOST], articles[MOST];
} met;

/* Meet those of the live rows of interest of (player, club). */
static void meet(const market_fixture *f, met *m, uint32_t player, uint32_t club)
{
    suitor_factor *rows = NULL;
    uint32_t n;
    double weight;

    assert_int_equal(suitor_market_explain(f->market, player, club, &rows, &n, &weight, NULL),
                     SUITOR_OK);
    for (uint32_t i = 0; i < n; i++) {
        const suitor_ledger_row *row = &f->ledger->rows[rows[i].row];
        bool any = false; /* whether the strongest of its origin counts: the row is interest */
        for (uint32_t k = 0; k < n; k++)
            any |= rows[k].counts && f->ledger->rows[rows[k].row].origin == row->origin &&
                   rows[i].strength > 0 &&
                   (row->relation == SUITOR_INTEREST || row->relation == SUITOR_DEAL);
        m->origins[row->origin] |= any;
        m->articles[row->article] |= any;
    }
    free(rows);
}

static uint32_t count(const bool *seen)
{
    uint32_t n = 0;

    for (int i = 0; i < MOST; i++)
        n += seen[i];
    return n;
}

static void make_random(uint64_t seed, market_fixture *f, const char *at)
{
    fixture_claim claims[RANDOM_CLAIMS];
    uint64_t state = seed * UINT64_C(0x9E3779B97F4A7C15);

    random_claims(&state, claims);
    for (int i = 0; i < RANDOM_CLAIMS;
         i++) /* a deal done is no interest, but looks like one here */
        if (claims[i].stage != SUITOR_DONE && strcmp(claims[i].date, at) <= 0)
            fixture_add(&f->claims, &claims[i], 1);
    market_build(f, at);
}

static void rivalries_rest_on_both_interests(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        market_fixture f = { 0 };
        make_random(seed, &f, "2026-06-30");
        for (uint32_t c = f.ledger->n_players; c < f.ledger->n_entities; c++) {
            suitor_rivalry *all = NULL;
            uint32_t n;
            assert_int_equal(suitor_rivalries_of(f.market, c, SUITOR_NO_INDEX, &all, &n, NULL),
                             SUITOR_OK);
            for (uint32_t i = 0; i < n; i++) {
                met whole = { 0 };
                for (uint32_t k = 0; k < all[i].n_contests; k++) {
                    const suitor_contest *contest = &all[i].contests[k];
                    met one = { 0 };
                    meet(&f, &one, contest->player, c);
                    meet(&f, &one, contest->player, all[i].rival);
                    meet(&f, &whole, contest->player, c);
                    meet(&f, &whole, contest->player, all[i].rival);
                    check_row(seed, "contest",
                              count(one.origins) == contest->n_origins &&
                                  count(one.articles) == contest->n_articles);
                }
                check_row(seed, "rivalry",
                          count(whole.origins) == all[i].n_origins &&
                              count(whole.articles) == all[i].n_articles);
            }
            suitor_rivalries_free(all, n);
        }
        market_clear(&f);
    }
}

/* Weight of an edge in the market of `day`, which may not know the names. */
static double weight_in(const market_fixture *f, suitor_sv player, suitor_sv club)
{
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(f->market, &n);

    for (uint32_t i = 0; i < n; i++)
        if (suitor_sv_equal(f->ledger->entities[edges[i].player].name, player) &&
            suitor_sv_equal(f->ledger->entities[edges[i].club].name, club))
            return edges[i].weight;
    return 0;
}

static double intensity_in(const market_fixture *f, suitor_sv player)
{
    double intensity = 0;
    suitor_race race = { 0 };

    for (uint32_t p = 0; p < f->ledger->n_players; p++)
        if (suitor_sv_equal(f->ledger->entities[p].name, player)) {
            assert_int_equal(suitor_race_of(f->market, p, &race, NULL), SUITOR_OK);
            intensity = race.intensity;
            suitor_race_clear(&race);
        }
    return intensity;
}

/* The market of 2026-06-08 less that of a week and of 30 days before, which are built anew. */
static void momentum_is_a_difference_of_markets(void **state)
{
    static const char *const days[SUITOR_N_MOMENTA] = { "2026-06-01", "2026-05-09" };

    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        market_fixture now = { 0 }, then[SUITOR_N_MOMENTA] = { 0 };
        suitor_race *races = NULL;
        uint32_t n;
        make_random(seed, &now, "2026-06-08");
        for (int s = 0; s < SUITOR_N_MOMENTA; s++)
            make_random(seed, &then[s], days[s]);
        assert_int_equal(suitor_races(now.market, 0, &races, &n, NULL), SUITOR_OK);
        for (uint32_t r = 0; r < n; r++) {
            suitor_sv player = now.ledger->entities[races[r].player].name;
            for (int s = 0; s < SUITOR_N_MOMENTA; s++) {
                double heat = races[r].intensity - intensity_in(&then[s], player);
                check_row(seed, "heat", fabs(heat - races[r].change[s]) < 1e-12);
                for (uint32_t i = 0; i < races[r].n_contenders; i++) {
                    const suitor_contender *c = &races[r].contenders[i];
                    suitor_sv club = now.ledger->entities[c->edge.club].name;
                    double change = c->edge.weight - weight_in(&then[s], player, club);
                    check_row(seed, "weight", fabs(change - c->change[s]) < 1e-12);
                }
            }
        }
        suitor_races_free(races, n);
        for (int s = 0; s < SUITOR_N_MOMENTA; s++)
            market_clear(&then[s]);
        market_clear(&now);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rivalries_rest_on_both_interests),
        cmocka_unit_test(momentum_is_a_difference_of_markets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
