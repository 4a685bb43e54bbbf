/* What later evidence leaves of earlier: ends, agreed deals, done deals; and the
 * club a player belongs to. Inner to evidence.c. */
#ifndef MARKET_SETTLE_H
#define MARKET_SETTLE_H

#include "evidence.h"

/* Whether the row of `factor` is a done deal sure enough to settle the race. */
bool settle_is_final(const suitor_market *market, const suitor_factor *factor);

/* Set `kept` of all rows of `e`, its owner and the day it was settled. */
suitor_status settle(evidence *e, const suitor_market *market, suitor_error *err);

#endif
