/* The JSON line of an article, for those who gather many. */
#ifndef EXTRACT_FACTS_JSON_H
#define EXTRACT_FACTS_JSON_H

#include "buf.h"
#include "suitor/extractor.h"

/* Append the object that suitor_facts_write_json() writes, without a newline. */
void facts_append_json(buf *out, const suitor_article *article, const suitor_facts *facts);

#endif
