/* Clusters: against the best of all partitions on small markets, and what must hold of any. */
#include "suitor/cluster.h"

#include <igraph.h>
#include <math.h>
#include <stdlib.h>

#include "market_fixture.h"
#include "table.h"

enum { TRIALS = 60, CLUBS = 6 };

static const suitor_cluster_options defaults = SUITOR_CLUSTER_OPTIONS_INIT;

static const char *name_of(const market_fixture *f, uint32_t entity)
{
    return f->ledger->entities[entity].name.ptr;
}

static suitor_clustering *clusters_of(const market_fixture *f, double resolution,
                                      uint32_t resamples)
{
    suitor_cluster_options options = defaults;
    suitor_clustering *c = NULL;

    options.resolution = resolution;
    options.resamples = resamples;
    assert_int_equal(suitor_clusters(f->market, &options, &c, NULL), SUITOR_OK);
    return c;
}

static void make_random(uint64_t seed, market_fixture *f)
{
    fixture_claim claims[RANDOM_CLAIMS];
    uint64_t state = seed * 104729;

    random_claims(&state, claims);
    fixture_add(&f->claims, claims, RANDOM_CLAIMS);
    market_build(f, "2026-06-30");
}

/* Q by its definition; `in` has the community of each club. */
static double modularity(double rivalry[CLUBS][CLUBS], const int *in, double resolution)
{
    double strengths[CLUBS] = { 0 }, total = 0, sum = 0;

    for (int c = 0; c < CLUBS; c++)
        for (int d = 0; d < CLUBS; d++)
            strengths[c] += rivalry[c][d];
    for (int c = 0; c < CLUBS; c++)
        total += strengths[c];
    for (int c = 0; c < CLUBS; c++)
        for (int d = 0; d < CLUBS; d++)
            if (in[c] == in[d])
                sum += rivalry[c][d] - resolution * strengths[c] * strengths[d] / total;
    return total > 0 ? sum / total : 0;
}

/* The best Q of all partitions of clubs `next` … , where the clubs before have `n` parts. */
static double best_of_all(double rivalry[CLUBS][CLUBS], int *in, int next, int n, double resolution)
{
    double best = -INFINITY;

    if (next == CLUBS)
        return modularity(rivalry, in, resolution);
    for (in[next] = 0; in[next] <= n; in[next]++) {
        int part = in[next];
        best = fmax(best, best_of_all(rivalry, in, next + 1, part == n ? n + 1 : n, resolution));
        in[next] = part;
    }
    return best;
}

static void the_best_partition_is_found(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        double resolution = 0.5 + (double)(seed % 5) / 2, rivalry[CLUBS][CLUBS] = { { 0 } };
        market_fixture f = { 0 };
        int in[CLUBS] = { 0 };
        make_random(seed, &f);
        uint32_t first = f.ledger->n_players;
        suitor_clustering *c = clusters_of(&f, resolution, 0);
        for (uint32_t i = 0; i < c->n_pairs; i++) {
            uint32_t a = c->pairs[i].club - first, b = c->pairs[i].rival - first;
            rivalry[a][b] = rivalry[b][a] = c->pairs[i].rivalry;
        }
        double best = best_of_all(rivalry, in, 0, 0, resolution);
        for (int k = 0; k < CLUBS; k++) {
            uint32_t cluster = suitor_cluster_of(c, first + (uint32_t)k);
            in[k] = cluster == SUITOR_NO_INDEX ? -1 - k : (int)cluster;
        }
        check_row(seed, "Q of what was found",
                  fabs(modularity(rivalry, in, resolution) - c->quality) < 1e-9);
        check_row(seed, "Q at 1", fabs(modularity(rivalry, in, 1) - c->modularity) < 1e-9);
        check_row(seed, "the best", c->n_pairs == 0 || c->quality > best - 1e-6);
        suitor_clustering_free(c);
        market_clear(&f);
    }
}

