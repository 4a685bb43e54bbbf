/* Articles without a club or without a player: what is still told, and that nothing else is
 * when the one before told much. */
#include "told.h"

/* "1 player, 0 claims, 0 fees, 0 needs", counts alone. */
static const char *told_counts(const char *text)
{
    static char out[64];

    assert_true(told_read("Chelsea, who need a striker, want Mateo Arriola for £60m.")->n_claims);
    const suitor_facts *f = told_read(text);
    snprintf(out, sizeof out, "%u %u %u %u", f->n_players, f->n_claims, f->n_fees, f->n_needs);
    return out;
}

static void tells_what_is_left(void **state)
{
    static const told_row rows[] = { /* players, claims, fees, needs */
                                     { "Good morning.", "0 0 0 0" },
                                     { "Mateo Arriola is 22.", "0 0 0 0" },
                                     { "Chelsea won again.", "0 0 0 0" },
                                     { "They want him.", "0 0 0 0" },
                                     { "A striker is wanted.", "0 0 0 0" },
                                     { "They look for a successor to Mateo Arriola.", "1 0 0 0" },
                                     { "Chelsea need a striker.", "0 0 0 1" },
                                     { "Stamford Bridge needs a striker.", "0 0 0 1" },
                                     { "They bid £60m for Mateo Arriola.", "1 0 1 0" },
                                     { "Chelsea want Mateo Arriola.", "1 1 0 0" }
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_counts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_is_left),
    };

    return cmocka_run_group_tests(tests, told_setup, told_teardown);
}
