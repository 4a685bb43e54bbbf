#include "scene.h"

#include "picture.h"

/* Edges as "player<-club", in the order drawn. */
static const char *edges_of(const scene *s, char *out, size_t size)
{
    size_t len = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < s->n_edges && len < size; i++)
        len += (size_t)snprintf(out + len, size - len, "%s%.*s<-%.*s", i ? "; " : "",
                                SUITOR_SV_ARG(s->ledger->entities[s->edges[i].player].name),
                                SUITOR_SV_ARG(s->ledger->entities[s->edges[i].club].name));
    return out;
}

static void test_choice(void **state)
{
    static const struct {
        const char *focus;
        uint32_t top;
        scene_kind kind;
        uint32_t players, clubs, edges;
        const char *first; /* the edges begin so */
    } rows[] = {
        { NULL, 1, SCENE_MARKET, 1, 8, 8, "Alessandro Bastoni<-Liverpool" },
        { NULL, 2, SCENE_MARKET, 2, 8, 10, "Alessandro Bastoni<-Liverpool" },
        { NULL, 12, SCENE_MARKET, 2, 8, 10, "Alessandro Bastoni<-Liverpool" },
        { NULL, 0, SCENE_MARKET, 4, 8, 12, "Alessandro Bastoni<-Liverpool" },
        { "Alessandro Bastoni", 12, SCENE_RACE, 1, 9, 8, "Alessandro Bastoni<-Liverpool" },
        { "Micky van de Ven", 12, SCENE_RACE, 1, 2, 1, "Micky van de Ven<-Liverpool" },
        { "Cristian Romero", 12, SCENE_RACE, 1, 1, 0, "" },
        { "Chelsea", 12, SCENE_CLUB, 2, 8, 10, "Murillo<-" },
        { "Inter Milan", 12, SCENE_CLUB, 0, 1, 0, "" },
    };
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
        char text[1024];
        scene s;
        options.top = rows[i].top;
        if (rows[i].focus)
            options.focus = fixture_entity(f.ledger, rows[i].focus);
        assert_int_equal(scene_choose(f.market, &options, NULL, &s, NULL), SUITOR_OK);
        edges_of(&s, text, sizeof text);
        check_row(i, text,
                  s.kind == rows[i].kind && s.n_players == rows[i].players &&
                      s.n_clubs == rows[i].clubs && s.n_edges == rows[i].edges);
        check_row(i, text, strncmp(text, rows[i].first, strlen(rows[i].first)) == 0);
        scene_clear(&s);
    }
    market_clear(&f);
}

static void test_sources(void **state)
{
    market_fixture f;
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    scene s;

    (void)state;
    bastoni_market(&f);
    options.focus = fixture_entity(f.ledger, "Micky van de Ven");
    assert_int_equal(scene_choose(f.market, &options, NULL, &s, NULL), SUITOR_OK);
    assert_int_equal(s.n_articles, 1); /* Romano's word on him and no other */
    assert_int_equal(s.n_origins, 1);
    scene_clear(&s);
    options.focus = fixture_entity(f.ledger, "Alessandro Bastoni");
    assert_int_equal(scene_choose(f.market, &options, NULL, &s, NULL), SUITOR_OK);
    assert_int_equal(s.n_articles, 1);
    assert_int_equal(s.n_origins, 3); /* TEAMtalk, CaughtOffside, Romano */
    scene_clear(&s);
    market_clear(&f);
}

static void test_wrong_focus(void **state)
{
    market_fixture f;
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    suitor_error err;
    scene s;

    (void)state;
    bastoni_market(&f);
    options.focus = f.ledger->n_entities;
    assert_int_equal(scene_choose(f.market, &options, NULL, &s, &err), SUITOR_ERR_INVALID);
    assert_non_null(strstr(err.message, "focus"));
    scene_clear(&s);
    market_clear(&f);
}

/* Arrow and Bridge want the same eight players, twenty others two each of their own. */
static void add_claims(ledger_fixture *f)
{
    static char names[48][2][8];

    for (int i = 0; i < 48; i++) {
        fixture_claim c = { "2026-05-01", "a",         "Nobody",
                            names[i][0],  names[i][1], SUITOR_INTEREST,
                            SUITOR_KEEN,  SUITOR_FIRM, 1 };
        snprintf(names[i][0], sizeof names[i][0], "p%d", i);
        snprintf(names[i][1], sizeof names[i][1], "c%d", i / 2);
        if (i < 8)
            c.club = "Arrow";
        fixture_add(f, &c, 1);
        c.club = "Bridge";
        if (i < 8)
            fixture_add(f, &c, 1);
    }
}

