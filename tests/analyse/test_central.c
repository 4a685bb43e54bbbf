/* Centrality, prospects and brokers against walks by hand and all shortest ways. */
#include "suitor/central.h"

#include <igraph.h>
#include <math.h>
#include <stdlib.h>

#include "market_fixture.h"
#include "table.h"

enum { TRIALS = 60, MOST = 12 };

static const char *name_of(const market_fixture *f, uint32_t entity)
{
    return f->ledger->entities[entity].name.ptr;
}

static void make_random(uint64_t seed, market_fixture *f)
{
    fixture_claim claims[RANDOM_CLAIMS];
    uint64_t state = seed * 32452843;

    random_claims(&state, claims);
    fixture_add(&f->claims, claims, 10 + seed % 45);
    if (seed % 2)
        fixture_add_need(&f->claims, "2026-06-01", "first", "Arrow", SUITOR_DF);
    fixture_set_player(&f->claims, "Bo", SUITOR_CB, -1);
    fixture_set_player(&f->claims, "Cruz", SUITOR_ST, -1);
    market_build(f, "2026-06-30");
    assert_true(f->ledger->n_entities <= MOST);
}

typedef struct {
    double weights[MOST][MOST]; /* both ways */
    double totals[MOST];
    uint32_t n; /* entities */
    double n_touched;
} matrix;

static matrix matrix_of(const market_fixture *f)
{
    matrix m = { .n = f->ledger->n_entities };
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(f->market, &n);

    for (uint32_t i = 0; i < n; i++) {
        uint32_t p = edges[i].player, c = edges[i].club;
        m.weights[p][c] = m.weights[c][p] = edges[i].weight;
        m.totals[p] += edges[i].weight;
        m.totals[c] += edges[i].weight;
    }
    for (uint32_t i = 0; i < m.n; i++)
        m.n_touched += m.totals[i] > 0;
    return m;
}

/* PageRank by a thousand steps; `from` SUITOR_NO_INDEX begins anew anywhere. */
static void walk_by_hand(const matrix *m, uint32_t from, double ranks[MOST])
{
    for (uint32_t i = 0; i < m->n; i++)
        ranks[i] = m->totals[i] > 0 ? 1 / m->n_touched : 0;
    for (int step = 0; step < 1000; step++) {
        double next[MOST] = { 0 };
        for (uint32_t i = 0; i < m->n; i++) {
            bool touched = m->totals[i] > 0;
            double anew = from == SUITOR_NO_INDEX ? touched / m->n_touched : i == from;
            next[i] = 0.15 * anew;
            for (uint32_t j = 0; j < m->n; j++)
                if (m->weights[j][i] > 0)
                    next[i] += 0.85 * ranks[j] * m->weights[j][i] / m->totals[j];
        }
        for (uint32_t i = 0; i < m->n; i++)
            ranks[i] = next[i];
    }
}

static double strength_by_hand(const market_fixture *f, const matrix *m, uint32_t entity)
{
    double sum = 0;

    if (entity < f->ledger->n_players)
        return m->totals[entity];
    for (uint32_t p = 0; p < f->ledger->n_players; p++)
        for (uint32_t d = f->ledger->n_players; d < m->n; d++) {
            uint32_t suitors = 0;
            for (uint32_t c = f->ledger->n_players; c < m->n; c++)
                suitors += m->weights[p][c] > 0;
            if (d != entity && m->weights[p][entity] > 0 && m->weights[p][d] > 0)
                sum += m->weights[p][entity] * m->weights[p][d] / (suitors - 1);
        }
    return sum;
}

static void ranks_are_those_of_a_long_walk(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        market_fixture f = { 0 };
        double ranks[MOST], sum = 0, seen = 0;
        make_random(seed, &f);
        matrix m = matrix_of(&f);
        walk_by_hand(&m, SUITOR_NO_INDEX, ranks);
        for (int kind = 0; kind < SUITOR_N_KINDS; kind++) {
            suitor_centrality *all = NULL;
            uint32_t n;
            assert_int_equal(suitor_centralities(f.market, (suitor_kind)kind, 0, &all, &n, NULL),
                             SUITOR_OK);
            for (uint32_t i = 0; i < n; i++) {
                uint32_t degree = 0;
                for (uint32_t k = 0; k < m.n; k++)
                    degree += m.weights[all[i].entity][k] > 0;
                check_row(seed, "rank", fabs(all[i].rank - ranks[all[i].entity]) < 1e-9);
                check_row(seed, "degree", all[i].degree == degree && degree > 0);
                check_row(seed, "strength",
                          fabs(all[i].strength - strength_by_hand(&f, &m, all[i].entity)) < 1e-12);
                check_row(seed, "kind", (int)f.ledger->entities[all[i].entity].kind == kind);
                check_row(seed, "order", i == 0 || all[i - 1].strength >= all[i].strength);
                check_row(seed, "grounds", all[i].n_origins >= 1 && all[i].n_articles >= 1);
                sum += all[i].rank;
                seen++;
            }
            free(all);
        }
        check_row(seed, "all", seen == m.n_touched && (seen == 0 || fabs(sum - 1) < 1e-9));
        market_clear(&f);
    }
}

