/* A ledger that is not as it should be is refused, and the first fault named. */
#include "ledger_check.h"
#include "market_fixture.h"
#include "table.h"

/* Each spoils a sound ledger; the arrays are the test's own copies. */
typedef struct {
    suitor_ledger ledger;
    suitor_ledger_row rows[32];
    suitor_ledger_need needs[2];
    suitor_ledger_fee fees[1];
    suitor_ledger_either_or groups[1];
    suitor_ledger_given given[2];
} copy;

static void row_of_a_club(copy *c) { c->rows[3].player = c->ledger.n_players; }
static void row_to_a_player(copy *c) { c->rows[3].club = 0; }
static void row_beyond(copy *c) { c->rows[3].club = c->ledger.n_entities; }
static void row_without_origin(copy *c) { c->rows[3].origin = c->ledger.n_origins; }
static void row_of_no_article(copy *c) { c->rows[3].article = c->ledger.n_articles; }
static void row_of_no_stage(copy *c) { c->rows[3].stage = SUITOR_N_STAGES; }
static void row_of_a_later_club(copy *c) { c->rows[3].club = c->ledger.n_entities - 1; }
static void row_of_a_later_player(copy *c) { c->rows[0].player = c->ledger.n_players - 1; }
static void row_of_a_later_day(copy *c) { c->rows[1].day = c->rows[2].day + 1; }
static void need_of_a_player(copy *c) { c->needs[0].club = 0; }
static void needs_out_of_order(copy *c) { c->needs[0].club = c->ledger.n_entities - 1; }
static void fee_of_a_club(copy *c) { c->fees[0].player = c->ledger.n_players; }
static void group_too_long(copy *c) { c->groups[0].members.count = 3; }
static void given_to_a_player(copy *c) { c->given[0].club = 0; }
static void given_out_of_order(copy *c) { c->given[0].player = 1; }
static void too_many_players(copy *c) { c->ledger.n_players = c->ledger.n_entities + 1; }

static const struct {
    void (*spoil)(copy *c);
    const char *message; /* how it begins */
} cases[] = {
    { row_of_a_club, "ledger: row 3 " },
    { row_to_a_player, "ledger: row 3 " },
    { row_beyond, "ledger: row 3 " },
    { row_without_origin, "ledger: row 3 " },
    { row_of_no_article, "ledger: row 3 " },
    { row_of_no_stage, "ledger: row 3 " },
    { row_of_a_later_club, "ledger: row 4 " },
    { row_of_a_later_player, "ledger: row 1 " },
    { row_of_a_later_day, "ledger: row 2 " },
    { need_of_a_player, "ledger: need 0 " },
    { needs_out_of_order, "ledger: need 1 " },
    { fee_of_a_club, "ledger: fee 0 " },
    { group_too_long, "ledger: either-or group 0 " },
    { given_to_a_player, "ledger: given club 0 " },
    { given_out_of_order, "ledger: given club 1 " },
    { too_many_players, "ledger: " },
};

static void copy_of(copy *c, const suitor_ledger *l)
{
    c->ledger = *l;
    assert_true(l->n_rows <= 32 && l->n_needs == 2 && l->n_fees == 1 && l->n_either_or == 1);
    memcpy(c->rows, l->rows, l->n_rows * sizeof *l->rows);
    memcpy(c->needs, l->needs, sizeof c->needs);
    memcpy(c->fees, l->fees, sizeof c->fees);
    memcpy(c->groups, l->either_or, sizeof c->groups);
    c->ledger.rows = c->rows;
    c->ledger.needs = c->needs;
    c->ledger.fees = c->fees;
    c->ledger.either_or = c->groups;
    for (uint32_t i = 0; i < 2; i++)
        c->given[i] = (suitor_ledger_given){ 0, l->n_players + i, SUITOR_NO_DAY, SUITOR_NO_DAY };
    c->ledger.given = c->given;
    c->ledger.n_given = 2;
}

static void a_faulty_ledger_is_refused(void **state)
{
    ledger_fixture f = { 0 };
    copy c;
    suitor_error err;

    (void)state;
    fixture_add_bastoni(&f);
    fixture_add_need(&f, "2026-03-02", "bastoni", "Chelsea", SUITOR_ST);
    const suitor_ledger *l = fixture_build(&f, "2026-03-02");
    copy_of(&c, l);
    assert_int_equal(ledger_check(&c.ledger, &err), SUITOR_OK);
    /* rows 1 and 2 are Barcelona's, so that they can be out of order by day */
    assert_int_equal(c.rows[1].club, c.rows[2].club);
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        copy_of(&c, l);
        cases[i].spoil(&c);
        check_row(i, cases[i].message, ledger_check(&c.ledger, &err) == SUITOR_ERR_INVALID);
        check_row(i, err.message,
                  strncmp(err.message, cases[i].message, strlen(cases[i].message)) == 0);
    }
    fixture_clear(&f);
}

/* suitor_market_build() passes the refusal on and leaves its output alone. */
static void no_market_is_made_of_it(void **state)
{
    market_fixture f = { 0 };
    suitor_market *market = NULL;
    copy c;

    (void)state;
    fixture_add_bastoni(&f.claims);
    fixture_add_need(&f.claims, "2026-03-02", "bastoni", "Chelsea", SUITOR_ST);
    market_build(&f, "2026-03-02");
    copy_of(&c, f.ledger);
    row_beyond(&c);
    assert_int_equal(suitor_market_build(&c.ledger, f.model, &market, NULL), SUITOR_ERR_INVALID);
    assert_null(market);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_faulty_ledger_is_refused),
        cmocka_unit_test(no_market_is_made_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
