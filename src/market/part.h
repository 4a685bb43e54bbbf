/* A part of a market: the same names and the same model, but only some of the articles. For
 * what would stand had the others not been printed: the past, and resamples. */
#ifndef MARKET_PART_H
#define MARKET_PART_H

#include "suitor/market.h"

typedef struct market_part market_part;

/* out owned: release with market_part_free(); `whole` must outlive it. */
suitor_status market_part_new(const suitor_market *whole, market_part **out, suitor_error *err);
void market_part_free(market_part *part);

/* The edges of `player` as they stood on `day`, by what had been printed until then; who is
 * whom is as known in the whole market. Borrowed until the next call on `part`. */
suitor_status market_part_until(market_part *part, uint32_t player, int32_t day,
                                const suitor_edge **edges, uint32_t *count, suitor_error *err);

/* Whose player the one of the last market_part_until() was on that day, or SUITOR_NO_INDEX. */
uint32_t market_part_club(const market_part *part);

/* All edges by the articles with drawn[article] other than 0, on the market's day. Borrowed
 * likewise. O(rows). */
suitor_status market_part_drawn(market_part *part, const uint8_t *drawn, const suitor_edge **edges,
                                uint32_t *count, suitor_error *err);

#endif
