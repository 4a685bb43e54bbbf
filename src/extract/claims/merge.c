/* Merging events: interest and ended overrule each other in text order, a deal
 * overrules interest, unless it is said to lack the word of one side, a done deal stands. Leaving
 * and staying are of the player's own club and stand beside each other. */
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

typedef struct {
    uint32_t player, club, line;
} line_key;

typedef struct {
    reading *r;
    pair_claim *claims;
    uint32_t n;
    uint32_t loan_sentence; /* the sentence last searched for "loan" */
    bool loan;
} merger;

/* Where the claim about the pair stands in claims[], n for a new one; NONE without
 * memory. */
static uint32_t *place_of(merger *m, uint32_t player, uint32_t club, uint8_t line)
{
    line_key key = { player, club, line };

    return strmap_put(&m->r->seen, suitor_sv_make((const char *)&key, sizeof key), m->n, NULL);
}

static bool stays_there(const merger *m, const pair_claim *c)
{
    line_key key = { c->player, c->club, line_of(SUITOR_STAYING) };
    uint32_t ignored;

    return strmap_get(&m->r->seen, suitor_sv_make((const char *)&key, sizeof key), &ignored);
}

static bool tells_loan(merger *m, const event *e)
{
    const document *doc = &m->r->doc;
    const sentence *s = &doc->sentences[e->sentence];
    suitor_sv text = tokens_text(m->r, s->first, s->end);

    if (m->loan_sentence == e->sentence)
        return m->loan;
    m->loan_sentence = e->sentence;
    m->loan = false;
    for (size_t i = 0; i + 4 <= text.len && !m->loan; i++)
        m->loan = memcmp(text.ptr + i, "loan", 4) == 0 || memcmp(text.ptr + i, "Loan", 4) == 0;
    return m->loan;
}

static void tell(merger *m, pair_claim *c, uint32_t i)
{
    const event *e = &m->r->events[i];

    c->relation = e->relation;
    c->stage = e->stage;
    c->best = i;
    c->loan = e->relation == SUITOR_DEAL && tells_loan(m, e);
}

static bool merge(merger *m, uint32_t i)
{
    event *e = &m->r->events[i];
    uint32_t club = club_of(m->r, e);

    e->next = NONE;
    if (club == NONE || e->dropped)
        return true;
    uint32_t *at = place_of(m, e->player, club, line_of(e->relation));
    if (!at)
        return false;
    pair_claim *c = &m->claims[*at];
    if (*at == m->n) {
        *c = (pair_claim){ .player = e->player, .club = club, .first = i, .last = i };
        m->n++;
        tell(m, c, i);
        return true;
    }
    m->r->events[c->last].next = i;
    c->last = i;
    if (overrules(m->r, c, e))
        tell(m, c, i);
    return true;
}

/* Whether a quoted post, which is older than what stands before it, begins behind the sentence
 * `first`, up to the sentence `last`. */
static bool is_quote_between(const reading *r, uint32_t first, uint32_t last)
{
    for (uint32_t i = first + 1; i <= last; i++)
        if (r->sentences[i].heads_quote)
            return true;
    return false;
}

/* Whether the text says behind it, or with it, that one side has not agreed yet. */
static bool is_open(const reading *r, const pair_claim *c)
{
    uint32_t until = r->people[c->player].open_until;

    if (c->relation != SUITOR_DEAL || c->stage != SUITOR_AGREED || until == NONE ||
        is_quote_between(r, r->events[c->best].sentence, until))
        return false;
    for (uint32_t i = c->first; i != NONE; i = r->events[i].next)
        if (r->events[i].relation == SUITOR_DEAL && r->events[i].sentence > until)
            return false;
    return true;
}

static void reopen(merger *m)
{
    for (uint32_t i = 0; i < m->n; i++)
        if (is_open(m->r, &m->claims[i])) {
            m->claims[i].relation = SUITOR_INTEREST;
            m->claims[i].stage = SUITOR_TALKS;
        }
}

/* Deals that tell how a player came to where he is: one with the club he is at already,
 * beside another deal or a new contract there; and of several buyers all but the first
 * told of. */
static bool drop_former(merger *m)
{
    reading *r = m->r;
    uint32_t *deals = arena_zeros(&r->memory, r->n_people, sizeof *deals), kept = 0;
    uint32_t *told = arena_zeros(&r->memory, r->n_people, sizeof *told);

    if (!deals || !told)
        return false;
    for (uint32_t i = 0; i < m->n; i++)
        deals[m->claims[i].player] += m->claims[i].relation == SUITOR_DEAL;
    for (uint32_t i = 0; i < m->n; i++) {
        const pair_claim *c = &m->claims[i];
        bool deal = c->relation == SUITOR_DEAL,
             own = r->people[c->player].club == c->club &&
                   r->people[c->player].club_sureness > CLUB_IN_PASSING &&
                   r->people[c->player].club_sureness != CLUB_BY_REGISTER;
        bool former =
            deal && ((own && deals[c->player] > 1) || told[c->player] > 0 || stays_there(m, c));
        told[c->player] += deal;
        if (!former)
            m->claims[kept++] = *c;
    }
    m->n = kept;
    return true;
}

/* Who has a new club is wanted by no other any more, whatever was said of them. */
static bool end_lost_races(merger *m)
{
    bool *settled = arena_zeros(&m->r->memory, m->r->n_people, sizeof *settled);

    if (!settled)
        return false;
    for (uint32_t i = 0; i < m->n; i++)
        settled[m->claims[i].player] |= m->claims[i].relation == SUITOR_DEAL;
    for (uint32_t i = 0; i < m->n; i++)
        if (m->claims[i].relation == SUITOR_INTEREST && settled[m->claims[i].player]) {
            m->claims[i].relation = SUITOR_ENDED;
            m->claims[i].stage = SUITOR_OVER;
        }
    return true;
}

pair_claim *claims_merge(reading *r, uint32_t *count)
{
    merger m = { .r = r,
                 .claims = arena_zeros(&r->memory, r->n_events + 1, sizeof(pair_claim)),
                 .loan_sentence = NONE };
    bool ok = m.claims != NULL;

    strmap_reset(&r->seen);
    for (uint32_t i = 0; i < r->n_events && ok; i++)
        ok = merge(&m, i);
    reopen(&m);
    if (!ok || !drop_former(&m) || !end_lost_races(&m)) {
        r->out_of_memory = true;
        return NULL;
    }
    *count = m.n;
    return m.claims;
}
