/* The JSON line of an article, for those who gather many. */
#ifndef EXTRACT_FACTS_JSON_H
#define EXTRACT_FACTS_JSON_H

#include "buf.h"
#include "suitor/extractor.h"

/* Append the object that suitor_facts_write_json() writes, without a newline.
 * whole  with all that a store needs: the text, all evidence, numbers exactly (docs/json.md) */
void facts_append_json(buf *out, const suitor_article *article, const suitor_facts *facts,
                       bool whole);

#endif
