/* Claims of the facts: each with all evidence for it, the one that carries it first,
 * and whose player everybody is. */
#include "claims/fact_builder.h"

static suitor_sv origin_name(const reading *r, uint32_t origin)
{
    return origin != NONE ? r->sources[origin].canonical : r->article->outlet;
}

static void add_evidence(builder *b, const event *e)
{
    const reading *r = b->r;
    const sentence *s = &r->doc.sentences[e->sentence];

    b->evidence[b->f->n_evidence++] =
        (suitor_evidence){ .quote = tokens_span(r, e->first, e->end),
                           .sentence = tokens_span(r, s->first, s->end),
                           .stage = (suitor_stage)e->stage,
                           .hedge = (suitor_hedge)e->hedge,
                           .origin = origin_name(r, e->origin),
                           .confidence = e->confidence };
}

static void add_claim(builder *b, const pair_claim *c)
{
    reading *r = b->r;
    suitor_claim *out = &b->claims[b->f->n_claims++];

    *out = (suitor_claim){ .player = fact_of_player(b, c->player),
                           .club = fact_of_club(b, c->club),
                           .relation = (suitor_relation)c->relation,
                           .stage = (suitor_stage)c->stage };
    out->evidence.first = b->f->n_evidence;
    add_evidence(b, &r->events[c->best]);
    for (uint32_t i = c->first; i != NONE; i = r->events[i].next)
        if (i != c->best && r->events[i].relation == c->relation)
            add_evidence(b, &r->events[i]);
    out->evidence.count = b->f->n_evidence - out->evidence.first;
}

/* The unit that best shows whose player he is: a phrase with the club, else his
 * first naming. */
void facts_note_tellers(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_people; i++)
        b->told_by[i] = NONE;
    for (uint32_t k = 0; k < r->n_phrases; k++) {
        uint32_t u = r->phrases[k];
        const unit *at = &r->units[u];
        if ((at->kind != UNIT_PLAYER && at->kind != UNIT_DESCRIBED) || at->ref == NONE)
            continue;
        uint32_t *told = &b->told_by[at->ref];
        if (*told == NONE || (r->units[*told].club == NONE && at->club != NONE))
            *told = u;
    }
}

static uint32_t sentence_of(const reading *r, uint32_t u)
{
    uint32_t low = 0, high = r->n_sentences - 1;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (r->sentences[middle].end <= u)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void facts_add_owner(builder *b, uint32_t who, uint32_t club, uint8_t stage)
{
    reading *r = b->r;
    uint32_t u = b->told_by[who];

    if (club == NONE || u == NONE)
        return;
    event e = { .sentence = sentence_of(r, u),
                .player = who,
                .club = club,
                .first = r->units[u].first,
                .end = r->units[u].end,
                .relation = SUITOR_PLAYS_FOR,
                .stage = stage,
                .hedge = SUITOR_FIRM,
                .confidence = 0.9,
                .origin = NONE };
    suitor_claim *out = &b->claims[b->f->n_claims++];
    *out = (suitor_claim){ .player = fact_of_player(b, who),
                           .club = fact_of_club(b, club),
                           .relation = SUITOR_PLAYS_FOR,
                           .stage = (suitor_stage)stage,
                           .evidence = { b->f->n_evidence, 1 } };
    add_evidence(b, &e);
}

/* Where a player is once the text has ended: a done deal moves him, a loan lends
 * him out. */
static void settle_clubs(builder *b, const pair_claim *claims, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        person *p = &b->r->people[claims[i].player];
        if (claims[i].relation != SUITOR_DEAL || claims[i].stage != SUITOR_DONE)
            continue;
        bool lent = claims[i].loan && p->club != NONE && p->club != claims[i].club;
        p->loan_club = lent ? claims[i].club : NONE;
        p->club = lent ? p->club : claims[i].club;
    }
}

/* Interest beside a deal of the same pair, or in one's own player, says nothing. */
static bool is_void(const reading *r, const pair_claim *c)
{
    const person *p = &r->people[c->player];

    if (p->kind != PERSON_PLAYER)
        return true;
    if (c->relation != SUITOR_INTEREST && c->relation != SUITOR_ENDED)
        return false;
    return p->club == c->club;
}

void facts_add_claims(builder *b)
{
    reading *r = b->r;
    uint32_t n = 0;
    owners_guess(r);
    pair_claim *claims = claims_merge(r, &n);

    if (!claims)
        return;
    settle_clubs(b, claims, n);
    for (uint32_t i = 0; i < n; i++)
        if (!is_void(r, &claims[i]))
            add_claim(b, &claims[i]);
}
