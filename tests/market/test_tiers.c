/* Tiers of origins by every spelling, from tests/support/model. */
#include "market_fixture.h"
#include "model.h"
#include "table.h"

static const struct {
    const char *origin;
    unsigned tier;
} cases[] = {
    { "The Guardian", 1 },
    { "the guardian", 1 },
    { "Guardian", 1 },
    { "@guardian_sport", 1 },
    { "theguardian.com", 1 },
    { "Daily Mail", 2 },
    { "Daily Star", 4 },
    { "Sheffield Star", 2 },
    { "The Star", 4 }, /* two outlets go by it: the less reliable tier */
    { "Fabrizio Romano", 1 },
    { "FabrizioRomano", 1 },
    { "@FabrizioRomano", 1 },
    { "Romano", 1 },
    { "moretto_m", 1 },
    { "Nobody", 3 }, /* not listed: the default */
    { "", 3 },
};

static unsigned tier_of(const suitor_model *model, const char *origin)
{
    return model_tier_of(model, suitor_sv_make(origin, strlen(origin)));
}

static void origins_are_found_by_any_spelling(void **state)
{
    market_fixture f = { 0 };

    (void)state;
    market_build(&f, NULL);
    for (size_t i = 0; i < N_ROWS(cases); i++)
        check_row(i, cases[i].origin, tier_of(f.model, cases[i].origin) == cases[i].tier);
    market_clear(&f);
}

/* The origins that the project's own data must know. */
static void data_lists_the_common_origins(void **state)
{
    static const char *const names[] = { "BBC Sport",      "The Athletic",    "Fabrizio Romano",
                                         "David Ornstein", "@David_Ornstein", "Sky Sports" };
    suitor_error err;
    suitor_model *m = NULL;

    (void)state;
    if (suitor_model_load(NULL, &m, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    for (size_t i = 0; i < N_ROWS(names); i++)
        check_row(i, names[i], tier_of(m, names[i]) <= 2);
    suitor_model_free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(origins_are_found_by_any_spelling),
        cmocka_unit_test(data_lists_the_common_origins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
