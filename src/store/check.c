/* Range checks on facts. The message names the article, the row and what is wrong
 * with it, because the fault is in the program that made them. */
#include "check.h"

#include <math.h>

#include "fail.h"

typedef struct {
    const suitor_article *article;
    const suitor_facts *facts;
    suitor_error *err;
} check;

static suitor_status wrong(const check *c, const char *row, uint32_t i, const char *what)
{
    return fail(c->err, SUITOR_ERR_INVALID, "article \"%.*s\": %s %lu has %s",
                SUITOR_SV_ARG(c->article->id), row, (unsigned long)i, what);
}

static bool span_fits(const check *c, suitor_span span)
{
    return span.begin <= span.end && span.end <= c->article->text.len;
}

static bool run_fits(suitor_run run, uint32_t count)
{
    return run.first <= count && run.count <= count - run.first;
}

static suitor_status check_names(const check *c)
{
    const suitor_facts *f = c->facts;

    for (uint32_t i = 0; i < f->n_players; i++) {
        const suitor_player *p = &f->players[i];
        if (p->name.len == 0)
            return wrong(c, "player", i, "no name");
        if (!run_fits(p->aliases, f->n_aliases))
            return wrong(c, "player", i, "aliases out of range");
        if (p->club < -1 || (p->club >= 0 && (uint32_t)p->club >= f->n_clubs))
            return wrong(c, "player", i, "a club out of range");
        if ((unsigned)p->position >= SUITOR_N_POSITIONS)
            return wrong(c, "player", i, "no such position");
    }
    for (uint32_t i = 0; i < f->n_clubs; i++) {
        if (f->clubs[i].name.len == 0)
            return wrong(c, "club", i, "no name");
        if (!run_fits(f->clubs[i].aliases, f->n_aliases))
            return wrong(c, "club", i, "aliases out of range");
    }
    return SUITOR_OK;
}

static suitor_status check_claims(const check *c)
{
    const suitor_facts *f = c->facts;

    for (uint32_t i = 0; i < f->n_claims; i++) {
        const suitor_claim *claim = &f->claims[i];
        if (claim->player >= f->n_players || claim->club >= f->n_clubs)
            return wrong(c, "claim", i, "a player or club out of range");
        if ((unsigned)claim->relation >= SUITOR_N_RELATIONS ||
            (unsigned)claim->stage >= SUITOR_N_STAGES)
            return wrong(c, "claim", i, "no such relation or stage");
        if (claim->evidence.count == 0 || !run_fits(claim->evidence, f->n_evidence))
            return wrong(c, "claim", i, "evidence out of range");
    }
    for (uint32_t i = 0; i < f->n_evidence; i++) {
        const suitor_evidence *e = &f->evidence[i];
        if (!span_fits(c, e->quote) || !span_fits(c, e->sentence))
            return wrong(c, "evidence", i, "a span outside the text");
        if ((unsigned)e->stage >= SUITOR_N_STAGES || (unsigned)e->hedge >= SUITOR_N_HEDGES)
            return wrong(c, "evidence", i, "no such stage or hedge");
        if (!(e->confidence >= 0 && e->confidence <= 1))
            return wrong(c, "evidence", i, "a confidence outside 0 to 1");
    }
    return SUITOR_OK;
}

static suitor_status check_fees(const check *c)
{
    const suitor_facts *f = c->facts;

    for (uint32_t i = 0; i < f->n_fees; i++) {
        const suitor_fee *fee = &f->fees[i];
        if (fee->player >= f->n_players || !span_fits(c, fee->quote))
            return wrong(c, "fee", i, "a player or span out of range");
        if ((unsigned)fee->kind >= SUITOR_N_FEE_KINDS || fee->currency[3] != '\0')
            return wrong(c, "fee", i, "no such kind or currency");
        if (!isfinite(fee->low) || !isfinite(fee->high))
            return wrong(c, "fee", i, "no finite sum");
    }
    return SUITOR_OK;
}

static suitor_status check_wishes(const check *c)
{
    const suitor_facts *f = c->facts;

    for (uint32_t i = 0; i < f->n_needs; i++) {
        const suitor_need *need = &f->needs[i];
        if (need->club >= f->n_clubs || !span_fits(c, need->quote))
            return wrong(c, "need", i, "a club or span out of range");
        if ((unsigned)need->position >= SUITOR_N_POSITIONS)
            return wrong(c, "need", i, "no such position");
    }
    for (uint32_t i = 0; i < f->n_either_or; i++) {
        const suitor_either_or *either = &f->either_or[i];
        if (either->club >= f->n_clubs || !span_fits(c, either->quote) ||
            !run_fits(either->members, f->n_either_or_players))
            return wrong(c, "either-or", i, "a club, member or span out of range");
    }
    for (uint32_t i = 0; i < f->n_either_or_players; i++)
        if (f->either_or_players[i] >= f->n_players)
            return wrong(c, "either-or member", i, "a player out of range");
    return SUITOR_OK;
}

suitor_status facts_check(const suitor_article *article, const suitor_facts *facts,
                          suitor_error *err)
{
    static suitor_status (*const parts[])(const check *) = { check_names, check_claims, check_fees,
                                                             check_wishes };
    const check c = { article, facts, err };
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; st == SUITOR_OK && i < sizeof parts / sizeof *parts; i++)
        st = parts[i](&c);
    return st;
}
