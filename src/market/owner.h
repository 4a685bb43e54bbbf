/* Whose player he is. Inner to settle.c. */
#ifndef MARKET_OWNER_H
#define MARKET_OWNER_H

#include "evidence.h"

/* Set owner and settled day of `e`; needs `kept` as the ends left it. */
void owner_find(evidence *e, const suitor_market *market);

#endif
