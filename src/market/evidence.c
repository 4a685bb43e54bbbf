/* Weighing one player's rows: factors, what later rows leave of earlier ones, and
 * who counts. */
#include "evidence.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "market_inner.h"
#include "settle.h"
#include "strength.h"

suitor_status evidence_init(evidence *e, const suitor_market *market, suitor_error *err)
{
    if (!voices_init(&e->voices, market->ledger->n_origins) ||
        !voices_init(&e->articles, market->ledger->n_articles))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u origins and %u articles",
                    market->ledger->n_origins, market->ledger->n_articles);
    return SUITOR_OK;
}

void evidence_free(evidence *e)
{
    free(e->factors);
    free(e->final);
    free(e->coolings);
    voices_free(&e->voices);
    voices_free(&e->articles);
    *e = (evidence){ 0 };
}

bool evidence_next_club(const evidence *e, const suitor_market *market, uint32_t *from,
                        uint32_t *to)
{
    const suitor_ledger_row *rows = market->ledger->rows + e->first;

    *from = *to;
    if (*from == e->count)
        return false;
    do
        ++*to;
    while (*to < e->count && rows[*to].club == rows[*from].club);
    return true;
}

suitor_status evidence_weigh(evidence *e, const suitor_market *market, uint32_t player,
                             suitor_error *err)
{
    uint32_t first = market->player_rows[player];

    return evidence_weigh_rows(e, market, player, first, market->player_rows[player + 1] - first,
                               err);
}

suitor_status evidence_weigh_rows(evidence *e, const suitor_market *market, uint32_t player,
                                  uint32_t first, uint32_t count, suitor_error *err)
{
    suitor_status st;

    e->player = player;
    e->first = first;
    e->count = count;
    if (!grow(&e->factors, &e->cap, e->count, sizeof *e->factors) ||
        !grow(&e->final, &e->cap_final, e->count, sizeof *e->final))
        return fail(err, SUITOR_ERR_NOMEM, "no memory to weigh %u rows", e->count);
    for (uint32_t i = 0; i < e->count; i++)
        e->factors[i] = strength_factors(market, e->first + i);
    st = settle(e, market, err);
    if (st == SUITOR_OK)
        strength_finish(e, market);
    return st;
}
