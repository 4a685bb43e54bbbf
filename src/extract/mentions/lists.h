/* Inner to mentions/: the lists of a sentence. */
#ifndef EXTRACT_LISTS_H
#define EXTRACT_LISTS_H

#include "reading.h"

/* Tie the units of each list together; the rest stay lists of their own. */
void lists_tie(reading *r, const unit_sentence *s);

#endif
