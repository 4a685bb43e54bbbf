/* Facts: events, sums, needs and choices as the arrays of suitor_facts. Only who is part of
 * a claim, a fee or a choice is a player of the article; where it tells of moves at all, also
 * whoever else is told to be of a club. */
#include "claims/fact_builder.h"
#include "grow.h"

static void *zeros(builder *b, size_t count, size_t size)
{
    void *out = arena_zeros(&b->r->memory, count + 1, size);

    if (!out)
        b->r->out_of_memory = true;
    return out;
}

/* Makes room for every club of the gazetteer, once. */
static bool index_clubs(reading *r)
{
    uint32_t known = r->club_facts_cap;

    if (!grow(&r->club_facts, &r->club_facts_cap, r->x->gaz.n_clubs + 1, sizeof *r->club_facts)) {
        r->out_of_memory = true;
        return false;
    }
    if (known < r->club_facts_cap)
        memset(r->club_facts + known, 0xff, (r->club_facts_cap - known) * sizeof *r->club_facts);
    return true;
}

static bool allocate(builder *b)
{
    reading *r = b->r;
    size_t claims = (size_t)r->n_events + 2 * (size_t)r->n_people; /* his club, a borrower */
    size_t clubs = claims + r->n_people + r->n_needs + r->n_choices;

    b->players = zeros(b, r->n_people, sizeof *b->players);
    b->clubs = zeros(b, clubs, sizeof *b->clubs);
    b->gazetteer_clubs = zeros(b, clubs, sizeof *b->gazetteer_clubs);
    b->claims = zeros(b, claims, sizeof *b->claims);
    b->evidence = zeros(b, claims, sizeof *b->evidence);
    b->fees = zeros(b, r->n_sums, sizeof *b->fees);
    b->needs = zeros(b, r->n_needs, sizeof *b->needs);
    b->either_or = zeros(b, r->n_choices, sizeof *b->either_or);
    b->either_or_players = zeros(b, r->n_members, sizeof *b->either_or_players);
    b->sources = zeros(b, r->n_sources, sizeof *b->sources);
    b->aliases = zeros(b, (size_t)r->n_spellings + r->n_mentions, sizeof *b->aliases);
    b->told_by = zeros(b, r->n_people, sizeof *b->told_by);
    return index_clubs(r) && !r->out_of_memory;
}

uint32_t fact_of_club(builder *b, uint32_t club)
{
    uint32_t *fact = &b->r->club_facts[club];

    if (*fact == NONE) {
        *fact = b->f->n_clubs++;
        b->clubs[*fact].name = b->r->x->gaz.clubs[club].name;
        b->gazetteer_clubs[*fact] = club;
    }
    return *fact;
}

/* So that no article need wipe the places of all clubs there are. */
static void forget_clubs(const builder *b)
{
    for (uint32_t i = 0; i < b->f->n_clubs; i++)
        b->r->club_facts[b->gazetteer_clubs[i]] = NONE;
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
    suitor_sv known = r->x->gaz.players[p->gazetteer].name;
    return words_in(known) >= p->n_words ? known : p->name;
}

uint32_t fact_of_player(builder *b, uint32_t who)
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

    if (read.kind == SUITOR_N_FEE_KINDS || (r->people[read.player].fact == NONE && !read.sure))
        return;
    suitor_fee fee = { .player = fact_of_player(b, read.player),
                       .kind = (suitor_fee_kind)read.kind,
                       .low = m->low,
                       .high = m->high,
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

    for (uint32_t i = 0; i < r->n_sentences && r->n_sums; i++)
        FOR_PHRASES (r, &r->sentences[i], u)
            if (r->units[u].kind == UNIT_SUM)
                add_fee(b, i, u);
}

static void add_needs(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_needs; i++) {
        const need_event *e = &r->needs[i];
        uint32_t club = fact_of_club(b, e->club);
        bool known = false;
        for (uint32_t k = 0; k < b->f->n_needs; k++)
            known |= b->needs[k].club == club && b->needs[k].position == e->position;
        if (!known)
            b->needs[b->f->n_needs++] = (suitor_need){ club, (suitor_position)e->position,
                                                       tokens_span(r, e->first, e->end) };
    }
}

static void add_choices(builder *b)
{
    const reading *r = b->r;

    for (uint32_t i = 0; i < r->n_choices; i++) {
        const choice_event *e = &r->choices[i];
        suitor_either_or *out = &b->either_or[b->f->n_either_or++];
        out->club = fact_of_club(b, e->club);
        out->quote = tokens_span(r, e->first, e->end);
        out->members = (suitor_run){ b->f->n_either_or_players, e->count };
        for (uint32_t k = 0; k < e->count; k++)
            b->either_or_players[b->f->n_either_or_players++] =
                fact_of_player(b, r->members[e->first_member + k]);
    }
}

/* Whose successor is looked for is of the article, too, though nobody wants him. */
static void add_succeeded(builder *b)
{
    for (uint32_t i = 0; i < b->r->n_people; i++)
        if (b->r->people[i].succeeded && b->r->people[i].kind == PERSON_PLAYER)
            fact_of_player(b, i);
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
    facts_note_tellers(&b);
    facts_add_claims(&b);
    add_choices(&b);
    add_succeeded(&b);
    add_fees(&b);
    add_needs(&b);
    bool moves = b.f->n_claims > 0;
    for (uint32_t i = 0; i < r->n_people; i++) {
        if (r->people[i].fact == NONE && !(moves && r->people[i].kind == PERSON_PLAYER))
            continue;
        facts_add_owner(&b, i, r->people[i].club, SUITOR_OWNED);
        if (r->people[i].loan_club != r->people[i].club)
            facts_add_owner(&b, i, r->people[i].loan_club, SUITOR_LOAN);
    }
    facts_add_sources(&b);
    facts_add_player_aliases(&b);
    facts_add_club_aliases(&b);
    forget_clubs(&b);
    publish(&b);
}
