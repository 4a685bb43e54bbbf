/* Ledgers: what is in them and in which order, what was known on a day, and that
 * the order of putting changes nothing. */
#include "made.h"

#include <stdlib.h>

#include "db.h"

static int open_store(void **state)
{
    *state = made_store();
    return 0;
}

static int close_store(void **state)
{
    suitor_store_close(*state);
    return 0;
}

static void check_ledger(suitor_store *store, int32_t at, const char *expected)
{
    char *got = made_write(store, at);

    assert_string_equal(got, expected);
    free(got);
}

static const char text[] = "Liverpool want Bastoni. Arsenal watch him. Inter ask 90m. Spurs need a"
                           " back and sell one of two.";

static void make_monday(made *m)
{
    made_begin(m, "monday", 10, text);
    m->article.outlet = suitor_sv_of("Herald");
    m->article.url = suitor_sv_of("http://herald/monday");
    m->article.title = suitor_sv_of("Race");
    uint32_t bastoni = made_player(m, "Alessandro Bastoni", "Inter Milan", "Bastoni");
    m->players[bastoni].position = SUITOR_CB;
    m->players[bastoni].age = 26;
    made_claim(m, bastoni, "Liverpool", SUITOR_INTEREST, SUITOR_KEEN, "Romano",
               "Liverpool want Bastoni");
    made_claim(m, bastoni, "Arsenal", SUITOR_INTEREST, SUITOR_WATCHING, "Herald",
               "Arsenal watch him")
        ->hedge = SUITOR_DOUBTFUL;
    m->fees[m->facts.n_fees++] =
        (suitor_fee){ bastoni, SUITOR_FEE_ASKING, "EUR", 90, 100, made_span(m, "90m") };
}

