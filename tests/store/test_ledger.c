/* Ledgers: what is in them and in which order, and what was known on a day. */
#include "monday.h"

#include <stdlib.h>

#include "db.h"

static void check_ledger(suitor_store *store, int32_t at, const char *expected)
{
    char *got = made_write(store, at);

    assert_string_equal(got, expected);
    free(got);
}

static void make_tuesday(made *m)
{
    made_begin(m, "tuesday", 11, monday_text);
    uint32_t romero = made_player(m, "Cristian Romero", "Tottenham", NULL);
    uint32_t micky = made_player(m, "Micky van de Ven", "Tottenham", NULL);
    uint32_t bastoni = made_player(m, "Bastoni", NULL, NULL);
    m->players[bastoni].position = SUITOR_DF;
    made_claim(m, bastoni, "Liverpool", SUITOR_INTEREST, SUITOR_TALKS, "", "Liverpool want");
    m->needs[m->facts.n_needs++] =
        (suitor_need){ made_club(m, "Tottenham", NULL), SUITOR_LB, made_span(m, "a back") };
    m->either_or_players[0] = romero;
    m->either_or_players[1] = micky;
    m->facts.n_either_or_players = 2;
    m->either_or[m->facts.n_either_or++] =
        (suitor_either_or){ made_club(m, "Tottenham", NULL), { 0, 2 }, made_span(m, "one of two") };
}

static const char monday[] = "at 10 players 1\n"
                             "player Alessandro Bastoni CB 26\n"
                             "club Arsenal  -1\n"
                             "club Inter Milan  -1\n"
                             "club Liverpool  -1\n"
                             "origin Herald\n"
                             "origin Romano\n"
                             "article 10 monday|Herald|http://herald/monday|Race\n"
                             "row 0 1 0 0 0 10 interest watching doubtful 0.9 Arsenal watch him\n"
                             "row 0 3 1 0 0 10 interest keen reported 0.9 Liverpool want Bastoni\n"
                             "fee 0 0 10 asking EUR 90 100\n";

static const char tuesday[] = "at 11 players 3\n"
                              "player Alessandro Bastoni CB 26\n"
                              "player Cristian Romero  -1\n"
                              "player Micky van de Ven  -1\n"
                              "club Arsenal  -1\n"
                              "club Inter Milan  -1\n"
                              "club Liverpool  -1\n"
                              "club Tottenham  -1\n"
                              "origin \n"
                              "origin Herald\n"
                              "origin Romano\n"
                              "article 10 monday|Herald|http://herald/monday|Race\n"
                              "article 11 tuesday|||\n"
                              "row 0 3 1 0 0 10 interest watching doubtful 0.9 Arsenal watch him\n"
                              "row 0 5 2 0 0 10 interest keen reported 0.9 Liverpool want Bastoni\n"
                              "row 0 5 0 1 1 11 interest talks reported 0.9 Liverpool want\n"
                              "fee 0 0 10 asking EUR 90 100\n"
                              "need 6 1 11 LB\n"
                              "either 6 1 11 1 2\n";

static void test_days(void **state)
{
    suitor_store *store = *state;
    made m;

    make_tuesday(&m);
    assert_true(made_put(store, &m));
    make_monday(&m);
    assert_true(made_put(store, &m));
    check_ledger(store, 9, "at 9 players 0\n");
    check_ledger(store, 10, monday);
    check_ledger(store, 11, tuesday);
    char *all = made_write(store, SUITOR_NO_DAY);
    assert_string_equal(strchr(all, '\n'), strchr(tuesday, '\n'));
    free(all);
}

/* Articles without a day are known from the start, and come first. */
static void test_no_day(void **state)
{
    suitor_store *store = *state;
    made m;

    make_monday(&m);
    assert_true(made_put(store, &m));
    made_begin(&m, "sometime", SUITOR_NO_DAY, monday_text);
    made_claim(&m, made_player(&m, "Murillo", NULL, NULL), "Chelsea", SUITOR_ENDED, SUITOR_OVER, "",
               "Arsenal");
    assert_true(made_put(store, &m));
    check_ledger(store, -5,
                 "at -5 players 1\n"
                 "player Murillo  -1\n"
                 "club Chelsea  -1\n"
                 "origin \n"
                 "article -2147483648 sometime|||\n"
                 "row 0 1 0 0 0 -2147483648 ended over reported 0.9 Arsenal\n");
}

