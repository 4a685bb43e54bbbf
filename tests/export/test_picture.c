/* SVG and PNG: well-formed, complete, and right whatever the names are. */
#include <graphviz/cgraph.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "buf.h"
#include "picture.h"

/* All text of <text> elements, each followed by a newline. */
static void gather_text(xmlNode *node, const char *element, buf *out)
{
    for (; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, element) == 0) {
            xmlChar *text = xmlNodeGetContent(node);
            buf_add(out, (const char *)text);
            buf_char(out, '\n');
            xmlFree(text);
        }
        gather_text(node->children, element, out);
    }
}

/* All tooltips, each followed by a newline. */
static void gather_tooltips(xmlNode *node, buf *out)
{
    for (; node; node = node->next) {
        xmlChar *title =
            node->type == XML_ELEMENT_NODE
                ? xmlGetNsProp(node, BAD_CAST "title", BAD_CAST "http://www.w3.org/1999/xlink")
                : NULL;
        if (title) {
            buf_add(out, (const char *)title);
            buf_char(out, '\n');
            xmlFree(title);
        }
        gather_tooltips(node->children, out);
    }
}

static xmlDoc *parse(const picture *p)
{
    xmlDoc *doc = xmlReadMemory(p->bytes, (int)p->len, "picture.svg", NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR);

    assert_non_null(doc);
    return doc;
}

static void test_svg_is_complete(void **state)
{
    static const char *const lines[] = {
        "Liverpool vs Arsenal for Alessandro Bastoni",
        "2 March 2026 \u00b7 2 hottest races \u00b7 8 clubs",
        "Source: 1 article from 3 origins",
        "Alessandro Bastoni",
        "CB \xC2\xB7 Inter Milan \xC2\xB7 26",
        "Murillo",
        "Liverpool",
        "Arsenal",
        "Barcelona",
        "Chelsea",
        "Manchester City",
        "Real Madrid",
        "Bayern Munich",
        "Paris Saint-Germain",
        "player",
        "club",
        "linked",
        "watching",
        "keen",
        "weight 5%",
    };
    market_fixture f;
    buf text = { 0 }, tips = { 0 };

    (void)state;
    bastoni_market(&f);
    picture p = draw_focus(&f, SUITOR_SVG, NULL, 12);
    xmlDoc *doc = parse(&p);
    buf_char(&text, '\n');
    gather_text(xmlDocGetRootElement(doc), "text", &text);
    gather_tooltips(xmlDocGetRootElement(doc), &tips);
    for (size_t i = 0; i < N_ROWS(lines); i++) {
        char line[256];
        snprintf(line, sizeof line, "\n%s\n", lines[i]);
        check_row(i, lines[i], strstr(text.ptr, line) != NULL);
    }
    assert_non_null(strstr(tips.ptr, "Liverpool \xE2\x86\x92 Alessandro Bastoni: keen, weight "));
    assert_non_null(strstr(tips.ptr, "; 2026-03-02 to 2026-03-02; 2 origins, 1 article\n"));
    buf_free(&text);
    buf_free(&tips);
    xmlFreeDoc(doc);
    picture_free(&p);
    market_clear(&f);
}

/* Width and height say as many points as the view box is wide and high, or a viewer
 * would clip or shrink the picture; and those are the 1,200 pixels of the style. */
static void test_svg_is_whole(void **state)
{
    market_fixture f;
    double width, height, box_width, box_height, x, y;

    (void)state;
    bastoni_market(&f);
    picture p = draw_focus(&f, SUITOR_SVG, "Alessandro Bastoni", 12);
    const char *svg = strstr(p.bytes, "<svg width=");
    assert_non_null(svg);
    int n = sscanf(svg, "<svg width=\"%lfpt\" height=\"%lfpt\" viewBox=\"%lf %lf %lf %lf\"", &width,
                   &height, &x, &y, &box_width, &box_height);
    assert_int_equal(n, 6);
    assert_true(width - box_width < 1 && box_width - width < 1);
    assert_true(height - box_height < 1 && box_height - height < 1);
    assert_true(width >= 895 && width < 1050);
    assert_non_null(strstr(svg, "transform=\"scale(1 1)"));
    picture_free(&p);
    market_clear(&f);
}

