/* Chances: degrees are kept, tails are those of all ways the coins can fall, rates are those
 * of the definition. Real markets are held against another solver in oracle/check.py. */
#include "suitor/chance.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bicm.h"
#include "dice.h"
#include "market_fixture.h"
#include "suitor/cluster.h"
#include "table.h"
#include "tail.h"

static void make_random(uint64_t seed, market_fixture *f)
{
    fixture_claim claims[RANDOM_CLAIMS];
    uint64_t state = seed * 15485863;

    random_claims(&state, claims);
    fixture_add(&f->claims, claims, 12 + seed % 40);
    market_build(f, "2026-06-30");
}

static uint32_t degree_of(const market_fixture *f, uint32_t entity)
{
    uint32_t n, degree = 0;
    const suitor_edge *edges = suitor_market_edges(f->market, &n);

    for (uint32_t i = 0; i < n; i++)
        degree += edges[i].player == entity || edges[i].club == entity;
    return degree;
}

static void degrees_are_kept(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        market_fixture f = { 0 };
        suitor_chance *chance = NULL;
        make_random(seed, &f);
        uint32_t first = f.ledger->n_players, end = f.ledger->n_entities;
        assert_int_equal(suitor_chance_new(f.market, &chance, NULL), SUITOR_OK);
        for (uint32_t c = first; c < end; c++) {
            double sum = 0;
            for (uint32_t p = 0; p < first; p++)
                sum += suitor_chance_link(chance, c, p);
            check_row(seed, "club", fabs(sum - degree_of(&f, c)) < 1e-6);
        }
        for (uint32_t p = 0; p < first; p++) {
            double sum = 0;
            for (uint32_t c = first; c < end; c++)
                sum += suitor_chance_link(chance, c, p);
            check_row(seed, "player", fabs(sum - degree_of(&f, p)) < 1e-6);
        }
        suitor_chance_free(chance);
        market_clear(&f);
    }
}

/* Chance of `heads` or more, by all 2ⁿ ways that coins of chances[] fall. */
static double tail_by_hand(const double *chances, uint32_t n, uint32_t heads)
{
    double sum = 0;

    for (uint32_t way = 0; way < UINT32_C(1) << n; way++) {
        double chance = 1;
        uint32_t shown = 0;
        for (uint32_t i = 0; i < n; i++) {
            bool head = way >> i & 1;
            chance *= head ? chances[i] : 1 - chances[i];
            shown += head;
        }
        sum += shown >= heads ? chance : 0;
    }
    return sum;
}

static void check_pair(const market_fixture *f, const suitor_chance *chance, uint32_t club,
                       uint32_t rival, uint64_t seed)
{
    suitor_odds odds = suitor_chance_of(chance, club, rival);
    suitor_odds turned = suitor_chance_of(chance, rival, club);
    uint32_t n = f->ledger->n_players, met = 0;
    double both[32], expected = 0, variance = 0;

    for (uint32_t p = 0; p < n; p++) {
        const char *name = f->ledger->entities[p].name.ptr;
        both[p] = suitor_chance_link(chance, club, p) * suitor_chance_link(chance, rival, p);
        expected += both[p];
        variance += both[p] * (1 - both[p]);
        met += market_weight(f, name, f->ledger->entities[club].name.ptr) > 0 &&
               market_weight(f, name, f->ledger->entities[rival].name.ptr) > 0;
    }
    bool wanting = degree_of(f, club) && degree_of(f, rival);
    check_row(seed, "meetings", odds.n_meetings == met);
    check_row(seed, "expected", fabs(odds.expected - expected) < 1e-9);
    check_row(seed, "p", fabs(odds.p - (wanting ? tail_by_hand(both, n, met) : 1)) < 1e-9);
    if (variance > 1e-9)
        check_row(seed, "z", fabs(odds.z - (met - expected) / sqrt(variance)) < 1e-6);
    check_row(seed, "either way", turned.p == odds.p && turned.q == odds.q);
}