/* Before anybody said "Alessandro Bastoni", "Bastoni" was a player of his own. */
static void test_tie_as_of_day(void **state)
{
    suitor_store *store = *state;
    suitor_ledger *before = NULL, *after = NULL;
    made m;

    make_monday(&m);
    m.article.day = 20;
    assert_true(made_put(store, &m));
    make_tuesday(&m);
    assert_true(made_put(store, &m));
    assert_int_equal(suitor_store_ledger(store, 11, &before, NULL), SUITOR_OK);
    assert_int_equal(suitor_store_ledger(store, 20, &after, NULL), SUITOR_OK);
    assert_true(suitor_sv_equal(before->entities[0].name, suitor_sv_of("Bastoni")));
    assert_true(suitor_sv_equal(after->entities[0].name, suitor_sv_of("Alessandro Bastoni")));
    assert_int_equal(after->n_players, 3);
    assert_int_equal(after->entities[0].position, SUITOR_CB);
    assert_int_equal(suitor_ledger_find(after, before->entities[0].id), SUITOR_NO_INDEX);
    for (uint32_t i = 0; i < after->n_entities; i++)
        assert_int_equal(suitor_ledger_find(after, after->entities[i].id), i);
    suitor_ledger_free(before);
    suitor_ledger_free(after);
    suitor_ledger_free(NULL);
}

/* The commonest spelling names a player; of equals, and for clubs, the last by bytes. */
static void test_names(void **state)
{
    static const struct {
        const char *player, *club;
        int32_t day;
    } told[] = {
        { "Marc Guehi", "Atletico Madrid", 1 },
        { "Marc Gu\xC3\xA9hi", "Atl\xC3\xA9tico Madrid", 1 },
        { "Ibrahima Konate", NULL, 1 },
        { "IBRAHIMA KONATE", NULL, 2 },
        { "Ibrahima Konat\xC3\xA9", NULL, 2 },
        { "Ibrahima Konate", NULL, 3 },
    };
    suitor_store *store = *state;
    suitor_ledger *l = NULL;

    for (size_t i = 0; i < N_ROWS(told); i++) {
        made m;
        made_begin(&m, "x", told[i].day, monday_text);
        m.article.title = suitor_sv_of(told[i].player);
        made_player(&m, told[i].player, told[i].club, NULL);
        assert_true(made_put(store, &m));
    }
    for (int32_t day = 2; day <= 3; day++) {
        assert_int_equal(suitor_store_ledger(store, day, &l, NULL), SUITOR_OK);
        assert_int_equal(l->n_players, 2);
        assert_int_equal(l->n_entities, 3);
        assert_true(
            suitor_sv_equal(l->entities[0].name,
                            suitor_sv_of(day == 2 ? "Ibrahima Konat\xC3\xA9" : "Ibrahima Konate")));
        assert_true(suitor_sv_equal(l->entities[1].name, suitor_sv_of("Marc Gu\xC3\xA9hi")));
        assert_true(suitor_sv_equal(l->entities[2].name, suitor_sv_of("Atl\xC3\xA9tico Madrid")));
        suitor_ledger_free(l);
    }
}

