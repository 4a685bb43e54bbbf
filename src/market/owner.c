/* Whose player he is goes by vote, so that one sentence misread moves nobody.
 *
 * A row that tells his club (plays_for, a deal done, what is said of his leaving or
 * staying there) has strength hedge · reliability · confidence, halved with every
 * half-life of `club` that it is older than the last such row; a deal done takes
 * 1 − strength from what others were told of its day or before. A club's support is
 * Σ over origins of −ln(1 − strongest): the log-odds form of noisy-or. Ties go to
 * the club told last, then by name.
 *
 * A club that the user has given him goes before all votes, until the vote is for another
 * and a done deal with that one was told after the user knew.
 */
#include "owner.h"

#include <math.h>

#include "bound.h"
#include "coolings.h"
#include "market_inner.h"
#include "strength.h"

/* Supports nearer to each other than this are level. */
static const double SAME = 1e-9;

typedef struct {
    uint32_t club;
    double support;
    int32_t day; /* told last */
} vote;

static const suitor_ledger_row *row_of(const evidence *e, const suitor_market *market, uint32_t i)
{
    return &market->ledger->rows[e->first + i];
}

/* Whether row `i` is a done deal sure enough to settle anything. */
static bool is_sure(const evidence *e, const suitor_market *market, uint32_t i)
{
    const suitor_ledger_row *row = row_of(e, market, i);
    const suitor_factor *f = &e->factors[i];

    return row->relation == SUITOR_DEAL && row->stage == SUITOR_DONE &&
           f->hedge * f->confidence * f->kept >= market->model->settles;
}

/* Day of the last loan to the club of rows [from, to); deals done until then are
 * that loan. Before all days where there is none. */
static int64_t last_loan(const evidence *e, const suitor_market *market, uint32_t from, uint32_t to)
{
    for (uint32_t i = to; i-- > from;) {
        const suitor_ledger_row *row = row_of(e, market, i);
        if (row->relation == SUITOR_PLAYS_FOR && row->stage == SUITOR_LOAN)
            return strength_day(market, row);
    }
    return INT64_MIN;
}

/* Whether row `i` tells that he is its club's, which has him on loan until `loan`. */
static bool tells(const evidence *e, const suitor_market *market, int64_t loan, uint32_t i)
{
    const suitor_ledger_row *row = row_of(e, market, i);

    switch (row->relation) {
    case SUITOR_PLAYS_FOR: return row->stage != SUITOR_LOAN;
    case SUITOR_LEAVING:
    case SUITOR_STAYING: return true;
    case SUITOR_DEAL: return e->final[i] && strength_day(market, row) > loan;
    default: return false;
    }
}

/* What row `i` tells, `age` days before the last telling. */
static double telling(const evidence *e, const suitor_market *market, uint32_t i, double age)
{
    const suitor_ledger_row *row = row_of(e, market, i);
    const suitor_model *model = market->model;
    const suitor_factor *f = &e->factors[i];
    double half_life = row->relation == SUITOR_DEAL ? model->half_life_days[SUITOR_DEAL]
                                                    : model->club_half_life_days;

    return f->hedge * f->confidence * f->kept * exp2(-age / half_life) *
           model_reliability(model, market->tiers[row->origin], SUITOR_PLAYS_FOR);
}

/* The vote for the club of rows [from, to), counting what was told up to `until`.
 * Ages count from `last`. */
static vote count_club(evidence *e, const suitor_market *market, uint32_t from, uint32_t to,
                       int32_t until, int32_t last)
{
    vote v = { row_of(e, market, from)->club, 0, SUITOR_NO_DAY };
    coolings_walk walk = { .club = v.club, .left = 1 };
    int64_t loan = last_loan(e, market, from, to);
    voice before;

    voices_begin(&e->voices);
    for (uint32_t i = to; i-- > from;) {
        const suitor_ledger_row *row = row_of(e, market, i);
        int32_t day = strength_day(market, row);
        if (day > until || !tells(e, market, loan, i))
            continue;
        double strength =
            coolings_left(e, &walk, day) * telling(e, market, i, (double)((int64_t)last - day));
        v.day = day > v.day ? day : v.day;
        if (voices_hear(&e->voices, row->origin, i, strength, &before))
            v.support += log1p(-before.best) - log1p(-strength);
    }
    return v;
}

static bool beats(const vote *x, const vote *y)
{
    if (fabs(x->support - y->support) > SAME * (x->support + y->support))
        return x->support > y->support;
    return x->day != y->day ? x->day > y->day : x->club < y->club;
}

/* Day of the last row that tells anything, up to `until`; false where none does. */
static bool last_told(const evidence *e, const suitor_market *market, int32_t until, int32_t *last)
{
    uint32_t from = 0, to = 0;
    bool any = false;

    while (evidence_next_club(e, market, &from, &to)) {
        int64_t loan = last_loan(e, market, from, to);
        for (uint32_t i = from; i < to; i++) {
            int32_t day = strength_day(market, row_of(e, market, i));
            if (day > until || !tells(e, market, loan, i))
                continue;
            *last = !any || day > *last ? day : *last;
            any = true;
        }
    }
    return any;
}

