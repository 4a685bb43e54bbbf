/* A window out of a market: chances, days, money, keys, and what it does without any. */
#include "opened_window.h"
#include "scarce_memory.h"

static const fixture_claim wanted[MAX_CLAIMS] = { OWNED("Abel", "Arrow"), KEEN("Abel", "Bridge") };

/* A keen report of a middling source, read with 0.9, comes about as often as printed rumours do. */
static void test_common_rumour(void **state)
{
    (void)state;
    assert_true(fabs(chance(0.5 * 0.24 * 0.9) - 0.24) < 0.001);
}

/* By the calendar of tests/support/model. */
static void test_days(void **state)
{
    static const struct {
        const char *until, *club, *opens, *closes; /* until NULL: the club's own */
    } rows[] = {
        { NULL, "Arrow", AT, "2026-08-31" },            /* of England, open since 16 June */
        { NULL, "Castle", "2026-07-01", "2026-09-01" }, /* of Spain, that opens tomorrow */
        { NULL, "Dock", "2026-07-01", "2026-09-12" },
        { NULL, NULL, AT, "2026-09-12" }, /* somewhere: until the last one closes */
        { "2026-12-31", "Arrow", AT, "2026-12-31" },
        { "2026-07-10", "Castle", "2026-07-01", "2026-07-10" },
        { AT, "Castle", AT, AT }, /* would open too late */
        { AT, NULL, AT, AT },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        fixture f = { 0 };
        suitor_window_options options = { .until = SUITOR_NO_DAY };
        char opens[SUITOR_DATE_SIZE], closes[SUITOR_DATE_SIZE];
        add(&f, (const fixture_claim[MAX_CLAIMS]){
                    OWNED("Abel", "Bridge"), KEEN("Abel", "Arrow"), KEEN("Abel", "Castle"),
                    KEEN("Abel", "Dock"), OWNED("Bo", "Bridge"),
                    SAYS(AT, "Bo", "Bridge", SUITOR_LEAVING, SUITOR_LIKELY) });
        if (rows[i].until)
            assert_true(suitor_day_parse(suitor_sv_of(rows[i].until), &options.until));
        open_window(&f, &options);
        const suitor_move *move = find(&f, rows[i].club ? "Abel" : "Bo", rows[i].club);
        assert_string_equal(suitor_day_format(move->opens, opens), rows[i].opens);
        assert_string_equal(suitor_day_format(move->closes, closes), rows[i].closes);
        if (rows[i].club) {
            const candidates_club *club = &f.window->clubs[window_club(f.window, move->club)];
            int32_t today = suitor_market_day(f.market.market);
            check_row(i, "opens", club->opens == move->opens - today);
            check_row(i, "closes", club->closes == move->closes - today + 1);
        }
        close_window(&f);
    }
}

static void test_past(void **state)
{
    fixture f = { 0 };
    suitor_window *none = NULL;
    suitor_window_options options = { .until = 0 };
    suitor_error err;

    (void)state;
    add(&f, wanted);
    market_build(&f.market, AT);
    assert_int_equal(suitor_window_new(f.market.market, &options, &none, &err), SUITOR_ERR_INVALID);
    assert_string_equal(err.message,
                        "a window until 1970-01-01 is over: the market stands at 2026-06-30");
    assert_null(none);
    close_window(&f);
}

/* Sums in euros, and money that matters only if asked for. */
static void test_money(void **state)
{
    static const struct {
        fixture_fee fee;
        double euros;
    } rows[] = {
        { { AT, "a", "Abel", SUITOR_FEE_ASKING, "EUR", 90, 100 }, 95 },
        { { AT, "a", "Abel", SUITOR_FEE_BID, "GBP", 40, 40 }, 50 },
        { { AT, "a", "Abel", SUITOR_FEE_AGREED, "USD", 50, 50 }, 40 },
        { { AT, "a", "Abel", SUITOR_FEE_CLAUSE, "ZZZ", 50, 50 }, 0 },
        { { AT, "a", "Bo", SUITOR_FEE_CLAUSE, "EUR", 50, 50 }, 0 },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        fixture f = { 0 };
        suitor_window_options options = { .until = SUITOR_NO_DAY, .budget = i % 2 == 0 };
        add(&f, wanted);
        fixture_set_player(&f.market.claims, "Bo", SUITOR_CB, -1);
        fixture_add_fee(&f.market.claims, rows[i].fee);
        open_window(&f, &options);
        check_row(i, "fee", near(f.window->pairs[0].fee, rows[i].euros));
        check_row(i, "spent", f.window->from.rules.spent == (options.budget ? 0.8 : 1));
        close_window(&f);
    }
}

