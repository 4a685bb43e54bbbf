/* The DOT text, letter for letter, and what Graphviz reads back from it. With
 * SUITOR_UPDATE_GOLDEN set in the environment the expected files are written anew. */
#include <graphviz/cgraph.h>

#include "file.h"
#include "picture.h"

#define HERE SUITOR_TESTS_DIR "/export/"

static const struct {
    const char *focus, *file;
    int vertices, edges;
} pictures[] = {
    { NULL, HERE "expected/market.dot", 10, 10 },
    { "Alessandro Bastoni", HERE "expected/race.dot", 10, 9 },
    { "Chelsea", HERE "expected/club.dot", 10, 10 },
    { "Cristian Romero", HERE "expected/nobody.dot", 2, 1 },
};

static picture draw_plain(const market_fixture *f, const char *focus)
{
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;

    options.style = HERE "plain_style.json";
    if (focus)
        options.focus = fixture_entity(f->ledger, focus);
    picture p = draw_with(f, SUITOR_DOT, &options);
    assert_int_equal(p.status, SUITOR_OK);
    return p;
}

static void update(const char *path, const picture *p)
{
    FILE *out = fopen(path, "wb");

    assert_non_null(out);
    fwrite(p->bytes, 1, p->len, out);
    assert_int_equal(fclose(out), 0);
}

static void test_expected(void **state)
{
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    for (size_t i = 0; i < N_ROWS(pictures); i++) {
        arena memory = { 0 };
        suitor_sv expected = { 0 };
        picture p = draw_plain(&f, pictures[i].focus);
        if (getenv("SUITOR_UPDATE_GOLDEN"))
            update(pictures[i].file, &p);
        assert_int_equal(file_read(pictures[i].file, 1 << 20, &memory, &expected, NULL), SUITOR_OK);
        check_row(i, pictures[i].file, suitor_sv_equal(expected, suitor_sv_make(p.bytes, p.len)));
        picture_free(&p);
        arena_free(&memory);
    }
    market_clear(&f);
}

static void test_read_back(void **state)
{
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    for (size_t i = 0; i < N_ROWS(pictures); i++) {
        picture p = draw_plain(&f, pictures[i].focus);
        Agraph_t *g = agmemread(p.bytes);
        check_row(i, pictures[i].file, g != NULL);
        check_row(i, pictures[i].file, agnnodes(g) == pictures[i].vertices);
        check_row(i, pictures[i].file, agnedges(g) == pictures[i].edges);
        agclose(g);
        picture_free(&p);
    }
    market_clear(&f);
}

static void test_facts(void **state)
{
    static const struct {
        char *name, *value;
    } facts[] = { { "kind", "interest" },
                  { "stage", "keen" },
                  { "first", "2026-03-02" },
                  { "origins", "2" },
                  { "articles", "1" } };
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    picture p = draw_plain(&f, NULL);
    Agraph_t *g = agmemread(p.bytes);
    Agnode_t *player = agnode(g, "Alessandro Bastoni", 0), *club = agnode(g, "Liverpool", 0);
    assert_non_null(player);
    assert_non_null(club);
    assert_string_equal(agget(player, "kind"), "player");
    assert_string_equal(agget(player, "position"), "CB");
    assert_string_equal(agget(club, "kind"), "club");
    Agedge_t *edge = agedge(g, player, club, NULL, 0);
    assert_non_null(edge);
    for (size_t i = 0; i < N_ROWS(facts); i++)
        assert_string_equal(agget(edge, facts[i].name), facts[i].value);
    agclose(g);
    picture_free(&p);
    market_clear(&f);
}

/* The order of the claims does not show. */
static void test_same_bytes(void **state)
{
    static const fixture_claim claims[] = {
        { "2026-03-01", "a", "O", "P", "A", SUITOR_INTEREST, SUITOR_KEEN, SUITOR_FIRM, 0.9 },
        { "2026-03-01", "a", "O", "P", "B", SUITOR_INTEREST, SUITOR_KEEN, SUITOR_FIRM, 0.9 },
        { "2026-03-01", "b", "O", "Q", "A", SUITOR_INTEREST, SUITOR_BID, SUITOR_FIRM, 0.9 },
        { "2026-03-01", "b", "O", "Q", "C", SUITOR_INTEREST, SUITOR_BID, SUITOR_FIRM, 0.9 },
    };
    market_fixture f = { 0 }, g = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(claims); i++) {
        fixture_add(&f.claims, &claims[i], 1);
        fixture_add(&g.claims, &claims[N_ROWS(claims) - 1 - i], 1);
    }
    market_build(&f, "2026-03-02");
    market_build(&g, "2026-03-02");
    picture p = draw_plain(&f, NULL), q = draw_plain(&g, NULL);
    assert_string_equal(p.bytes, q.bytes);
    picture_free(&p);
    picture_free(&q);
    market_clear(&f);
    market_clear(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expected),
        cmocka_unit_test(test_read_back),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_same_bytes),
    };

    setenv("SUITOR_DATA", HERE "no_data", 1); /* no gazetteer, so no colours that change */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
