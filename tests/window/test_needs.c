/* Needs that articles state: the rate is multiplied by 1.5 times what a vacancy would, 1.75 for a
 * centre-back and 1.57 for a striker. */
#include <string.h>

#include "opened_window.h"

/* Bridge is keen on Abel. The need is stated on `day`; Bo signs on `signing`. */
static const struct {
    const char *what, *day;
    suitor_position need, player;
    const char *signing;
    suitor_position signed_for;
    double factor;
} needs[] = {
    { "none", NULL, SUITOR_POS_NONE, SUITOR_CB, NULL, SUITOR_POS_NONE, 1 },
    { "as large as 1.5 vacancies", AT, SUITOR_CB, SUITOR_CB, NULL, SUITOR_POS_NONE, 1.5 * 1.75 },
    { "of a striker", AT, SUITOR_ST, SUITOR_ST, NULL, SUITOR_POS_NONE, 1.5 * 1.57 },
    { "elsewhere in the team", AT, SUITOR_ST, SUITOR_CB, NULL, SUITOR_POS_NONE, 1 },
    { "a wider name", AT, SUITOR_DF, SUITOR_CB, NULL, SUITOR_POS_NONE, 1.5 * 1.6 },
    { "it ages", "2026-05-01", SUITOR_CB, SUITOR_CB, NULL, SUITOR_POS_NONE, 1.5 * 1.75 },
    { "met since", "2026-06-01", SUITOR_CB, SUITOR_CB, "2026-06-10", SUITOR_CB, 1 },
    { "met that day", "2026-06-10", SUITOR_CB, SUITOR_CB, "2026-06-10", SUITOR_CB, 1 },
    { "stated afterwards", AT, SUITOR_CB, SUITOR_CB, "2026-06-10", SUITOR_CB, 1.5 * 1.75 },
    { "met by half", AT, SUITOR_CB, SUITOR_CB, AT, SUITOR_POS_NONE, 1.5 * 1.75 },
    { "somebody else came", AT, SUITOR_CB, SUITOR_CB, AT, SUITOR_GK, 1.5 * 1.75 },
};

/* How much of the factor counts, as an exponent. */
static double exponent(size_t i)
{
    if (strcmp(needs[i].what, "it ages") == 0 || strcmp(needs[i].what, "met by half") == 0)
        return 0.5;
    return strcmp(needs[i].what, "a wider name") == 0 ? 0.8 : 1;
}

static void test_needs(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(needs); i++) {
        fixture f = { 0 };
        add(&f,
            (const fixture_claim[MAX_CLAIMS]){ OWNED("Abel", "Arrow"), KEEN("Abel", "Bridge") });
        fixture_set_player(&f.market.claims, "Abel", needs[i].player, -1);
        fixture_set_player(&f.market.claims, "Bo", needs[i].signed_for, -1);
        if (needs[i].day)
            fixture_add_need(&f.market.claims, needs[i].day, "a", "Bridge", needs[i].need);
        if (needs[i].signing)
            add(&f, (const fixture_claim[MAX_CLAIMS]){
                        SAYS("2026-01-01", "Bo", "Elm", SUITOR_PLAYS_FOR, SUITOR_OWNED),
                        SAYS(needs[i].signing, "Bo", "Bridge", SUITOR_DEAL, SUITOR_DONE) });
        open_window(&f, NULL);
        check_row(i, needs[i].what,
                  near(find(&f, "Abel", "Bridge")->chance,
                       raised(chance(KEEN_WEIGHT), pow(needs[i].factor, exponent(i)))));
        close_window(&f);
    }
}

/* What is agreed is agreed, whatever the club needs. */
static void test_agreed(void **state)
{
    fixture f = { 0 };
    double plain;

    (void)state;
    for (int need = 0; need < 2; need++) {
        add(&f,
            (const fixture_claim[MAX_CLAIMS]){
                OWNED("Abel", "Arrow"), SAYS(AT, "Abel", "Bridge", SUITOR_DEAL, SUITOR_AGREED) });
        fixture_set_player(&f.market.claims, "Abel", SUITOR_CB, -1);
        if (need)
            fixture_add_need(&f.market.claims, AT, "a", "Bridge", SUITOR_CB);
        open_window(&f, NULL);
        assert_true(f.window->pairs[0].is_agreed);
        if (need)
            assert_true(f.window->pairs[0].chance == plain);
        plain = f.window->pairs[0].chance;
        close_window(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_needs),
        cmocka_unit_test(test_agreed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
