/* Settling one player's evidence, newest first, so that everything that takes
 * from a row has been met when its turn comes. Days are the grain of time: what
 * an end or a deal takes, it takes from its own day too, since nothing tells the
 * order of two articles of one day and a file's name must not.
 */
#include "settle.h"

#include "coolings.h"
#include "market_inner.h"
#include "owner.h"
#include "strength.h"

static const suitor_ledger_row *row_of(const suitor_market *market, const suitor_factor *factor)
{
    return &market->ledger->rows[factor->row];
}

/* First row of those of the day of row `last` within [from, last]. */
static uint32_t day_begin(const evidence *e, const suitor_market *market, uint32_t from,
                          uint32_t last)
{
    int32_t day = strength_day(market, row_of(market, &e->factors[last]));

    while (last > from && strength_day(market, row_of(market, &e->factors[last - 1])) == day)
        last--;
    return last;
}

/* `left` after the ends among rows [from, to), one voice an origin. */
static double hear_ends(evidence *e, const suitor_market *market, uint32_t from, uint32_t to,
                        double left)
{
    voice before;

    for (uint32_t i = from; i < to; i++) {
        const suitor_ledger_row *row = row_of(market, &e->factors[i]);
        double strength = strength_product(&e->factors[i]);
        if (row->relation == SUITOR_ENDED &&
            voices_hear(&e->voices, row->origin, i, strength, &before))
            left *= (1 - strength) / (1 - before.best);
    }
    return left;
}

/* An end takes from interest and deal of the same club, of its day or older. */
static void apply_ends(evidence *e, const suitor_market *market, uint32_t from, uint32_t to)
{
    double left = 1;

    voices_begin(&e->voices);
    while (to > from) {
        uint32_t begin = day_begin(e, market, from, to - 1);
        left = hear_ends(e, market, begin, to, left);
        for (uint32_t i = begin; i < to; i++) {
            suitor_relation relation = row_of(market, &e->factors[i])->relation;
            if (relation == SUITOR_INTEREST || relation == SUITOR_DEAL)
                e->factors[i].kept = left;
        }
        to = begin;
    }
}

/* What is left of rows [from, to) of one club after deals with others, and after
 * the race was settled. */
static void apply_deals(evidence *e, const suitor_market *market, uint32_t from, uint32_t to)
{
    uint32_t club = row_of(market, &e->factors[from])->club;
    coolings_walk walk = { .club = club, .left = 1 };

    for (uint32_t i = to; i-- > from;) {
        suitor_factor *f = &e->factors[i];
        const suitor_ledger_row *row = row_of(market, f);
        int32_t day = strength_day(market, row);
        double left = coolings_left(e, &walk, day);
        if (row->relation == SUITOR_ENDED || row->relation == SUITOR_PLAYS_FOR || e->final[i])
            continue;
        if (row->relation == SUITOR_INTEREST || row->relation == SUITOR_DEAL)
            f->kept *= left;
        if (e->is_settled && day <= e->settled)
            f->kept = 0;
    }
}

suitor_status settle(evidence *e, const suitor_market *market, suitor_error *err)
{
    uint32_t from = 0, to = 0;
    suitor_status st;

    while (evidence_next_club(e, market, &from, &to))
        apply_ends(e, market, from, to);
    if ((st = owner_find(e, market, err)) != SUITOR_OK ||
        (st = coolings_gather(e, market, false, err)) != SUITOR_OK)
        return st;
    from = to = 0;
    while (evidence_next_club(e, market, &from, &to))
        apply_deals(e, market, from, to);
    return SUITOR_OK;
}