/* Σ over pairs of members, and for each of them, as suitor/cluster.h defines them. */
static void check_cluster(const suitor_clustering *all, uint32_t index, uint64_t seed)
{
    const suitor_cluster *c = &all->clusters[index];
    double strength = 0, parts = 0, ties = 0, consensus = 0;

    for (uint32_t i = 0; i < all->n_pairs; i++)
        strength += all->pairs[i].cluster == index ? all->pairs[i].rivalry : 0;
    check_row(seed, "strength", fabs(strength - c->strength) < 1e-12 && c->n_members > 1);
    for (uint32_t k = 0; k < c->n_members; k++) {
        const suitor_member *m = &c->members[k];
        double inside = 0, whole = 0;
        for (uint32_t i = 0; i < all->n_pairs; i++) {
            bool own = all->pairs[i].club == m->club || all->pairs[i].rival == m->club;
            whole += own ? all->pairs[i].rivalry : 0;
            inside += own && all->pairs[i].cluster == index ? all->pairs[i].rivalry : 0;
        }
        check_row(seed, "inside", fabs(inside - m->inside) < 1e-12);
        check_row(seed, "belonging", fabs(inside / whole - m->belonging) < 1e-9);
        check_row(seed, "member", suitor_cluster_of(all, m->club) == index);
        check_row(seed, "order", k == 0 || m[-1].inside >= m->inside);
        parts += m->part;
        for (uint32_t l = 0; l < k; l++)
            consensus += suitor_consensus(all, m->club, c->members[l].club);
    }
    check_row(seed, "parts", fabs(parts - 1) < 1e-9);
    double n_pairs = c->n_members * (c->n_members - 1) / 2.0;
    check_row(seed, "stability", fabs(consensus / n_pairs - c->stability) < 1e-9);
    for (uint32_t k = 0; k < c->n_prizes; k++) {
        ties += c->prizes[k].tie;
        check_row(seed, "prizes", c->prizes[k].n_suitors > 1 && c->prizes[k].intensity > 0);
        check_row(seed, "order", k == 0 || c->prizes[k - 1].tie >= c->prizes[k].tie);
        check_row(seed, "grounds",
                  c->prizes[k].n_origins >= 1 && c->prizes[k].n_articles >= 1 &&
                      c->n_origins >= c->prizes[k].n_origins &&
                      c->n_articles >= c->prizes[k].n_articles);
    }
    check_row(seed, "what ties them", fabs(ties - strength) < 1e-12);
    check_row(seed, "order", index == 0 || c[-1].strength >= c->strength);
}

static void clusters_are_what_they_say(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        market_fixture f = { 0 };
        make_random(seed, &f);
        suitor_clustering *c = clusters_of(&f, 1, 20);
        for (uint32_t i = 0; i < c->n_clusters; i++)
            check_cluster(c, i, seed);
        for (uint32_t i = 0; i < c->n_alone; i++)
            check_row(seed, "alone", suitor_cluster_of(c, c->alone[i]) == SUITOR_NO_INDEX);
        for (uint32_t i = 0; i < c->n_pairs; i++) {
            const suitor_pair *p = &c->pairs[i];
            uint32_t a = suitor_cluster_of(c, p->club), b = suitor_cluster_of(c, p->rival);
            check_row(seed, "pair", p->cluster == (a == b ? a : SUITOR_NO_INDEX));
            check_row(seed, "consensus", p->consensus >= 0 && p->consensus <= 1);
            check_row(seed, "either way", p->consensus == suitor_consensus(c, p->rival, p->club));
        }
        suitor_clustering_free(c);
        market_clear(&f);
    }
}

