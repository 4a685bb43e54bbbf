/* Settling one player's evidence, newest first, so that everything that takes
 * from a row has been met when its turn comes. Days are the grain of time: what
 * an end or a deal takes, it takes from its own day too, since nothing tells the
 * order of two articles of one day and a file's name must not.
 */
#include "settle.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "market_inner.h"
#include "owner.h"
#include "strength.h"

static const suitor_ledger_row *row_of(const suitor_market *market, const suitor_factor *factor)
{
    return &market->ledger->rows[factor->row];
}

bool settle_is_final(const suitor_market *market, const suitor_factor *factor)
{
    const suitor_ledger_row *row = row_of(market, factor);

    return row->relation == SUITOR_DEAL && row->stage == SUITOR_DONE &&
           factor->hedge * factor->confidence * factor->kept >= market->model->settles;
}

/* First row of those of the day of row `last` within [from, last]. */
static uint32_t day_begin(const evidence *e, const suitor_market *market, uint32_t from,
                          uint32_t last)
{
    int32_t day = strength_day(market, row_of(market, &e->factors[last]));

    while (last > from &&
           strength_day(market, row_of(market, &e->factors[last - 1])) == day)
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

/* Deals agreed with the club of rows [from, to): each new or firmer voice cools
 * what others have of its day or older. Ageing plays no part in that. */
static suitor_status note_coolings(evidence *e, const suitor_market *market, uint32_t from,
                                   uint32_t to, suitor_error *err)
{
    voice before;

    voices_begin(&e->voices);
    for (uint32_t i = to; i-- > from;) {
        suitor_factor f = e->factors[i];
        const suitor_ledger_row *row = row_of(market, &f);
        if (row->relation != SUITOR_DEAL || settle_is_final(market, &f))
            continue;
        f.decay = 1;
        double strength = strength_product(&f);
        if (!voices_hear(&e->voices, row->origin, i, strength, &before))
            continue;
        if (!grow(&e->coolings, &e->cap_coolings, e->n_coolings + 1, sizeof *e->coolings))
            return fail(err, SUITOR_ERR_NOMEM, "no memory to weigh %u deals", e->n_coolings);
        e->coolings[e->n_coolings++] = (evidence_cooling){
            strength_day(market, row), row->club, (1 - strength) / (1 - before.best) };
    }
    return SUITOR_OK;
}

static int latest_first(const void *a, const void *b)
{
    const evidence_cooling *x = a, *y = b;

    if (x->day != y->day)
        return x->day > y->day ? -1 : 1;
    if (x->club != y->club)
        return x->club < y->club ? -1 : 1;
    return (x->left < y->left) - (x->left > y->left);
}

/* What is left of rows [from, to) of one club after deals with others. */
static void apply_deals(evidence *e, const suitor_market *market, uint32_t from, uint32_t to)
{
    double left = 1;
    uint32_t next = 0;

    for (uint32_t i = to; i-- > from;) {
        suitor_factor *f = &e->factors[i];
        const suitor_ledger_row *row = row_of(market, f);
        int32_t day = strength_day(market, row);
        for (; next < e->n_coolings && e->coolings[next].day >= day; next++)
            if (e->coolings[next].club != row->club)
                left *= e->coolings[next].left;
        if (row->relation == SUITOR_ENDED || row->relation == SUITOR_PLAYS_FOR ||
            settle_is_final(market, f))
            continue;
        if (row->relation == SUITOR_INTEREST || row->relation == SUITOR_DEAL)
            f->kept *= left;
        if (e->is_settled && day <= e->settled)
            f->kept = 0;
    }
}

suitor_status settle(evidence *e, const suitor_market *market, suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    uint32_t from = 0, to = 0;

    e->n_coolings = 0;
    while (st == SUITOR_OK && evidence_next_club(e, market, &from, &to)) {
        apply_ends(e, market, from, to);
        st = note_coolings(e, market, from, to, err);
    }
    if (st != SUITOR_OK)
        return st;
    owner_find(e, market);
    if (e->n_coolings)
        qsort(e->coolings, e->n_coolings, sizeof *e->coolings, latest_first);
    from = to = 0;
    while (evidence_next_club(e, market, &from, &to))
        apply_deals(e, market, from, to);
    return SUITOR_OK;
}
