/* Which club a name means: on invented clubs that share nicknames, tags and spellings
 * (tests/extract/data/gazetteer/clubs/test.tsv), then on the real ones. */
#include "invented.h"

static const char cues[] =
    "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\": [\"C want P\", \"P wanted "
    "at|by C\"]}]";

/* The clubs that claims are about, sorted, ", " between them. */
static const char *told_clubs(const char *text)
{
    static char out[512];
    const suitor_facts *f = told_read(text);
    told_lines l = { .count = 0 };
    size_t at = 0;

    for (uint32_t i = 0; i < f->n_claims; i++)
        if (f->claims[i].relation != SUITOR_PLAYS_FOR)
            snprintf(told_next(&l), TOLD_MAX_LINE, "%.*s",
                     SUITOR_SV_ARG(f->clubs[f->claims[i].club].name));
    told_sort(&l);
    out[0] = '\0';
    for (size_t i = 0; i < l.count; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%s", i ? ", " : "", l.lines[i]);
    return out;
}

static int load_invented(void **state) { return invented_load(state, cues); }

static void knows_spellings(void **state)
{
    static const told_row rows[] = {
        { "Redport want Torres.", "Redport" },
        { "Redport FC want Torres.", "Redport" },
        { "REDPORT want Torres.", "Redport" },
        { "redport want Torres.", "" }, /* names have a capital */
        { "R\u00e9dport want Torres.", "Redport" },
        { "Foot & Ball want Torres.", "Foot & Ball" },
        { "Foot &amp; Ball want Torres.", "Foot & Ball" },
        { "Foot and Ball want Torres.", "Foot & Ball" },
        { "Redhill Town want Torres.", "Redhill" },
        { "Redport's owners want Torres.", "Redport" },
        { "Redporters want Torres.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_clubs);
}

static void gives_shared_names_to_the_club_of_the_article(void **state)
{
    static const told_row rows[] = {
        { "The Sailors want Torres.", "Redport" }, /* of one club alone */
        { "The Reds want Torres.", "" },           /* of two in the highest division */
        { "Redport lost. The Reds want Torres.", "Redport" },
        { "Redhill lost. The Reds want Torres.", "Redhill" },
        { "Redhill lost. Redport won. Redport rejoice. The Reds want Torres.", "Redport" },
        { "Rovers want Torres.", "Sud Rovers" }, /* two: the higher division */
        { "United Rovers lost. Rovers want Torres.", "United Rovers" },
        { "Rangers want Torres.", "Lower Rangers" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_clubs);
}

static void takes_grounds_and_tags_for_clubs(void **state)
{
    static const told_row rows[] = {
        { "Torres wanted at Harbour Park.", "Redport" },
        { "Torres wanted at Hill Ground.", "Redhill" },
        { "#RedportFC want Torres.", "Redport" },
        { "@redportfc want Torres.", "Redport" },
        { "#SRFC want Torres.", "Sud Rovers" },
        { "@FandB want Torres.", "Foot & Ball" },
        { "#FandBall want Torres.", "" },
        { "Redhill won. #RFC want Torres.", "Redhill" },
        { "Redport won. #RFC want Torres.", "Redport" },
        { "Redport won. Torres wanted at Sky Park.", "Blueton" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_clubs);
}

static void knows_the_real_clubs(void **state)
{
    static const told_row rows[] = {
        { "Inter want Davor Lukesic.", "Inter Milan" },
        { "Internazionale want Davor Lukesic.", "Inter Milan" },
        { "Milan want Davor Lukesic.", "AC Milan" },
        { "Man Utd want Davor Lukesic.", "Manchester United" },
        { "Man City want Davor Lukesic.", "Manchester City" },
        { "Davor Lukesic is wanted by Spurs.", "Tottenham" },
        { "PSG want Davor Lukesic.", "Paris Saint-Germain" },
        { "Barca want Davor Lukesic.", "Barcelona" },
        { "Bayern want Davor Lukesic.", "Bayern Munich" },
        { "Davor Lukesic is wanted by Forest.", "Nottingham Forest" },
        { "Davor Lukesic is wanted by Villa.", "Aston Villa" },
        { "Brighton & Hove Albion want Davor Lukesic.", "Brighton" },
        { "Liverpool won. The Reds want Davor Lukesic.", "Liverpool" },
        { "Nottingham Forest won. The Reds want Davor Lukesic.", "Nottingham Forest" },
        { "Chelsea won. The Blues want Davor Lukesic.", "Chelsea" },
        { "Everton won. The Blues want Davor Lukesic.", "Everton" },
        { "Davor Lukesic is wanted at Anfield.", "Liverpool" },
        { "Davor Lukesic is wanted at Stamford Bridge.", "Chelsea" },
        { "#LFC want Davor Lukesic.", "Liverpool" },
        { "#AVFC want Davor Lukesic.", "Aston Villa" },
        /* whom one thinks of, unless the article speaks of another */
        { "United want Davor Lukesic.", "Manchester United" },
        { "City want Davor Lukesic.", "Manchester City" },
        { "Leeds won. Leeds sang. United want Davor Lukesic.", "Leeds United" },
        { "Birmingham City lost, Birmingham wept. City want Davor Lukesic.", "Birmingham City" },
        { "Swansea met Manchester City. City want Davor Lukesic.", "Manchester City" },
        { "Phil Foden smiled. City want Davor Lukesic.", "Manchester City" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_clubs);
}

static void lists_other_spellings(void **state)
{
    const suitor_facts *f = told_read("Inter lost. The Nerazzurri want Davor Lukesic. Inter "
                                      "are keen on Lukesic.");

    (void)state;
    assert_int_equal(f->n_clubs, 1);
    assert_int_equal(f->clubs[0].aliases.count, 2);
    suitor_sv first = f->aliases[f->clubs[0].aliases.first];
    assert_true(suitor_sv_equal(first, suitor_sv_of("Inter")));
    assert_int_equal(f->n_players, 1);
    assert_true(suitor_sv_equal(f->players[0].name, suitor_sv_of("Davor Lukesic")));
    assert_int_equal(f->players[0].aliases.count, 1);
    assert_true(suitor_sv_equal(f->aliases[f->players[0].aliases.first], suitor_sv_of("Lukesic")));
}

static void knows_clubs_by_what_they_are(void **state)
{
    static const told_row rows[] = {
        { "Blueton lost to Redhill. The Hilltown side want Torres.", "Redhill" },
        { "Blueton lost. The Hilltown club want Torres.", "Redhill" }, /* there is no other */
        { "Blueton lost to Sud Rovers. The Southern League side want Torres.", "Sud Rovers" },
        { "Blueton lost to Redhill. The champions want Torres.", "Redhill" },
        { "Sud Rovers lost to Redhill. The Sudish champions want Torres.", "Sud Rovers" },
        { "Blueton lost. The Sudish champions want Torres.", "Sud Rovers" },
        { "Blueton lost to Redport. The European champions want Torres.", "Redport" },
        { "In Hilltown Torres is wanted.", "" },
    };

    (void)state;
    check_told(rows, N_ROWS(rows), told_clubs);
}

int main(void)
{
    const struct CMUnitTest invented[] = {
        cmocka_unit_test(knows_spellings),
        cmocka_unit_test(gives_shared_names_to_the_club_of_the_article),
        cmocka_unit_test(takes_grounds_and_tags_for_clubs),
        cmocka_unit_test(knows_clubs_by_what_they_are),
    };
    const struct CMUnitTest real[] = {
        cmocka_unit_test(knows_the_real_clubs),
        cmocka_unit_test(lists_other_spellings),
    };
    int failed = cmocka_run_group_tests(invented, load_invented, invented_drop);

    return failed + cmocka_run_group_tests(real, told_setup, told_teardown);
}
