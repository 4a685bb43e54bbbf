/* Factors of a row, their product, and who counts. Inner to evidence.c. */
#ifndef MARKET_STRENGTH_H
#define MARKET_STRENGTH_H

#include "evidence.h"

/* The day `row` counts as; an undated one is as old as the first dated article. */
int32_t strength_day(const suitor_market *market, const suitor_ledger_row *row);

/* The factors of row `index` of the ledger, with nothing taken from it yet. */
suitor_factor strength_factors(const suitor_market *market, uint32_t index);

/* Product of the factors. */
double strength_product(const suitor_factor *factor);

/* Set `strength` of all rows of `e`, and `counts` of the strongest of each origin
 * in each pool of a club: interest with deal, leaving, staying. */
void strength_finish(evidence *e, const suitor_market *market);

#endif
