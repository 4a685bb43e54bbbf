/* The club a player belongs to is the one last told: by a plays_for row or a deal
 * done. Of one day the surer row wins, then the club first by name. Rows that are
 * hardly sure, and what is said of his leaving or staying, speak only where
 * nothing else does. A loan changes no owner, though it settles the race. */
#include "owner.h"

#include "market_inner.h"
#include "settle.h"
#include "strength.h"

typedef struct {
    bool sure;
    int32_t day;
    double confidence;
    uint32_t club;
} told;

static bool beats(const told *x, const told *y)
{
    if (x->sure != y->sure)
        return x->sure;
    if (x->day != y->day)
        return x->day > y->day;
    if (x->confidence != y->confidence)
        return x->confidence > y->confidence;
    return x->club < y->club;
}

/* Day of the last loan among rows [from, to); false where there is none. */
static bool last_loan(const evidence *e, const suitor_market *market, uint32_t from, uint32_t to,
                      int32_t *day)
{
    for (uint32_t i = to; i-- > from;) {
        const suitor_ledger_row *row = &market->ledger->rows[e->factors[i].row];
        if (row->relation == SUITOR_PLAYS_FOR && row->stage == SUITOR_LOAN) {
            *day = strength_day(market, row);
            return true;
        }
    }
    return false;
}

/* What the row of `f` tells of his club; false if nothing. */
static bool tell(const suitor_market *market, const suitor_factor *f, bool final, told *out)
{
    const suitor_ledger_row *row = &market->ledger->rows[f->row];
    bool owned = row->relation == SUITOR_PLAYS_FOR && row->stage != SUITOR_LOAN;
    bool stance = row->relation == SUITOR_LEAVING || row->relation == SUITOR_STAYING;

    *out = (told){ final || (owned && f->hedge * f->confidence >= market->model->settles),
                   strength_day(market, row), f->confidence, row->club };
    return final || owned || stance;
}

void owner_find(evidence *e, const suitor_market *market)
{
    told best = { .club = SUITOR_NO_INDEX }, next;
    uint32_t from = 0, to = 0;
    int32_t loan_day = SUITOR_NO_DAY;

    e->is_settled = false;
    e->settled = SUITOR_NO_DAY;
    while (evidence_next_club(e, market, &from, &to)) {
        bool lent = last_loan(e, market, from, to, &loan_day);
        for (uint32_t i = from; i < to; i++) {
            bool final = settle_is_final(market, &e->factors[i]);
            if (!tell(market, &e->factors[i], final, &next))
                continue;
            if (final && (!e->is_settled || next.day > e->settled))
                e->settled = next.day;
            e->is_settled |= final;
            if (final && lent && loan_day >= next.day)
                continue;
            if (best.club == SUITOR_NO_INDEX || beats(&next, &best))
                best = next;
        }
    }
    e->owner = best.club;
}
