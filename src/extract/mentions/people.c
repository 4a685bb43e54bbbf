/* People: names of two words or more first, then surnames and given names tied to
 * them. Who is introduced as manager, agent or reporter is no target. */
#include "grow.h"
#include "mentions/mentions.h"
#include "mentions/own_name.h"

/* Names beyond the bounds are passed over: no article has as many people, and no person
 * as many spellings. */
enum { APPOSITION_REACH = 8, MOST_PEOPLE = 20000, MOST_SPELLINGS = 24 };

static bool is_person_kind(uint8_t kind)
{
    return kind == MENTION_PERSON || kind == ENTRY_JOURNALIST || kind == ENTRY_STAFF ||
           kind == ENTRY_PLAYER;
}

static void add_spelling(reading *r, person *p, suitor_sv text)
{
    uint32_t before = p->first_spelling, known = 0;

    for (uint32_t s = before; s != NONE; s = r->spellings[s].next, known++)
        if (suitor_sv_equal(r->spellings[s].text, text))
            return;
    if (known < MOST_SPELLINGS && READING_PUSH(r, spellings, ((spelling){ text, before })))
        p->first_spelling = r->n_spellings - 1;
}

static suitor_sv canonical_of(const reading *r, const mention *m)
{
    const gazetteer *g = &r->x->gaz;

    switch (m->kind) {
    case ENTRY_JOURNALIST: return g->journalists[m->ref];
    case ENTRY_STAFF: return g->staff[m->ref].name;
    case ENTRY_PLAYER: return g->players[m->ref].name;
    default: return suitor_sv_make(NULL, 0);
    }
}

static uint8_t kind_of(const mention *m)
{
    return m->kind == ENTRY_JOURNALIST ? PERSON_PRESS
           : m->kind == ENTRY_STAFF    ? PERSON_STAFF
                                       : PERSON_PLAYER;
}

static suitor_sv copied(reading *r, suitor_sv text)
{
    suitor_sv copy = arena_copy(&r->memory, text);

    r->out_of_memory |= !copy.ptr;
    return copy;
}

/* The number that somebody of the gazetteer has in the index. */
static uint32_t listing_of(const reading *r, uint8_t kind, uint32_t ref)
{
    const gazetteer *g = &r->x->gaz;

    return kind == PERSON_PLAYER  ? ref
           : kind == PERSON_STAFF ? g->n_players + ref
                                  : g->n_players + g->n_staff + ref;
}

static void index_person(reading *r, uint32_t who, const cut_name *name)
{
    const person *p = &r->people[who];

    if (!name_index_add(&r->names, name, p->folded, p->kind == PERSON_PLAYER, who))
        r->out_of_memory = true;
    if (p->gazetteer != NONE)
        name_index_list(&r->names, listing_of(r, p->kind, p->gazetteer), who);
}

/* Somebody not named before; NONE when there are too many already, or no memory. */
static uint32_t person_new(reading *r, const mention *m, const own_name *name)
{
    if (r->n_people >= MOST_PEOPLE)
        return NONE;
    person p = { .name = name->written,
                 .folded = copied(r, name_text(&name->folded)),
                 .n_words = name->n_words,
                 .gazetteer = m->kind == MENTION_PERSON ? NONE : m->ref,
                 .club = NONE,
                 .loan_club = NONE,
                 .country = NONE,
                 .age = -1,
                 .known = NONE,
                 .kind = kind_of(m),
                 .open_until = NONE,
                 .first_spelling = NONE,
                 .fact = NONE };
    if (r->out_of_memory || !READING_PUSH(r, people, p))
        return NONE;
    index_person(r, r->n_people - 1, &name->folded);
    return r->n_people - 1;
}

static uint32_t same_in_gazetteer(const reading *r, const mention *m)
{
    return m->kind == MENTION_PERSON
               ? NONE
               : name_index_listed(&r->names, listing_of(r, kind_of(m), m->ref));
}

/* The first person that a name of several words can mean, NONE for a new one. */
static uint32_t find_full(const reading *r, const mention *m, const cut_name *name)
{
    uint32_t listed = same_in_gazetteer(r, m), related = name_index_related(&r->names, name);

    return listed < related ? listed : related; /* NONE is larger than any index */
}

