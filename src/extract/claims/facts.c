/* Facts: events, sums, needs and choices as the arrays of suitor_facts. Only who
 * is part of a claim, a fee or a choice is a player of the article. */
#include "claims/claims.h"
#include "claims/merge.h"
#include "mentions/mentions.h"

typedef struct {
    reading *r;
    suitor_facts *f;
    suitor_player *players;
    suitor_club *clubs;
    suitor_claim *claims;
    suitor_evidence *evidence;
    suitor_fee *fees;
    suitor_need *needs;
    suitor_either_or *either_or;
    uint32_t *either_or_players;
    suitor_sv *sources, *aliases;
    uint32_t *club_fact; /* by gazetteer club: index in clubs[], NONE */
    uint32_t *told_by;   /* by person: first unit that tells his club, NONE */
} builder;

static void *zeros(builder *b, size_t count, size_t size)
{
    void *out = arena_zeros(&b->r->memory, count + 1, size);

    if (!out)
        b->r->out_of_memory = true;
    return out;
}

static bool allocate(builder *b)
{
    reading *r = b->r;
    size_t claims = (size_t)r->n_events + r->n_people;

    b->players = zeros(b, r->n_people, sizeof *b->players);
    b->clubs = zeros(b, r->x->gaz.n_clubs, sizeof *b->clubs);
    b->claims = zeros(b, claims, sizeof *b->claims);
    b->evidence = zeros(b, claims, sizeof *b->evidence);
    b->fees = zeros(b, r->n_sums, sizeof *b->fees);
    b->needs = zeros(b, r->n_needs, sizeof *b->needs);
    b->either_or = zeros(b, r->n_choices, sizeof *b->either_or);
    b->either_or_players = zeros(b, r->n_members, sizeof *b->either_or_players);
    b->sources = zeros(b, r->n_sources, sizeof *b->sources);
    b->aliases = zeros(b, (size_t)r->n_spellings + r->n_units, sizeof *b->aliases);
    b->club_fact = zeros(b, r->x->gaz.n_clubs, sizeof *b->club_fact);
    b->told_by = zeros(b, r->n_people, sizeof *b->told_by);
    return !r->out_of_memory;
}

static uint32_t club_fact(builder *b, uint32_t club)
{
    if (b->club_fact[club] == NONE) {
        b->clubs[b->f->n_clubs].name = b->r->x->gaz.clubs[club].name;
        b->club_fact[club] = b->f->n_clubs++;
    }
    return b->club_fact[club];
}

static uint32_t words_in(suitor_sv name)
{
    uint32_t n = name.len > 0;

    for (size_t i = 0; i < name.len; i++)
        n += name.ptr[i] == ' ' || name.ptr[i] == '-';
    return n;
}

/* The gazetteer's spelling ("Cristian Romero" for "Cuti Romero") where it is no
 * shorter than a full name in the text; a surname alone stays one. */
static suitor_sv display_name(const reading *r, const person *p)
{
    if (p->gazetteer == NONE || p->n_words < 2)
        return p->name;
    suitor_sv known = r->x->gaz.players[p->gazetteer];
    return words_in(known) >= p->n_words ? known : p->name;
}

static uint32_t player_fact(builder *b, uint32_t who)
{
    person *p = &b->r->people[who];

    if (p->fact == NONE) {
        suitor_player *out = &b->players[b->f->n_players];
        out->name = display_name(b->r, p);
        out->club = -1;
        out->position = (suitor_position)p->position;
        out->age = p->age;
        p->fact = b->f->n_players++;
    }
    return p->fact;
}

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

static bool supports(const reading *r, const event *e, const pair_claim *c)
{
    uint32_t club = e->own_club && e->club == NONE ? r->people[e->player].club : e->club;

    return e->player == c->player && club == c->club && e->relation == c->relation;
}

static void add_claim(builder *b, const pair_claim *c)
{
    reading *r = b->r;
    suitor_claim *out = &b->claims[b->f->n_claims++];

    *out = (suitor_claim){ .player = player_fact(b, c->player),
                           .club = club_fact(b, c->club),
                           .relation = (suitor_relation)c->relation,
                           .stage = (suitor_stage)c->stage };
    out->evidence.first = b->f->n_evidence;
    add_evidence(b, &r->events[c->best]);
    for (uint32_t i = 0; i < r->n_events; i++)
        if (i != c->best && supports(r, &r->events[i], c))
            add_evidence(b, &r->events[i]);
    out->evidence.count = b->f->n_evidence - out->evidence.first;
}

/* The unit that best shows whose player he is: a phrase with the club, else his
 * first naming. */
