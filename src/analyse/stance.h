/* What a player's club and he himself are said to want. Inner to race.c. */
#ifndef ANALYSE_STANCE_H
#define ANALYSE_STANCE_H

#include "evidence.h"
#include "suitor/race.h"

/* Set leaving, staying and their stages of `race` from the weighed evidence on its
 * player, as far as it is about the club he belongs to. */
void stance_find(const suitor_market *market, const evidence *e, suitor_race *race);

/* The sum to show for `race`: latest asking price, clause or valuation since he
 * last moved; of one article the asking price before a clause before a valuation.
 * NULL where none is told. Borrowed from the ledger. */
const suitor_ledger_fee *stance_fee(const suitor_market *market, uint32_t player);

#endif
