/* Candidates laid out in groups, and candidates that are none. */
#include "moves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "small_market.h"
#include "table.h"

static void build(small_market *s, bool with_either_or)
{
    small_market_make(with_either_or, s);
    assert_int_equal(moves_build(&s->all, &s->m, NULL), SUITOR_OK);
}

/* By club, then position; agreed ones, those of an either-or and those who go somewhere have
 * groups of their own. */
static void test_groups(void **state)
{
    static const struct {
        bool with_either_or;
        const char *groups;
    } rows[] = {
        { false, "Arrow:F Arrow:C Bridge:E Bridge:AB Bridge:D Castle:A ?:E " },
        { true, "Arrow:F Arrow:C Bridge:A Bridge:B Bridge:E Bridge:D Castle:A ?:E " },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        small_market s;
        char text[256] = "";
        build(&s, rows[i].with_either_or);
        for (uint32_t g = 0; g < s.m.n_groups; g++)
            strcat(strcat(text, small_market_group(&s, g)), " ");
        assert_string_equal(text, rows[i].groups);
        moves_free(&s.m);
    }
}

static void check_group(const small_market *s, uint32_t i)
{
    const moves_group *g = &s->m.groups[i];
    double hazard = 0;

    check_row(i, "some", g->first_move < g[1].first_move);
    check_row(i, "time", g->opens < g->closes);
    for (uint32_t k = g->first_move; k < g[1].first_move; k++) {
        const candidates_pair *pair = &s->pairs[s->m.list[k].pair];
        hazard += s->m.list[k].hazard;
        check_row(k, "group", s->m.list[k].group == i && s->m.list[k].player == pair->player);
        check_row(k, "hazard", fabs(1 - exp(-s->m.list[k].hazard) - pair->chance) < 1e-12);
        check_row(k, "agreed", g->is_agreed == pair->is_agreed);
        check_row(k, "found", moves_find(&s->m, pair->player, pair->club) == k);
    }
    check_row(i, "sum", fabs(g->hazard - hazard) < 1e-12);
    check_row(i, "quarter", fabs(g->quarter - exp(-hazard / 4)) < 1e-12);
}

static void test_figures(void **state)
{
    small_market s;

    (void)state;
    for (int with = 0; with < 2; with++) {
        build(&s, with != 0);
        assert_int_equal(s.m.n_moves, SMALL_PAIRS);
        assert_true(s.m.days == 90);
        for (uint32_t i = 0; i < s.m.n_groups; i++)
            check_group(&s, i);
        assert_int_equal(moves_find(&s.m, DAHL, ARROW), MOVES_NONE);
        assert_int_equal(moves_find(&s.m, ABEL, CANDIDATES_NONE), MOVES_NONE);
        moves_free(&s.m);
    }
}

/* A third of 90 days is a third of the ticks; who goes somewhere may do so all the time. */
static void test_time(void **state)
{
    small_market s;
    const double ticks = 4294967296.0;

    (void)state;
    build(&s, false);
    const moves_group *castle = &s.m.groups[s.m.list[moves_find(&s.m, ABEL, CASTLE)].group];
    assert_true(fabs(castle->opens / ticks - 1.0 / 3) < 1e-8);
    assert_true(fabs(castle->closes / ticks - 2.0 / 3) < 1e-8);
    const moves_group *somewhere =
        &s.m.groups[s.m.list[moves_find(&s.m, EBO, CANDIDATES_NONE)].group];
    assert_true(somewhere->opens == 0 && somewhere->closes == UINT32_MAX);
    moves_free(&s.m);
}

/* Every player's moves and every club's groups, each once, ascending. */
static void test_lists(void **state)
{
    static const uint32_t moves_of[] = { 2, 1, 1, 1, 2, 1 }, groups_of[] = { 2, 3, 1 };
    small_market s;

    (void)state;
    build(&s, false);
    for (uint32_t p = 0; p < SMALL_PLAYERS; p++) {
        uint32_t first = s.m.player_first[p], end = s.m.player_first[p + 1];
        check_row(p, "moves", end - first == moves_of[p]);
        for (uint32_t i = first; i < end; i++) {
            check_row(p, "his", s.m.list[s.m.player_moves[i]].player == p);
            check_row(p, "order", i == first || s.m.player_moves[i - 1] < s.m.player_moves[i]);
        }
    }
    for (uint32_t c = 0; c < SMALL_CLUBS; c++) {
        uint32_t first = s.m.club_first[c], end = s.m.club_first[c + 1];
        check_row(c, "groups", end - first == groups_of[c]);
        for (uint32_t i = first; i < end; i++)
            check_row(c, "its", s.m.groups[s.m.club_groups[i]].club == c);
    }
    moves_free(&s.m);
}