/* All that is linked to, each followed by a newline. */
static void gather_links(xmlNode *node, buf *out)
{
    for (; node; node = node->next) {
        xmlChar *href =
            node->type == XML_ELEMENT_NODE
                ? xmlGetNsProp(node, BAD_CAST "href", BAD_CAST "http://www.w3.org/1999/xlink")
                : NULL;
        if (href) {
            buf_add(out, (const char *)href);
            buf_char(out, '\n');
            xmlFree(href);
        }
        gather_links(node->children, out);
    }
}

static void test_links(void **state)
{
    static const struct {
        const char *url, *link; /* NULL: none */
    } rows[] = {
        { "https://example.org/a?x=1&y=2", "https://example.org/a?x=1&y=2" },
        { "HTTP://example.org/", "HTTP://example.org/" },
        { "https://example.org/?a&lt;b&amp;c", "https://example.org/?a&lt;b&amp;c" },
        { "https://example.org/\"onload=\"x'<>", "https://example.org/%22onload=%22x%27%3C%3E" },
        { "https://example.org/\\N \\G", "https://example.org/%5CN%20%5CG" },
        { "https://example.org/\xC3\xA9", "https://example.org/%C3%A9" },
        { "javascript:alert(1)", NULL },
        { " https://example.org/", NULL },
        { "ftp://example.org/", NULL },
        { "https://", NULL },
        { "", NULL },
    };
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        buf links = { 0 };
        /* the fixture's own array, which is const to the market alone */
        suitor_ledger_article *articles = (suitor_ledger_article *)f.ledger->articles;
        for (uint32_t k = 0; k < f.ledger->n_articles; k++)
            articles[k].url = suitor_sv_of(rows[i].url);
        picture p = draw_focus(&f, SUITOR_SVG, "Murillo", 12);
        xmlDoc *doc = parse(&p);
        buf_char(&links, '\n');
        gather_links(xmlDocGetRootElement(doc), &links);
        if (rows[i].link) {
            char line[256];
            snprintf(line, sizeof line, "\n%s\n", rows[i].link);
            check_row(i, links.ptr, strstr(links.ptr, line) != NULL);
        } else {
            check_row(i, links.ptr, links.len == 1);
        }
        buf_free(&links);
        xmlFreeDoc(doc);
        picture_free(&p);
    }
    market_clear(&f);
}

/* What every format makes of strange names: DOT that Graphviz reads back with as many vertices,
 * PDF, PNG, and an SVG that is XML, of each kind of picture. */
static void check_formats(const market_fixture *f, const suitor_export_options *options)
{
    picture p = draw_with(f, SUITOR_DOT, options);
    Agraph_t *g = p.status == SUITOR_OK ? agmemread(p.bytes) : NULL;

    assert_non_null(g);
    assert_true(agnnodes(g) >= 2);
    agclose(g);
    picture_free(&p);
    p = draw_with(f, SUITOR_SVG, options);
    assert_int_equal(p.status, SUITOR_OK);
    xmlFreeDoc(parse(&p));
    picture_free(&p);
    p = draw_with(f, SUITOR_PDF, options);
    assert_int_equal(p.status, SUITOR_OK);
    assert_memory_equal(p.bytes, "%PDF-", 5);
    picture_free(&p);
}

static void check_kinds(const market_fixture *f)
{
    const suitor_export_options none = SUITOR_EXPORT_OPTIONS_INIT;
    suitor_export_options options = none;

    options.theme = "dark";
    options.top = 0;
    check_formats(f, &options);
    options.rivalries = true;
    check_formats(f, &options);
    options = none;
    options.cluster = 0;
    check_formats(f, &options);
    options = none;
    options.focus = f->ledger->n_players;
    check_formats(f, &options);
    options.against = options.focus + 1;
    check_formats(f, &options);
}

static const char *const strange[] = {
    "Tom \"Tank\" O'Neill",
    "A & B",
    "A&amp;B &lt;",
    "<b>bold</b>",
    "</text>",
    "C:\\new\\N\\",
    "\\",
    "%s%n",
    "{a|b}",
    "\xD9\x85\xD8\xAD\xD9\x85\xD8\xAF \xD8\xB5\xD9\x84\xD8\xA7\xD8\xAD",
    "\xD7\x93\xD7\xA0\xD7\x99",
    "\xF0\x9F\x94\xA5 FC",
    "\xE6\x9D\x8E\xE5\xB0\x8F\xE9\xBE\x99",
    "-->",
    "]]>",
    "player",
    "sample",
    "Player;label=x",
    "\xC5\x81ukasz",
};

