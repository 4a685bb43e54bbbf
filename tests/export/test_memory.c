/* Every allocation of our own fails in turn: no crash, nothing left over, and never
 * a picture with something missing. Graphviz has memory enough throughout. */
#include "picture.h"
#include "scarce_memory.h"

static void starve_of(const market_fixture *f, suitor_export_options options, suitor_format format)
{
    suitor_error err = { 0 };
    suitor_status st = SUITOR_ERR_NOMEM;
    uint32_t failures = 0;

    picture whole = draw_with(f, format, &options);
    assert_int_equal(whole.status, SUITOR_OK);
    for (uint32_t n = 0; st != SUITOR_OK; n++) {
        picture p = { 0 };
        FILE *out = open_memstream(&p.bytes, &p.len);
        memory_allow(n);
        st = suitor_export(f->market, format, &options, out, &err);
        memory_plenty();
        fclose(out);
        if (st == SUITOR_OK)
            assert_string_equal(p.bytes, whole.bytes);
        else
            assert_int_equal(st, SUITOR_ERR_NOMEM);
        failures += st != SUITOR_OK;
        picture_free(&p);
    }
    assert_true(failures > 50);
    picture_free(&whole);
}

static void starve(const char *focus, suitor_format format)
{
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    market_fixture f;

    bastoni_market(&f);
    if (focus)
        options.focus = fixture_entity(f.ledger, focus);
    starve_of(&f, options, format);
    market_clear(&f);
}

static void test_dot(void **state)
{
    (void)state;
    starve(NULL, SUITOR_DOT);
    starve("Alessandro Bastoni", SUITOR_DOT);
    starve("Chelsea", SUITOR_DOT);
}

static void test_svg(void **state)
{
    (void)state;
    starve("Murillo", SUITOR_SVG);
    starve(NULL, SUITOR_SVG);
}

static void test_kinds(void **state)
{
    const suitor_export_options none = SUITOR_EXPORT_OPTIONS_INIT;
    suitor_export_options options = none;
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    options.theme = "dark";
    options.rivalries = true;
    starve_of(&f, options, SUITOR_DOT);
    options = none;
    options.cluster = 0;
    starve_of(&f, options, SUITOR_DOT);
    options = none;
    options.focus = fixture_entity(f.ledger, "Liverpool");
    options.against = fixture_entity(f.ledger, "Chelsea");
    starve_of(&f, options, SUITOR_DOT);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dot),
        cmocka_unit_test(test_svg),
        cmocka_unit_test(test_kinds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