/* Keys hang on names, not on indices: with Arrow's pairs gone, those of others are as before. */
static void test_keys(void **state)
{
    small_market s, fewer;

    (void)state;
    build(&s, false);
    small_market_make(false, &fewer);
    memmove(&fewer.pairs[3], &fewer.pairs[4], 3 * sizeof *fewer.pairs); /* of Cruz and Falk */
    fewer.all.n_pairs = 6;
    assert_int_equal(moves_build(&fewer.all, &fewer.m, NULL), SUITOR_OK);
    for (uint32_t i = 0; i < fewer.m.n_moves; i++) {
        const candidates_pair *pair = &fewer.pairs[fewer.m.list[i].pair];
        uint32_t k = moves_find(&s.m, pair->player, pair->club);
        check_row(i, "move", fewer.m.list[i].key == s.m.list[k].key);
        check_row(i, "group",
                  fewer.m.groups[fewer.m.list[i].group].key == s.m.groups[s.m.list[k].group].key);
        for (uint32_t j = 0; j < i; j++)
            check_row(i, "own", fewer.m.list[i].key != fewer.m.list[j].key);
    }
    moves_free(&fewer.m);
    moves_free(&s.m);
}

static void test_none(void **state)
{
    const candidates none = { .rules = { .cap = 1 } };
    moves m;

    (void)state;
    assert_int_equal(moves_build(&none, &m, NULL), SUITOR_OK);
    assert_true(m.n_moves == 0 && m.n_groups == 0);
    moves_free(&m);
}

static void late_cap(small_market *s) { s->all.rules.cap = MOVES_CAP + 1; }
static void no_cap(small_market *s) { s->all.rules.cap = NAN; }
static void no_seller(small_market *s) { s->players[CRUZ].seller = SMALL_CLUBS; }
static void no_player(small_market *s) { s->pairs[7].player = SMALL_PLAYERS; }
static void no_club(small_market *s) { s->pairs[7].club = SMALL_CLUBS; }
static void twice(small_market *s) { s->pairs[1].club = BRIDGE; }
static void disorder(small_market *s) { s->pairs[2].player = FALK; }
static void certain(small_market *s) { s->pairs[0].chance = 1; }
static void no_chance(small_market *s) { s->pairs[0].chance = NAN; }
static void eager(small_market *s) { s->pairs[0].interest = 1.5; }
static void closed(small_market *s) { s->clubs[BRIDGE].closes = 0; }
static void past(small_market *s) { s->clubs[BRIDGE].opens = -1; }
static void no_other(small_market *s) { s->either_or[0].b = SMALL_PLAYERS; }

static const struct {
    void (*spoil)(small_market *s);
    const char *message;
} broken[] = {
    { late_cap, "window: the cap is 17, not 1 to 16" },
    { no_cap, "window: the cap is nan, not 1 to 16" },
    { no_seller, "window: player 2 has club 3 of 3" },
    { no_player, "window: pair 7 names player 6 of 6, club 0 of 3" },
    { no_club, "window: pair 7 names player 5 of 6, club 3 of 3" },
    { twice, "window: pair 1 is out of order" },
    { disorder, "window: pair 3 is out of order" },
    { certain, "window: pair 0 has chance 1, interest 0.4" },
    { no_chance, "window: pair 0 has chance nan, interest 0.4" },
    { eager, "window: pair 0 has chance 0.3, interest 1.5" },
    { closed, "window: club 1 opens 0, closes 0" },
    { past, "window: club 1 opens -1, closes 90" },
    { no_other, "window: either-or 0 names what is not there" },
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(broken); i++) {
        small_market s;
        suitor_error err = { 0 };
        small_market_make(true, &s);
        broken[i].spoil(&s);
        check_row(i, broken[i].message, moves_build(&s.all, &s.m, &err) == SUITOR_ERR_INVALID);
        assert_string_equal(err.message, broken[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),  cmocka_unit_test(test_figures), cmocka_unit_test(test_time),
        cmocka_unit_test(test_lists),   cmocka_unit_test(test_keys),    cmocka_unit_test(test_none),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
