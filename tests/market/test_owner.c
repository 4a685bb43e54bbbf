/* Whose player he is: every case tells at most five things about Abel. */
#include "market_fixture.h"
#include "market_graph.h"
#include "table.h"

#define TELLS(day, origin, club, relation, stage, hedge, confidence)                               \
    {                                                                                              \
        day, origin, origin, "Abel", club, relation, stage, hedge, confidence                      \
    }
#define HIS(day, club, stage, hedge, confidence)                                                   \
    TELLS(day, "Nobody", club, SUITOR_PLAYS_FOR, stage, hedge, confidence)
#define OWNED_BY(day, origin, club)                                                                \
    TELLS(day, origin, club, SUITOR_PLAYS_FOR, SUITOR_OWNED, SUITOR_FIRM, 0.9)
#define OWNED(day, club) OWNED_BY(day, "Nobody", club)
#define SAYS(day, club, relation, stage)                                                           \
    TELLS(day, "Nobody", club, relation, stage, SUITOR_FIRM, 0.9)
#define DONE(day, club) SAYS(day, club, SUITOR_DEAL, SUITOR_DONE)

static const struct {
    const char *what;
    fixture_claim claims[5];
    const char *owner;
} cases[] = {
    { "nobody has told", { SAYS("2026-06-01", "Arrow", SUITOR_INTEREST, SUITOR_KEEN) }, "" },
    { "told", { OWNED("2026-06-01", "Arrow") }, "Arrow" },
    { "told last, by as many",
      { OWNED("2026-06-01", "Arrow"), OWNED("2026-06-02", "Bridge"),
        OWNED("2026-05-01", "Castle") },
      "Bridge" },
    { "told first, by more: one sentence misread moves nobody",
      { OWNED("2026-06-01", "Arrow"), OWNED_BY("2026-06-01", "Somebody", "Arrow"),
        OWNED("2026-06-02", "Bridge") },
      "Arrow" },
    { "told by more, but months ago",
      { OWNED("2026-02-01", "Arrow"), OWNED_BY("2026-02-01", "Somebody", "Arrow"),
        OWNED("2026-06-02", "Bridge") },
      "Bridge" },
    { "told often by one voice",
      { OWNED("2026-05-29", "Arrow"), OWNED("2026-05-30", "Arrow"), OWNED("2026-05-31", "Arrow"),
        OWNED("2026-06-02", "Bridge") },
      "Bridge" },
    { "the more reliable",
      { OWNED_BY("2026-06-01", "The Guardian", "Bridge"),
        OWNED_BY("2026-06-01", "Daily Star", "Arrow") },
      "Bridge" },
    { "the surer of one day",
      { HIS("2026-06-01", "Arrow", SUITOR_OWNED, SUITOR_FIRM, 0.8),
        HIS("2026-06-01", "Bridge", SUITOR_OWNED, SUITOR_FIRM, 0.9) },
      "Bridge" },
    { "as sure and of one day: by name",
      { OWNED("2026-06-01", "Bridge"), OWNED("2026-06-01", "Arrow") },
      "Arrow" },
    { "a guess does not outdo an older statement",
      { OWNED("2026-06-01", "Arrow"),
        HIS("2026-06-02", "Bridge", SUITOR_OWNED, SUITOR_DOUBTFUL, 0.9) },
      "Arrow" },
    { "a guess is better than nothing",
      { HIS("2026-06-02", "Bridge", SUITOR_OWNED, SUITOR_DOUBTFUL, 0.9) },
      "Bridge" },
    { "a done deal moves him, though more told of before",
      { OWNED("2026-06-01", "Arrow"), OWNED_BY("2026-06-01", "Somebody", "Arrow"),
        DONE("2026-06-02", "Bridge") },
      "Bridge" },
    { "and keeps him there, though one still tells of before",
      { OWNED("2026-06-01", "Arrow"), DONE("2026-06-02", "Bridge"),
        OWNED_BY("2026-06-03", "Somebody", "Bridge"), OWNED("2026-06-04", "Arrow") },
      "Bridge" },
    { "a done deal that all go on to ignore was none",
      { OWNED("2026-06-01", "Arrow"), DONE("2026-06-02", "Bridge"), OWNED("2026-06-05", "Arrow"),
        OWNED_BY("2026-06-05", "Somebody", "Arrow") },
      "Arrow" },
    { "one that was hardly read moves nobody",
      { OWNED("2026-06-01", "Arrow"),
        TELLS("2026-06-02", "Nobody", "Bridge", SUITOR_DEAL, SUITOR_DONE, SUITOR_HEDGED, 0.9) },
      "Arrow" },
    { "nor does an agreed one",
      { OWNED("2026-06-01", "Arrow"), SAYS("2026-06-02", "Bridge", SUITOR_DEAL, SUITOR_AGREED) },
      "Arrow" },
    { "nor a loan",
      { OWNED("2026-06-01", "Arrow"), HIS("2026-06-02", "Bridge", SUITOR_LOAN, SUITOR_FIRM, 0.9) },
      "Arrow" },
    { "nor a loan that is done",
      { OWNED("2026-06-01", "Arrow"), DONE("2026-06-02", "Bridge"),
        HIS("2026-06-02", "Bridge", SUITOR_LOAN, SUITOR_FIRM, 0.9) },
      "Arrow" },
    { "a loan that became a transfer does",
      { OWNED("2026-06-01", "Arrow"), HIS("2026-06-02", "Bridge", SUITOR_LOAN, SUITOR_FIRM, 0.9),
        DONE("2026-06-20", "Bridge") },
      "Bridge" },
    { "where he may leave from is his club",
      { SAYS("2026-06-01", "Arrow", SUITOR_LEAVING, SUITOR_LIKELY) },
      "Arrow" },
    { "and where he may stay",
      { OWNED("2026-06-01", "Bridge"), OWNED_BY("2026-06-01", "Somebody", "Arrow"),
        SAYS("2026-06-02", "Arrow", SUITOR_STAYING, SUITOR_LIKELY) },
      "Arrow" },
};