/* The likeliest way of three steps from `club` to `player`, 0 where there is none. */
static double way_by_hand(const market_fixture *f, const matrix *m, uint32_t club, uint32_t player,
                          uint32_t by_player, uint32_t by_rival)
{
    double best = 0;

    for (uint32_t p = 0; p < f->ledger->n_players; p++)
        for (uint32_t d = f->ledger->n_players; d < m->n; d++) {
            if (d == club || p == player || m->totals[p] <= 0 || m->totals[d] <= 0 ||
                (by_player != SUITOR_NO_INDEX && (p != by_player || d != by_rival)))
                continue;
            best = fmax(best, m->weights[club][p] / m->totals[club] * m->weights[p][d] /
                                  m->totals[p] * m->weights[d][player] / m->totals[d]);
        }
    return best;
}

static void check_club(const market_fixture *f, const matrix *m, uint32_t club, uint64_t seed)
{
    suitor_prospect *found = NULL;
    double ranks[MOST];
    uint32_t n, want = 0;

    walk_by_hand(m, club, ranks);
    assert_int_equal(suitor_prospects(f->market, club, 0, &found, &n, NULL), SUITOR_OK);
    for (uint32_t p = 0; p < f->ledger->n_players && m->totals[club] > 0; p++)
        want += m->weights[club][p] <= 0 && suitor_market_club_of(f->market, p) != club &&
                way_by_hand(f, m, club, p, SUITOR_NO_INDEX, SUITOR_NO_INDEX) > 0;
    check_row(seed, "how many", n == want && (found != NULL) == (n > 0));
    for (uint32_t i = 0; i < n; i++) {
        const suitor_prospect *x = &found[i];
        double best = way_by_hand(f, m, club, x->player, SUITOR_NO_INDEX, SUITOR_NO_INDEX);
        bool needed = strcmp(name_of(f, club), "Arrow") == 0 && seed % 2 &&
                      strcmp(name_of(f, x->player), "Bo") == 0; /* a centre-back for a defender */
        check_row(seed, "rank", fabs(x->rank - ranks[x->player]) < 1e-9);
        check_row(seed, "way",
                  fabs(best - way_by_hand(f, m, club, x->player, x->by_player, x->by_rival)) <
                      1e-15);
        check_row(seed, "needed", x->is_needed == needed);
        check_row(seed, "order", i == 0 || x[-1].rank >= x->rank);
        check_row(seed, "grounds", x->n_origins >= 1 && x->n_articles >= 1);
    }
    free(found);
}

static void prospects_are_those_of_a_walk_from_the_club(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        market_fixture f = { 0 };
        make_random(seed, &f);
        matrix m = matrix_of(&f);
        for (uint32_t c = f.ledger->n_players; c < f.ledger->n_entities; c++)
            check_club(&f, &m, c, seed);
        market_clear(&f);
    }
}

/* Lengths 1 / rivalry between clubs, and how many shortest ways there are (Floyd, Warshall);
 * random weights have no two ways of one length, but the same way counts once. */
static void shortest(double lengths[MOST][MOST], uint32_t n)
{
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t j = 0; j < n; j++)
                lengths[i][j] = fmin(lengths[i][j], lengths[i][k] + lengths[k][j]);
}

static void check_brokers(const market_fixture *f, const suitor_clustering *c, uint64_t seed)
{
    double lengths[MOST][MOST], direct[MOST][MOST];
    uint32_t first = f->ledger->n_players, n = f->ledger->n_entities - first, n_found, met = 0;
    suitor_broker *found = NULL;

    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < n; j++)
            lengths[i][j] = direct[i][j] = i == j ? 0 : (double)INFINITY;
    for (uint32_t i = 0; i < c->n_pairs; i++) {
        uint32_t a = c->pairs[i].club - first, b = c->pairs[i].rival - first;
        lengths[a][b] = lengths[b][a] = direct[a][b] = direct[b][a] = 1 / c->pairs[i].rivalry;
    }
    shortest(lengths, n);
    for (uint32_t i = 0; i < n; i++)
        met += suitor_cluster_of(c, first + i) != SUITOR_NO_INDEX;
    assert_int_equal(suitor_brokers(f->market, c, 0, &found, &n_found, NULL), SUITOR_OK);
    for (uint32_t b = 0; b < n_found; b++) {
        uint32_t v = found[b].club - first;
        double passed = 0, outside = 0, closest = 0;
        for (uint32_t i = 0; i < n; i++) {
            for (uint32_t j = 0; j < i; j++)
                passed +=
                    i != v && j != v && isfinite(lengths[i][j]) &&
                    fabs(lengths[i][v] + lengths[v][j] - lengths[i][j]) < 1e-9 * lengths[i][j];
            bool far = isfinite(direct[v][i]) && i != v &&
                       (suitor_cluster_of(c, first + i) != found[b].cluster);
            outside += far ? 1 / direct[v][i] : 0;
            closest = far ? fmax(closest, 1 / direct[v][i]) : closest;
        }
        double ways = (met - 1.0) * (met - 2.0) / 2;
        check_row(seed, "betweenness", fabs(found[b].betweenness - passed / ways) < 1e-9);
        check_row(seed, "outside", fabs(found[b].outside - outside) < 1e-12 && outside > 0);
        check_row(seed, "far rival",
                  fabs(1 / direct[v][found[b].far_rival - first] - closest) < 1e-12);
        check_row(seed, "participation", found[b].participation >= 0 && found[b].participation < 1);
        check_row(seed, "order", b == 0 || found[b - 1].betweenness >= found[b].betweenness);
        check_row(seed, "grounds", found[b].n_origins >= 1 && found[b].n_articles >= 1);
    }
    free(found);
}

