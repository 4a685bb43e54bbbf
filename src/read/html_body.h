/* The text of the article in a page. */
#ifndef READ_HTML_BODY_H
#define READ_HTML_BODY_H

#include "html_dom.h"

/* Append the article's paragraphs, split by blank lines, to `out`; nothing where the
 * page has none. Headings are paragraphs; one that repeats `title` is left out. Uses the
 * `_private` fields of the tree.
 * O(page bytes + elements * depth). */
suitor_status body_append(xmlNode *page, suitor_sv title, buf *out, suitor_error *err);

#endif