static void his_club_goes_by_vote(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        market_fixture f = { 0 };
        for (size_t j = 0; j < 5 && cases[i].claims[j].date; j++)
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

/* Days on which a deal is told; `settled` is the one that settled the race. */
static const struct {
    const char *what;
    fixture_claim claims[5];
    const char *settled;
} settled_cases[] = {
    { "never", { OWNED("2026-06-01", "Arrow") }, "" },
    { "once", { OWNED("2026-06-01", "Arrow"), DONE("2026-06-02", "Bridge") }, "2026-06-02" },
    { "told again in passing",
      { DONE("2026-06-02", "Bridge"), DONE("2026-06-20", "Bridge") },
      "2026-06-02" },
    { "two moves",
      { OWNED("2026-01-01", "Arrow"), DONE("2026-01-10", "Bridge"), DONE("2026-06-20", "Castle"),
        DONE("2026-06-21", "Castle"), OWNED("2026-06-22", "Castle") },
      "2026-06-20" },
    { "there and back",
      { OWNED("2025-01-01", "Arrow"), DONE("2025-06-10", "Bridge"), DONE("2026-01-10", "Arrow"),
        OWNED("2026-02-01", "Arrow"), DONE("2026-02-02", "Arrow") },
      "2026-01-10" },
    { "a loan",
      { OWNED("2026-06-01", "Arrow"), DONE("2026-06-02", "Bridge"),
        HIS("2026-06-02", "Bridge", SUITOR_LOAN, SUITOR_FIRM, 0.9) },
      "2026-06-02" },
    { "no deal after all",
      { OWNED("2026-06-01", "Arrow"), DONE("2026-06-02", "Bridge"), OWNED("2026-06-05", "Arrow"),
        OWNED_BY("2026-06-05", "Somebody", "Arrow") },
      "" },
    { "he has moved on since",
      { OWNED("2026-01-01", "Arrow"), DONE("2026-01-10", "Bridge"), OWNED("2026-06-05", "Castle"),
        OWNED_BY("2026-06-05", "Somebody", "Castle") },
      "2026-01-10" },
};

static void a_race_is_settled_when_the_move_is_first_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(settled_cases); i++) {
        market_fixture f = { 0 };
        char day[SUITOR_DATE_SIZE];
        for (size_t j = 0; j < 5 && settled_cases[i].claims[j].date; j++)
            fixture_add(&f.claims, &settled_cases[i].claims[j], 1);
        market_build(&f, "2026-06-30");
        suitor_day_format(market_settled_day(f.market, fixture_entity(f.ledger, "Abel")), day);
        check_row(i, settled_cases[i].what, strcmp(day, settled_cases[i].settled) == 0);
        market_clear(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(his_club_goes_by_vote),
        cmocka_unit_test(his_own_club_is_no_suitor),
        cmocka_unit_test(a_race_is_settled_when_the_move_is_first_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
