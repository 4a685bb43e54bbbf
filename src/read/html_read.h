/* Web pages: one article a page. */
#ifndef READ_HTML_READ_H
#define READ_HTML_READ_H

#include "reader.h"

/* Read `bytes` as HTML in the charset it declares, if it is not UTF-8. The text is the
 * article's paragraphs without what stands around them, split by blank lines. */
suitor_status html_read(reader *r, suitor_sv bytes);

#endif
