/* Edges as the market sums them up, and what it says of the seed's market. */
#include <math.h>

#include "market_fixture.h"
#include "market_graph.h"
#include "table.h"

#define ROW(day, article, origin, club, relation, stage)                                           \
    {                                                                                              \
        day, article, origin, "Abel", club, relation, stage, SUITOR_FIRM, 1                        \
    }

/* Everything of one pair, told in seven articles. */
static const fixture_claim story[] = {
    ROW("2026-05-01", "a", "Nobody", "Arrow", SUITOR_INTEREST, SUITOR_LINKED),
    ROW("2026-05-10", "b", "Somebody", "Arrow", SUITOR_INTEREST, SUITOR_TALKS),
    ROW("2026-05-10", "b", "The Guardian", "Arrow", SUITOR_INTEREST, SUITOR_KEEN),
    ROW("2026-05-20", "c", "Nobody", "Arrow", SUITOR_ENDED, SUITOR_OVER),
    ROW("2026-06-01", "d", "Nobody", "Arrow", SUITOR_INTEREST, SUITOR_KEEN),
    ROW("2026-06-02", "e", "Nobody", "Arrow", SUITOR_INTEREST, SUITOR_WATCHING),
    ROW("2026-06-02", "e", "Nobody", "Bridge", SUITOR_PLAYS_FOR, SUITOR_OWNED),
};

static void an_edge_sums_its_rows_up(void **state)
{
    market_fixture f = { 0 };
    int32_t first, last;

    (void)state;
    fixture_add(&f.claims, story, N_ROWS(story));
    market_build(&f, "2026-06-10");
    const suitor_edge *edge = market_edge(&f, "Abel", "Arrow");
    assert_non_null(edge);
    suitor_day_parse(suitor_sv_of("2026-05-01"), &first);
    suitor_day_parse(suitor_sv_of("2026-06-02"), &last);
    assert_int_equal(edge->first, first);
    assert_int_equal(edge->last, last);
    assert_int_equal(edge->n_origins, 3);
    assert_int_equal(edge->n_articles, 4);
    /* the talks of before the end have less than half of their worth left */
    assert_int_equal(edge->stage, SUITOR_KEEN);
    assert_int_equal(edge->relation, SUITOR_INTEREST);
    assert_string_equal(market_owner(&f, "Abel"), "Bridge");
    market_clear(&f);
}

static void faded_interest_is_no_edge(void **state)
{
    static const fixture_claim claim =
        ROW("2020-01-01", "a", "Nobody", "Arrow", SUITOR_INTEREST, SUITOR_BID);
    market_fixture f = { 0 };

    (void)state;
    fixture_add(&f.claims, &claim, 1);
    market_build(&f, "2020-06-01");
    assert_non_null(market_edge(&f, "Abel", "Arrow"));
    market_build(&f, "2026-06-01");
    assert_null(market_edge(&f, "Abel", "Arrow"));
    market_clear(&f);
}

static void indices_lead_to_the_same_edges(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 50; seed++) {
        market_fixture f = { 0 };
        fixture_claim claims[RANDOM_CLAIMS];
        uint64_t random = seed;
        uint32_t n, n_own, by_player = 0, by_club = 0;
        random_claims(&random, claims);
        fixture_add(&f.claims, claims, RANDOM_CLAIMS);
        market_build(&f, NULL);
        const suitor_edge *edges = suitor_market_edges(f.market, &n);
        for (uint32_t p = 0; p < f.ledger->n_players; p++) {
            const suitor_edge *own = market_edges_of_player(f.market, p, &n_own);
            for (uint32_t i = 0; i < n_own; i++, by_player++)
                check_row(seed, "player", own[i].player == p && &own[i] == &edges[by_player]);
        }
        for (uint32_t c = f.ledger->n_players; c < f.ledger->n_entities; c++) {
            const uint32_t *own = market_edges_of_club(f.market, c, &n_own);
            for (uint32_t i = 0; i < n_own; i++)
                check_row(seed, "club", edges[own[i]].club == c && (!i || own[i - 1] < own[i]));
            by_club += n_own;
        }
        check_row(seed, "all", by_player == n && by_club == n);
        market_clear(&f);
    }
}

static void an_empty_ledger_is_an_empty_market(void **state)
{
    static const suitor_ledger nothing = { .at = SUITOR_NO_DAY };
    market_fixture f = { 0 };
    suitor_market *market = NULL;
    uint32_t n;

    (void)state;
    market_build(&f, NULL);
    assert_int_equal(suitor_market_build(&nothing, f.model, &market, NULL), SUITOR_OK);
    suitor_market_edges(market, &n);
    assert_int_equal(n, 0);
    assert_int_equal(suitor_market_day(market), SUITOR_NO_DAY);
    assert_int_equal(suitor_market_club_of(market, 0), SUITOR_NO_INDEX);
    assert_ptr_equal(suitor_market_ledger(market), &nothing);
    suitor_market_free(market);
    suitor_market_free(NULL);
    market_clear(&f);
}

/* The market around Bastoni under the project's own parameters. */
static void the_market_around_bastoni_stands(void **state)
{
    static const struct {
        const char *player, *club;
        suitor_stage stage;
    } wanted[] = {
        { "Alessandro Bastoni", "Liverpool", SUITOR_KEEN },
        { "Alessandro Bastoni", "Arsenal", SUITOR_KEEN },
        { "Alessandro Bastoni", "Barcelona", SUITOR_WATCHING },
        { "Alessandro Bastoni", "Chelsea", SUITOR_WATCHING },
        { "Alessandro Bastoni", "Manchester City", SUITOR_WATCHING },
        { "Alessandro Bastoni", "Real Madrid", SUITOR_LINKED },
        { "Alessandro Bastoni", "Bayern Munich", SUITOR_LINKED },
        { "Alessandro Bastoni", "Paris Saint-Germain", SUITOR_LINKED },
        { "Jeremy Jacquet", "Liverpool", SUITOR_AGREED },
        { "Micky van de Ven", "Liverpool", SUITOR_LINKED },
        { "Murillo", "Liverpool", SUITOR_KEEN },
        { "Murillo", "Chelsea", SUITOR_KEEN },
    };
    market_fixture f = { .data_dir = SUITOR_TESTS_DIR "/../data" };
    uint32_t n;

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    suitor_market_edges(f.market, &n);
    assert_int_equal(n, N_ROWS(wanted));
    for (size_t i = 0; i < N_ROWS(wanted); i++) {
        const suitor_edge *edge = market_edge(&f, wanted[i].player, wanted[i].club);
        check_row(i, wanted[i].club, edge && edge->stage == wanted[i].stage);
    }
    assert_int_equal(market_edge(&f, "Jeremy Jacquet", "Liverpool")->relation, SUITOR_DEAL);
    assert_string_equal(market_owner(&f, "Marc Guehi"), "Manchester City");
    assert_string_equal(market_owner(&f, "Giovanni Leoni"), "Liverpool");
    assert_string_equal(market_owner(&f, "Jeremy Jacquet"), "Rennes");
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_edge_sums_its_rows_up),
        cmocka_unit_test(faded_interest_is_no_edge),
        cmocka_unit_test(indices_lead_to_the_same_edges),
        cmocka_unit_test(an_empty_ledger_is_an_empty_market),
        cmocka_unit_test(the_market_around_bastoni_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
