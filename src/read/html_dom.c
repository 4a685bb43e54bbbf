/* libxml2's HTML parser, kept from printing, from the network and from depth. */
#include "html_dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <limits.h>
#include <stdlib.h>

#include "fail.h"
#include "html_guard.h"
#include "view.h"

enum { MAX_BELOW = 1000 }; /* libxml2 looks through all open elements at each end tag */

/* Elements open below DOM_MAX_DEPTH, which are not in the tree. */
typedef struct {
    unsigned n_below;
    bool too_deep;
} depth;

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes)
{
    htmlParserCtxt *ctxt = user;
    depth *d = ctxt->_private;

    if (ctxt->nodeNr < DOM_MAX_DEPTH) {
        xmlSAX2StartElement(ctxt, name, attributes);
    } else if (++d->n_below > MAX_BELOW) {
        d->too_deep = true;
        xmlStopParser(ctxt);
    } else {
        xmlSAX2Characters(ctxt, (const xmlChar *)" ", 1); /* its words are no one else's */
    }
}

static void end_element(void *user, const xmlChar *name)
{
    htmlParserCtxt *ctxt = user;
    depth *d = ctxt->_private;

    if (d->n_below > 0)
        d->n_below--;
    else
        xmlSAX2EndElement(ctxt, name);
}

suitor_status dom_parse(suitor_sv page, xmlDoc **out, suitor_error *err)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    depth below = { 0 };
    htmlParserCtxt *ctxt;

    if (page.len > INT_MAX || !guard_passes(page))
        return fail(err, SUITOR_ERR_LIMIT, "is too large for a page, or has a tag that is");
    xmlInitParser();
    ctxt = htmlNewParserCtxt();
    if (!ctxt)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to parse the page");
    ctxt->_private = &below;
    ctxt->sax->startElement = start_element;
    ctxt->sax->endElement = end_element;
    *out = htmlCtxtReadMemory(ctxt, page.ptr, (int)page.len, NULL, "UTF-8", options);
    htmlFreeParserCtxt(ctxt);
    if (*out && !below.too_deep)
        return SUITOR_OK;
    xmlFreeDoc(*out);
    *out = NULL;
    if (below.too_deep)
        return fail(err, SUITOR_ERR_LIMIT, "leaves more than %d elements open",
                    DOM_MAX_DEPTH + MAX_BELOW);
    return fail(err, SUITOR_ERR_PARSE, "cannot be parsed as HTML");
}

typedef struct {
    const char *tag;
    element_kind kind;
} tag_kind;

/* Sorted by tag. Tags that are not here are inline. */
static const tag_kind tag_kinds[] = {
    { "a", ELEMENT_LINK },           { "address", ELEMENT_BLOCK },
    { "article", ELEMENT_BLOCK },    { "aside", ELEMENT_ASIDE },
    { "audio", ELEMENT_SKIPPED },    { "blockquote", ELEMENT_BLOCK },
    { "body", ELEMENT_BLOCK },       { "br", ELEMENT_BREAK },
    { "button", ELEMENT_SKIPPED },   { "canvas", ELEMENT_SKIPPED },
    { "center", ELEMENT_BLOCK },     { "dd", ELEMENT_BLOCK },
    { "details", ELEMENT_BLOCK },    { "dialog", ELEMENT_ASIDE },
    { "div", ELEMENT_BLOCK },        { "dl", ELEMENT_BLOCK },
    { "dt", ELEMENT_BLOCK },         { "fieldset", ELEMENT_ASIDE },
    { "figcaption", ELEMENT_ASIDE }, { "figure", ELEMENT_BLOCK },
    { "footer", ELEMENT_ASIDE },     { "form", ELEMENT_BLOCK },
    { "h1", ELEMENT_HEADING },       { "h2", ELEMENT_HEADING },
    { "h3", ELEMENT_HEADING },       { "h4", ELEMENT_HEADING },
    { "h5", ELEMENT_HEADING },       { "h6", ELEMENT_HEADING },
    { "head", ELEMENT_ASIDE },       { "header", ELEMENT_ASIDE },
    { "hgroup", ELEMENT_BLOCK },     { "hr", ELEMENT_BLOCK },
    { "html", ELEMENT_BLOCK },       { "iframe", ELEMENT_SKIPPED },
    { "label", ELEMENT_SKIPPED },    { "li", ELEMENT_BLOCK },
    { "main", ELEMENT_BLOCK },       { "menu", ELEMENT_ASIDE },
    { "nav", ELEMENT_ASIDE },        { "noscript", ELEMENT_SKIPPED },
    { "object", ELEMENT_SKIPPED },   { "ol", ELEMENT_BLOCK },
    { "option", ELEMENT_SKIPPED },   { "p", ELEMENT_BLOCK },
    { "picture", ELEMENT_SKIPPED },  { "pre", ELEMENT_BLOCK },
    { "script", ELEMENT_SKIPPED },   { "section", ELEMENT_BLOCK },
    { "select", ELEMENT_SKIPPED },   { "style", ELEMENT_SKIPPED },
    { "summary", ELEMENT_BLOCK },    { "svg", ELEMENT_SKIPPED },
    { "table", ELEMENT_BLOCK },      { "tbody", ELEMENT_BLOCK },
    { "td", ELEMENT_CELL },          { "template", ELEMENT_SKIPPED },
    { "textarea", ELEMENT_SKIPPED }, { "th", ELEMENT_CELL },
    { "thead", ELEMENT_BLOCK },      { "time", ELEMENT_LINK },
    { "title", ELEMENT_ASIDE },      { "tr", ELEMENT_BLOCK },
    { "ul", ELEMENT_BLOCK },         { "video", ELEMENT_SKIPPED },
};

