/* What a page tells about its article outside the text. */
#ifndef READ_HTML_META_H
#define READ_HTML_META_H

#include "arena.h"
#include "draft.h"
#include "html_dom.h"

/* Offer to `d` what the page says, preferred first:
 *     title   og:title · <h1> in an article · any <h1> · <title>, the site's name cut off
 *     day     article:published_time and its kin · JSON-LD · <time> · a date that is shown
 *     url     <link rel="canonical"> · og:url
 *     outlet  og:site_name · JSON-LD publisher · host of the url
 * Values are copied to `memory`. */
suitor_status meta_read(xmlNode *page, arena *memory, draft *d, suitor_error *err);

/* Rank behind every date that the page itself gives. */
enum { META_RANK_LAST = 1000 };

#endif
