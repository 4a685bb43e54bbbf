/* Inner to check/: what matched in an article, counted for the entries. */
#ifndef EXTRACT_COUNT_H
#define EXTRACT_COUNT_H

#include "check/entries.h"

/* Count what the reading, which kept its uses, has matched. */
suitor_status matches_count(entry_table *t, const lexicon_origins *origins, const reading *r,
                            suitor_error *err);

#endif