/* The least rate at which a pair is discovered: p · m / rank, the least from there on. */
static void check_rates(const market_fixture *f, const suitor_chance *chance, uint64_t seed)
{
    uint32_t first = f->ledger->n_players, end = f->ledger->n_entities, wanting = 0;

    for (uint32_t c = first; c < end; c++)
        wanting += degree_of(f, c) > 0;
    for (uint32_t c = first; c < end; c++)
        for (uint32_t d = first; d < c; d++) {
            suitor_odds own = suitor_chance_of(chance, c, d);
            double least = 1;
            for (uint32_t x = first; own.n_meetings && x < end; x++)
                for (uint32_t y = first; y < x; y++) {
                    suitor_odds other = suitor_chance_of(chance, x, y);
                    double rank = 0;
                    for (uint32_t v = first; v < end; v++)
                        for (uint32_t w = first; w < v; w++) {
                            suitor_odds third = suitor_chance_of(chance, v, w);
                            rank += third.n_meetings && third.p <= other.p;
                        }
                    if (other.n_meetings && other.p >= own.p)
                        least = fmin(least, other.p * wanting * (wanting - 1) / 2 / rank);
                }
            check_row(seed, "rate", fabs(own.q - least) < 1e-12);
        }
}

static void odds_are_those_of_all_ways(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        market_fixture f = { 0 };
        suitor_chance *chance = NULL;
        make_random(seed, &f);
        assert_int_equal(suitor_chance_new(f.market, &chance, NULL), SUITOR_OK);
        for (uint32_t c = f.ledger->n_players; c < f.ledger->n_entities; c++)
            for (uint32_t d = f.ledger->n_players; d < c; d++)
                check_pair(&f, chance, c, d, seed);
        if (seed <= 20)
            check_rates(&f, chance, seed);
        suitor_chance_free(chance);
        market_clear(&f);
    }
}

static void nobody_has_no_odds(void **state)
{
    market_fixture f = { 0 };
    suitor_chance *chance = NULL;

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    assert_int_equal(suitor_chance_new(f.market, &chance, NULL), SUITOR_OK);
    uint32_t liverpool = fixture_entity(f.ledger, "Liverpool");
    uint32_t rennes = fixture_entity(f.ledger, "Rennes"); /* wants nobody */
    const uint32_t others[] = { liverpool, rennes, 0, f.ledger->n_entities, SUITOR_NO_INDEX };
    for (size_t i = 0; i < N_ROWS(others); i++) {
        suitor_odds odds = suitor_chance_of(chance, liverpool, others[i]);
        check_row(i, "odds",
                  odds.n_meetings == 0 && odds.expected == 0 && odds.z == 0 && odds.p == 1 &&
                      odds.q == 1);
        check_row(i, "link",
                  others[i] == 0 || suitor_chance_link(chance, others[i], others[i]) == 0);
    }
    suitor_chance_free(chance);
    suitor_chance_free(NULL);
    market_clear(&f);
}

/* Degrees at their bounds, where no finite fitness is: the one club that wants all three
 * players, the player whom all want. */
static void full_and_empty_degrees_are_settled(void **state)
{
    static const uint32_t clubs[] = { 3, 1, 2, 0 }, players[] = { 3, 2, 1 };
    static const double links[4][3] = { { 1, 1, 1 }, { 1, 0, 0 }, { 1, 1, 0 }, { 0, 0, 0 } };
    bicm b = { 0 };

    (void)state;
    assert_int_equal(bicm_solve(&b, clubs, 4, players, 3, NULL), SUITOR_OK);
    for (int c = 0; c < 4; c++)
        for (int p = 0; p < 3; p++) {
            uint32_t of = bicm_class_of(b.clubs, b.n_clubs, clubs[c]);
            uint32_t by = bicm_class_of(b.players, b.n_players, players[p]);
            check_row(c * 3 + p, "link", fabs(b.links[of * b.n_players + by] - links[c][p]) < 1e-9);
        }
    bicm_free(&b);
}