static int by_tag(const void *key, const void *entry)
{
    return strcmp(key, ((const tag_kind *)entry)->tag);
}

element_kind dom_kind(const xmlNode *element)
{
    const tag_kind *found = bsearch(element->name, tag_kinds, sizeof tag_kinds / sizeof *tag_kinds,
                                    sizeof *tag_kinds, by_tag);

    return found ? found->kind : ELEMENT_INLINE;
}

bool dom_is(const xmlNode *node, const char *tag)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, tag) == 0;
}

suitor_sv dom_attribute(const xmlNode *element, const char *name)
{
    if (element->type == XML_ELEMENT_NODE)
        for (const xmlAttr *a = element->properties; a; a = a->next)
            if (strcmp((const char *)a->name, name) == 0 && a->children)
                return suitor_sv_of((const char *)a->children->content);
    return suitor_sv_make(NULL, 0);
}

xmlNode *dom_next(const xmlNode *root, xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

bool dom_contains(const xmlNode *root, const xmlNode *node)
{
    while (node && node != root)
        node = node->parent;
    return node == root;
}

/* Bytes of the white space or mark at `text`; *is_space tells which, 0 is neither. */
static size_t special_length(suitor_sv text, bool *space)
{
    static const struct {
        const char *bytes;
        bool space;
    } specials[] = {
        { "\xC2\xA0", true },      /* no-break space */
        { "\xC2\xAD", false },     /* soft hyphen */
        { "\xE2\x80\x8B", false }, /* zero-width space */
        { "\xE2\x80\xA8", true },  /* line separator */
        { "\xE2\x80\xA9", true },  /* paragraph separator */
        { "\xEF\xBB\xBF", false }, /* zero-width no-break space */
    };

    *space = is_space(text.ptr[0]);
    if (*space)
        return 1;
    if ((unsigned char)text.ptr[0] < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        size_t len = strlen(specials[i].bytes);
        *space = specials[i].space;
        if (text.len >= len && memcmp(text.ptr, specials[i].bytes, len) == 0)
            return len;
    }
    return 0;
}

void dom_append_collapsed(buf *out, size_t begin, suitor_sv text)
{
    size_t i = 0;

    while (i < text.len) {
        bool space = false;
        size_t from = i, len = 0;
        while (i < text.len && (len = special_length(view_from(text, i), &space)) == 0)
            i++;
        buf_append(out, suitor_sv_make(text.ptr + from, i - from));
        if (out->failed)
            return;
        if (len && space && out->len > begin && !is_space(out->ptr[out->len - 1]))
            buf_char(out, ' ');
        i += len;
    }
}

void dom_append_text(const xmlNode *node, buf *out)
{
    size_t begin = out->len;

    for (xmlNode *n = (xmlNode *)node; n; n = dom_next(node, n)) {
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            dom_append_collapsed(out, begin, suitor_sv_of((const char *)n->content));
        else if (n != node && n->type == XML_ELEMENT_NODE && dom_kind(n) != ELEMENT_INLINE)
            dom_append_collapsed(out, begin, suitor_sv_of(" "));
    }
}
