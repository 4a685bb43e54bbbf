/* Paragraphs by a walk over the tree: blocks end them, inline markup does not, and two
 * line breaks in a row do. Weights are kept in the elements' `_private` fields. */
#include "html_paragraphs.h"

#include <stdlib.h>

#include "grow.h"
#include "html_noise.h"
#include "view.h"

enum {
    SHORTEST = 25,        /* bytes of running text that make a line count as such */
    LINKS_OF_TEN = 7,     /* tenths of a paragraph that make it a list of links */
    NOISE_OF_HUNDRED = 40 /* a marked element with more of the page's text is no noise */
};

static const uintptr_t noise_mark = UINTPTR_MAX;

/* State of one walk. */
typedef struct {
    paragraphs *p;
    size_t begin;  /* of the open paragraph in p->text */
    size_t linked; /* bytes of it in links */
} walk;

size_t paragraphs_weight(const xmlNode *element)
{
    return element->type == XML_ELEMENT_NODE && (uintptr_t)element->_private != noise_mark
               ? (size_t)(uintptr_t)element->_private
               : 0;
}

bool paragraph_is_links(const paragraph *g)
{
    return g->linked * 10 >= (g->end - g->begin) * LINKS_OF_TEN;
}

static void add_weight(const paragraph *g)
{
    size_t running = g->end - g->begin - g->linked;

    if (g->is_heading || running < SHORTEST || paragraph_is_links(g))
        return;
    for (xmlNode *n = (xmlNode *)g->block; n && n->type == XML_ELEMENT_NODE; n = n->parent)
        n->_private = (void *)((uintptr_t)n->_private + running);
}

static bool has_letter(suitor_sv text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_alnum(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)
            return true;
    return false;
}

/* End the open paragraph, if anything stands in it; it belongs to `block`. */
static void end_paragraph(walk *k, const xmlNode *block)
{
    paragraphs *p = k->p;
    size_t end = p->text.len;

    while (end > k->begin && is_space(p->text.ptr[end - 1]))
        end--;
    size_t trimmed = p->text.len - end;
    p->text.len = end;
    if (end > k->begin && has_letter(suitor_sv_make(p->text.ptr + k->begin, end - k->begin))) {
        if (!grow(&p->list, &p->cap, p->count + 1, sizeof *p->list)) {
            p->failed = true;
            return;
        }
        paragraph *g = &p->list[p->count++];
        *g = (paragraph){ .block = block, .begin = k->begin, .end = end };
        g->linked = k->linked > trimmed ? k->linked - trimmed : 0;
        g->is_heading = dom_kind(block) == ELEMENT_HEADING;
        add_weight(g);
    }
    k->begin = p->text.len;
    k->linked = 0;
}

static void add_text(walk *k, suitor_sv text, bool linked)
{
    size_t before = k->p->text.len;

    dom_append_collapsed(&k->p->text, k->begin, text);
    if (linked)
        k->linked += k->p->text.len - before;
}

static void add_break(walk *k, const xmlNode *block)
{
    buf *text = &k->p->text;

    while (text->len > k->begin && text->ptr[text->len - 1] == ' ')
        text->len--;
    if (text->len == k->begin)
        return;
    if (text->ptr[text->len - 1] == '\n')
        end_paragraph(k, block);
    else
        buf_char(text, '\n');
}

static void collect_children(walk *k, xmlNode *parent, const xmlNode *block, bool linked);

static void collect_element(walk *k, xmlNode *element, const xmlNode *block, bool linked)
{
    element_kind kind = dom_kind(element);

    if ((uintptr_t)element->_private == noise_mark && kind != ELEMENT_SKIPPED)
        kind = kind == ELEMENT_INLINE || kind == ELEMENT_LINK ? ELEMENT_SKIPPED : ELEMENT_ASIDE;
    switch (kind) {
    case ELEMENT_INLINE: collect_children(k, element, block, linked); break;
    case ELEMENT_LINK: collect_children(k, element, block, true); break;
    case ELEMENT_BREAK: add_break(k, block); break;
    case ELEMENT_CELL:
        add_text(k, suitor_sv_of(" "), false);
        collect_children(k, element, block, linked);
        break;
    case ELEMENT_BLOCK:
    case ELEMENT_HEADING:
        end_paragraph(k, block);
        collect_children(k, element, element, linked);
        end_paragraph(k, element);
        break;
    case ELEMENT_ASIDE: end_paragraph(k, block); break;
    case ELEMENT_SKIPPED: break;
    }
}

static void collect_children(walk *k, xmlNode *parent, const xmlNode *block, bool linked)
{
    for (xmlNode *n = parent->children; n && !k->p->failed; n = n->next) {
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            add_text(k, suitor_sv_of((const char *)n->content), linked);
        else if (n->type == XML_ELEMENT_NODE)
            collect_element(k, n, block, linked);
        k->p->failed |= k->p->text.failed;
    }
}

void paragraphs_collect(paragraphs *p, xmlNode *root)
{
    walk k = { .p = p };

    buf_reset(&p->text);
    p->count = 0;
    p->failed = false;
    collect_children(&k, root, root, false);
    end_paragraph(&k, root);
}

void paragraphs_mark_noise(xmlNode *root)
{
    size_t total = paragraphs_weight(root);

    for (xmlNode *n = root; n; n = dom_next(root, n)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        bool is_small = paragraphs_weight(n) * 100 <= total * NOISE_OF_HUNDRED;
        n->_private = (void *)(is_small && noise_is_likely(n) ? noise_mark : 0);
    }
}

void paragraphs_free(paragraphs *p)
{
    buf_free(&p->text);
    free(p->list);
    *p = (paragraphs){ 0 };
}
