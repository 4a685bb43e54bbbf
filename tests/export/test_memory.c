/* Every allocation of our own fails in turn: no crash, nothing left over, and never
 * a picture with something missing. Graphviz has memory enough throughout. */
#include "picture.h"
#include "scarce_memory.h"

static void starve(const char *focus, suitor_format format)
{
    market_fixture f;
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    suitor_error err = { 0 };
    suitor_status st = SUITOR_ERR_NOMEM;
    uint32_t failures = 0;

    bastoni_market(&f);
    if (focus)
        options.focus = fixture_entity(f.ledger, focus);
    picture whole = draw_with(&f, format, &options);
    assert_int_equal(whole.status, SUITOR_OK);
    for (uint32_t n = 0; st != SUITOR_OK; n++) {
        picture p = { 0 };
        FILE *out = open_memstream(&p.bytes, &p.len);
        memory_allow(n);
        st = suitor_export(f.market, format, &options, out, &err);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dot),
        cmocka_unit_test(test_svg),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
