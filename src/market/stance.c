/* Stances: noisy-or of what says that he leaves, and of what says that he stays. */
#include "stance.h"

#include "bound.h"
#include "market_graph.h"

/* Most advanced stage among the rows of `relation` that count. */
static suitor_stage furthest(const suitor_market *market, const evidence *e, uint32_t from,
                             uint32_t to, suitor_relation relation)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    suitor_stage stage = SUITOR_POSSIBLE;

    for (uint32_t i = from; i < to; i++) {
        const suitor_ledger_row *row = &ledger->rows[e->factors[i].row];
        if (row->relation == relation && e->factors[i].counts && row->stage > stage)
            stage = row->stage;
    }
    return stage;
}

market_stance stance_of(const suitor_market *market, const evidence *e)
{
    const suitor_ledger_row *rows = suitor_market_ledger(market)->rows + e->first;
    market_stance stance = { .leaving_stage = SUITOR_POSSIBLE, .staying_stage = SUITOR_POSSIBLE };
    uint32_t from = 0, to = 0;

    while (evidence_next_club(e, market, &from, &to)) {
        if (rows[from].club != e->owner)
            continue;
        stance.leaving = evidence_weight(e, market, from, to, SUITOR_LEAVING);
        stance.staying = evidence_weight(e, market, from, to, SUITOR_STAYING);
        stance.leaving_stage = furthest(market, e, from, to, SUITOR_LEAVING);
        stance.staying_stage = furthest(market, e, from, to, SUITOR_STAYING);
    }
    return stance;
}

/* What is agreed first, then the seller's word; 0 for an offer where only prices count. */
static int rank_of(suitor_fee_kind kind, bool offers)
{
    switch (kind) {
    case SUITOR_FEE_AGREED: return offers ? 5 : 0;
    case SUITOR_FEE_ASKING: return 4;
    case SUITOR_FEE_CLAUSE: return 3;
    case SUITOR_FEE_BID: return offers ? 2 : 0;
    case SUITOR_FEE_VALUATION: return 1;
    default: return 0;
    }
}

static bool is_better(const suitor_ledger_fee *fee, const suitor_ledger_fee *best, bool offers)
{
    if (!best || fee->day != best->day)
        return !best || fee->day > best->day;
    if (fee->article != best->article)
        return fee->article > best->article;
    if (fee->kind != best->kind)
        return rank_of(fee->kind, offers) > rank_of(best->kind, offers);
    return fee->high > best->high;
}

/* First fee of `player` or of a later one. */
static uint32_t first_fee(const suitor_ledger *ledger, uint32_t player)
{
    return bound_u32(ledger->fees, ledger->n_fees, sizeof *ledger->fees,
                     offsetof(suitor_ledger_fee, player), player);
}

const suitor_ledger_fee *stance_fee(const suitor_market *market, uint32_t player, bool offers)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    const suitor_ledger_fee *best = NULL;
    int32_t settled = market_settled_day(market, player);

    for (uint32_t i = first_fee(ledger, player);
         i < ledger->n_fees && ledger->fees[i].player == player; i++) {
        const suitor_ledger_fee *fee = &ledger->fees[i];
        bool stale = settled != SUITOR_NO_DAY && fee->day <= settled;
        if (rank_of(fee->kind, offers) > 0 && !stale && is_better(fee, best, offers))
            best = fee;
    }
    return best;
}
