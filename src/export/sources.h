/* How much a picture rests on. */
#ifndef EXPORT_SOURCES_H
#define EXPORT_SOURCES_H

#include <stdbool.h>

#include "suitor/market.h"

/* Count the articles and origins that speak of the edges that `basis` has true for, by index of
 * suitor_market_edges(). */
suitor_status sources_count(const suitor_market *market, const bool *basis, uint32_t *articles,
                            uint32_t *origins, suitor_error *err);

#endif
