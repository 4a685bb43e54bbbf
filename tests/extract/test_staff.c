/* Staff: whose club a manager's name stands for by the date, who still plays on it, and
 * which words are nobody's name; on invented people (tests/extract/data/gazetteer). */
#include "invented.h"

static const char cues[] =
    "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\": [\"C want|wants P\"]}]";

/* Whoever is named with a club has signed for it, or is wanted by it. */
#define WEIGHTS_HEADER                                                                             \
    "feature\tnone\town\tlinked\twatching\tkeen\ttalks\tbid\tagreed\tdone\tover\n"
static const char all_signed[] = WEIGHTS_HEADER "bias|any|0\t0\t0\t0\t0\t0\t0\t0\t0\t900\t0\n";
static const char all_wanted[] = WEIGHTS_HEADER "bias|any|0\t0\t0\t0\t0\t900\t0\t0\t0\t0\t0\n";

enum { IN_2020 = 18475, IN_2022 = 19205, IN_2025 = 20301 }; /* each in the first week of August */

typedef struct {
    int32_t day;
    const char *text, *expected;
} dated_row;

static void check_dated(const dated_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *got = told_claims_on(rows[i].text, rows[i].day);
        if (strcmp(got, rows[i].expected) != 0)
            fail_msg("row %zu: %s\nexpected: %s\ngot:      %s", i, rows[i].text, rows[i].expected,
                     got);
    }
}

static int load_invented(void **state) { return invented_load(state, cues); }

static void takes_a_manager_for_his_club_of_the_day(void **state)
{
    static const dated_row rows[] = {
        { IN_2020, "Redport and Blueton drew. Bruno Boss wants Davor Lukesic.",
          "interest keen Davor Lukesic | Redport" },
        { IN_2022, "Redport and Blueton drew. Bruno Boss wants Davor Lukesic.",
          "interest keen Davor Lukesic | Blueton" },
        { IN_2022, "Redport and Blueton drew. Boss wants Davor Lukesic.",
          "interest keen Davor Lukesic | Blueton" },
        /* out of work: nobody's */
        { IN_2025, "Redport and Blueton drew. Bruno Boss wants Davor Lukesic.", "" },
        { SUITOR_NO_DAY, "Blueton drew. Bruno Boss wants Davor Lukesic.",
          "interest keen Davor Lukesic | Blueton" },
        { IN_2022, "Blueton drew. Dana Director wants Davor Lukesic.",
          "interest keen Davor Lukesic | Blueton" },
    };

    (void)state;
    check_dated(rows, N_ROWS(rows));
}

static void takes_who_still_plays_for_a_player(void **state)
{
    static const dated_row rows[] = {
        { IN_2020, "Blueton want Pavel Novik.", "interest keen Pavel Novik | Blueton" },
        { IN_2025, "Blueton want Pavel Novik.", "" },
        { SUITOR_NO_DAY, "Blueton want Pavel Novik.", "" },
    };

    (void)state;
    check_dated(rows, N_ROWS(rows));
}

static void takes_a_player_for_his_club_of_the_day(void **state)
{
    static const dated_row rows[] = {
        { IN_2020, "Redport won. Redport want Jan Mill.", "" }, /* their own */
        { IN_2020, "Blueton met Redport. Blueton want Jan Mill.",
          "interest keen Jan Mill | Blueton" },
        /* what the text says goes before what is known */
        { IN_2020, "Redport met Redhill. Redport want Redhill star Jan Mill.",
          "interest keen Jan Mill | Redport" },
    };

    (void)state;
    check_dated(rows, N_ROWS(rows));
}

static void takes_a_given_name_for_a_manager_beside_his_club(void **state)
{
    static const dated_row rows[] = {
        { IN_2025, "Redhill won. Mirko wants Davor Lukesic.",
          "interest keen Davor Lukesic | Redhill" },
        { IN_2025, "Blueton want Mirko Lukesic.", "interest keen Mirko Lukesic | Blueton" },
    };

    (void)state;
    check_dated(rows, N_ROWS(rows));
}

static void load_weights(const char *weights)
{
    told_clear();
    scratch_put("lexicon/en/weights/pairs.tsv", weights);
    told_load(scratch);
}

/* That his club wants him is no news; that he has come there is. */
static void hears_of_his_own_club_only_that_he_came(void **state)
{
    static const dated_row signed_rows[] = {
        { IN_2020, "Jan Mill smiled at Redport.", "deal done Jan Mill | Redport" },
        { IN_2020, "Jan Mill smiled at Blueton.", "deal done Jan Mill | Blueton" },
    };
    static const dated_row wanted_rows[] = {
        { IN_2020, "Jan Mill smiled at Redport.", "" },
        { IN_2020, "Jan Mill smiled at Blueton.", "interest keen Jan Mill | Blueton" },
    };

    (void)state;
    load_weights(all_signed);
    check_dated(signed_rows, N_ROWS(signed_rows));
    load_weights(all_wanted);
    check_dated(wanted_rows, N_ROWS(wanted_rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_manager_for_his_club_of_the_day),
        cmocka_unit_test(takes_who_still_plays_for_a_player),
        cmocka_unit_test(takes_a_player_for_his_club_of_the_day),
        cmocka_unit_test(takes_a_given_name_for_a_manager_beside_his_club),
        cmocka_unit_test(hears_of_his_own_club_only_that_he_came), /* leaves other weights */
    };

    return cmocka_run_group_tests(tests, load_invented, invented_drop);
}
