/* Lines of `suitor extract --with-text` back into articles and what was read out of them, as if
 * they had just been: docs/json.md. Keys may come in any order; those without a meaning are passed
 * over.
 */
#ifndef IMPORT_CLAIMS_LINE_H
#define IMPORT_CLAIMS_LINE_H

#include "arena.h"
#include "strmap.h"
#include "suitor/extraction.h"

/* Working memory, used again from line to line; zeroed, it is ready. */
typedef struct {
    strmap players, clubs; /* by name, their places */
} claims_reader;

/* Read article->line into the rest of `article` and `out`, which is whole but unchecked: indices
 * are right, spans may lie outside the text.
 * article  its id says where the line stands, for messages
 * memory   where the arrays and decoded texts go; other texts are views into the line
 * SUITOR_ERR_PARSE where it is no such line, and where extract could not read its article. */
suitor_status claims_line_read(claims_reader *reader, suitor_article *article, arena *memory,
                               suitor_facts *out, suitor_error *err);

void claims_reader_free(claims_reader *reader);

#endif
