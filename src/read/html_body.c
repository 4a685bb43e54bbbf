/* Finding the article among a page's paragraphs, first by what the page says
 * (itemprop="articleBody", <article>, <main>), then by going down from the top as long as
 * nearly all running text lies in one child. After the idea of text density by C.
 * Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010,
 * doi:10.1145/1718487.1718542; thresholds chosen on hand-made pages in several styles. */
#include "html_body.h"

#include "fail.h"
#include "html_paragraphs.h"
#include "view.h"
#include "when.h"

enum {
    SAID_OF_TEN = 5,      /* tenths of the page's text that an <article> must hold */
    DOWN_OF_HUNDRED = 75, /* share of the text in a child that is gone down into */
    FRONT_OF_HUNDRED = 3, /* share that may be lost in front of it: a byline, no intro */
    LONGEST_LABEL = 40    /* bytes */
};

typedef enum { SAID_BODY, SAID_ARTICLE, SAID_MAIN, N_SAID } said;

static bool says(const xmlNode *element, said what)
{
    switch (what) {
    case SAID_BODY: return view_is(dom_attribute(element, "itemprop"), "articlebody");
    case SAID_ARTICLE:
        return dom_is(element, "article") || view_is(dom_attribute(element, "role"), "article");
    default: return dom_is(element, "main") || view_is(dom_attribute(element, "role"), "main");
    }
}

static xmlNode *heaviest_saying(xmlNode *page, said what)
{
    xmlNode *best = NULL;

    for (xmlNode *n = page; n; n = dom_next(page, n))
        if (n->type == XML_ELEMENT_NODE && says(n, what) &&
            paragraphs_weight(n) > (best ? paragraphs_weight(best) : 0))
            best = n;
    return best;
}

/* The child that nearly all of the text in `node` lies in, or NULL. */
static xmlNode *way_down(const xmlNode *node)
{
    size_t total = paragraphs_weight(node), in_front = 0, in_children = 0;
    xmlNode *best = NULL;

    for (xmlNode *n = node->children; n; n = n->next) {
        if (paragraphs_weight(n) > (best ? paragraphs_weight(best) : 0)) {
            best = n;
            in_front = in_children;
        }
        in_children += paragraphs_weight(n);
    }
    if (!best || paragraphs_weight(best) * 100 < total * DOWN_OF_HUNDRED)
        return NULL;
    return (in_front + total - in_children) * 100 <= total * FRONT_OF_HUNDRED ? best : NULL;
}

static bool holds_blocks(const xmlNode *node)
{
    for (const xmlNode *n = node->children; n; n = n->next)
        if (paragraphs_weight(n) > 0)
            return true;
    return false;
}

static const xmlNode *find_article(xmlNode *page)
{
    xmlNode *at = page, *down;

    for (said what = SAID_BODY; what < N_SAID; what++) {
        xmlNode *best = heaviest_saying(page, what);
        if (!best || paragraphs_weight(best) * 10 < paragraphs_weight(page) * SAID_OF_TEN)
            continue;
        if (what != SAID_MAIN)
            return best;
        at = best;
    }
    while ((down = way_down(at)) && holds_blocks(down))
        at = down;
    return at;
}

static suitor_sv text_of(const paragraphs *p, const paragraph *g)
{
    return suitor_sv_make(p->text.ptr + g->begin, g->end - g->begin);
}

/* Whether it is a label such as "Topics": short, and no sentence. */
static bool is_label(suitor_sv text)
{
    return text.len <= LONGEST_LABEL && !memchr(".!?", text.ptr[text.len - 1], 3);
}

/* Whether it tells when the article was published, and nothing else. */
static bool is_date_line(suitor_sv text)
{
    int32_t day;

    return is_label(text) && when_read(text, &day);
}

/* Keep what is in `article` and no list of links; a heading if text follows it, a label
 * unless links do. */
static void choose(paragraphs *p, const xmlNode *article, suitor_sv title)
{
    enum { END, LINKS, TEXT } next = END;

    for (uint32_t i = p->count; i > 0; i--) {
        paragraph *g = &p->list[i - 1];
        suitor_sv text = text_of(p, g);
        g->is_kept = false;
        if (!dom_contains(article, g->block) || suitor_sv_equal(text, title))
            continue;
        if (paragraph_is_links(g)) {
            next = LINKS;
            continue;
        }
        g->is_kept = g->is_heading ? next == TEXT
                                   : (next != LINKS || !is_label(text)) && !is_date_line(text);
        if (g->is_kept)
            next = TEXT;
    }
}

suitor_status body_append(xmlNode *page, suitor_sv title, buf *out, suitor_error *err)
{
    paragraphs p = { 0 };
    size_t begin = out->len;

    paragraphs_collect(&p, page);
    paragraphs_mark_noise(page);
    if (!p.failed)
        paragraphs_collect(&p, page);
    choose(&p, find_article(page), title);
    for (uint32_t i = 0; i < p.count; i++) {
        if (!p.list[i].is_kept)
            continue;
        if (out->len > begin)
            buf_add(out, "\n\n");
        buf_append(out, text_of(&p, &p.list[i]));
    }
    bool failed = p.failed || out->failed;
    paragraphs_free(&p);
    return failed ? fail(err, SUITOR_ERR_NOMEM, "no memory for the page's text") : SUITOR_OK;
}
