/* Places: nothing lies on anything else, and the picture is no wider than asked. */
#include <graphviz/gvc.h>

#include "picture.h"
#include "render.h"

/* Corners of a vertex after the picture was laid out, from its attributes. */
static area area_of(Agnode_t *vertex)
{
    double x, y, width = 72 * strtod(agget(vertex, "width"), NULL),
                 height = 72 * strtod(agget(vertex, "height"), NULL);

    assert_int_equal(sscanf(agget(vertex, "pos"), "%lf,%lf", &x, &y), 2);
    return (area){ x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

static void check_apart(Agraph_t *g)
{
    for (Agnode_t *v = agfstnode(g); v; v = agnxtnode(g, v))
        for (Agnode_t *w = agnxtnode(g, v); w; w = agnxtnode(g, w)) {
            area a = area_of(v), b = area_of(w);
            bool apart =
                a.right <= b.left || b.right <= a.left || a.top <= b.bottom || b.top <= a.bottom;
            if (!apart)
                print_error("%s lies on %s\n", agnameof(v), agnameof(w));
            assert_true(apart);
        }
}

static void arrange_market(const market_fixture *f, uint32_t focus, area *bounds)
{
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    style looks;
    colour_table colours = { 0 };
    scene chosen;
    drawing d;
    suitor_error err;
    GVC_t *gvc = graphviz();

    options.focus = focus;
    options.top = 0;
    assert_int_equal(style_load(NULL, NULL, &looks, &err), SUITOR_OK);
    assert_int_equal(scene_choose(f->market, &options, NULL, &chosen, &err), SUITOR_OK);
    assert_int_equal(drawing_make(&chosen, &looks, &colours, NULL, NULL, &d, &err), SUITOR_OK);
    assert_int_equal(arrange(gvc, &d, bounds, &err), SUITOR_OK);
    check_apart(d.graph);
    drawing_clear(&d);
    scene_clear(&chosen);
    style_clear(&looks);
}

static void test_markets(void **state)
{
    static const unsigned sizes[] = { 1, 2, 5, 12, 40, 150 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(sizes); i++) {
        market_fixture f;
        area b;
        busy_market(&f, sizes[i]);
        arrange_market(&f, SUITOR_NO_INDEX, &b);
        check_row(i, "wider than 1,260 pixels", (b.right - b.left) * 96 / 72 < 1260);
        market_clear(&f);
    }
}

static void test_layered(void **state)
{
    market_fixture f;
    area b;

    (void)state;
    busy_market(&f, 60);
    for (uint32_t i = 0; i < f.ledger->n_entities; i += 7)
        arrange_market(&f, i, &b);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markets),
        cmocka_unit_test(test_layered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
