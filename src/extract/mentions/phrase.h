/* Inner to mentions/: noun phrases about players, clubs and staff. */
#ifndef EXTRACT_PHRASE_H
#define EXTRACT_PHRASE_H

#include "reading.h"

/* Read a noun phrase at token `i` of a sentence that ends before `end` into the fresh unit
 * `out`. The token behind it, or `i` when none begins there and `out` is spoilt. */
uint32_t phrase_read(reading *r, uint32_t i, uint32_t end, unit *out);

#endif