static void equal_calls_have_equal_answers(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        market_fixture f = { 0 };
        make_random(seed, &f);
        suitor_clustering *one = clusters_of(&f, 1, 10);
        suitor_clustering *between = clusters_of(&f, 2, 3); /* moves igraph's generator on */
        suitor_clustering *two = clusters_of(&f, 1, 10);
        check_row(seed, "clusters", one->n_clusters == two->n_clusters);
        for (uint32_t i = 0; i < one->n_clusters; i++)
            check_row(seed, one->clusters[i].name,
                      strcmp(one->clusters[i].name, two->clusters[i].name) == 0 &&
                          one->clusters[i].stability == two->clusters[i].stability);
        suitor_clustering_free(one);
        suitor_clustering_free(between);
        suitor_clustering_free(two);
        market_clear(&f);
    }
}

/* At a resolution a little below 1: at 1 Chelsea and Liverpool, who here want Murillo as much
 * as anybody wants Bastoni, are a cluster of their own. oracle/check.py has the article. */
static void all_who_want_bastoni_are_one_cluster(void **state)
{
    market_fixture f = { .data_dir = SUITOR_TESTS_DIR "/../data" };

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    suitor_clustering *c = clusters_of(&f, 0.8, 400);
    assert_int_equal(c->n_clusters, 1);
    assert_string_equal(c->clusters[0].name, "Liverpool vs Arsenal for Alessandro Bastoni");
    assert_int_equal(c->clusters[0].n_members, 8);
    assert_int_equal(c->clusters[0].n_prizes, 2);
    assert_false(c->clusters[0].thin);
    assert_true(fabs(c->modularity) < 1e-12);
    for (uint32_t i = 0; i < c->n_pairs; i++) {
        const char *club = name_of(&f, c->pairs[i].club), *rival = name_of(&f, c->pairs[i].rival);
        bool both = strcmp(club, "Chelsea") == 0 && strcmp(rival, "Liverpool") == 0;
        assert_int_equal(c->pairs[i].n_meetings, both ? 2 : 1);
        /* all of it stands in one article, which a resample lacks with chance 1/e */
        assert_true(fabs(c->pairs[i].consensus - (1 - exp(-1))) < 0.1);
    }
    suitor_clustering_free(c);
    c = clusters_of(&f, 1, 0);
    assert_int_equal(c->n_clusters, 2);
    assert_string_equal(c->clusters[0].name, "Chelsea vs Liverpool for Murillo");
    assert_true(c->clusters[0].stability == 0 && c->n_resamples == 0);
    suitor_clustering_free(c);
    market_clear(&f);
}

static void nobody_meets_nobody(void **state)
{
    static const fixture_claim claim = { "2026-05-01",    "a",         "Nobody",    "Abel", "Arrow",
                                         SUITOR_INTEREST, SUITOR_KEEN, SUITOR_FIRM, 1 };
    market_fixture f = { 0 };
    suitor_level *levels = NULL;
    uint32_t n = 7;

    (void)state;
    fixture_add(&f.claims, &claim, 1);
    market_build(&f, "2026-05-01");
    suitor_clustering *c = clusters_of(&f, 0, 10);
    assert_int_equal(c->n_clusters + c->n_pairs, 0);
    assert_int_equal(c->n_alone, 1);
    assert_string_equal(name_of(&f, c->alone[0]), "Arrow");
    assert_int_equal(suitor_cluster_of(c, c->alone[0]), SUITOR_NO_INDEX);
    suitor_clustering_free(c);
    suitor_clustering_free(NULL);
    assert_int_equal(suitor_cluster_levels(f.market, &defaults, &levels, &n, NULL), SUITOR_OK);
    assert_null(levels);
    assert_int_equal(n, 0);
    market_clear(&f);
}

static const struct {
    suitor_cluster_options options;
    const char *message; /* the beginning */
} refused[] = {
    { { -1, 1, 1, 1 }, "clusters: resolution -1 is" },
    { { NAN, 1, 1, 1 }, "clusters: resolution" },
    { { 1, 1, 0, 1 }, "clusters: 0 runs" },
    { { 1, 1, SUITOR_MAX_RUNS + 1, 1 }, "clusters: 10001 runs" },
    { { 1, 1, 1, SUITOR_MAX_RESAMPLES + 1 }, "clusters: 1 runs and 10001 resamples" },
};

