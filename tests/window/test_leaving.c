/* Who is whose, and who is said to leave. */
#include "opened_window.h"

/* Suitors of Abel, who is Arrow's and a centre-back, and what was said before AT. */
static const struct {
    const char *what;
    fixture_claim claims[MAX_CLAIMS];
    double suitor, somewhere; /* chances of Bridge and of somewhere, 0: no such move */
} cases[] = {
    { "nobody", { OWNED("Abel", "Arrow") }, 0, 0 },
    { "a suitor", { OWNED("Abel", "Arrow"), KEEN("Abel", "Bridge") }, KEEN_WEIGHT, 0 },
    { "he leaves, nobody knows where",
      { OWNED("Abel", "Arrow"), SAYS(AT, "Abel", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY) },
      0,
      LIKELY_WEIGHT },
    { "and a club asks",
      { OWNED("Abel", "Arrow"), KEEN("Abel", "Bridge"),
        SAYS(AT, "Abel", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY) },
      KEEN_WEIGHT,
      LIKELY_WEIGHT },
    { "his suitor is more than is said of his leaving",
      { OWNED("Abel", "Arrow"), KEEN("Abel", "Bridge"),
        SAYS(AT, "Abel", "Arrow", SUITOR_LEAVING, SUITOR_POSSIBLE) },
      KEEN_WEIGHT,
      0 },
    { "his club keeps him",
      { OWNED("Abel", "Arrow"), SAYS(AT, "Abel", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY),
        SAYS(AT, "Abel", "Arrow", SUITOR_STAYING, SUITOR_LIKELY) },
      0,
      LIKELY_WEIGHT *(1 - LIKELY_WEIGHT) },
    { "said two half-lives ago",
      { OWNED("Abel", "Arrow"),
        SAYS("2026-03-02", "Abel", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY) },
      0,
      LIKELY_WEIGHT / 4 },
    { "no club at all wants him", { OWNED("Abel", "Arrow"), KEEN("Abel", "Unknown") }, 0, 0 },
};

static void test_chances(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        fixture f = { 0 };
        double known = cases[i].suitor > 0 ? chance(cases[i].suitor) : 0;
        double leaves = cases[i].somewhere > 0 ? chance(cases[i].somewhere) : 0;
        fixture_add(&f.market.claims, &(fixture_claim)OWNED("Bo", "Bridge"), 1);
        add(&f, cases[i].claims);
        open_window(&f, NULL);
        const suitor_move *to = find(&f, "Abel", "Bridge"), *somewhere = find(&f, "Abel", NULL);
        check_row(i, cases[i].what, to ? near(to->chance, known) : known == 0);
        check_row(i, cases[i].what, !somewhere == (cases[i].somewhere == 0));
        if (somewhere) { /* both together are what is said of his leaving */
            check_row(i, cases[i].what, near(somewhere->weight, cases[i].somewhere));
            check_row(i, cases[i].what, near((1 - somewhere->chance) * (1 - known), 1 - leaves));
        }
        close_window(&f);
    }
}

static const struct {
    const char *what;
    fixture_claim claims[MAX_CLAIMS];
    const char *seller; /* of Abel, NULL none */
    bool leaves_gap;
} sellers[] = {
    { "his club", { OWNED("Abel", "Arrow") }, "Arrow", true },
    { "nobody has told", { KEEN("Abel", "Bridge") }, NULL, true },
    { "no club", { OWNED("Abel", "Without Club") }, NULL, true },
    { "out on loan",
      { OWNED("Abel", "Arrow"), SAYS(AT, "Abel", "Castle", SUITOR_PLAYS_FOR, SUITOR_LOAN) },
      "Arrow",
      false },
    { "long back from a loan",
      { OWNED("Abel", "Arrow"),
        SAYS("2026-01-01", "Abel", "Castle", SUITOR_PLAYS_FOR, SUITOR_LOAN) },
      "Arrow",
      true },
    { "sold since",
      { SAYS("2026-05-01", "Abel", "Castle", SUITOR_PLAYS_FOR, SUITOR_LOAN),
        SAYS("2026-05-01", "Abel", "Arrow", SUITOR_PLAYS_FOR, SUITOR_OWNED),
        SAYS("2026-06-01", "Abel", "Elm", SUITOR_DEAL, SUITOR_DONE) },
      "Elm",
      true },
};

static void test_sellers(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(sellers); i++) {
        fixture f = { 0 };
        add(&f, sellers[i].claims);
        open_window(&f, NULL);
        const candidates_player *p = &f.window->players[entity(&f, "Abel")];
        check_row(i, sellers[i].what, p->leaves_gap == sellers[i].leaves_gap);
        check_row(i, sellers[i].what,
                  p->seller == (sellers[i].seller
                                    ? window_club(f.window, entity(&f, sellers[i].seller))
                                    : CANDIDATES_NONE));
        close_window(&f);
    }
}

/* Who is one of two may leave, though nobody has asked for him; until one of them has gone, or
 * it has faded. */
static void test_either_or(void **state)
{
    static const struct {
        const char *what, *day, *gone; /* the day Bo went, or NULL */
        double strength;               /* of Abel's leaving, 0: no either-or any more */
    } rows[] = {
        { "said today", AT, NULL, POSSIBLE_WEIGHT },
        { "said two months ago", "2026-05-01", NULL, POSSIBLE_WEIGHT / 2 },
        { "long ago", "2023-06-30", NULL, 0 },
        { "one has gone since", "2026-05-01", "2026-06-01", 0 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        fixture f = { 0 };
        bool holds = rows[i].strength > 0;
        add(&f, (const fixture_claim[MAX_CLAIMS]){
                    OWNED("Abel", "Arrow"),
                    SAYS("2026-01-01", "Bo", "Arrow", SUITOR_PLAYS_FOR, SUITOR_OWNED) });
        fixture_add_group(&f.market.claims,
                          (fixture_group){ rows[i].day, "g", "Arrow", "Abel|Bo" });
        if (rows[i].gone)
            add(&f, (const fixture_claim[MAX_CLAIMS]){
                        SAYS(rows[i].gone, "Bo", "Elm", SUITOR_DEAL, SUITOR_DONE) });
        open_window(&f, NULL);
        const suitor_move *abel = find(&f, "Abel", NULL);
        check_row(i, rows[i].what, f.window->from.n_either_or == holds);
        check_row(i, rows[i].what, !holds || near(abel->chance, chance(rows[i].strength)));
        check_row(i, rows[i].what, !holds == !find(&f, "Bo", NULL));
        close_window(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chances),
        cmocka_unit_test(test_sellers),
        cmocka_unit_test(test_either_or),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
