/* JSON files: one article, an array of them, or an object that holds such an array;
 * and JSON lines, one article a line. */
#ifndef READ_JSON_READ_H
#define READ_JSON_READ_H

#include "reader.h"

/* Read the articles of a whole file. */
suitor_status json_read(reader *r, suitor_sv bytes);

/* Read r->stream line by line in constant memory. A bad line is reported and passed over. */
suitor_status jsonl_read(reader *r);

/* Hand on the draft of an object, whose text may be HTML; as reader_emit(). */
suitor_status json_emit(reader *r, const draft *d, size_t line, size_t index);

#endif