/* "Defender" after "centre-back" is no news; "left-back" is, and so is "forward". */
static void test_positions(void **state)
{
    static const struct {
        suitor_position told[3], expected;
    } rows[] = {
        { { SUITOR_CB, SUITOR_DF, SUITOR_POS_NONE }, SUITOR_CB },
        { { SUITOR_DF, SUITOR_CB, SUITOR_DF }, SUITOR_CB },
        { { SUITOR_CB, SUITOR_LB, SUITOR_DF }, SUITOR_LB },
        { { SUITOR_RB, SUITOR_FB, SUITOR_POS_NONE }, SUITOR_RB },
        { { SUITOR_CB, SUITOR_FB, SUITOR_POS_NONE }, SUITOR_FB },
        { { SUITOR_CB, SUITOR_MF, SUITOR_POS_NONE }, SUITOR_MF },
        { { SUITOR_AM, SUITOR_MF, SUITOR_POS_NONE }, SUITOR_AM },
        { { SUITOR_LW, SUITOR_W, SUITOR_FW }, SUITOR_LW },
        { { SUITOR_ST, SUITOR_FW, SUITOR_W }, SUITOR_W },
        { { SUITOR_GK, SUITOR_POS_NONE, SUITOR_POS_NONE }, SUITOR_GK },
        { { SUITOR_POS_NONE, SUITOR_POS_NONE, SUITOR_POS_NONE }, SUITOR_POS_NONE },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_store *store = made_store();
        suitor_ledger *l = NULL;
        for (int32_t day = 2; day >= 0; day--) { /* put in the wrong order */
            made m;
            made_begin(&m, "x", day, monday_text);
            made_player(&m, "Murillo", NULL, NULL);
            m.players[0].position = rows[i].told[day];
            assert_true(made_put(store, &m));
        }
        assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
        check_row(i, suitor_position_name(rows[i].expected),
                  l->entities[0].position == rows[i].expected);
        suitor_ledger_free(l);
        suitor_store_close(store);
    }
}

/* One origin in three spellings, under the commonest; others by name. */
static void test_origins(void **state)
{
    static const char *const given[] = { "sky sports", "Sky Sports", "SKY Sports",
                                         "Sky Sports", "Bild",       "" };
    suitor_store *store = *state;
    suitor_ledger *l = NULL;
    made m;

    made_begin(&m, "x", 1, monday_text);
    uint32_t player = made_player(&m, "Murillo", NULL, NULL);
    for (size_t i = 0; i < N_ROWS(given); i++)
        made_claim(&m, player, "Chelsea", SUITOR_INTEREST, SUITOR_KEEN, given[i], "Arsenal");
    assert_true(made_put(store, &m));
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    assert_int_equal(l->n_origins, 3);
    assert_int_equal(l->origins[0].len, 0);
    assert_true(suitor_sv_equal(l->origins[1], suitor_sv_of("Bild")));
    assert_true(suitor_sv_equal(l->origins[2], suitor_sv_of("Sky Sports")));
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(l->rows[i].origin, i < 4 ? 2 : i == 4 ? 1 : 0);
    suitor_ledger_free(l);
}

/* Two names in one article that turn out to be one player are one member. */
static void test_members_once(void **state)
{
    suitor_store *store = *state;
    suitor_ledger *l = NULL;
    made m;

    made_begin(&m, "x", 1, monday_text);
    m.either_or_players[0] = made_player(&m, "Cristian Romero", "Tottenham", NULL);
    m.either_or_players[1] = made_player(&m, "Micky van de Ven", "Tottenham", NULL);
    m.either_or_players[2] = made_player(&m, "Romero", "Tottenham", NULL);
    m.facts.n_either_or_players = 3;
    m.either_or[0] = (suitor_either_or){ 0, { 0, 3 }, made_span(&m, "one of two") };
    m.either_or[1] = (suitor_either_or){ 0, { 0, 0 }, made_span(&m, "one of two") };
    m.facts.n_either_or = 2;
    assert_true(made_put(store, &m));
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    assert_int_equal(l->n_players, 2);
    assert_int_equal(l->n_either_or, 2);
    assert_int_equal(l->either_or[0].members.count, 2);
    assert_int_equal(l->either_or[1].members.count, 0);
    assert_int_equal(l->n_either_or_players, 2);
    suitor_ledger_free(l);
}

static void test_empty(void **state)
{
    suitor_store *store = *state;

    check_ledger(store, 5, "at 5 players 0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STORE(test_days),  WITH_STORE(test_no_day),          WITH_STORE(test_tie_as_of_day),
        WITH_STORE(test_names), WITH_STORE(test_origins),         WITH_STORE(test_members_once),
        WITH_STORE(test_empty), cmocka_unit_test(test_positions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