static void note_tellers(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_people; i++)
        b->told_by[i] = NONE;
    for (uint32_t u = 0; u < r->n_units; u++) {
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
    uint32_t i = 0;

    while (i + 1 < r->n_sentences && r->sentences[i].end <= u)
        i++;
    return i;
}

static void add_plays_for(builder *b, uint32_t who, uint32_t club, uint8_t stage)
{
    reading *r = b->r;
    uint32_t u = b->told_by[who];

    if (club == NONE || u == NONE)
        return;
    event e = { .sentence = sentence_of(r, u), .player = who, .club = club,
                .first = r->units[u].first, .end = r->units[u].end,
                .relation = SUITOR_PLAYS_FOR, .stage = stage, .hedge = SUITOR_FIRM,
                .confidence = 0.9, .origin = NONE };
    suitor_claim *out = &b->claims[b->f->n_claims++];
    *out = (suitor_claim){ .player = player_fact(b, who), .club = club_fact(b, club),
                           .relation = SUITOR_PLAYS_FOR, .stage = (suitor_stage)stage,
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
        if (claims[i].loan && p->club != NONE && p->club != claims[i].club)
            p->loan_club = claims[i].club;
        else
            p->club = claims[i].club;
    }
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

static void drop_former_deals(const reading *r, pair_claim *claims, uint32_t *n)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < *n; i++)
        claims[i].former = claims[i].relation == SUITOR_DEAL && is_former_deal(r, claims, *n, i);
    for (uint32_t i = 0; i < *n; i++)
        if (!claims[i].former)
            claims[kept++] = claims[i];
    *n = kept;
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

static uint32_t main_club(const reading *r)
{
    uint32_t best = NONE;

    for (uint32_t i = 0; i < r->n_mentions; i++) {
        const mention *m = &r->mentions[i];
        if (m->kind == ENTRY_CLUB &&
            (best == NONE || r->club_counts[m->ref] > r->club_counts[best]))
            best = m->ref;
    }
    return best;
}

/* Somebody who leaves or stays, of a club that is not named with him, is taken to
 * be of the one the article is about, unless that one wants him. */
static void guess_clubs(reading *r)
{
    uint32_t club = main_club(r);

    for (uint32_t i = 0; i < r->n_events && club != NONE; i++) {
        const event *e = &r->events[i];
        bool wants_him = false;
        if (!e->own_club || e->club != NONE || r->people[e->player].club != NONE)
            continue;
        for (uint32_t k = 0; k < r->n_events; k++)
            wants_him |= r->events[k].player == e->player && r->events[k].club == club;
        if (!wants_him)
            person_set_club(&r->people[e->player], club, 1);
    }
}

static void add_claims(builder *b)
{
    reading *r = b->r;
    uint32_t n = 0;
    guess_clubs(r);
    pair_claim *claims = claims_merge(r, &n);

    if (!claims)
        return;
    drop_former_deals(r, claims, &n);
    settle_clubs(b, claims, n);
    for (uint32_t i = 0; i < n; i++)
        if (!is_void(r, &claims[i]))
            add_claim(b, &claims[i]);
}

static bool same_fee(const suitor_fee *a, const suitor_fee *b)
{
    return a->player == b->player && a->low == b->low && a->high == b->high &&
           memcmp(a->currency, b->currency, sizeof a->currency) == 0;
}

static void add_fee(builder *b, uint32_t sentence_index, uint32_t u)
{
    const reading *r = b->r;
    sum_reading read = sum_read(r, sentence_index, u);
    const sum *m = &r->sums[r->units[u].ref];

    if (read.kind == SUITOR_N_FEE_KINDS || r->people[read.player].fact == NONE)
        return;
    suitor_fee fee = { .player = r->people[read.player].fact, .kind = (suitor_fee_kind)read.kind,
                       .low = m->low, .high = m->high,
                       .quote = tokens_span(r, m->first, m->end) };
    memcpy(fee.currency, m->currency, sizeof fee.currency);
    for (uint32_t i = 0; i < b->f->n_fees; i++)
        if (same_fee(&b->fees[i], &fee))
            return;
    b->fees[b->f->n_fees++] = fee;
}

static void add_fees(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_sentences; i++)
        for (uint32_t u = r->sentences[i].first; u < r->sentences[i].end; u++)
            if (r->units[u].kind == UNIT_SUM)
                add_fee(b, i, u);
}

