/* Strength of evidence: s = stage · hedge · reliability · confidence · decay · kept.
 * An end, and whose player he is, do not age: what a denial took from older
 * reports stays taken. */
#include "strength.h"

#include <math.h>

#include "market_inner.h"

int32_t strength_day(const suitor_market *market, const suitor_ledger_row *row)
{
    return row->day == SUITOR_NO_DAY ? market->first_day : row->day;
}

static double age_days(const suitor_market *market, const suitor_ledger_row *row)
{
    int32_t day = strength_day(market, row);

    if (day == SUITOR_NO_DAY || market->day == SUITOR_NO_DAY || day > market->day)
        return 0;
    return (double)((int64_t)market->day - day);
}

suitor_factor strength_factors(const suitor_market *market, uint32_t index)
{
    const suitor_ledger_row *row = &market->ledger->rows[index];
    const suitor_model *model = market->model;
    double half_life = model->half_life_days[row->relation];

    return (suitor_factor){
        .row = index,
        .stage = model->stage[row->stage],
        .hedge = model->hedge[row->hedge],
        .reliability = model_reliability(model, market->tiers[row->origin], row->relation),
        .confidence = row->confidence > 0 ? fmin(row->confidence, 1) : 0,
        .decay = exp2(-age_days(market, row) / half_life),
        .kept = 1,
    };
}

double strength_product(const suitor_factor *f)
{
    return f->stage * f->hedge * f->reliability * f->confidence * f->decay * f->kept;
}

static bool in_pool(const evidence *e, const suitor_market *market, uint32_t i,
                    suitor_relation pool)
{
    suitor_relation relation = market->ledger->rows[e->first + i].relation;

    if (relation == SUITOR_DEAL)
        return (pool == SUITOR_INTEREST || pool == SUITOR_DEAL) && !e->final[i];
    return relation == pool || (relation == SUITOR_INTEREST && pool == SUITOR_DEAL);
}

static void mark(evidence *e, const suitor_market *market, uint32_t from, uint32_t to,
                 suitor_relation pool)
{
    voice before;

    voices_begin(&e->voices);
    for (uint32_t i = from; i < to; i++) {
        suitor_factor *f = &e->factors[i];
        uint32_t origin = market->ledger->rows[f->row].origin;
        if (f->strength <= 0 || !in_pool(e, market, i, pool))
            continue;
        f->counts = voices_hear(&e->voices, origin, i, f->strength, &before);
        if (f->counts && before.best > 0)
            e->factors[before.row].counts = false;
    }
}

void strength_finish(evidence *e, const suitor_market *market)
{
    static const suitor_relation pools[] = { SUITOR_INTEREST, SUITOR_LEAVING, SUITOR_STAYING };
    uint32_t from = 0, to = 0;

    for (uint32_t i = 0; i < e->count; i++)
        e->factors[i].strength = strength_product(&e->factors[i]);
    while (evidence_next_club(e, market, &from, &to))
        for (size_t i = 0; i < sizeof pools / sizeof *pools; i++)
            mark(e, market, from, to, pools[i]);
}

bool evidence_is_interest(const evidence *e, const suitor_market *market, uint32_t i)
{
    return e->factors[i].strength > 0 && in_pool(e, market, i, SUITOR_INTEREST);
}

double evidence_weight(const evidence *e, const suitor_market *market, uint32_t from, uint32_t to,
                       suitor_relation relation)
{
    double none = 1; /* probability that no origin is right */

    for (uint32_t i = from; i < to; i++)
        if (e->factors[i].counts && in_pool(e, market, i, relation))
            none *= 1 - e->factors[i].strength;
    return 1 - none;
}
