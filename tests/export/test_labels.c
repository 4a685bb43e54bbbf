/* No label lies on another and nothing is wider than 1,200 pixels, read from the SVG as a browser
 * would: of every <text> a box, by widths of letters close to those of Liberation Sans Bold. */
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "picture.h"
#include "suitor/chance.h"
#include "suitor/cluster.h"
#include "suitor/window.h"

enum { MOST_TEXTS = 4096 };

typedef struct {
    double left, top, right, bottom;
    char text[64];
} box;

typedef struct {
    box boxes[MOST_TEXTS];
    size_t n;
    double width; /* of the picture, points */
} page;

static double attribute(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, BAD_CAST name);
    double number = value ? strtod((const char *)value, NULL) : 0;

    xmlFree(value);
    return number;
}

/* Ems. */
static double width_of(const char *text)
{
    double ems = 0;

    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if ((c & 0xC0) == 0x80)
            continue;
        ems += strchr("il.,:'|fjt -()", c) ? 0.31 : c >= 'a' && c <= 'z' && c != 'm' ? 0.57 : 0.68;
    }
    return ems;
}

static void add_text(page *p, xmlNode *node)
{
    xmlChar *text = xmlNodeGetContent(node), *anchor = xmlGetProp(node, BAD_CAST "text-anchor");
    double size = attribute(node, "font-size"), x = attribute(node, "x"), y = attribute(node, "y");
    double width = width_of((const char *)text) * size;
    box *b = &p->boxes[p->n++];

    assert_true(p->n < MOST_TEXTS);
    b->left = x - (!xmlStrcmp(anchor, BAD_CAST "middle") ? width / 2
                   : !xmlStrcmp(anchor, BAD_CAST "end")  ? width
                                                         : 0);
    b->right = b->left + width;
    b->top = y - 0.72 * size; /* height of a capital */
    b->bottom = y + 0.2 * size;
    snprintf(b->text, sizeof b->text, "%s", (const char *)text);
    xmlFree(text);
    xmlFree(anchor);
}

static void gather(page *p, xmlNode *node)
{
    for (; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && !xmlStrcmp(node->name, BAD_CAST "text"))
            add_text(p, node);
        gather(p, node->children);
    }
}

static void read_page(const picture *svg, page *p)
{
    xmlDoc *doc = xmlReadMemory(svg->bytes, (int)svg->len, "picture.svg", NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR);

    assert_non_null(doc);
    p->n = 0;
    p->width = attribute(xmlDocGetRootElement(doc), "width");
    gather(p, xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
}

static void check_page(const char *what, const page *p)
{
    assert_true(p->n > 4);
    if (p->width > 900.5) /* points: 1,200 pixels */
        print_error("%s: %.0f points wide\n", what, p->width);
    assert_true(p->width <= 900.5);
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; k < i; k++) {
            const box *a = &p->boxes[i], *b = &p->boxes[k];
            bool apart = a->right <= b->left || b->right <= a->left || a->bottom <= b->top ||
                         b->bottom <= a->top;
            if (!apart)
                print_error("%s: \"%s\" lies on \"%s\"\n", what, a->text, b->text);
            assert_true(apart);
        }
}

static void check_picture(const market_fixture *f, const char *what,
                          const suitor_export_options *options)
{
    static page p;
    picture svg = draw_with(f, SUITOR_SVG, options);

    if (svg.status != SUITOR_OK)
        print_error("%s: %s\n", what, svg.err.message);
    assert_int_equal(svg.status, SUITOR_OK);
    read_page(&svg, &p);
    check_page(what, &p);
    picture_free(&svg);
}

/* `n` names, three players to two clubs, each player wanted by one to three of them. */
static void invent_market(market_fixture *f, unsigned n)
{
    static const char *const places[] = { "Ashby", "Little Harrowgate", "Moss", "Sankt Olav" };
    static const char *const firsts[] = { "Al", "Bartholomew", "Cy", "Dietrich" };
    unsigned n_clubs = n * 2 / 5, n_players = n - n_clubs;
    uint64_t state = n;

    *f = (market_fixture){ 0 };
    for (unsigned i = 0; i < n_players; i++) {
        char player[48], club[48];
        snprintf(player, sizeof player, "%s Oyelowo-%u", firsts[i % 4], i);
        for (unsigned k = random_below(&state, 3) + 1; k > 0; k--) {
            unsigned c = k == 1 ? i % n_clubs : random_below(&state, n_clubs);
            snprintf(club, sizeof club, "%s Wanderers %u", places[c % 4], c);
            fixture_add(&f->claims,
                        &(fixture_claim){ "2026-03-01", "a", "An Outlet", player, club,
                                          SUITOR_INTEREST, (suitor_stage)(1 + (i + k) % 5),
                                          SUITOR_FIRM, 0.9 },
                        1);
        }
    }
    market_build(f, "2026-03-02");
}

static void test_markets(void **state)
{
    static const unsigned sizes[] = { 5, 20, 60, 150, 500 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(sizes); i++) {
        suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
        market_fixture f;
        char what[32];
        invent_market(&f, sizes[i]);
        options.top = 0;
        snprintf(what, sizeof what, "market of %u", sizes[i]);
        check_picture(&f, what, &options);
        market_clear(&f);
    }
}

static void test_kinds(void **state)
{
    static const unsigned sizes[] = { 10, 40 };
    suitor_export_options options;
    market_fixture f;

    (void)state;
    for (size_t i = 0; i < N_ROWS(sizes); i++) {
        invent_market(&f, sizes[i]);
        const uint32_t club = f.ledger->n_players;
        options = (suitor_export_options)SUITOR_EXPORT_OPTIONS_INIT;
        options.focus = 0;
        check_picture(&f, "race", &options);
        options.focus = club;
        check_picture(&f, "club", &options);
        options.against = club + 1;
        check_picture(&f, "duel", &options);
        options = (suitor_export_options)SUITOR_EXPORT_OPTIONS_INIT;
        options.cluster = 0;
        check_picture(&f, "cluster", &options);
        options = (suitor_export_options)SUITOR_EXPORT_OPTIONS_INIT;
        options.rivalries = true;
        options.top = 40;
        check_picture(&f, "rivalries", &options);
        market_clear(&f);
    }
}

static void test_changes(void **state)
{
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    const suitor_simulate_options sampling = { .seed = 1, .runs = 500 };
    suitor_simulation simulation = { 0 };
    suitor_window *window = NULL;
    suitor_error err;
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    const suitor_do done = { SUITOR_DO_MOVE, fixture_entity(f.ledger, "Alessandro Bastoni"),
                             fixture_entity(f.ledger, "Liverpool"), SUITOR_POS_NONE };
    assert_int_equal(suitor_window_new(f.market, NULL, &window, &err), SUITOR_OK);
    assert_int_equal(suitor_simulate(window, &done, 1, &sampling, &simulation, &err), SUITOR_OK);
    options.simulation = &simulation;
    options.done = &done;
    options.n_done = 1;
    check_picture(&f, "changes", &options);
    suitor_simulation_clear(&simulation);
    suitor_window_free(window);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markets),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_changes),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    xmlCleanupParser();
    return failed;
}
