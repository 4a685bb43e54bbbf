/* Whose player he is, and which deals are done. Inner to settle.c. */
#ifndef MARKET_OWNER_H
#define MARKET_OWNER_H

#include "evidence.h"

/* Set owner, settled day and `final` of `e`; needs `kept` as the ends left it. */
suitor_status owner_find(evidence *e, const suitor_market *market, suitor_error *err);

#endif
