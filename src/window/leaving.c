/* A player's stance as the market weighs it: leaving · (1 − staying), or what an either-or of
 * his club says, if that is stronger. */
#include "leaving.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "market_graph.h"
#include "model.h"
#include "stance.h"

static const suitor_ledger_row *row_of(const suitor_market *market, const evidence *e, uint32_t i)
{
    return &suitor_market_ledger(market)->rows[e->first + i];
}

/* Who is out on loan comes back, so nobody is missed when he is sold: the latest row that
 * tells where he plays tells of a loan. */
static bool is_lent(const suitor_market *market, const evidence *e)
{
    int32_t lent = SUITOR_NO_DAY, owned = SUITOR_NO_DAY;
    bool any = false;

    for (uint32_t i = 0; i < e->count; i++) {
        const suitor_ledger_row *row = row_of(market, e, i);
        if (row->relation != SUITOR_PLAYS_FOR)
            continue;
        if (row->stage == SUITOR_LOAN && row->club != e->owner) {
            any = true;
            lent = row->day > lent ? row->day : lent;
        } else {
            owned = row->day > owned ? row->day : owned;
        }
    }
    return any && lent >= owned && !(e->is_settled && e->settled > lent);
}

/* His signings, each club's by the day that it was first told. */
static bool note_arrivals(const suitor_market *market, const evidence *e, leaving *l)
{
    const suitor_entity *who = &suitor_market_ledger(market)->entities[e->player];
    uint32_t from = 0, to = 0;

    while (evidence_next_club(e, market, &from, &to))
        for (uint32_t i = from; i < to; i++) {
            const suitor_ledger_row *row = row_of(market, e, i);
            if (e->final[i] != EVIDENCE_FINAL)
                continue;
            if (!grow(&l->arrivals, &l->cap_arrivals, l->n_arrivals + 1, sizeof *l->arrivals))
                return false;
            l->arrivals[l->n_arrivals++] = (leaving_arrival){ row->club, who->position, row->day };
            break;
        }
    return true;
}

double leaving_either_or(const suitor_market *market, uint32_t article, int32_t day)
{
    const suitor_model *model = market_model(market);
    unsigned tier = model_tier_of(model, suitor_market_ledger(market)->articles[article].outlet);
    double age = (double)suitor_market_day(market) - day;

    return model->stage[SUITOR_POSSIBLE] * model_reliability(model, tier, SUITOR_LEAVING) *
           exp2(-fmax(age, 0) / model->half_life_days[SUITOR_LEAVING]);
}

static void hear_either_or(const suitor_market *market, const suitor_ledger_either_or *group,
                           leaving *l)
{
    const uint32_t *members =
        suitor_market_ledger(market)->either_or_players + group->members.first;
    double strength = leaving_either_or(market, group->article, group->day);

    for (uint32_t i = 0; i < group->members.count; i++) {
        uint32_t p = members[i];
        int32_t settled = market_settled_day(market, p);
        bool stale = settled != SUITOR_NO_DAY && settled >= group->day;
        if (suitor_market_club_of(market, p) == group->club && !stale && strength > l->strength[p])
            l->strength[p] = strength;
    }
}

static int by_club(const void *a, const void *b)
{
    const leaving_arrival *x = a, *y = b;

    return (x->club > y->club) - (x->club < y->club);
}

static suitor_status no_memory(const suitor_ledger *ledger, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for a window of %u players", ledger->n_players);
}

static suitor_status hear_players(const suitor_market *market, leaving *l, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    evidence e = { 0 };
    suitor_status st = evidence_init(&e, market, err);

    for (uint32_t p = 0; st == SUITOR_OK && p < ledger->n_players; p++) {
        st = evidence_weigh(&e, market, p, err);
        if (st != SUITOR_OK)
            break;
        market_stance stance = stance_of(market, &e);
        l->strength[p] = stance.leaving * (1 - stance.staying);
        l->is_lent[p] = is_lent(market, &e);
        if (!note_arrivals(market, &e, l))
            st = no_memory(ledger, err);
    }
    evidence_free(&e);
    return st;
}

suitor_status leaving_find(const suitor_market *market, leaving *out, suitor_error *err)
{
    const suitor_ledger *ledger = suitor_market_ledger(market);
    suitor_status st;

    out->strength = calloc((size_t)ledger->n_players + 1, sizeof *out->strength);
    out->is_lent = calloc((size_t)ledger->n_players + 1, sizeof *out->is_lent);
    if (!out->strength || !out->is_lent)
        return no_memory(ledger, err);
    st = hear_players(market, out, err);
    for (uint32_t i = 0; st == SUITOR_OK && i < ledger->n_either_or; i++)
        hear_either_or(market, &ledger->either_or[i], out);
    if (out->n_arrivals)
        qsort(out->arrivals, out->n_arrivals, sizeof *out->arrivals, by_club);
    return st;
}

void leaving_free(leaving *l)
{
    free(l->strength);
    free(l->is_lent);
    free(l->arrivals);
    *l = (leaving){ 0 };
}