static void tails_are_sums(void **state)
{
    static const tail_coins coins[] = { { 5, 0.3 }, { 2, 1 }, { 4, 0 }, { 3, 0.95 }, { 1, 1e-3 } };
    double chances[15], terms[11 + TAIL_BEYOND], room[2 * (11 + TAIL_BEYOND)];
    uint32_t n = 0;

    (void)state;
    for (size_t i = 0; i < N_ROWS(coins); i++)
        for (uint32_t k = 0; k < coins[i].n; k++)
            chances[n++] = coins[i].p;
    tail_fill(coins, N_ROWS(coins), terms, room, 11 + TAIL_BEYOND);
    for (uint32_t heads = 0; heads <= 11; heads++) {
        double want = tail_by_hand(chances, n, heads);
        check_row(heads, "tail", fabs(tail_sum(terms, heads) - want) <= 1e-12 * want + 1e-15);
    }
    /* ten of a hundred thousand coins at a chance of 1e-6: Poisson to four digits, and no
     * rounding of 1 minus almost 1 */
    tail_fill(&(tail_coins){ 100000, 1e-6 }, 1, terms, room, 10 + TAIL_BEYOND);
    assert_true(fabs(tail_sum(terms, 10) / 2.5163e-17 - 1) < 2e-3);
}

/* Coin by coin, with more digits: terms 0 … n_terms − 1. */
static void terms_by_coins(const tail_coins *coins, uint32_t n_kinds, long double *terms,
                           uint32_t n_terms)
{
    memset(terms, 0, n_terms * sizeof *terms);
    terms[0] = 1;
    for (uint32_t i = 0; i < n_kinds; i++)
        for (uint32_t c = 0; c < coins[i].n; c++)
            for (uint32_t k = n_terms; k-- > 0;)
                terms[k] = terms[k] * (1 - (long double)coins[i].p) +
                           (k ? terms[k - 1] * (long double)coins[i].p : 0);
}

/* Kinds of rare heads are taken together, others are not, and neither loses digits far out in the
 * tail, nor where no double holds the chance of no head. */
static void many_kinds_lose_no_digits(void **state)
{
    enum { MOST_TERMS = 1300, MOST_KINDS = 40 };
    static const struct {
        uint32_t n_kinds, most_coins, n_terms;
        double most; /* chance of a head */
    } rows[] = {
        { 40, 3000, 60, 1e-6 },   { 40, 3000, 60, 1e-3 }, { 40, 12, 60, 0.05 },
        { 25, 400, 90, 0.01 },    { 3, 50, 45, 1e-7 },    { 1, 20000, 60, 1e-4 },
        { 2, 50000, 1300, 0.02 }, { 30, 1, 50, 0.9 },
    };
    static long double want[MOST_TERMS];
    static double terms[MOST_TERMS], room[2 * MOST_TERMS];
    tail_coins coins[MOST_KINDS];
    uint64_t dice = 77;

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        for (int round = 0; round < 5; round++) {
            for (uint32_t k = 0; k < rows[i].n_kinds; k++) {
                double share = (dice_roll(&dice, 1000) + 1) / 1000.0;
                coins[k] = (tail_coins){ dice_roll(&dice, rows[i].most_coins) + 1,
                                         rows[i].most * share * share * share };
            }
            tail_fill(coins, rows[i].n_kinds, terms, room, rows[i].n_terms);
            terms_by_coins(coins, rows[i].n_kinds, want, rows[i].n_terms);
            for (uint32_t k = 0; k < rows[i].n_terms; k++)
                check_row(i, "term", want[k] < 1e-280L || fabsl(terms[k] / want[k] - 1) < 1e-9L);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(degrees_are_kept),   cmocka_unit_test(odds_are_those_of_all_ways),
        cmocka_unit_test(nobody_has_no_odds), cmocka_unit_test(full_and_empty_degrees_are_settled),
        cmocka_unit_test(tails_are_sums),     cmocka_unit_test(many_kinds_lose_no_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