/* Randomness stays with a name: others come and go, and his key is the same. */
static void test_keys(void **state)
{
    fixture f = { 0 }, more = { 0 };

    (void)state;
    add(&f, wanted);
    add(&more, wanted);
    add(&more, (const fixture_claim[MAX_CLAIMS]){ OWNED("Aaron", "Ajax"), KEEN("Aaron", "Arrow"),
                                                  KEEN("Bridge", "Abel") });
    open_window(&f, NULL);
    open_window(&more, NULL);
    assert_int_not_equal(entity(&f, "Abel"), entity(&more, "Abel"));
    uint64_t key = f.window->players[entity(&f, "Abel")].key;
    assert_true(key == more.window->players[1].key); /* Aaron, Abel, Bridge */
    assert_true(key != more.window->players[0].key);
    for (uint32_t c = 0; c < more.window->from.n_clubs; c++) /* nor that of a club of his name */
        check_row(c, "club", key != more.window->clubs[c].key);
    close_window(&f);
    close_window(&more);
}

static void test_order_and_ends(void **state)
{
    fixture f = { 0 };
    uint32_t n;

    (void)state;
    fixture_add_bastoni(&f.market.claims);
    market_build(&f.market, "2026-03-02");
    assert_int_equal(suitor_window_new(f.market.market, NULL, &f.window, NULL), SUITOR_OK);
    const suitor_move *list = suitor_window_moves(f.window, &n);
    assert_ptr_equal(suitor_window_market(f.window), f.market.market);
    assert_true(n > 10);
    for (uint32_t i = 0; i < n; i++) {
        check_row(i, "order",
                  i == 0 || list[i - 1].player < list[i].player ||
                      (list[i - 1].player == list[i].player && list[i - 1].club < list[i].club));
        check_row(i, "chance", list[i].chance > 0 && list[i].chance <= 0.995);
        check_row(i, "days", list[i].opens <= list[i].closes);
        check_row(i, "pair",
                  f.window->pairs[i].player == list[i].player &&
                      window_entity(f.window, f.window->pairs[i].club) == list[i].club);
    }
    assert_non_null(find(&f, "Cristian Romero", NULL)); /* whom nobody was said to want */
    close_window(&f);
    suitor_window_free(NULL);
}

/* Nothing known, and nothing dated. */
static void test_little(void **state)
{
    fixture f = { 0 };
    uint32_t n;

    (void)state;
    open_window(&f, NULL);
    suitor_window_moves(f.window, &n);
    assert_int_equal(n, 0);
    close_window(&f);

    add(&f, (const fixture_claim[MAX_CLAIMS]){
                SAYS("", "Abel", "Arrow", SUITOR_PLAYS_FOR, SUITOR_OWNED),
                SAYS("", "Abel", "Bridge", SUITOR_INTEREST, SUITOR_KEEN) });
    fixture_add_need(&f.market.claims, "", "a", "Bridge", SUITOR_CB);
    fixture_add_group(&f.market.claims, (fixture_group){ "", "a", "Arrow", "Abel|Bo" });
    fixture_set_player(&f.market.claims, "Bo", SUITOR_CB, -1);
    market_build(&f.market, NULL);
    assert_int_equal(suitor_window_new(f.market.market, NULL, &f.window, NULL), SUITOR_OK);
    assert_int_equal(find(&f, "Abel", "Bridge")->opens, SUITOR_NO_DAY);
    close_window(&f);
}

/* Whichever allocation fails first, it is told and nothing is left over. */
static void test_memory(void **state)
{
    fixture f = { 0 };
    suitor_status st = SUITOR_ERR_NOMEM;

    (void)state;
    fixture_add_bastoni(&f.market.claims);
    market_build(&f.market, "2026-03-02");
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        suitor_window *window = NULL;
        memory_allow(allowed);
        st = suitor_window_new(f.market.market, NULL, &window, NULL);
        memory_plenty();
        check_row(allowed, "told", st == SUITOR_OK || (st == SUITOR_ERR_NOMEM && !window));
        suitor_window_free(window);
    }
    close_window(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_common_rumour), cmocka_unit_test(test_days),
        cmocka_unit_test(test_past),          cmocka_unit_test(test_money),
        cmocka_unit_test(test_keys),          cmocka_unit_test(test_order_and_ends),
        cmocka_unit_test(test_little),        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
