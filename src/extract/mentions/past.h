/* Inner to mentions/: whether a sentence tells of former times. */
#ifndef EXTRACT_PAST_H
#define EXTRACT_PAST_H

#include "reading.h"

/* The year that the article speaks in: of its date, else the latest that it names; -1 where
 * neither tells. */
int32_t past_present_year(const reading *r);

bool past_is_told(const reading *r, const sentence *s, int32_t present);

#endif