/* A player known by this one word whose club the article names. */
static bool is_player_of_article(const reading *r, const mention *m)
{
    return m->kind == ENTRY_PLAYER && player_club(r, &r->x->gaz.players[m->ref]) != NONE;
}

/* The person that one word means: one of that name alone, else the latest with it as
 * surname, else as given name. */
static uint32_t find_single(const reading *r, const mention *m, const cut_name *name)
{
    uint32_t listed = same_in_gazetteer(r, m);
    name_bearers b = name_index_bearers(&r->names, name);

    if (listed != NONE || b.whole != NONE)
        return listed < b.whole ? listed : b.whole;
    if (b.late_ending != NONE)
        return b.late_ending;
    uint32_t given = b.late_beginning;
    bool other = given != NONE && r->people[given].kind != PERSON_PLAYER &&
                 (is_known_surname(r, name_text(name)) || is_player_of_article(r, m));
    return other ? NONE : given; /* a player is known by the agent's given name */
}

/* Take over the longer name. */
static void lengthen(reading *r, uint32_t who, const own_name *name)
{
    person *p = &r->people[who];
    cut_name before;

    name_cut_copy(&before, p->folded);
    name_index_drop(&r->names, &before, who);
    p->name = name->written;
    p->folded = copied(r, name_text(&name->folded));
    p->n_words = name->n_words;
    if (!r->out_of_memory)
        index_person(r, who, &name->folded);
}

static void upgrade(reading *r, uint32_t who, const mention *m, const own_name *name)
{
    person *p = &r->people[who];

    add_spelling(r, p, name->written);
    if (m->kind != MENTION_PERSON) {
        suitor_sv canonical = canonical_of(r, m);
        if (canonical.ptr)
            add_spelling(r, p, canonical);
    }
    if (name->n_words > p->n_words)
        lengthen(r, who, name);
}

static void tie_mention(reading *r, mention *m, const own_name *name, bool full)
{
    uint32_t who = full ? find_full(r, m, &name->folded) : find_single(r, m, &name->folded);

    if (who == NONE && introduces_person(r, m, name_text(&name->folded)))
        who = person_new(r, m, name);
    if (who == NONE) {
        m->kind = MENTION_NOBODY;
        return;
    }
    upgrade(r, who, m, name);
    m->ref = who;
    m->kind = MENTION_TIED;
}

static bool is_full(const mention *m) { return m->end - m->first > 1; }

/* Tie the names of several words, `full`, or of one. */
static void tie(reading *r, bool full)
{
    own_name name;

    for (uint32_t i = 0; i < r->n_mentions && !r->out_of_memory; i++) {
        mention *m = &r->mentions[i];
        if (!is_person_kind(m->kind) || is_full(m) != full)
            continue;
        own_name_read(r, m, &name);
        tie_mention(r, m, &name, full);
    }
}

static void index_begin(reading *r)
{
    const gazetteer *g = &r->x->gaz;

    if (!name_index_begin(&r->names, g->n_players + g->n_staff + g->n_journalists))
        r->out_of_memory = true;
}

static void index_again(reading *r)
{
    cut_name name;

    index_begin(r);
    for (uint32_t i = 0; i < r->n_people && !r->out_of_memory; i++) {
        name_cut_copy(&name, r->people[i].folded);
        index_person(r, i, &name);
    }
}

/* "free agent Davor Lukesic" is for all to sign. */
static bool is_free_agent(const reading *r, uint32_t role)
{
    suitor_sv before = token_text(&r->doc, role - 1);

    return suitor_sv_equal(before, suitor_sv_of("free")) ||
           suitor_sv_equal(before, suitor_sv_of("Free"));
}

/* ", who is both his brother and his agent" */
static bool is_relative(const reading *r, uint32_t i)
{
    return i + 2 < r->doc.n_tokens && token_in(r, i, CLASS_WHO) && token_in(r, i + 1, CLASS_AUX) &&
           token_in(r, i + 1, CLASS_SKIP); /* forms of "be" and "have" are in both */
}

