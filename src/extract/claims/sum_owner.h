/* Inner to claims/: whose sum of money it is. */
#ifndef EXTRACT_SUM_OWNER_H
#define EXTRACT_SUM_OWNER_H

#include "reading.h"

/* The player whom the sum at unit `at` is said of, NONE if there is none; `*sure` where
 * its sentence ties the two together ("£60m for him"). */
uint32_t sum_owner(const reading *r, uint32_t sentence_index, uint32_t at, bool *sure);

#endif
