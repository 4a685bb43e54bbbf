/* What is wrong with many feeds, set right before they are parsed as XML. */
#ifndef READ_FEED_MEND_H
#define READ_FEED_MEND_H

#include "buf.h"
#include "suitor/status.h"

/* More attributes than any tag has: libxml2 2.9 compares each with all before it. */
enum { FEED_MOST_ATTRIBUTES = 10000 };

/* Write references that XML does not know ("&nbsp;" of HTML, the bare "&" of "AT&T") as the text
 * that they are, so that the reading does not end there.
 * out      a view of `xml` where nothing is to be mended, else of `mended`
 * SUITOR_ERR_LIMIT for a tag with more attributes, SUITOR_ERR_NOMEM. O(bytes). */
suitor_status feed_mend(suitor_sv xml, buf *mended, suitor_sv *out, suitor_error *err);

#endif
