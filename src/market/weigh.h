/* Edges out of evidence. Inner to the market. */
#ifndef MARKET_WEIGH_H
#define MARKET_WEIGH_H

#include "evidence.h"
#include "market_inner.h"

/* Weigh rows [first, first + count) of the ledger, which are all on `player`, in `e`, and
 * put his live edges behind those that `m` has, each with the rows it rests on. */
suitor_status weigh_player(suitor_market *m, evidence *e, uint32_t player, uint32_t first,
                           uint32_t count, suitor_error *err);

#endif
