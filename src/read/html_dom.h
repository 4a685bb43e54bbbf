/* The tree of a page, by libxml2, and questions about its elements. */
#ifndef READ_HTML_DOM_H
#define READ_HTML_DOM_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "buf.h"
#include "suitor/status.h"

/* No tree is deeper, so that recursion over it is safe. Elements below that are taken
 * for their text only. libxml2 itself gives up at 256. */
enum { DOM_MAX_DEPTH = 250 };

/* What an element is to the text around it. */
typedef enum {
    ELEMENT_INLINE,  /* goes on in the same line */
    ELEMENT_BLOCK,   /* a paragraph ends before and after it */
    ELEMENT_HEADING, /* a block as well */
    ELEMENT_CELL,    /* a space stands before it */
    ELEMENT_BREAK,   /* a line break */
    ELEMENT_LINK,    /* inline, and more a pointer than a text */
    ELEMENT_SKIPPED, /* no part of any text; what stands around it belongs together */
    ELEMENT_ASIDE    /* no part of the text; a paragraph ends before and after it */
} element_kind;

/* Parse `page`, which is valid UTF-8 whatever it declares. Nothing is fetched. A page
 * that no one would write, made to cost time, is SUITOR_ERR_LIMIT.
 * out  owned: release with xmlFreeDoc() */
suitor_status dom_parse(suitor_sv page, xmlDoc **out, suitor_error *err);

element_kind dom_kind(const xmlNode *element);

/* Whether `node` is an element `tag`. */
bool dom_is(const xmlNode *node, const char *tag);

/* Value of an attribute, empty where there is none. Borrowed from the tree. */
suitor_sv dom_attribute(const xmlNode *element, const char *name);

/* The node after `node` within `root` in document order; NULL behind the last. */
xmlNode *dom_next(const xmlNode *root, xmlNode *node);

/* Whether `node` lies in `root` or is it. */
bool dom_contains(const xmlNode *root, const xmlNode *node);

/* Append all text in `node`, white space made single spaces. */
void dom_append_text(const xmlNode *node, buf *out);

/* Append `text` with runs of white space made one space, none at the start of the line
 * that began at offset `begin` of `out`; soft hyphens and zero-width marks, which would
 * split names, are left out. */
void dom_append_collapsed(buf *out, size_t begin, suitor_sv text);

#endif
