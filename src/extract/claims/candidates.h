/* Inner to claims/: the patterns that are worth laying over a sentence. */
#ifndef EXTRACT_CANDIDATES_H
#define EXTRACT_CANDIDATES_H

#include "reading.h"

/* Make room for the candidates of any sentence; false, and remembered, without memory. */
bool candidates_begin(reading *r);

/* Fill r->candidates with the patterns of which the sentence holds what they ask for, in
 * the order of the patterns; how many. */
uint32_t candidates_find(reading *r, const unit_sentence *s);

#endif