static void options_without_sense_are_refused(void **state)
{
    market_fixture f = { 0 };
    suitor_clustering *c = NULL;
    suitor_level *levels = NULL;
    suitor_error err;
    uint32_t n;

    (void)state;
    make_random(1, &f);
    for (size_t i = 0; i < N_ROWS(refused); i++) {
        check_row(i, "clusters",
                  suitor_clusters(f.market, &refused[i].options, &c, &err) == SUITOR_ERR_INVALID);
        check_row(i, err.message,
                  strncmp(err.message, refused[i].message, strlen(refused[i].message)) == 0);
        check_row(i, "levels",
                  suitor_cluster_levels(f.market, &refused[i].options, &levels, &n, NULL) ==
                      SUITOR_ERR_INVALID);
    }
    assert_null(c);
    assert_null(levels);
    market_clear(&f);
}

/* Two pairs of clubs, each after a player of its own, and one player whom all four want a
 * little: at any scale but the coarsest two clusters. */
static void levels_find_the_scale_that_holds(void **state)
{
#define WANTS(player, club, stage)                                                                 \
    {                                                                                              \
        "2026-05-01", "a", "Nobody", player, club, SUITOR_INTEREST, stage, SUITOR_FIRM, 1          \
    }
    static const fixture_claim claims[] = {
        WANTS("Abel", "Arrow", SUITOR_BID),     WANTS("Abel", "Bridge", SUITOR_BID),
        WANTS("Bo", "Castle", SUITOR_BID),      WANTS("Bo", "Dock", SUITOR_BID),
        WANTS("Cruz", "Arrow", SUITOR_LINKED),  WANTS("Cruz", "Bridge", SUITOR_LINKED),
        WANTS("Cruz", "Castle", SUITOR_LINKED), WANTS("Cruz", "Dock", SUITOR_LINKED),
    };
    market_fixture f = { 0 };
    suitor_level *levels = NULL;
    uint32_t n, chosen = 0, plateau = 0;

    (void)state;
    fixture_add(&f.claims, claims, N_ROWS(claims));
    market_build(&f, "2026-05-01");
    assert_int_equal(suitor_cluster_levels(f.market, &defaults, &levels, &n, NULL), SUITOR_OK);
    assert_int_equal(n, 13);
    assert_true(levels[0].resolution == 0.5 && levels[12].resolution == 4);
    for (uint32_t i = 0; i < n; i++) {
        chosen += levels[i].chosen;
        plateau += levels[i].in_plateau;
        check_row(i, "chosen of the plateau", !levels[i].chosen || levels[i].in_plateau);
        check_row(i, "two", levels[i].resolution >= 2 || levels[i].n_clusters == 2);
        check_row(i, "change", levels[i].change >= 0 && levels[i].change <= 1);
    }
    assert_int_equal(chosen, 1);
    assert_true(plateau >= 8);
    suitor_clustering *c = clusters_of(&f, 0, 0);
    assert_int_equal(c->n_clusters, 2);
    assert_string_equal(c->clusters[0].name, "Arrow vs Bridge for Abel");
    assert_string_equal(c->clusters[1].name, "Castle vs Dock for Bo");
    suitor_clustering_free(c);
    free(levels);
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
        cmocka_unit_test(the_best_partition_is_found),
        cmocka_unit_test(clusters_are_what_they_say),
        cmocka_unit_test(equal_calls_have_equal_answers),
        cmocka_unit_test(all_who_want_bastoni_are_one_cluster),
        cmocka_unit_test(nobody_meets_nobody),
        cmocka_unit_test(options_without_sense_are_refused),
        cmocka_unit_test(levels_find_the_scale_that_holds),
        cmocka_unit_test(igraph_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
