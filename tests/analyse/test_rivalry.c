/* Rivalries against a triple loop over players and pairs of clubs. */
#include <math.h>

#include "market_fixture.h"
#include "table.h"

static const char *name_of(const market_fixture *f, uint32_t entity)
{
    return f->ledger->entities[entity].name.ptr;
}

/* Number of suitors of `player`. */
static uint32_t suitors(const market_fixture *f, uint32_t player)
{
    uint32_t n, count = 0;
    const suitor_edge *edges = suitor_market_edges(f->market, &n);

    for (uint32_t i = 0; i < n; i++)
        count += edges[i].player == player;
    return count;
}

static double rivalry_by_hand(const market_fixture *f, uint32_t club, uint32_t rival,
                              uint32_t *contests)
{
    double sum = 0;

    *contests = 0;
    for (uint32_t p = 0; p < f->ledger->n_players; p++) {
        double w = market_weight(f, name_of(f, p), name_of(f, club));
        double v = market_weight(f, name_of(f, p), name_of(f, rival));
        if (w > 0 && v > 0) {
            sum += w * v / (suitors(f, p) - 1);
            ++*contests;
        }
    }
    return sum;
}

static void check_rivalry(const market_fixture *f, uint64_t seed, const suitor_rivalry *r)
{
    uint32_t contests;
    double want = rivalry_by_hand(f, r->club, r->rival, &contests);

    check_row(seed, "sum", fabs(want - r->rivalry) < 1e-12);
    check_row(seed, "contests", contests == r->n_contests && contests > 0);
    for (uint32_t i = 0; i < r->n_contests; i++) {
        const suitor_contest *c = &r->contests[i];
        check_row(seed, "order", i == 0 || c[-1].part >= c->part);
        check_row(seed, "suitors", c->n_suitors == suitors(f, c->player));
        check_row(seed, "part",
                  fabs(c->part - c->weight * c->rival_weight / (c->n_suitors - 1)) < 1e-15);
    }
}

static void check_club(const market_fixture *f, uint64_t seed, uint32_t club)
{
    suitor_rivalry *all = NULL, *one = NULL;
    uint32_t n, n_one, contests, rivals = 0;

    assert_int_equal(suitor_rivalries_of(f->market, club, SUITOR_NO_INDEX, &all, &n, NULL),
                     SUITOR_OK);
    for (uint32_t i = 0; i < n; i++) {
        check_rivalry(f, seed, &all[i]);
        check_row(seed, "strongest", i == 0 || all[i - 1].rivalry >= all[i].rivalry);
    }
    for (uint32_t d = f->ledger->n_players; d < f->ledger->n_entities; d++) {
        double want = d == club ? 0 : rivalry_by_hand(f, club, d, &contests);
        assert_int_equal(suitor_rivalries_of(f->market, club, d, &one, &n_one, NULL), SUITOR_OK);
        check_row(seed, "head to head", n_one == (want > 0));
        check_row(seed, "rivalry", n_one == 0 || fabs(one->rivalry - want) < 1e-12);
        rivals += n_one;
        suitor_rivalries_free(one, n_one);
    }
    check_row(seed, "rivals", rivals == n);
    suitor_rivalries_free(all, n);
}

static void rivalries_agree_with_a_triple_loop(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        market_fixture f = { 0 };
        fixture_claim claims[RANDOM_CLAIMS];
        uint64_t random = seed * 104729;
        random_claims(&random, claims);
        fixture_add(&f.claims, claims, RANDOM_CLAIMS);
        market_build(&f, "2026-06-30");
        for (uint32_t c = f.ledger->n_players; c < f.ledger->n_entities; c++)
            check_club(&f, seed, c);
        market_clear(&f);
    }
}

static const struct {
    const char *club, *rival;
    const char *players; /* largest part first */
} cases[] = {
    { "Liverpool", "Arsenal", "Alessandro Bastoni" },
    { "Liverpool", "Chelsea", "Murillo, Alessandro Bastoni" },
    { "Liverpool", "Tottenham", "" },
    { "Liverpool", "Liverpool", "" },
};

static void clubs_meet_where_both_want_him(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        market_fixture f = { 0 };
        suitor_rivalry *r = NULL;
        uint32_t n;
        char players[256] = "";
        fixture_add_bastoni(&f.claims);
        market_build(&f, "2026-03-02");
        assert_int_equal(suitor_rivalries_of(f.market, fixture_entity(f.ledger, cases[i].club),
                                             fixture_entity(f.ledger, cases[i].rival), &r, &n,
                                             NULL),
                         SUITOR_OK);
        for (uint32_t j = 0; n && j < r->n_contests; j++) {
            strcat(players, j ? ", " : "");
            strcat(players, name_of(&f, r->contests[j].player));
        }
        check_row(i, players, strcmp(players, cases[i].players) == 0);
        suitor_rivalries_free(r, n);
        market_clear(&f);
    }
}

static void a_player_has_no_rivals(void **state)
{
    market_fixture f = { 0 };
    suitor_rivalry *r = NULL;
    uint32_t n = 7;
    suitor_error err;

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    assert_int_equal(suitor_rivalries_of(f.market, 0, SUITOR_NO_INDEX, &r, &n, &err),
                     SUITOR_ERR_INVALID);
    assert_null(r);
    assert_int_equal(n, 7);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rivalries_agree_with_a_triple_loop),
        cmocka_unit_test(clubs_meet_where_both_want_him),
        cmocka_unit_test(a_player_has_no_rivals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
