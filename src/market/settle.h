/* What later evidence leaves of earlier: ends, agreed deals, done deals. Inner to
 * evidence.c. */
#ifndef MARKET_SETTLE_H
#define MARKET_SETTLE_H

#include "evidence.h"

/* Set `kept` and `final` of all rows of `e`, its owner and the day it was settled. */
suitor_status settle(evidence *e, const suitor_market *market, suitor_error *err);

#endif