static void add_needs(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_needs; i++) {
        const need_event *e = &r->needs[i];
        uint32_t club = club_fact(b, e->club);
        bool known = false;
        for (uint32_t k = 0; k < b->f->n_needs; k++)
            known |= b->needs[k].club == club && b->needs[k].position == e->position;
        if (!known)
            b->needs[b->f->n_needs++] =
                (suitor_need){ club, (suitor_position)e->position, tokens_span(r, e->first, e->end) };
    }
}

static void add_choices(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_choices; i++) {
        const choice_event *e = &r->choices[i];
        suitor_either_or *out = &b->either_or[b->f->n_either_or++];
        out->club = club_fact(b, e->club);
        out->quote = tokens_span(r, e->first, e->end);
        out->members = (suitor_run){ b->f->n_either_or_players, e->count };
        for (uint32_t k = 0; k < e->count; k++)
            b->either_or_players[b->f->n_either_or_players++] =
                player_fact(b, r->members[e->first_member + k]);
    }
}

static void add_sources(builder *b)
{
    const reading *r = b->r;

    if (b->f->n_claims == 0)
        return;
    for (uint32_t i = 0; i < r->n_sources; i++) {
        bool known = !r->sources[i].credited;
        for (uint32_t k = 0; k < i && !known; k++)
            known = r->sources[k].credited &&
                    suitor_sv_equal(r->sources[k].canonical, r->sources[i].canonical);
        if (!known)
            b->sources[b->f->n_sources++] = r->sources[i].name;
    }
}

static void add_alias(builder *b, suitor_run *run, suitor_sv name, suitor_sv text)
{
    if (text.len == 0 || suitor_sv_equal(name, text))
        return;
    for (uint32_t i = run->first; i < run->first + run->count; i++)
        if (suitor_sv_equal(b->aliases[i], text))
            return;
    b->aliases[b->f->n_aliases++] = text;
    run->count++;
}

static void add_player_aliases(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_people; i++) {
        const person *p = &r->people[i];
        if (p->fact == NONE)
            continue;
        suitor_player *out = &b->players[p->fact];
        out->aliases = (suitor_run){ b->f->n_aliases, 0 };
        if (p->club != NONE)
            out->club = (int32_t)club_fact(b, p->club);
        for (uint32_t s = p->first_spelling; s != NONE; s = r->spellings[s].next)
            add_alias(b, &out->aliases, out->name, r->spellings[s].text);
    }
}

static void add_club_aliases(builder *b)
{
    const reading *r = b->r;

    for (uint32_t c = 0; c < r->x->gaz.n_clubs; c++) {
        if (b->club_fact[c] == NONE)
            continue;
        suitor_club *out = &b->clubs[b->club_fact[c]];
        out->aliases = (suitor_run){ b->f->n_aliases, 0 };
        for (uint32_t i = 0; i < r->n_mentions; i++)
            if (r->mentions[i].kind == ENTRY_CLUB && r->mentions[i].ref == c)
                add_alias(b, &out->aliases, out->name,
                          tokens_text(r, r->mentions[i].first, r->mentions[i].end));
    }
}

/* Whose successor is looked for is of the article, too, though nobody wants him. */
static void add_succeeded(builder *b)
{
    for (uint32_t i = 0; i < b->r->n_people; i++)
        if (b->r->people[i].succeeded && b->r->people[i].kind == PERSON_PLAYER)
            player_fact(b, i);
}

static void publish(builder *b)
{
    suitor_facts *f = b->f;

    f->players = b->players;
    f->clubs = b->clubs;
    f->claims = b->claims;
    f->evidence = b->evidence;
    f->fees = b->fees;
    f->needs = b->needs;
    f->either_or = b->either_or;
    f->either_or_players = b->either_or_players;
    f->sources = b->sources;
    f->aliases = b->aliases;
}

void facts_build(reading *r)
{
    builder b = { .r = r, .f = &r->facts };

    r->facts = (suitor_facts){ 0 };
    if (!allocate(&b))
        return;
    for (uint32_t c = 0; c < r->x->gaz.n_clubs; c++)
        b.club_fact[c] = NONE;
    note_tellers(&b);
    add_claims(&b);
    add_choices(&b);
    add_succeeded(&b);
    add_fees(&b);
    add_needs(&b);
    for (uint32_t i = 0; i < r->n_people; i++) {
        if (r->people[i].fact == NONE)
            continue;
        add_plays_for(&b, i, r->people[i].club, SUITOR_OWNED);
        add_plays_for(&b, i, r->people[i].loan_club, SUITOR_LOAN);
    }
    add_sources(&b);
    add_player_aliases(&b);
    add_club_aliases(&b);
    publish(&b);
}