static void brokers_lie_on_the_shortest_ways(void **state)
{
    uint32_t n_checked = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= 2 * TRIALS; seed++) {
        suitor_cluster_options options = { .resolution = 2, .seed = 1, .runs = 20 };
        suitor_clustering *c = NULL;
        market_fixture f = { 0 };
        make_random(seed, &f);
        assert_int_equal(suitor_clusters(f.market, &options, &c, NULL), SUITOR_OK);
        if (c->n_alone == 0 && c->n_clusters > 1) { /* so that all clubs are in the graph */
            check_brokers(&f, c, seed);
            n_checked++;
        }
        suitor_clustering_free(c);
        market_clear(&f);
    }
    assert_true(n_checked > 3);
}

/* Two clusters that Bridge alone joins; its rivalry outside is 0.25 of all, by hand. */
static void a_bridge_is_a_broker(void **state)
{
#define WANTS(player, club)                                                                        \
    {                                                                                              \
        "2026-05-01", "a", "Nobody", player, club, SUITOR_INTEREST, SUITOR_KEEN, SUITOR_FIRM, 1    \
    }
    static const fixture_claim claims[] = {
        WANTS("Abel", "Arrow"),  WANTS("Abel", "Bridge"), WANTS("Bo", "Arrow"),
        WANTS("Bo", "Bridge"),   WANTS("Cruz", "Arrow"),  WANTS("Cruz", "Bridge"),
        WANTS("Dahl", "Bridge"), WANTS("Dahl", "Castle"), WANTS("Eek", "Castle"),
        WANTS("Eek", "Dock"),    WANTS("Foot", "Castle"), WANTS("Foot", "Dock"),
        WANTS("Gil", "Castle"),  WANTS("Gil", "Dock"),
    };
    suitor_cluster_options options = { .resolution = 1, .seed = 1, .runs = 20 };
    suitor_clustering *c = NULL;
    suitor_broker *found = NULL;
    market_fixture f = { 0 }, other = { 0 };
    suitor_error err;
    uint32_t n;

    (void)state;
    fixture_add(&f.claims, claims, N_ROWS(claims));
    market_build(&f, "2026-05-01");
    assert_int_equal(suitor_clusters(f.market, &options, &c, NULL), SUITOR_OK);
    assert_int_equal(c->n_clusters, 2);
    assert_int_equal(suitor_brokers(f.market, c, 0, &found, &n, NULL), SUITOR_OK);
    assert_int_equal(n, 2);
    assert_string_equal(name_of(&f, found[0].club), "Bridge"); /* level with Castle, by name */
    assert_string_equal(name_of(&f, found[0].far_rival), "Castle");
    assert_true(fabs(found[0].betweenness - 2.0 / 3) < 1e-12);
    assert_true(fabs(found[0].participation - (1 - 0.75 * 0.75 - 0.25 * 0.25)) < 1e-12);
    assert_int_equal(found[0].n_clusters, 2);
    free(found);
    found = NULL;
    make_random(3, &other);
    assert_int_equal(suitor_brokers(other.market, c, 0, &found, &n, &err), SUITOR_ERR_INVALID);
    assert_int_equal(suitor_prospects(f.market, 0, 0, NULL, NULL, &err), SUITOR_ERR_INVALID);
    suitor_clustering_free(c);
    market_clear(&other);
    market_clear(&f);
}

static void igraph_keeps_nothing(void **state)
{
    (void)state;
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks_are_those_of_a_long_walk),
        cmocka_unit_test(prospects_are_those_of_a_walk_from_the_club),
        cmocka_unit_test(brokers_lie_on_the_shortest_ways),
        cmocka_unit_test(a_bridge_is_a_broker),
        cmocka_unit_test(igraph_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
