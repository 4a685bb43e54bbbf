/* Finding players and clubs by name: exact, by alias, by last words, by beginnings,
 * and what is said when nobody or several fit. */
#include "made.h"

#include <stdlib.h>

static const struct {
    const char *player, *club, *alias;
} told[] = {
    { "Alessandro Bastoni", "Inter Milan", "Ale Bastoni" },
    { "Bastoni", NULL, NULL },
    { "Cristian Romero", "Tottenham", "Cuti Romero" },
    { "Romero", "Tottenham", NULL },
    { "Luis Romero", "Real Betis", NULL },
    { "Marc Gu\xC3\xA9hi", "Manchester City", NULL },
    { "Murillo", "Nottingham Forest", NULL },
    { "Jhon Murillo", "Porto", NULL },
    { "Virgil van Dijk", "Liverpool", NULL },
    { "Trent Alexander-Arnold", "Real Madrid", NULL },
    { "Alexander-Arnold", NULL, NULL },
    { "Santos", NULL, NULL },
    { "Lautaro Martinez", "Inter Milan", NULL },
    { "Emiliano Martinez", "Aston Villa", NULL },
    { "Martinez", "Aston Villa", NULL },
    { "Martinez", "Inter Milan", NULL },
    { "Heung-min Son", "Tottenham", "Son Heung-min" },
};

static const char *const clubs[][2] = {
    { "Manchester United", "Man Utd" },
    { "Manchester City", "City" },
    { "Santos", NULL },
    { "Atl\xC3\xA9tico Madrid", "Atleti" },
    { "Bayern Munich", "FC Bayern" },
    { "Hull City", "City" },
    { "Birmingham City", NULL },
    { "Cardiff City", NULL },
    { "Coventry City", NULL },
    { "Exeter City", NULL },
    { "Leicester City", NULL },
    { "Lincoln City", NULL },
    { "Norwich City", NULL },
    { "Stoke City", NULL },
};

static int open_store(void **state)
{
    suitor_store *store = made_store();

    for (size_t i = 0; i < N_ROWS(told); i++) {
        made m;
        made_begin(&m, "x", (int32_t)i, "Text.");
        made_player(&m, told[i].player, told[i].club, told[i].alias);
        assert_true(made_put(store, &m));
    }
    for (size_t i = 0; i < N_ROWS(clubs); i++) {
        made m;
        made_begin(&m, "y", 100 + (int32_t)i, "Text.");
        made_club(&m, clubs[i][0], clubs[i][1]);
        assert_true(made_put(store, &m));
    }
    *state = store;
    return 0;
}

static int close_store(void **state)
{
    suitor_store_close(*state);
    return 0;
}

#define BOTH SUITOR_N_KINDS
#define PLAYER SUITOR_KIND_PLAYER
#define CLUB SUITOR_KIND_CLUB

static const struct {
    const char *query;
    suitor_kind kind;
    const char *expected; /* name found, or the whole message */
    suitor_status status;
} rows[] = {
    { "Alessandro Bastoni", BOTH, "Alessandro Bastoni", SUITOR_OK },
    { "  alessandro BASTONI ", PLAYER, "Alessandro Bastoni", SUITOR_OK },
    { "bastoni", BOTH, "Alessandro Bastoni", SUITOR_OK }, /* the surname is tied to him */
    { "ale bastoni", BOTH, "Alessandro Bastoni", SUITOR_OK },
    { "Cuti Romero", BOTH, "Cristian Romero", SUITOR_OK },
    { "romero", BOTH, "Cristian Romero", SUITOR_OK }, /* tied by his club */
    { "luis romero", BOTH, "Luis Romero", SUITOR_OK },
    { "guehi", BOTH, "Marc Gu\xC3\xA9hi", SUITOR_OK },
    { "Gu\xC3\xA9hi", BOTH, "Marc Gu\xC3\xA9hi", SUITOR_OK },
    { "Murillo", BOTH, "Murillo", SUITOR_OK }, /* nobody else's surname: clubs differ */
    { "jhon murillo", BOTH, "Jhon Murillo", SUITOR_OK },
    { "van dijk", BOTH, "Virgil van Dijk", SUITOR_OK },
    { "dijk", BOTH, "Virgil van Dijk", SUITOR_OK },
    { "alexander arnold", BOTH, "Trent Alexander-Arnold", SUITOR_OK },
    { "arnold", BOTH, "Trent Alexander-Arnold", SUITOR_OK },
    { "son", BOTH, "Heung-min Son", SUITOR_OK },
    { "son heung min", BOTH, "Heung-min Son", SUITOR_OK },
    { "virg dijk", BOTH, "Virgil van Dijk", SUITOR_OK },
    { "man utd", BOTH, "Manchester United", SUITOR_OK },
    { "manchester u", BOTH, "Manchester United", SUITOR_OK },
    { "united", BOTH, "Manchester United", SUITOR_OK },
    { "atletico", BOTH, "Atl\xC3\xA9tico Madrid", SUITOR_OK },
    { "munich bayern", BOTH, "Bayern Munich", SUITOR_OK },
    { "villa", CLUB, "Aston Villa", SUITOR_OK },
    { "Santos", PLAYER, "Santos", SUITOR_OK },
    { "Santos", CLUB, "Santos", SUITOR_OK },
    { "Santos", BOTH, "\"Santos\" fits several: Santos (player), Santos (club)",
      SUITOR_ERR_AMBIGUOUS },
    { "martinez", BOTH, "\"martinez\" fits several: Emiliano Martinez, Lautaro Martinez",
      SUITOR_ERR_AMBIGUOUS },
    { "city", BOTH, "\"city\" fits several: Hull City, Manchester City", SUITOR_ERR_AMBIGUOUS },
    { "c", BOTH,
      "\"c\" fits several: Cristian Romero (player), Birmingham City (club), Cardiff City (club), "
      "Coventry City (club), Exeter City (club), Hull City (club), Leicester City (club), "
      "Lincoln City (club) and others",
      SUITOR_ERR_AMBIGUOUS },
    { "bastonni", BOTH, "no player or club called \"bastonni\"; did you mean Alessandro Bastoni?",
      SUITOR_ERR_NOTFOUND },
    { "Liverpol", CLUB, "no club called \"Liverpol\"; did you mean Liverpool?",
      SUITOR_ERR_NOTFOUND },
    { "Liverpool", PLAYER, "no player called \"Liverpool\" in :memory:", SUITOR_ERR_NOTFOUND },
    { "Romera", BOTH,
      "no player or club called \"Romera\"; did you mean Cristian Romero, Luis Romero?",
      SUITOR_ERR_NOTFOUND },
    { "Zzyzx", BOTH, "no player or club called \"Zzyzx\" in :memory:", SUITOR_ERR_NOTFOUND },
    { "", BOTH, "an empty name", SUITOR_ERR_NOTFOUND },
    { "'", BOTH, "no player or club called \"'\" in :memory:", SUITOR_ERR_NOTFOUND },
    { "x' OR 1=1 --", BOTH,
      "no player or club called \"x' OR 1=1 --\" in :memory:", SUITOR_ERR_NOTFOUND },
};