/* Whether what stands around the mention makes him one of `role`'s kind. */
static bool introduced_as(const reading *r, const mention *m, word_class role)
{
    if (!(r->doc.classes & CLASS_BIT(role)))
        return false;
    if (m->first > 0 && token_in(r, m->first - 1, role))
        return m->first < 2 || !is_free_agent(r, m->first - 1);
    uint32_t i = m->end;
    if (i >= r->doc.n_tokens || !token_is(&r->doc, i, ','))
        return false;
    uint32_t first = is_relative(r, i + 1) ? i + 3 : i + 1;
    for (uint32_t k = first; k < r->doc.n_tokens && k < i + APPOSITION_REACH; k++) {
        const token *t = &r->doc.tokens[k];
        if (t->kind != TOKEN_WORD && t->kind != TOKEN_CLITIC)
            return false;
        if (token_in(r, k, role))
            return !is_free_agent(r, k);
        /* ", according to journalist X" tells of X, not of him before the comma */
        if (token_in(r, k, CLASS_AUX) || token_in(r, k, CLASS_WHO) ||
            token_in(r, k, CLASS_REPORTED) || token_in(r, k, CLASS_STOP))
            return false;
    }
    return false;
}

static bool is_reporter(const reading *r, uint32_t at)
{
    const mention *m = &r->mentions[at];
    const mention *next = at + 1 < r->n_mentions ? &r->mentions[at + 1] : NULL;

    if (introduced_as(r, m, CLASS_PRESS_ROLE))
        return true;
    if (m->end < r->doc.n_tokens && token_in(r, m->end, CLASS_PRESS_VERB))
        return true;
    bool beside = next && next->first == m->end + 1;
    if (beside && next->kind == ENTRY_OUTLET && r->doc.tokens[m->end].kind == TOKEN_WORD)
        return token_in(r, m->end, CLASS_PREPOSITION);
    return beside && token_is(&r->doc, m->end, '(') &&
           r->doc.tokens[next->first].kind == TOKEN_HANDLE &&
           (next->kind == MENTION_HANDLE || next->kind == ENTRY_OUTLET);
}

/* A player by the register, whosever brother he is. */
static bool is_at_work(const reading *r, const person *p)
{
    const gazetteer *g = &r->x->gaz;

    return p->gazetteer != NONE && p->n_words > 1 && r->month != NO_MONTH &&
           gazetteer_at_work(g, g->players[p->gazetteer].career, r->month);
}

/* What the mention shows him to be. */
static person_kind shown_kind(const reading *r, uint32_t at)
{
    return introduced_as(r, &r->mentions[at], CLASS_STAFF_ROLE) ? PERSON_STAFF
           : is_reporter(r, at)                                 ? PERSON_PRESS
                                                                : PERSON_PLAYER;
}

/* Who is no player, told by the names of several words, `full`, or of one. */
static void tell_kinds(reading *r, bool full)
{
    for (uint32_t i = 0; i < r->n_mentions; i++) {
        const mention *m = &r->mentions[i];
        if (m->kind != MENTION_TIED || is_full(m) != full)
            continue;
        person *p = &r->people[m->ref];
        person_kind kind = p->kind == PERSON_PLAYER ? shown_kind(r, i) : PERSON_PLAYER;
        if (kind != PERSON_PLAYER && !is_at_work(r, p))
            person_set_kind(p, kind);
    }
}

void people_tie(reading *r)
{
    r->n_people = r->n_spellings = 0;
    people_doubt(r);
    index_begin(r);
    tie(r, true);
    tell_kinds(r, true);
    if (r->names.has_gaps)
        index_again(r);
    tie(r, false);
    if (r->out_of_memory)
        return;
    tell_kinds(r, false);
    for (uint32_t i = 0; i < r->n_mentions; i++)
        if (r->mentions[i].kind == MENTION_TIED)
            r->mentions[i].kind = MENTION_PERSON;
}

void person_set_kind(person *p, person_kind kind)
{
    p->kind = (uint8_t)kind;
    p->gazetteer = NONE; /* it was an index of the kind he was taken for */
}

void person_set_club(person *p, uint32_t club, uint8_t sureness)
{
    if (club == NONE || sureness <= p->club_sureness)
        return;
    p->club = club;
    p->club_sureness = sureness;
}
