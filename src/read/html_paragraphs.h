/* The paragraphs of a page, wherever they stand, and how much text lies in each element. */
#ifndef READ_HTML_PARAGRAPHS_H
#define READ_HTML_PARAGRAPHS_H

#include "html_dom.h"

typedef struct {
    const xmlNode *block; /* nearest block around it */
    size_t begin, end;    /* bytes of paragraphs.text */
    size_t linked;        /* bytes of them that stand in links */
    bool is_heading;
    bool is_kept; /* the caller's */
} paragraph;

/* A zeroed one is empty and ready. */
typedef struct {
    buf text;
    paragraph *list; /* owned, in document order */
    uint32_t count, cap;
    bool failed; /* out of memory */
} paragraphs;

/* Collect the paragraphs in `root` anew, leaving out what paragraphs_mark_noise marked.
 * Every element's weight is then that of the paragraphs in it. The tree's `_private`
 * fields, at first zero, belong to these functions. */
void paragraphs_collect(paragraphs *p, xmlNode *root);

/* Mark what is likely noise, unless too much of the page's text is in it, for the next
 * collection, which must follow: the weights are gone. */
void paragraphs_mark_noise(xmlNode *root);

/* Bytes of running text in an element: its paragraphs without headings, short lines and
 * what is linked. */
size_t paragraphs_weight(const xmlNode *element);

/* Whether most of it is links, as in a list of other stories. */
bool paragraph_is_links(const paragraph *g);

void paragraphs_free(paragraphs *p);

#endif
