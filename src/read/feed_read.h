/* Feeds: RSS 2.0 and its kin (RSS 1.0, RDF), and Atom (RFC 4287). */
#ifndef READ_FEED_READ_H
#define READ_FEED_READ_H

#include "reader.h"

/* Read each item of the feed in `bytes` as an article: its text is the fullest that the feed has of
 * it (content:encoded, content, then description or summary), read as the HTML it is; what the
 * feed publishes is of the outlet that the feed is of, unless an item names its source. */
suitor_status feed_read(reader *r, suitor_sv bytes);

#endif
