/* Races: the one for Bastoni, orders and limits, and what holds of any. */
#include <math.h>

#include "market_fixture.h"
#include "table.h"

static const char *name_of(const market_fixture *f, uint32_t entity)
{
    return f->ledger->entities[entity].name.ptr;
}

/* Under the project's own parameters. */
static void liverpool_and_arsenal_lead_for_bastoni(void **state)
{
    static const char *const order[] = { "Liverpool",           "Arsenal",
                                         "Barcelona",           "Chelsea",
                                         "Manchester City",     "Bayern Munich",
                                         "Paris Saint-Germain", "Real Madrid" };
    market_fixture f = { .data_dir = SUITOR_TESTS_DIR "/../data" };
    suitor_race race = { 0 };

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    uint32_t bastoni = fixture_entity(f.ledger, "Alessandro Bastoni");
    assert_int_equal(suitor_race_of(f.market, bastoni, &race, NULL), SUITOR_OK);
    assert_int_equal(race.n_contenders, 8);
    for (uint32_t i = 0; i < 8; i++)
        check_row(i, order[i], strcmp(name_of(&f, race.contenders[i].edge.club), order[i]) == 0);
    assert_int_equal(race.n_leaders, 2);
    assert_string_equal(name_of(&f, race.club), "Inter Milan");
    assert_non_null(race.fee);
    assert_int_equal(race.fee->kind, SUITOR_FEE_ASKING);
    assert_true(race.fee->low == 90 && race.fee->high == 100);
    assert_true(race.leaving > 0 && race.staying > 0);
    assert_int_equal(race.leaving_stage, SUITOR_LIKELY);
    assert_int_equal(race.staying_stage, SUITOR_POSSIBLE);
    assert_int_equal(race.n_origins, 3);
    assert_int_equal(race.n_articles, 1);
    assert_false(race.thin);
    suitor_race_clear(&race);
    suitor_race_clear(NULL);
    market_clear(&f);
}

static void races_come_hottest_first(void **state)
{
    market_fixture f = { 0 };
    suitor_race *races = NULL;
    uint32_t n;

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    assert_int_equal(suitor_races(f.market, 0, &races, &n, NULL), SUITOR_OK);
    assert_int_equal(n, 2); /* Jacquet and van de Ven have one suitor each */
    assert_string_equal(name_of(&f, races[0].player), "Alessandro Bastoni");
    assert_string_equal(name_of(&f, races[1].player), "Murillo");
    /* level, so by name, and both lead; one origin is too little to say */
    assert_string_equal(name_of(&f, races[1].contenders[0].edge.club), "Chelsea");
    assert_int_equal(races[1].n_leaders, 2);
    assert_true(races[1].thin);
    suitor_races_free(races, n);
    assert_int_equal(suitor_races(f.market, 1, &races, &n, NULL), SUITOR_OK);
    assert_int_equal(n, 1);
    assert_string_equal(name_of(&f, races[0].player), "Alessandro Bastoni");
    suitor_races_free(races, n);
    suitor_races_free(NULL, 0);
    market_clear(&f);
}

static void a_lone_suitor_and_nobody_are_races_too(void **state)
{
    market_fixture f = { 0 };
    suitor_race race = { 0 };

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    uint32_t jacquet = fixture_entity(f.ledger, "Jeremy Jacquet");
    assert_int_equal(suitor_race_of(f.market, jacquet, &race, NULL), SUITOR_OK);
    assert_int_equal(race.n_contenders, 1);
    assert_int_equal(race.n_leaders, 1);
    assert_true(fabs(race.effective - 1) < 1e-12 && fabs(race.intensity) < 1e-12);
    assert_true(fabs(race.contenders[0].share - 1) < 1e-12);
    assert_false(race.thin); /* one origin, but the deal is agreed */
    suitor_race_clear(&race);
    uint32_t guehi = fixture_entity(f.ledger, "Marc Guehi");
    assert_int_equal(suitor_race_of(f.market, guehi, &race, NULL), SUITOR_OK);
    assert_int_equal(race.n_contenders + race.n_leaders + race.n_articles, 0);
    assert_true(race.total == 0 && race.effective == 0 && race.intensity == 0);
    assert_null(race.fee);
    suitor_race_clear(&race);
    market_clear(&f);
}

static void a_club_has_no_race(void **state)
{
    market_fixture f = { 0 };
    suitor_race race = { 0 };
    suitor_error err;

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    uint32_t arsenal = fixture_entity(f.ledger, "Arsenal");
    assert_int_equal(suitor_race_of(f.market, arsenal, &race, &err), SUITOR_ERR_INVALID);
    assert_null(race.contenders);
    market_clear(&f);
}

static void check_race(const market_fixture *f, uint64_t seed, const suitor_race *race)
{
    double total = 0, shares = 0;
    uint32_t most_origins = 0, all_articles = 0;

    for (uint32_t i = 0; i < race->n_contenders; i++) {
        const suitor_contender *c = &race->contenders[i];
        double weight = market_weight(f, name_of(f, race->player), name_of(f, c->edge.club));
        check_row(seed, "weight", c->edge.weight == weight);
        check_row(seed, "order", i == 0 || c[-1].edge.weight >= c->edge.weight);
        total += weight;
        shares += c->share;
        most_origins = c->edge.n_origins > most_origins ? c->edge.n_origins : most_origins;
        all_articles += c->edge.n_articles;
    }
    check_row(seed, "total", fabs(total - race->total) < 1e-12);
    check_row(seed, "shares", fabs(shares - 1) < 1e-12);
    check_row(seed, "origins", race->n_origins >= most_origins);
    check_row(seed, "articles", race->n_articles >= 1 && race->n_articles <= all_articles);
    check_row(seed, "leaders", race->n_leaders >= 1 && race->n_leaders <= race->n_contenders);
    check_row(seed, "effective", race->effective <= race->n_contenders + 1e-12);
    check_row(seed, "stances", race->leaving >= 0 && race->leaving < 1 && race->staying < 1);
}

static void figures_of_random_races_agree(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        market_fixture f = { 0 };
        fixture_claim claims[RANDOM_CLAIMS];
        uint64_t random = seed * 31;
        suitor_race *races = NULL, one = { 0 };
        uint32_t n;
        random_claims(&random, claims);
        fixture_add(&f.claims, claims, RANDOM_CLAIMS);
        market_build(&f, "2026-06-30");
        assert_int_equal(suitor_races(f.market, 0, &races, &n, NULL), SUITOR_OK);
        for (uint32_t i = 0; i < n; i++) {
            check_race(&f, seed, &races[i]);
            check_row(seed, "hottest", i == 0 || races[i - 1].intensity >= races[i].intensity);
            assert_int_equal(suitor_race_of(f.market, races[i].player, &one, NULL), SUITOR_OK);
            check_row(seed, "alone",
                      one.intensity == races[i].intensity && one.n_origins == races[i].n_origins &&
                          one.leaving == races[i].leaving);
            suitor_race_clear(&one);
        }
        suitor_races_free(races, n);
        market_clear(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(liverpool_and_arsenal_lead_for_bastoni),
        cmocka_unit_test(races_come_hottest_first),
        cmocka_unit_test(a_lone_suitor_and_nobody_are_races_too),
        cmocka_unit_test(a_club_has_no_race),
        cmocka_unit_test(figures_of_random_races_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