static void test_frequent_rivals(void **state)
{
    market_fixture f = { 0 };
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    scene s;

    (void)state;
    add_claims(&f.claims);
    market_build(&f, "2026-05-01");
    options.focus = fixture_entity(f.ledger, "Arrow");
    options.style = SUITOR_TESTS_DIR "/export/plain_style.json";
    assert_int_equal(scene_choose(f.market, &options, NULL, &s, NULL), SUITOR_OK);
    assert_int_equal(s.n_frequent, 1);
    assert_true(s.frequent[fixture_entity(f.ledger, "Bridge")]);
    scene_clear(&s);
    picture dot = draw_with(&f, SUITOR_DOT, &options);
    assert_int_equal(dot.status, SUITOR_OK);
    assert_non_null(strstr(dot.bytes, "peripheries=2"));
    assert_non_null(strstr(dot.bytes, "meets Arrow more often than by chance"));
    free(dot.bytes);
    market_clear(&f);
}

static void test_duel(void **state)
{
    market_fixture f = { 0 };
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    scene s;

    (void)state;
    add_claims(&f.claims);
    market_build(&f, "2026-05-01");
    options.focus = fixture_entity(f.ledger, "Arrow");
    options.against = fixture_entity(f.ledger, "Bridge");
    options.top = 5;
    assert_int_equal(scene_choose(f.market, &options, NULL, &s, NULL), SUITOR_OK);
    assert_int_equal(s.kind, SCENE_DUEL);
    assert_int_equal(s.n_players, 5);
    assert_int_equal(s.n_clubs, 2);
    assert_int_equal(s.n_lines, 10); /* from each player to either club */
    assert_int_equal(s.odds.n_meetings, 8);
    assert_true(s.odds.q <= SUITOR_FALSE_DISCOVERY_RATE);
    scene_clear(&s);
    options.against = options.focus;
    assert_int_equal(scene_choose(f.market, &options, NULL, &s, NULL), SUITOR_ERR_INVALID);
    scene_clear(&s);
    options.against = 0; /* a player */
    assert_int_equal(scene_choose(f.market, &options, NULL, &s, NULL), SUITOR_ERR_INVALID);
    scene_clear(&s);
    market_clear(&f);
}

static void test_groups(void **state)
{
    market_fixture f;
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    groups g;
    scene s;

    (void)state;
    bastoni_market(&f);
    assert_int_equal(groups_find(f.market, &g, NULL), SUITOR_OK);
    assert_int_equal(g.of[fixture_entity(f.ledger, "Liverpool")],
                     g.of[fixture_entity(f.ledger, "Alessandro Bastoni")]);
    assert_int_equal(g.of[fixture_entity(f.ledger, "Inter Milan")], SUITOR_NO_INDEX);
    options.cluster = 0;
    assert_int_equal(scene_choose(f.market, &options, &g, &s, NULL), SUITOR_OK);
    assert_int_equal(s.kind, SCENE_CLUSTER);
    assert_int_equal(s.n_lines, s.n_edges);
    assert_non_null(strstr(s.cluster->name, f.ledger->entities[s.lead].name.ptr));
    for (uint32_t i = 0; i < s.n_clubs; i++) /* nobody from outside */
        assert_int_equal(g.of[s.clubs[i]], 0);
    scene_clear(&s);
    options.cluster = g.found->n_clusters;
    assert_int_equal(scene_choose(f.market, &options, &g, &s, NULL), SUITOR_ERR_INVALID);
    scene_clear(&s);
    options.cluster = SUITOR_NO_INDEX;
    options.rivalries = true;
    options.top = 3;
    assert_int_equal(scene_choose(f.market, &options, &g, &s, NULL), SUITOR_OK);
    assert_int_equal(s.kind, SCENE_RIVALRIES);
    assert_int_equal(s.n_players, 0);
    assert_int_equal(s.n_lines, 3);
    assert_true(s.lines[0].weight == 1 && s.lines[2].weight < 1);
    assert_true(s.n_articles > 0 && s.n_origins > 0);
    scene_clear(&s);
    groups_clear(&g);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_choice),      cmocka_unit_test(test_sources),
        cmocka_unit_test(test_wrong_focus), cmocka_unit_test(test_frequent_rivals),
        cmocka_unit_test(test_duel),        cmocka_unit_test(test_groups),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
