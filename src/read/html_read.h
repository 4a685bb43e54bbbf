/* Web pages: one article a page. */
#ifndef READ_HTML_READ_H
#define READ_HTML_READ_H

#include "reader.h"

/* What is told of a page by what it came in: a feed, or a crawl. Empty where it tells nothing. */
typedef struct {
    suitor_sv charset; /* by HTTP */
    draft draft;       /* ranks from HTML_RANK_TOLD on are behind what the page says itself */
    bool is_part;      /* a piece of a page, which tells nothing but its text */
    bool may_be_empty; /* a page without an article's text is no problem */
    size_t line;       /* where it stands in the file, for messages; 0: that tells nothing */
    size_t place;      /* of the page among those of the file, from 1, for its id; 0: alone */
} html_told;

enum { HTML_RANK_TOLD = 2000 };

/* Read `bytes` as HTML in the charset it declares, if it is not UTF-8. The text is the
 * article's paragraphs without what stands around them, split by blank lines.
 * told  NULL for a file of its own */
suitor_status html_read(reader *r, suitor_sv bytes, const html_told *told);

/* The days that the file's name and its time tell, for where nothing else does. */
void html_offer_file_days(const reader *r, draft *d);

#endif
