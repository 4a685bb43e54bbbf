/* Archives of crawls: WARC 1.0 and 1.1 (ISO 28500:2017), packed record by record or as a whole. */
#ifndef READ_WARC_READ_H
#define READ_WARC_READ_H

#include "reader.h"

/* Read the stream of `r` record by record: each page of HTML that was answered with 200 is an
 * article, all else is passed over in silence, pages without an article's text too. What is
 * damaged is reported, and reading goes on with the next record. Memory is bounded by the largest
 * page. A page's day is its own, else the day on which it was fetched. */
suitor_status warc_read(reader *r);

#endif
