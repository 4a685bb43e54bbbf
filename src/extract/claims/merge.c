/* Merging events: interest and ended overrule each other in text order, a deal
 * overrules interest, a done deal stands. Leaving and staying are of the player's
 * own club and stand beside each other. */
#include "claims/merge.h"

/* Club an own-club event is about; NONE where the text does not tell. */
static uint32_t club_of(const reading *r, const event *e)
{
    if (!e->own_club || e->club != NONE)
        return e->club;
    return r->people[e->player].club;
}

/* leaving and staying each have a line of their own; the rest share one a pair */
static uint8_t line_of(uint8_t relation)
{
    return relation == SUITOR_LEAVING ? 1 : relation == SUITOR_STAYING ? 2 : 0;
}

static pair_claim *find(pair_claim *claims, uint32_t n, const event *e, uint32_t club)
{
    for (uint32_t i = 0; i < n; i++)
        if (claims[i].player == e->player && claims[i].club == club &&
            line_of(claims[i].relation) == line_of(e->relation))
            return &claims[i];
    return NULL;
}

/* Whether event `e`, later in the text, changes what the claim says. */
static bool overrules(const reading *r, const pair_claim *c, const event *e)
{
    if (c->relation == e->relation)
        return e->stage > c->stage;
    if (c->relation == SUITOR_DEAL)
        return c->stage != SUITOR_DONE && e->relation == SUITOR_ENDED;
    if (c->relation == SUITOR_ENDED && e->relation == SUITOR_INTEREST)
        return e->stage >= SUITOR_KEEN && e->sentence != r->events[c->best].sentence;
    return true;
}

static bool tells_loan(const reading *r, const event *e)
{
    suitor_span span =
        tokens_span(r, r->doc.sentences[e->sentence].first, r->doc.sentences[e->sentence].end);
    suitor_sv text = suitor_sv_cut(r->doc.text, span);

    for (size_t i = 0; i + 4 <= text.len; i++)
        if (memcmp(text.ptr + i, "loan", 4) == 0 || memcmp(text.ptr + i, "Loan", 4) == 0)
            return true;
    return false;
}

pair_claim *claims_merge(reading *r, uint32_t *count)
{
    pair_claim *claims = arena_zeros(&r->memory, r->n_events + 1, sizeof *claims);

    *count = 0;
    if (!claims) {
        r->out_of_memory = true;
        return NULL;
    }
    for (uint32_t i = 0; i < r->n_events; i++) {
        const event *e = &r->events[i];
        uint32_t club = club_of(r, e);
        if (club == NONE)
            continue;
        pair_claim *c = find(claims, *count, e, club);
        if (c && !overrules(r, c, e))
            continue;
        if (!c)
            c = &claims[(*count)++];
        *c = (pair_claim){ e->player, club, e->relation, e->stage, i, false, false };
        c->loan = e->relation == SUITOR_DEAL && tells_loan(r, e);
    }
    return claims;
}

/* A deal with the club he is at already, beside another deal or a new contract
 * there, is how he came; of several buyers the first told of counts. */
static bool is_former_deal(const reading *r, const pair_claim *claims, uint32_t n, uint32_t at)
{
    const pair_claim *c = &claims[at];
    bool own = r->people[c->player].club == c->club;

    for (uint32_t i = 0; i < n; i++) {
        if (i == at || claims[i].player != c->player)
            continue;
        if (claims[i].relation == SUITOR_DEAL && (own || i < at))
            return true;
        if (claims[i].relation == SUITOR_STAYING && claims[i].club == c->club)
            return true;
    }
    return false;
}

void claims_drop_former(const reading *r, pair_claim *claims, uint32_t *n)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < *n; i++)
        claims[i].former = claims[i].relation == SUITOR_DEAL && is_former_deal(r, claims, *n, i);
    for (uint32_t i = 0; i < *n; i++)
        if (!claims[i].former)
            claims[kept++] = claims[i];
    *n = kept;
}
