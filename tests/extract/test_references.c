/* Who "he", "the Italy star", "they" and "the club" mean. Every row is a text whose last
 * claim hangs on it; the claims are those of the whole text. */
#include "told.h"

static void resolves_he(void **state)
{
    static const told_row rows[] = {
        { "Davor Lukesic is in form. Chelsea want him.", "interest keen Davor Lukesic | Chelsea" },
        { "Davor Lukesic is in form. He is wanted by Chelsea.",
          "interest keen Davor Lukesic | Chelsea" },
        /* the nearer sentence wins */
        { "Davor Lukesic is in form. So is Mateo Arriola. Chelsea want him.",
          "interest keen Mateo Arriola | Chelsea" },
        { "Nobody is in form. Chelsea want him.", "" },
        /* not a manager */
        { "Davor Lukesic is in form. Manager Peter Kranz is pleased. Chelsea want him.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Davor Lukesic is in form.\n\nChelsea want him.",
          "interest keen Davor Lukesic | Chelsea" },
        /* who is asked about, however much was said of another */
        { "Mateo Arriola is in form. Mateo Arriola scored. And Davor Lukesic? Chelsea want him.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Mateo Arriola said he would rest when he could. Davor Lukesic said no. Chelsea want "
          "him.",
          "interest keen Davor Lukesic | Chelsea" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

static void knows_targets_from_players(void **state)
{
    static const told_row rows[] = {
        { "Liverpool target Davor Lukesic is in form.", "interest keen Davor Lukesic | Liverpool" },
        { "Liverpool target Davor Lukesic wants to leave.",
          "interest keen Davor Lukesic | Liverpool" },
        { "Lyon hope. Lyon pray. Chelsea-born Davor Lukesic wants to leave.",
          "leaving likely Davor Lukesic | Lyon" },
        { "Chelsea-owned Davor Lukesic wants to leave.", "leaving likely Davor Lukesic | Chelsea" },
        { "Chelsea striker Davor Lukesic wants to leave.",
          "leaving likely Davor Lukesic | Chelsea" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

static void resolves_descriptions(void **state)
{
    static const told_row rows[] = {
        { "Davor Lukesic is in form. Chelsea want the 22-year-old.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Davor Lukesic is in form. Chelsea want the Croatian.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Davor Lukesic is in form. Chelsea want the Croatia international.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Davor Lukesic is in form. Chelsea want the star.",
          "interest keen Davor Lukesic | Chelsea" },
        /* a position that fits and one that does not */
        { "Striker Davor Lukesic met goalkeeper Mateo Arriola. Chelsea want the striker.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Striker Davor Lukesic met goalkeeper Mateo Arriola. Chelsea want the goalkeeper.",
          "interest keen Mateo Arriola | Chelsea" },
        { "Striker Davor Lukesic met centre-back Mateo Arriola. Chelsea want the defender.",
          "interest keen Mateo Arriola | Chelsea" },
        /* an age that fits */
        { "Davor Lukesic, 22, met Mateo Arriola, 30. Chelsea want the 22-year-old.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Davor Lukesic, 22, met Mateo Arriola, 30. Chelsea want the 30-year-old.",
          "interest keen Mateo Arriola | Chelsea" },
        /* his club */
        { "Lyon's Davor Lukesic met Lille's Mateo Arriola. Chelsea want the Lyon man.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Lyon's Davor Lukesic met Lille's Mateo Arriola. Chelsea want the Lille star.",
          "interest keen Mateo Arriola | Chelsea" },
        /* no more than "he" */
        { "Lyon's Davor Lukesic met Lille's Mateo Arriola. Davor Lukesic won. Chelsea want the "
          "player.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Davor Lukesic is in form. Chelsea heard the Swiss was wanted by Everton.",
          "interest keen Davor Lukesic | Everton" },
        /* a kind of player is nobody */
        { "Davor Lukesic is in form. Chelsea want a striker.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

static void resolves_they(void **state)
{
    static const told_row rows[] = {
        { "Chelsea are rich. They want Davor Lukesic.", "interest keen Davor Lukesic | Chelsea" },
        { "Chelsea are rich. The club want Davor Lukesic.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Everton are poor. Chelsea are rich. They want Davor Lukesic.",
          "interest keen Davor Lukesic | Chelsea" },
        { "Chelsea met Inter. The Italian club want Davor Lukesic.",
          "interest keen Davor Lukesic | Inter Milan" },
        { "Nobody is rich. They want Davor Lukesic.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

static void lets_managers_stand_for_their_clubs(void **state)
{
    static const told_row rows[] = {
        { "Stuttgart manager Peter Kranz wants Davor Lukesic.",
          "interest keen Davor Lukesic | Stuttgart" },
        { "Stuttgart manager Peter Kranz is busy. Kranz wants Davor Lukesic.",
          "interest keen Davor Lukesic | Stuttgart" },
        { "Stuttgart boss Peter Kranz is keen on Davor Lukesic.",
          "interest keen Davor Lukesic | Stuttgart" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_claims);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resolves_he),
        cmocka_unit_test(knows_targets_from_players),
        cmocka_unit_test(resolves_descriptions),
        cmocka_unit_test(resolves_they),
        cmocka_unit_test(lets_managers_stand_for_their_clubs),
    };

    return cmocka_run_group_tests(tests, told_setup, told_teardown);
}