static const char *name_of(suitor_store *store, int64_t id, char *out, size_t cap)
{
    suitor_ledger *l = NULL;

    out[0] = '\0';
    assert_int_equal(suitor_store_ledger(store, SUITOR_NO_DAY, &l, NULL), SUITOR_OK);
    uint32_t i = suitor_ledger_find(l, id);
    if (i != SUITOR_NO_INDEX)
        snprintf(out, cap, "%.*s", SUITOR_SV_ARG(l->entities[i].name));
    suitor_ledger_free(l);
    return out;
}

static void test_rows(void **state)
{
    suitor_store *store = *state;

    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_error err = { 0 };
        suitor_kind kind = SUITOR_N_KINDS;
        int64_t id = -1;
        char name[64];
        suitor_status st =
            suitor_store_find(store, suitor_sv_of(rows[i].query), rows[i].kind, &id, &kind, &err);
        if (st != rows[i].status || (st != SUITOR_OK && strcmp(err.message, rows[i].expected) != 0))
            print_error("got %d %s\n", (int)st, err.message);
        check_row(i, rows[i].query, st == rows[i].status);
        check_row(i, rows[i].query, (id == -1) == (st != SUITOR_OK));
        if (st != SUITOR_OK) {
            check_row(i, rows[i].query, strcmp(err.message, rows[i].expected) == 0);
            continue;
        }
        check_row(i, rows[i].query, rows[i].kind == BOTH || kind == rows[i].kind);
        if (kind == CLUB) /* a club that is only named is in no ledger */
            continue;
        name_of(store, id, name, sizeof name);
        check_row(i, rows[i].query, strcmp(name, rows[i].expected) == 0);
    }
    assert_int_equal(suitor_store_find(store, suitor_sv_of("guehi"), BOTH, NULL, NULL, NULL),
                     SUITOR_OK);
}

/* Names that only a replaced article told are names of nobody. */
static void test_forgotten(void **state)
{
    suitor_store *store = *state;
    suitor_error err;
    made m;

    made_begin(&m, "z", 200, "Text.");
    m.article.url = suitor_sv_of("http://z");
    made_player(&m, "Kobbie Mainoo", NULL, NULL);
    assert_true(made_put(store, &m));
    assert_int_equal(suitor_store_find(store, suitor_sv_of("mainoo"), BOTH, NULL, NULL, &err),
                     SUITOR_OK);
    m.facts.n_players = 0;
    m.article.title = suitor_sv_of("Corrected");
    assert_true(made_put(store, &m));
    static const char *const queries[] = { "mainoo", "Kobbie Mainoo", "kob", "mainooo" };
    for (size_t i = 0; i < N_ROWS(queries); i++) {
        suitor_status st =
            suitor_store_find(store, suitor_sv_of(queries[i]), BOTH, NULL, NULL, &err);
        check_row(i, err.message, st == SUITOR_ERR_NOTFOUND);
    }
}

/* Very long names are shown cut, at a character. */
static void test_long_names(void **state)
{
    suitor_store *store = *state;
    suitor_error err;
    char name[2001];

    for (size_t i = 0; i < 2000; i += 2)
        memcpy(name + i, "\xC3\xA9", 2);
    assert_int_equal(
        suitor_store_find(store, suitor_sv_make(name + 1, 1999), BOTH, NULL, NULL, &err),
        SUITOR_ERR_NOTFOUND);
    assert_int_equal(suitor_store_find(store, suitor_sv_make(name, 2000), BOTH, NULL, NULL, &err),
                     SUITOR_ERR_NOTFOUND);
    assert_non_null(strstr(err.message, "\xC3\xA9\" in :memory:"));
    assert_true(strlen(err.message) < 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows, open_store, close_store),
        cmocka_unit_test_setup_teardown(test_forgotten, open_store, close_store),
        cmocka_unit_test_setup_teardown(test_long_names, open_store, close_store),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
