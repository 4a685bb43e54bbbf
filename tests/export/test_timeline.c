/* Timelines as SVG: one picture letter for letter, well-formed whatever the names, and axes
 * with room for their labels. With SUITOR_UPDATE_GOLDEN set in the environment the expected
 * file is written anew. */
#include <libxml/parser.h>
#include <math.h>
#include <stdlib.h>

#include "axes.h"
#include "file.h"
#include "picture.h"
#include "scarce_memory.h"

#define HERE SUITOR_TESTS_DIR "/export/"
#define EXPECTED HERE "expected/timeline.svg"

#define TELLS(day, origin, club, relation, stage)                                                  \
    {                                                                                              \
        day, day origin, origin, "Abel", club, relation, stage, SUITOR_FIRM, 0.9                   \
    }

/* A first report, a stage, an end, a move and what it ends. */
static const fixture_claim abel[] = {
    TELLS("2026-05-01", "Herald", "Arrow", SUITOR_PLAYS_FOR, SUITOR_OWNED),
    TELLS("2026-05-02", "Herald", "Bridge", SUITOR_INTEREST, SUITOR_WATCHING),
    TELLS("2026-05-03", "Herald", "Castle", SUITOR_INTEREST, SUITOR_KEEN),
    TELLS("2026-05-05", "Echo", "Bridge", SUITOR_INTEREST, SUITOR_BID),
    TELLS("2026-05-07", "Echo", "Castle", SUITOR_ENDED, SUITOR_OVER),
    TELLS("2026-05-08", "Echo", "Delta", SUITOR_INTEREST, SUITOR_TALKS),
    TELLS("2026-05-10", "The Guardian", "Bridge", SUITOR_DEAL, SUITOR_DONE),
};

static picture draw(const market_fixture *f, const char *entity, const char *looks, uint32_t top)
{
    const suitor_timeline_options options = { top, looks, NULL };
    suitor_timeline t = { 0 };
    picture p = { 0 };
    FILE *out = open_memstream(&p.bytes, &p.len);

    assert_non_null(out);
    assert_int_equal(
        suitor_timeline_of(f->market, fixture_entity(f->ledger, entity), SUITOR_NO_DAY, &t, NULL),
        SUITOR_OK);
    p.status = suitor_export_timeline(f->market, &t, &options, out, &p.err);
    assert_int_equal(fclose(out), 0);
    suitor_timeline_clear(&t);
    return p;
}

static void assert_well_formed(const picture *p)
{
    xmlDocPtr doc = xmlReadMemory(p->bytes, (int)p->len, "timeline.svg", NULL,
                                  XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);

    assert_non_null(doc);
    xmlFreeDoc(doc);
}

static uint32_t count(const picture *p, const char *what)
{
    uint32_t n = 0;

    for (const char *at = p->bytes; (at = strstr(at, what)) != NULL; at++)
        n++;
    return n;
}

static void test_expected(void **state)
{
    market_fixture f = { 0 };
    arena memory = { 0 };
    suitor_sv expected = { 0 };

    (void)state;
    fixture_add(&f.claims, abel, N_ROWS(abel));
    market_build(&f, "2026-05-12");
    picture p = draw(&f, "Abel", HERE "plain_style.json", 0);
    assert_int_equal(p.status, SUITOR_OK);
    assert_well_formed(&p);
    if (getenv("SUITOR_UPDATE_GOLDEN")) {
        FILE *out = fopen(EXPECTED, "wb");
        assert_non_null(out);
        assert_int_equal(fwrite(p.bytes, 1, p.len, out), p.len);
        assert_int_equal(fclose(out), 0);
    }
    assert_int_equal(file_read(EXPECTED, 1 << 20, &memory, &expected, NULL), SUITOR_OK);
    assert_true(suitor_sv_equal(expected, suitor_sv_make(p.bytes, p.len)));
    assert_int_equal(count(&p, "<title>"), 8);
    picture_free(&p);
    arena_free(&memory);
    market_clear(&f);
}

