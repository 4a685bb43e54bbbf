/* Without memory: all but the first 0, 1, 2, … allocations fail, on the whole way
 * from model.json to rivalries. Every time the answer is SUITOR_ERR_NOMEM; that
 * nothing is left over shows in the sanitizer build.
 */
#include <stdlib.h>

#include "market_fixture.h"
#include "scarce_memory.h"
#include "suitor/central.h"
#include "suitor/chance.h"
#include "suitor/similar.h"
#include "suitor/timeline.h"
#include "table.h"

static suitor_status load(const suitor_ledger *ledger, const suitor_model *ready)
{
    suitor_model *model = NULL;
    suitor_status st = suitor_model_load(SUITOR_TESTS_DIR "/support/model", &model, NULL);

    (void)ledger;
    (void)ready;
    suitor_model_free(model);
    return st;
}

/* Everything that is asked of a market, once. */
static suitor_status ask(const suitor_market *market, const suitor_ledger *ledger)
{
    uint32_t bastoni = fixture_entity(ledger, "Alessandro Bastoni");
    uint32_t liverpool = fixture_entity(ledger, "Liverpool"), n, n_rivals = 0, n_races = 0;
    suitor_factor *factors = NULL;
    suitor_race race = { 0 }, *races = NULL;
    suitor_rivalry *rivals = NULL;
    suitor_cluster_options options = { .runs = 1, .resamples = 2 };
    suitor_clustering *clusters = NULL;
    suitor_level *levels = NULL;
    suitor_chance *chance = NULL;
    suitor_similar *similar = NULL;
    suitor_centrality *central = NULL;
    suitor_prospect *prospects = NULL;
    suitor_broker *brokers = NULL;
    suitor_timeline story = { 0 };
    uint32_t n_similar = 0;
    double weight;
    suitor_status st;

    st = suitor_market_explain(market, bastoni, liverpool, &factors, &n, &weight, NULL);
    if (st == SUITOR_OK)
        st = suitor_race_of(market, bastoni, &race, NULL);
    if (st == SUITOR_OK)
        st = suitor_races(market, 0, &races, &n_races, NULL);
    if (st == SUITOR_OK)
        st = suitor_rivalries_of(market, liverpool, SUITOR_NO_INDEX, &rivals, &n_rivals, NULL);
    if (st == SUITOR_OK)
        st = suitor_clusters(market, &options, &clusters, NULL);
    if (st == SUITOR_OK)
        st = suitor_cluster_levels(market, &options, &levels, &n, NULL);
    if (st == SUITOR_OK)
        st = suitor_chance_new(market, &chance, NULL);
    if (st == SUITOR_OK)
        st = suitor_similar_to(market, bastoni, 0, &similar, &n_similar, NULL);
    if (st == SUITOR_OK)
        st = suitor_centralities(market, SUITOR_KIND_CLUB, 0, &central, &n, NULL);
    if (st == SUITOR_OK)
        st = suitor_prospects(market, fixture_entity(ledger, "Arsenal"), 0, &prospects, &n, NULL);
    if (st == SUITOR_OK)
        st = suitor_brokers(market, clusters, 0, &brokers, &n, NULL);
    if (st == SUITOR_OK)
        st = suitor_timeline_of(market, bastoni, SUITOR_NO_DAY, &story, NULL);
    suitor_timeline_clear(&story);
    free(brokers);
    free(prospects);
    free(central);
    suitor_similar_free(similar, n_similar);
    suitor_chance_free(chance);
    free(levels);
    suitor_clustering_free(clusters);
    suitor_rivalries_free(rivals, n_rivals);
    suitor_races_free(races, n_races);
    suitor_race_clear(&race);
    free(factors);
    return st;
}

static suitor_status build_and_ask(const suitor_ledger *ledger, const suitor_model *model)
{
    suitor_market *market = NULL;
    suitor_status st = suitor_market_build(ledger, model, &market, NULL);

    if (st == SUITOR_OK)
        st = ask(market, ledger);
    suitor_market_free(market);
    return st;
}

/* Run `way` with ever more memory until it is enough. */
static void starve(suitor_status (*way)(const suitor_ledger *ledger, const suitor_model *model),
                   const suitor_ledger *ledger, const suitor_model *model)
{
    for (uint32_t n = 0;; n++) {
        memory_allow(n);
        suitor_status st = way(ledger, model);
        if (memory_plenty() <= n) {
            assert_int_equal(st, SUITOR_OK);
            assert_true(n > 5);
            return;
        }
        check_row(n, suitor_status_name(st), st == SUITOR_ERR_NOMEM);
    }
}

static void every_allocation_may_fail(void **state)
{
    market_fixture f = { 0 };

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    starve(load, f.ledger, f.model);
    starve(build_and_ask, f.ledger, f.model);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_allocation_may_fail) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
