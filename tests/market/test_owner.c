/* Whose player he is: every case tells at most four things about Abel. */
#include "market_fixture.h"
#include "table.h"

#define HIS(day, club, stage, hedge, confidence)                                                   \
    { day, "a", "Nobody", "Abel", club, SUITOR_PLAYS_FOR, stage, hedge, confidence }
#define OWNED(day, club) HIS(day, club, SUITOR_OWNED, SUITOR_FIRM, 0.9)
#define DONE(day, club)                                                                            \
    { day, "b", "Nobody", "Abel", club, SUITOR_DEAL, SUITOR_DONE, SUITOR_FIRM, 0.9 }
#define SAYS(day, club, relation, stage)                                                           \
    { day, "c", "Nobody", "Abel", club, relation, stage, SUITOR_FIRM, 0.9 }

static const struct {
    const char *what;
    fixture_claim claims[4];
    const char *owner;
} cases[] = {
    { "nobody has told", { SAYS("2026-06-01", "Arrow", SUITOR_INTEREST, SUITOR_KEEN) }, "" },
    { "told", { OWNED("2026-06-01", "Arrow") }, "Arrow" },
    { "told last",
      { OWNED("2026-06-01", "Arrow"), OWNED("2026-06-02", "Bridge"),
        OWNED("2026-05-01", "Castle") }, "Bridge" },
    { "the surer of one day",
      { HIS("2026-06-01", "Arrow", SUITOR_OWNED, SUITOR_FIRM, 0.8),
        HIS("2026-06-01", "Bridge", SUITOR_OWNED, SUITOR_FIRM, 0.9) }, "Bridge" },
    { "as sure and of one day: by name",
      { OWNED("2026-06-01", "Bridge"), OWNED("2026-06-01", "Arrow") }, "Arrow" },
    { "a guess does not outdo an older statement",
      { OWNED("2026-06-01", "Arrow"),
        HIS("2026-06-02", "Bridge", SUITOR_OWNED, SUITOR_DOUBTFUL, 0.9) }, "Arrow" },
    { "a guess is better than nothing",
      { HIS("2026-06-02", "Bridge", SUITOR_OWNED, SUITOR_DOUBTFUL, 0.9) }, "Bridge" },
    { "a done deal moves him", { OWNED("2026-06-01", "Arrow"), DONE("2026-06-02", "Bridge") },
      "Bridge" },
    { "an older done deal does not", { OWNED("2026-06-03", "Arrow"), DONE("2026-06-02", "Bridge") },
      "Arrow" },
    { "an agreed deal does not",
      { OWNED("2026-06-01", "Arrow"), SAYS("2026-06-02", "Bridge", SUITOR_DEAL, SUITOR_AGREED) },
      "Arrow" },
    { "a loan does not",
      { OWNED("2026-06-01", "Arrow"),
        HIS("2026-06-02", "Bridge", SUITOR_LOAN, SUITOR_FIRM, 0.9) }, "Arrow" },
    { "a loan that is done does not",
      { OWNED("2026-06-01", "Arrow"), DONE("2026-06-02", "Bridge"),
        HIS("2026-06-02", "Bridge", SUITOR_LOAN, SUITOR_FIRM, 0.9) }, "Arrow" },
    { "a loan that became a transfer does",
      { OWNED("2026-06-01", "Arrow"), HIS("2026-06-02", "Bridge", SUITOR_LOAN, SUITOR_FIRM, 0.9),
        DONE("2026-06-20", "Bridge") }, "Bridge" },
    { "where he may leave from is his club",
      { SAYS("2026-06-01", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY) }, "Arrow" },
    { "but only where nothing says more",
      { OWNED("2026-06-01", "Bridge"), SAYS("2026-06-02", "Arrow", SUITOR_STAYING, SUITOR_LIKELY) },
      "Bridge" },
};

static void the_club_last_told_is_his(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        market_fixture f = { 0 };
        for (size_t j = 0; j < 4 && cases[i].claims[j].date; j++)
            fixture_add(&f.claims, &cases[i].claims[j], 1);
        market_build(&f, "2026-06-30");
        check_row(i, cases[i].what, strcmp(market_owner(&f, "Abel"), cases[i].owner) == 0);
        market_clear(&f);
    }
}

/* What his own club is said to want of him is no edge; a borrower's wish after the
 * loan is. */
static void his_own_club_is_no_suitor(void **state)
{
    static const fixture_claim claims[] = {
        OWNED("2026-06-01", "Arrow"),
        SAYS("2026-06-02", "Arrow", SUITOR_INTEREST, SUITOR_KEEN),
        DONE("2026-06-03", "Bridge"),
        HIS("2026-06-03", "Bridge", SUITOR_LOAN, SUITOR_FIRM, 0.9),
        SAYS("2026-06-10", "Bridge", SUITOR_INTEREST, SUITOR_KEEN),
    };
    market_fixture f = { 0 };

    (void)state;
    fixture_add(&f.claims, claims, N_ROWS(claims));
    market_build(&f, "2026-06-10");
    assert_null(market_edge(&f, "Abel", "Arrow"));
    const suitor_edge *edge = market_edge(&f, "Abel", "Bridge");
    assert_non_null(edge);
    assert_int_equal(edge->relation, SUITOR_INTEREST);
    assert_int_equal(edge->n_articles, 1);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_club_last_told_is_his),
        cmocka_unit_test(his_own_club_is_no_suitor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