/* Names that would break XML, and more lines than colours. */
static void test_any_names(void **state)
{
    static const char *const clubs[] = { "<b>A & \"B\"</b>",
                                         "]]>",
                                         "\xC3\x28 broken",
                                         "A club with a name that goes on and on and on",
                                         "E",
                                         "F",
                                         "G",
                                         "H",
                                         "I",
                                         "\x01\x02" };
    market_fixture f = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(clubs); i++)
        fixture_add(&f.claims,
                    &(fixture_claim){ "2026-05-01", "a", "<&>", "A <B>", clubs[i], SUITOR_INTEREST,
                                      SUITOR_KEEN, SUITOR_FIRM, 0.9 },
                    1);
    market_build(&f, "2026-05-01");
    picture p = draw(&f, "A <B>", NULL, 0);
    assert_int_equal(p.status, SUITOR_OK);
    assert_well_formed(&p);
    assert_int_equal(count(&p, "<circle"), 10);
    assert_true(count(&p, "stroke-dasharray") > 0);
    picture_free(&p);
    p = draw(&f, "A <B>", NULL, 3);
    assert_int_equal(count(&p, "<circle"), 3);
    assert_int_equal(count(&p, "the strongest 3 of 10"), 1);
    picture_free(&p);
    market_clear(&f);
}

static void test_refused(void **state)
{
    market_fixture f = { 0 };

    (void)state;
    fixture_set_player(&f.claims, "Nobody", SUITOR_CB, 20);
    fixture_add(&f.claims, abel, N_ROWS(abel));
    market_build(&f, "2026-05-12");
    picture p = draw(&f, "Nobody", NULL, 0);
    assert_int_equal(p.status, SUITOR_ERR_INVALID);
    assert_int_equal(p.len, 0);
    picture_free(&p);
    p = draw(&f, "Abel", "/nowhere/style.json", 0);
    assert_int_equal(p.status, SUITOR_ERR_IO);
    assert_int_equal(p.len, 0);
    picture_free(&p);
    market_clear(&f);
}

/* Every allocation fails in turn: never a picture with something missing. */
static void test_without_memory(void **state)
{
    market_fixture f = { 0 };
    suitor_timeline t = { 0 };

    (void)state;
    fixture_add(&f.claims, abel, N_ROWS(abel));
    market_build(&f, "2026-05-12");
    picture whole = draw(&f, "Abel", NULL, 12);
    assert_int_equal(
        suitor_timeline_of(f.market, fixture_entity(f.ledger, "Abel"), SUITOR_NO_DAY, &t, NULL),
        SUITOR_OK);
    for (uint32_t n = 0;; n++) {
        picture p = { 0 };
        FILE *out = open_memstream(&p.bytes, &p.len);
        memory_allow(n);
        p.status = suitor_export_timeline(f.market, &t, NULL, out, NULL);
        bool enough = memory_plenty() <= n;
        fclose(out);
        assert_int_equal(p.status, enough ? SUITOR_OK : SUITOR_ERR_NOMEM);
        assert_string_equal(p.bytes, enough ? whole.bytes : "");
        picture_free(&p);
        if (enough)
            break;
    }
    suitor_timeline_clear(&t);
    picture_free(&whole);
    market_clear(&f);
}

/* Whatever the span and the weights: few lines, round figures, and nothing beyond the field. */
static void test_axes(void **state)
{
    static const struct {
        uint32_t n_days;
        double weight, highest, step;
    } rows[] = {
        { 1, 0.6145, 0.7, 0.1 },  { 30, 0.149, 0.16, 0.02 },   { 200, 1, 1, 0.2 },
        { 2000, 0.8, 0.8, 0.1 },  { 9, 0.002, 0.002, 0.0005 }, { 40000, 0, 0.2, 0.2 },
        { 90, 0.05, 0.05, 0.01 },
    };
    style s;

    (void)state;
    assert_int_equal(style_load(NULL, NULL, &s, NULL), SUITOR_OK);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        axes a = axes_make(&s, 20000, rows[i].n_days, rows[i].weight);
        buf out = { 0 };
        axes_put(&a, &s, &out);
        picture p = { .bytes = out.ptr, .len = out.len };
        uint32_t weights = count(&p, "text-anchor=\"end\"");
        uint32_t dates = count(&p, "text-anchor=\"middle\"");
        if (fabs(a.highest - rows[i].highest) > 1e-9 || fabs(a.step - rows[i].step) > 1e-9)
            print_error("%g by %g\n", a.highest, a.step);
        check_row(i, "highest", fabs(a.highest - rows[i].highest) < 1e-9);
        check_row(i, "step", fabs(a.step - rows[i].step) < 1e-9);
        check_row(i, "labels of weights", weights >= 2 && weights <= 9);
        check_row(i, "labels of dates", dates >= 1 && dates * 50 <= a.width);
        check_row(i, "corners",
                  axes_y(&a, 0) == a.top + a.height && axes_x(&a, a.n_days) == a.left + a.width);
        buf_free(&out);
    }
    style_clear(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expected), cmocka_unit_test(test_any_names),
        cmocka_unit_test(test_refused),  cmocka_unit_test(test_without_memory),
        cmocka_unit_test(test_axes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
