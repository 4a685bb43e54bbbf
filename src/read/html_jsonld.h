/* JSON-LD blocks of pages (schema.org). */
#ifndef READ_HTML_JSONLD_H
#define READ_HTML_JSONLD_H

#include <stdbool.h>

#include "arena.h"
#include "draft.h"

/* Ranks of a value at the top; each level of nesting makes it one worse. */
typedef struct {
    unsigned day, outlet;
} jsonld_ranks;

/* Offer "datePublished", that of an article first, and the publisher's name, wherever they are
 * nested. What is no
 * JSON is left at the mistake. False only when out of memory. */
bool jsonld_read(suitor_sv json, const jsonld_ranks *ranks, arena *memory, draft *d);

#endif
