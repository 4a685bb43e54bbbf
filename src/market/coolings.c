/* Coolings: deals as events in time, walked from late to early beside the rows. */
#include "coolings.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "market_inner.h"
#include "strength.h"

static suitor_status gather_club(evidence *e, const suitor_market *market, uint32_t from,
                                 uint32_t to, bool final, suitor_error *err)
{
    voice before;

    voices_begin(&e->voices);
    for (uint32_t i = to; i-- > from;) {
        suitor_factor f = e->factors[i];
        const suitor_ledger_row *row = &market->ledger->rows[f.row];
        if (row->relation != SUITOR_DEAL || (e->final[i] == EVIDENCE_FINAL) != final)
            continue;
        f.decay = 1;
        double strength = strength_product(&f);
        if (!voices_hear(&e->voices, row->origin, i, strength, &before))
            continue;
        if (!grow(&e->coolings, &e->cap_coolings, e->n_coolings + 1, sizeof *e->coolings))
            return fail(err, SUITOR_ERR_NOMEM, "no memory to weigh %u deals", e->n_coolings);
        e->coolings[e->n_coolings++] = (evidence_cooling){ strength_day(market, row), row->club,
                                                           (1 - strength) / (1 - before.best) };
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

suitor_status coolings_gather(evidence *e, const suitor_market *market, bool final,
                              suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    uint32_t from = 0, to = 0;

    e->n_coolings = 0;
    while (st == SUITOR_OK && evidence_next_club(e, market, &from, &to))
        st = gather_club(e, market, from, to, final, err);
    if (e->n_coolings)
        qsort(e->coolings, e->n_coolings, sizeof *e->coolings, latest_first);
    return st;
}

double coolings_left(const evidence *e, coolings_walk *walk, int32_t day)
{
    for (; walk->next < e->n_coolings && e->coolings[walk->next].day >= day; walk->next++)
        if (e->coolings[walk->next].club != walk->club)
            walk->left *= e->coolings[walk->next].left;
    return walk->left;
}
