/* A club that the user gives a player goes before what articles tell, until a deal done with
 * another is told that he did not know of. */
#include "market_fixture.h"
#include "market_graph.h"
#include "table.h"

#define TELLS(day, club, relation, stage)                                                          \
    {                                                                                              \
        day, "Nobody", "Nobody", "Abel", club, relation, stage, SUITOR_FIRM, 0.9                   \
    }

/* He is Arrow's, wanted by Bridge and Castle, and moves to Bridge in July. */
static const fixture_claim claims[] = {
    TELLS("2026-05-01", "Arrow", SUITOR_PLAYS_FOR, SUITOR_OWNED),
    TELLS("2026-06-01", "Bridge", SUITOR_INTEREST, SUITOR_KEEN),
    TELLS("2026-06-01", "Castle", SUITOR_INTEREST, SUITOR_KEEN),
    TELLS("2026-07-01", "Bridge", SUITOR_DEAL, SUITOR_DONE),
    TELLS("2026-07-02", "Castle", SUITOR_INTEREST, SUITOR_KEEN),
};

typedef struct {
    const char *club, *since, *known; /* NULL: not given; since and known "": no day */
} gift;

static const struct {
    const char *what, *at;
    int n_claims;
    gift gifts[2];
    const char *owner;
} cases[] = {
    { "nobody says anything", "2026-06-30", 3, { { NULL, NULL, NULL } }, "Arrow" },
    { "always", "2026-06-30", 3, { { "Castle", "", "2026-06-20" } }, "Castle" },
    { "before the day", "2026-06-30", 3, { { "Castle", "2026-07-01", "2026-07-01" } }, "Arrow" },
    { "from the day on", "2026-07-01", 3, { { "Castle", "2026-07-01", "2026-07-01" } }, "Castle" },
    { "until a deal that is news", "2026-07-03", 5, { { "Castle", "", "2026-06-20" } }, "Bridge" },
    { "not for a deal that is none",
      "2026-07-03",
      5,
      { { "Castle", "", "2026-07-01" } },
      "Castle" },
    { "the later of two",
      "2026-06-30",
      3,
      { { "Castle", "", "2026-06-20" }, { "Bridge", "", "2026-06-20" } },
      "Bridge" },
    { "the earlier where the later is not yet",
      "2026-06-30",
      3,
      { { "Castle", "", "2026-06-20" }, { "Bridge", "2026-07-01", "2026-07-01" } },
      "Castle" },
    { "what articles say, too", "2026-06-30", 3, { { "Arrow", "", "2026-06-20" } }, "Arrow" },
};

static int32_t day_of(const char *text)
{
    int32_t day = SUITOR_NO_DAY;

    suitor_day_parse(suitor_sv_of(text), &day);
    return day;
}

static void a_given_club_goes_before_votes(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        market_fixture f = { 0 };
        suitor_ledger_given given[2];
        suitor_market *market = NULL;
        fixture_add(&f.claims, claims, (size_t)cases[i].n_claims);
        market_build(&f, cases[i].at);
        suitor_ledger ledger = *f.ledger;
        uint32_t abel = fixture_entity(f.ledger, "Abel");
        for (; ledger.n_given < 2 && cases[i].gifts[ledger.n_given].club; ledger.n_given++) {
            const gift *g = &cases[i].gifts[ledger.n_given];
            given[ledger.n_given] = (suitor_ledger_given){ abel, fixture_entity(f.ledger, g->club),
                                                           day_of(g->since), day_of(g->known) };
        }
        ledger.given = given;
        assert_int_equal(suitor_market_build(&ledger, f.model, &market, NULL), SUITOR_OK);
        uint32_t owner = suitor_market_club_of(market, abel), n_edges;
        check_row(i, cases[i].what,
                  suitor_sv_equal(ledger.entities[owner].name, suitor_sv_of(cases[i].owner)));
        const suitor_edge *edges = suitor_market_edges(market, &n_edges);
        for (uint32_t k = 0; k < n_edges; k++) /* he is no suitor of his own */
            check_row(i, cases[i].what, edges[k].club != owner);
        suitor_market_free(market);
        market_clear(&f);
    }
}

/* Where no article tells of his club, nor anything of him. */
static void of_whom_nothing_is_claimed(void **state)
{
    market_fixture f = { 0 };
    suitor_market *market = NULL;

    (void)state;
    fixture_set_player(&f.claims, "Zeno", SUITOR_CB, 20);
    fixture_add(&f.claims, claims, 3);
    market_build(&f, "2026-06-30");
    suitor_ledger ledger = *f.ledger;
    uint32_t zeno = fixture_entity(f.ledger, "Zeno");
    const suitor_ledger_given given = { zeno, fixture_entity(f.ledger, "Arrow"), SUITOR_NO_DAY,
                                        SUITOR_NO_DAY };
    assert_int_equal(suitor_market_club_of(f.market, zeno), SUITOR_NO_INDEX);
    ledger.given = &given;
    ledger.n_given = 1;
    assert_int_equal(suitor_market_build(&ledger, f.model, &market, NULL), SUITOR_OK);
    assert_int_equal(suitor_market_club_of(market, zeno), given.club);
    suitor_market_free(market);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_given_club_goes_before_votes),
        cmocka_unit_test(of_whom_nothing_is_claimed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