/* The club with most support by what was told up to `until`, leaving out `skipped`;
 * SUITOR_NO_INDEX where nothing was told. */
static uint32_t elect(evidence *e, const suitor_market *market, int32_t until, uint32_t skipped)
{
    vote best = { .club = SUITOR_NO_INDEX };
    uint32_t from = 0, to = 0;
    int32_t last = SUITOR_NO_DAY;

    if (!last_told(e, market, until, &last))
        return SUITOR_NO_INDEX;
    while (evidence_next_club(e, market, &from, &to)) {
        vote v = count_club(e, market, from, to, until, last);
        if (v.support > 0 && v.club != skipped &&
            (best.club == SUITOR_NO_INDEX || beats(&v, &best)))
            best = v;
    }
    return best.club;
}

/* Day of the first final row of [from, to); false where there is none. */
static bool first_final(const evidence *e, const suitor_market *market, uint32_t from, uint32_t to,
                        int32_t *day)
{
    for (uint32_t i = from; i < to; i++)
        if (e->final[i]) {
            *day = strength_day(market, row_of(e, market, i));
            return true;
        }
    return false;
}

/* A deal is not done after all if he is thought to be where he was before it: it was
 * misread, or he moves later. Its rows are then no more than agreed. Doubts are
 * marked first and removed together, so that none depends on another. */
static void doubt_deals(evidence *e, const suitor_market *market)
{
    uint32_t from = 0, to = 0;
    int32_t day = SUITOR_NO_DAY;

    while (evidence_next_club(e, market, &from, &to)) {
        uint32_t club = row_of(e, market, from)->club;
        if (club == e->owner || !first_final(e, market, from, to, &day) ||
            last_loan(e, market, from, to) >= day)
            continue;
        uint32_t before = elect(e, market, day, club);
        for (uint32_t i = from; i < to; i++)
            if (e->final[i] && (before == SUITOR_NO_INDEX || before == e->owner))
                e->final[i] = EVIDENCE_DOUBTED;
    }
    for (uint32_t i = 0; i < e->count; i++)
        if (e->final[i] == EVIDENCE_DOUBTED)
            e->final[i] = EVIDENCE_OPEN;
}

/* The race was settled when the last move was first told: what is said of a move
 * later, in passing, settles nothing again. */
static void find_settled_day(evidence *e, const suitor_market *market)
{
    uint32_t from = 0, to = 0;
    int32_t day;

    e->is_settled = false;
    e->settled = SUITOR_NO_DAY;
    while (evidence_next_club(e, market, &from, &to))
        if (first_final(e, market, from, to, &day)) {
            e->settled = day > e->settled ? day : e->settled;
            e->is_settled = true;
        }
}

/* What the user has said last of the player's club and holds on the market's day, or NULL. */
static const suitor_ledger_given *find_given(const evidence *e, const suitor_market *market)
{
    const suitor_ledger *ledger = market->ledger;
    const suitor_ledger_given *found = NULL;
    uint32_t i = bound_u32(ledger->given, ledger->n_given, sizeof *ledger->given,
                           offsetof(suitor_ledger_given, player), e->player);

    for (; i < ledger->n_given && ledger->given[i].player == e->player; i++)
        if (ledger->given[i].since <= market->day)
            found = &ledger->given[i];
    return found;
}

/* Day of the last final row with `club`; false where there is none. */
static bool last_final(const evidence *e, const suitor_market *market, uint32_t club, int32_t *day)
{
    for (uint32_t i = e->count; i-- > 0;)
        if (e->final[i] && row_of(e, market, i)->club == club) {
            *day = strength_day(market, row_of(e, market, i));
            return true;
        }
    return false;
}

static uint32_t correct_owner(const evidence *e, const suitor_market *market)
{
    const suitor_ledger_given *given = find_given(e, market);
    int32_t day;

    if (!given || given->club == e->owner)
        return e->owner;
    if (last_final(e, market, e->owner, &day) && day > given->known)
        return e->owner;
    return given->club;
}

suitor_status owner_find(evidence *e, const suitor_market *market, suitor_error *err)
{
    suitor_status st;

    for (uint32_t i = 0; i < e->count; i++)
        e->final[i] = is_sure(e, market, i) ? EVIDENCE_FINAL : EVIDENCE_OPEN;
    st = coolings_gather(e, market, true, err);
    if (st != SUITOR_OK)
        return st;
    e->owner = elect(e, market, INT32_MAX, SUITOR_NO_INDEX);
    e->owner = correct_owner(e, market);
    doubt_deals(e, market);
    find_settled_day(e, market);
    return SUITOR_OK;
}