static void test_strange_names(void **state)
{
    market_fixture f = { 0 };
    buf text = { 0 }, tips = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(strange); i++) /* player and club of one name */
        fixture_add(&f.claims,
                    &(fixture_claim){ "2026-03-01", "a", "O", strange[i],
                                      strange[(i + 1) % N_ROWS(strange)], SUITOR_INTEREST,
                                      SUITOR_KEEN, SUITOR_FIRM, 0.9 },
                    1);
    market_build(&f, "2026-03-02");
    picture p = draw_focus(&f, SUITOR_SVG, NULL, 0);
    xmlDoc *doc = parse(&p);
    buf_char(&text, '\n');
    gather_text(xmlDocGetRootElement(doc), "text", &text);
    buf_char(&tips, '\n');
    gather_tooltips(xmlDocGetRootElement(doc), &tips);
    for (size_t i = 0; i < N_ROWS(strange); i++) {
        char line[256];
        snprintf(line, sizeof line, "\n%s\n", strange[i]);
        char *first = strstr(text.ptr, line);
        check_row(i, strange[i], first && strstr(first + 1, line)); /* as player and as club */
        snprintf(line, sizeof line, "\n%s: 1 target\n", strange[i]);
        check_row(i, strange[i], strstr(tips.ptr, line) != NULL);
    }
    buf_free(&text);
    buf_free(&tips);
    xmlFreeDoc(doc);
    picture_free(&p);
    p = draw_focus(&f, SUITOR_PNG, NULL, 0);
    picture_free(&p);
    market_clear(&f);
}

static void test_strange_kinds(void **state)
{
    market_fixture f = { 0 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(strange); i++)
        for (size_t k = 1; k < 3; k++) /* two clubs each, so that they meet */
            fixture_add(&f.claims,
                        &(fixture_claim){ "2026-03-01", "a", "O", strange[i],
                                          strange[(i + k) % N_ROWS(strange)], SUITOR_INTEREST,
                                          SUITOR_KEEN, SUITOR_FIRM, 0.9 },
                        1);
    market_build(&f, "2026-03-02");
    check_kinds(&f);
    market_clear(&f);
}

/* A page is as large as the picture, 1,200 pixels wide, without the frame of white that Graphviz
 * would put round it. */
static void test_pdf(void **state)
{
    market_fixture f;
    double width, height;

    (void)state;
    bastoni_market(&f);
    picture p = draw_focus(&f, SUITOR_PDF, "Murillo", 12);
    const char *page = NULL; /* bytes of a PDF may be zero */
    for (size_t i = 0; !page && i + 9 < p.len; i++)
        page = memcmp(p.bytes + i, "/MediaBox", 9) == 0 ? p.bytes + i : NULL;
    assert_non_null(page);
    assert_int_equal(sscanf(page, "/MediaBox [ 0 0 %lf %lf ]", &width, &height), 2);
    assert_true(width >= 899 && width <= 901);
    picture_free(&p);
    market_clear(&f);
}

static uint32_t big_endian(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;

    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static void test_png(void **state)
{
    static const char *const focuses[] = { NULL, "Alessandro Bastoni", "Chelsea", "Cristian Romero",
                                           "Inter Milan" };
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    for (size_t i = 0; i < N_ROWS(focuses); i++) {
        const char *what = focuses[i] ? focuses[i] : "market";
        picture p = draw_focus(&f, SUITOR_PNG, focuses[i], 12);
        check_row(i, what, p.len > 6000 && memcmp(p.bytes, "\x89PNG\r\n\x1a\n", 8) == 0);
        uint32_t width = big_endian(p.bytes + 16), height = big_endian(p.bytes + 20);
        check_row(i, what, width >= 1195 && width <= 1400);
        check_row(i, what, height >= 150 && height <= 1300);
        check_row(i, what, memcmp(p.bytes + p.len - 8, "IEND", 4) == 0);
        picture_free(&p);
    }
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_svg_is_complete),
        cmocka_unit_test(test_svg_is_whole),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_strange_names),
        cmocka_unit_test(test_strange_kinds),
        cmocka_unit_test(test_png),
        cmocka_unit_test(test_pdf),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    xmlCleanupParser();
    return failed;
}
