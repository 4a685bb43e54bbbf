/* Plain text: one article a file. */
#ifndef READ_PLAIN_H
#define READ_PLAIN_H

#include "reader.h"

/* Read `bytes` as UTF-8 text. "date 2026-03-02" in front (any case, a colon may stand
 * behind it, the text may follow in the same line) gives the date and is taken off;
 * else the file's name, else its age dates it. A headline stays in the text. */
suitor_status plain_read(reader *r, suitor_sv bytes);

#endif
