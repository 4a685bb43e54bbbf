/* What a player's club and he himself are said to want, and what he costs. */
#ifndef MARKET_STANCE_H
#define MARKET_STANCE_H

#include "evidence.h"

/* As far as it is about the club he belongs to. */
typedef struct {
    double leaving, staying; /* strengths, 0–1 */
    suitor_stage leaving_stage, staying_stage;
} market_stance;

/* Of the player whose evidence is weighed in `e`. */
market_stance stance_of(const suitor_market *market, const evidence *e);

/* The price of `player`: latest asking price, clause or valuation since he last moved; of one
 * article the asking price before a clause before a valuation. With `offers` also sums bid
 * and agreed, an agreed one first, a bid before a valuation. NULL where none is told.
 * Borrowed from the ledger. */
const suitor_ledger_fee *stance_fee(const suitor_market *market, uint32_t player, bool offers);

#endif