static void make_tuesday(made *m)
{
    made_begin(m, "tuesday", 11, text);
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
                             "row 0 1 0 0 10 interest watching doubtful 0.9 Arsenal watch him\n"
                             "row 0 3 1 0 10 interest keen reported 0.9 Liverpool want Bastoni\n"
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
                              "row 0 3 1 0 10 interest watching doubtful 0.9 Arsenal watch him\n"
                              "row 0 5 2 0 10 interest keen reported 0.9 Liverpool want Bastoni\n"
                              "row 0 5 0 1 11 interest talks reported 0.9 Liverpool want\n"
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
    made_begin(&m, "sometime", SUITOR_NO_DAY, text);
    made_claim(&m, made_player(&m, "Murillo", NULL, NULL), "Chelsea", SUITOR_ENDED, SUITOR_OVER, "",
               "Arsenal");
    assert_true(made_put(store, &m));
    check_ledger(store, -5,
                 "at -5 players 1\n"
                 "player Murillo  -1\n"
                 "club Chelsea  -1\n"
                 "origin \n"
                 "article -2147483648 sometime|||\n"
                 "row 0 1 0 0 -2147483648 ended over reported 0.9 Arsenal\n");
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
        made_begin(&m, "x", told[i].day, text);
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
            made_begin(&m, "x", day, text);
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

    made_begin(&m, "x", 1, text);
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

    made_begin(&m, "x", 1, text);
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

enum { N_ARTICLES = 60, N_ROUNDS = 12 };

static uint32_t draw(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

/* An article drawn from names that collide: surnames, accents, two of a name. */
static void make_random(made *m, uint32_t i)
{
    static const char *const players[] = { "Alessandro Bastoni",
                                           "Bastoni",
                                           "Marc Guehi",
                                           "Marc Gu\xC3\xA9hi",
                                           "Guehi",
                                           "Murillo",
                                           "Lautaro Martinez",
                                           "Emiliano Martinez",
                                           "Mart\xC3\xADnez",
                                           "van de Ven",
                                           "Micky van de Ven",
                                           "Trent Alexander-Arnold",
                                           "Alexander-Arnold",
                                           "Jhon Murillo",
                                           "Ven" };
    static const char *const clubs[] = { "Inter Milan", "Liverpool", "Arsenal", "Atletico Madrid",
                                         "Atl\xC3\xA9tico Madrid" };
    static const char *const origins[] = { "", "Romano", "ROMANO", "Herald" };
    static char ids[N_ARTICLES][8], titles[N_ARTICLES][8];
    uint32_t seed = i * 7919 + 1;

    snprintf(ids[i], sizeof ids[i], "%u", i % 20); /* several of one name and day */
    snprintf(titles[i], sizeof titles[i], "No. %u", i);
    made_begin(m, ids[i], (int32_t)draw(&seed, 12), text);
    m->article.title = suitor_sv_of(titles[i]);
    if (m->article.day == 0)
        m->article.day = SUITOR_NO_DAY;
    for (uint32_t n = 1 + draw(&seed, 3); n > 0; n--) {
        const char *club = draw(&seed, 2) ? clubs[draw(&seed, 5)] : NULL;
        uint32_t p = made_player(m, players[draw(&seed, N_ROWS(players))], club, NULL);
        m->players[p].position = (suitor_position)draw(&seed, SUITOR_N_POSITIONS);
        m->players[p].age = (int32_t)draw(&seed, 3) * 10 - 1;
        made_claim(m, p, clubs[draw(&seed, 5)], (suitor_relation)draw(&seed, SUITOR_N_RELATIONS),
                   (suitor_stage)draw(&seed, SUITOR_N_STAGES), origins[draw(&seed, 4)], "Arsenal");
        m->fees[m->facts.n_fees++] = (suitor_fee){
            p, (suitor_fee_kind)draw(&seed, SUITOR_N_FEE_KINDS), "EUR", i, i, made_span(m, "90m")
        };
        m->either_or_players[m->facts.n_either_or_players++] = p;
    }
    m->either_or[m->facts.n_either_or++] =
        (suitor_either_or){ made_club(m, clubs[draw(&seed, 5)], NULL),
                            { 0, m->facts.n_either_or_players },
                            made_span(m, "one of two") };
    m->needs[m->facts.n_needs++] = (suitor_need){ made_club(m, clubs[draw(&seed, 5)], NULL),
                                                  SUITOR_CB, made_span(m, "a back") };
}

static suitor_store *fill_shuffled(uint32_t seed)
{
    suitor_store *store = made_store();
    uint32_t order[N_ARTICLES];
    made m;

    for (uint32_t i = 0; i < N_ARTICLES; i++)
        order[i] = i;
    for (uint32_t i = N_ARTICLES; seed && i-- > 1;) {
        uint32_t k = draw(&seed, i + 1), moved = order[i];
        order[i] = order[k];
        order[k] = moved;
    }
    for (uint32_t i = 0; i < N_ARTICLES; i++) {
        make_random(&m, order[i]);
        made_put(store, &m);
        if (draw(&seed, 4) == 0) /* again, which changes nothing */
            assert_false(made_put(store, &m));
    }
    return store;
}

static void test_any_order(void **state)
{
    static const int32_t days[] = { -1, 3, 7, SUITOR_NO_DAY };
    suitor_store *first = fill_shuffled(0);

    (void)state;
    for (uint32_t round = 1; round <= N_ROUNDS; round++) {
        suitor_store *other = fill_shuffled(round);
        for (size_t i = 0; i < N_ROWS(days); i++) {
            char *expected = made_write(first, days[i]), *got = made_write(other, days[i]);
            assert_string_equal(got, expected);
            free(expected);
            free(got);
        }
        suitor_store_close(other);
    }
    suitor_store_close(first);
}

/* The ledger of a day is that of a store which never heard of later articles. */
static void test_day_is_cut(void **state)
{
    suitor_store *all = fill_shuffled(5), *early = made_store();
    made m;

    (void)state;
    for (uint32_t i = 0; i < N_ARTICLES; i++) {
        make_random(&m, i);
        if (m.article.day <= 6)
            assert_true(made_put(early, &m));
    }
    char *expected = made_write(early, 6), *got = made_write(all, 6);
    assert_string_equal(got, expected);
    free(expected);
    free(got);
    suitor_store_close(all);
    suitor_store_close(early);
}

/* Rows are in the order that ledger.h promises. */
static void test_sorted(void **state)
{
    suitor_store *store = fill_shuffled(9);
    suitor_ledger *l = NULL;

    (void)state;
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    for (uint32_t i = 1; i < l->n_rows; i++) {
        const suitor_ledger_row *a = &l->rows[i - 1], *b = &l->rows[i];
        const int64_t left[] = { a->player, a->club, a->day, a->article, a->evidence };
        const int64_t right[] = { b->player, b->club, b->day, b->article, b->evidence };
        int k = 0;
        while (k < 4 && left[k] == right[k])
            k++;
        assert_true(left[k] < right[k]);
    }
    for (uint32_t i = 0; i < l->n_rows; i++) {
        assert_true(l->rows[i].player < l->n_players);
        assert_in_range(l->rows[i].club, l->n_players, l->n_entities - 1);
        assert_int_equal(l->rows[i].day, l->articles[l->rows[i].article].day);
    }
    suitor_ledger_free(l);
    suitor_store_close(store);
}

static const struct {
    const char *harm, *message;
} harms[] = {
    { "UPDATE claim SET relation = 99", "a code out of range" },
    { "UPDATE evidence SET stage = -1", "a code out of range" },
    { "UPDATE evidence SET hedge = 1 << 40", "a code out of range" },
    { "UPDATE evidence SET source = 77", "evidence without an origin" },
    { "UPDATE claim SET club = 1 << 50", "a row that points to nobody" },
    { "UPDATE claim SET club = (SELECT id FROM entity WHERE kind = 0)",
      "a row that points to nobody" },
    { "UPDATE article_player SET position = 99", "a code out of range" },
    { "UPDATE article_player SET spelling = 99", "a player without a name" },
    { "UPDATE spelling SET entity = 99", "a spelling of nobody" },
    { "UPDATE spelling SET entity = (SELECT id FROM entity WHERE kind = 1)",
      "a club among the players" },
    { "DELETE FROM spelling WHERE text = 'Liverpool'", "an entity without a name" },
    { "UPDATE article SET digest = x''", "an article without a digest" },
    { "UPDATE fee SET currency = 'EURO'", "a currency of more than three letters" },
    { "UPDATE need SET position = 99", "a code out of range" },
};

/* Files are input too: rows that no suitor wrote are refused, not followed. */
static void test_damaged(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(harms); i++) {
        suitor_store *store = made_store();
        suitor_ledger *l = NULL;
        suitor_error err = { 0 };
        made m;
        make_monday(&m);
        m.needs[m.facts.n_needs++] = (suitor_need){ 0, SUITOR_LB, made_span(&m, "a back") };
        assert_true(made_put(store, &m));
        sqlite3_exec(store->db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON",
                     NULL, NULL, NULL);
        check_row(i, harms[i].harm,
                  sqlite3_exec(store->db, harms[i].harm, NULL, NULL, NULL) == SQLITE_OK);
        suitor_status st = suitor_store_ledger(store, SUITOR_NO_DAY, &l, &err);
        check_row(i, harms[i].harm, st == SUITOR_ERR_DB && l == NULL);
        check_row(i, err.message, strstr(err.message, harms[i].message) != NULL);
        assert_true(sqlite3_get_autocommit(store->db));
        suitor_store_close(store);
    }
}

/* Rows of articles that are gone are not followed into nothing. */
static void test_orphans(void **state)
{
    suitor_store *store = *state;
    made m;

    make_monday(&m);
    assert_true(made_put(store, &m));
    assert_int_equal(
        sqlite3_exec(store->db, "PRAGMA foreign_keys = OFF; DELETE FROM article", NULL, NULL, NULL),
        SQLITE_OK);
    check_ledger(store, SUITOR_NO_DAY, "at -2147483648 players 0\n");
}

int main(void)
{
#define WITH_STORE(test) cmocka_unit_test_setup_teardown(test, open_store, close_store)
    const struct CMUnitTest tests[] = {
        WITH_STORE(test_days),
        WITH_STORE(test_no_day),
        WITH_STORE(test_tie_as_of_day),
        WITH_STORE(test_names),
        WITH_STORE(test_origins),
        WITH_STORE(test_members_once),
        WITH_STORE(test_empty),
        WITH_STORE(test_orphans),
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_day_is_cut),
        cmocka_unit_test(test_positions),
        cmocka_unit_test(test_sorted),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
