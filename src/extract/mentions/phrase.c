/* Noun phrases: [the] [club's] [nationality] [age] [adjectives] [position] [name],
 * any part missing, and what follows a name: ", 22,", "(22)", "of Monaco",
 * ", the Inter defender,". */
#include "mentions/phrase.h"
#include "mentions/mentions.h"

enum { MIN_AGE = 15, MAX_AGE = 45, LONGEST = 24 };

typedef struct {
    reading *r;
    uint32_t at, end;
    unit *u;
    bool determined, indefinite, headed, adjective_only, plural_nation;
    bool nation, staff_role, club_noun, several, league, town, theirs, former;
    bool wanted;     /* "Liverpool target", "their winger target": whom the club is after */
    uint32_t person; /* NONE until a name ends the phrase */
} phrase;

static const token *token_at(const phrase *p, uint32_t i) { return &p->r->doc.tokens[i]; }

static bool word_at(const phrase *p, uint32_t i, word_class c)
{
    return i < p->end && token_at(p, i)->kind == TOKEN_WORD && token_in(p->r, i, c);
}

static const mention *mention_here(const phrase *p)
{
    uint32_t m = p->r->mention_at[p->at];

    return m == NONE ? NULL : &p->r->mentions[m];
}

static bool text_is(const phrase *p, uint32_t i, const char *text)
{
    suitor_sv sv;

    if (i >= p->end)
        return false;
    sv = token_text(&p->r->doc, i);
    return suitor_sv_equal(sv, suitor_sv_of(text));
}

/* Steps over "'s" or the bare apostrophe behind a plural. */
static bool take_possessive(phrase *p)
{
    if (p->at >= p->end)
        return false;
    const token *t = token_at(p, p->at);
    bool clitic = t->kind == TOKEN_CLITIC && (t->sign == 's' || t->sign == 'S');
    bool bare = t->kind == TOKEN_PUNCT && t->sign == '\'' && (t->flags & TOKEN_GLUED) &&
                p->at > 0 && p->at + 1 < p->end &&
                p->r->doc.text.ptr[token_at(p, p->at - 1)->end - 1] == 's';
    if (clitic || bare)
        p->at++;
    return clitic || bare;
}

static int32_t small_number(const phrase *p, uint32_t i)
{
    int32_t value = 0;

    if (i >= p->end || token_at(p, i)->kind != TOKEN_NUMBER)
        return -1;
    suitor_sv text = token_text(&p->r->doc, i);
    if (text.len != 2)
        return -1;
    for (size_t k = 0; k < 2; k++) {
        if (text.ptr[k] < '0' || text.ptr[k] > '9')
            return -1;
        value = value * 10 + (text.ptr[k] - '0');
    }
    return value >= MIN_AGE && value <= MAX_AGE ? value : -1;
}

/* "22-year-old", "22 y/o", "22yo" */
static bool take_age(phrase *p)
{
    int32_t age = small_number(p, p->at);
    uint32_t i = p->at + 1;

    if (age < 0)
        return false;
    if ((text_is(p, i, "year") || text_is(p, i, "years")) && text_is(p, i + 1, "old"))
        i += 2;
    else if (text_is(p, i, "yo") || text_is(p, i, "yr"))
        i += 1;
    else if (text_is(p, i, "y") && i + 2 < p->end && token_is(&p->r->doc, i + 1, '/') &&
             text_is(p, i + 2, "o"))
        i += 3;
    else
        return false;
    p->u->age = age;
    p->headed = true;
    p->at = i;
    return true;
}

/* "Germans", but not "Swiss". */
static bool is_plural(suitor_sv nation)
{
    return nation.len > 1 && nation.ptr[nation.len - 1] == 's' && nation.ptr[nation.len - 2] != 's';
}

/* "Chelsea-linked", "Lyon-born": not of that club, unless "-owned". */
static void take_compound(phrase *p)
{
    if (p->at >= p->end || token_at(p, p->at)->kind != TOKEN_WORD ||
        !(token_at(p, p->at)->flags & TOKEN_JOINED) || p->r->mention_at[p->at] != NONE ||
        text_is(p, p->at, "owned"))
        return;
    p->wanted = text_is(p, p->at, "bound") || text_is(p, p->at, "linked");
    p->u->club = NONE;
    p->at++;
}

static bool take_mention(phrase *p)
{
    const mention *m = mention_here(p);

    if (!m)
        return false;
    switch (m->kind) {
    case ENTRY_CLUB:
        if (p->u->club != NONE || p->headed)
            return false;
        p->u->club = m->ref;
        p->at = m->end;
        if (!take_possessive(p))
            take_compound(p);
        return true;
    case ENTRY_COUNTRY:
    case ENTRY_DEMONYM: {
        suitor_sv text = tokens_text(p->r, m->first, m->end);
        p->u->country = m->ref;
        p->nation = m->kind == ENTRY_DEMONYM;
        p->plural_nation = is_plural(text);
        p->at = m->end;
        take_possessive(p);
        return true;
    }
    case ENTRY_LEAGUE:
        p->league = true;
        p->at = m->end;
        return true;
    case ENTRY_CITY: /* "the London side" */
        p->town = p->determined && word_at(p, m->end, CLASS_CLUB_NOUN);
        p->at = p->town ? m->end : p->at;
        return p->town;
    case ENTRY_POSITION:
        p->u->position = (uint8_t)m->ref;
        p->headed = true;
        p->at = m->end;
        return true;
    case MENTION_PERSON:
        p->person = m->ref;
        p->at = m->end;
        return true;
    default: return false;
    }
}

/* An adjective, or a compound of two joined words before the noun. */
static bool take_adjective(phrase *p)
{
    if (word_at(p, p->at, CLASS_PLAYER_WORD)) {
        p->former |= text_is(p, p->at, "former") || text_is(p, p->at, "ex");
        p->at++;
        return true;
    }
    if (p->at + 1 < p->end && token_at(p, p->at)->kind == TOKEN_WORD &&
        (token_at(p, p->at + 1)->flags & TOKEN_JOINED) &&
        token_at(p, p->at + 1)->kind == TOKEN_WORD && p->r->mention_at[p->at + 1] == NONE &&
        !(token_at(p, p->at + 1)->flags & TOKEN_CAPITAL)) {
        p->at += 2;
        return true;
    }
    return false;
}

static bool take_noun(phrase *p)
{
    if (word_at(p, p->at, CLASS_PLAYER_NOUN)) {
        p->headed = true;
        p->at++;
        if (text_is(p, p->at, "and") && p->at + 1 < p->end) {
            uint32_t m = p->r->mention_at[p->at + 1];
            if ((m != NONE && p->r->mentions[m].kind == ENTRY_POSITION) ||
                word_at(p, p->at + 1, CLASS_PLAYER_NOUN))
                p->at++;
        }
        return true;
    }
    if (word_at(p, p->at, CLASS_STAFF_ROLE) && !text_is(p, p->at - 1, "free") &&
        (p->u->club != NONE || p->determined)) {
        p->staff_role = true;
        p->at++;
        return true;
    }
    if (word_at(p, p->at, CLASS_CLUB_NOUN) && !p->headed &&
        (p->determined || p->nation || p->league || p->u->club != NONE)) {
        p->club_noun = true;
        p->several = text_is(p, p->at, "clubs") || text_is(p, p->at, "sides");
        p->at++;
        return true;
    }
    return false;
}

static void take_determiner(phrase *p)
{
    if (word_at(p, p->at, CLASS_INDEFINITE)) {
        p->indefinite = true;
        p->at++;
    } else if (word_at(p, p->at, CLASS_DETERMINER)) {
        p->determined = true;
        p->theirs = text_is(p, p->at, "their") || text_is(p, p->at, "its") ||
                    text_is(p, p->at, "Their") || text_is(p, p->at, "Its");
        p->at++;
    }
}

static void take_all(phrase *p)
{
    uint32_t limit = p->at + LONGEST;

    take_determiner(p);
    while (p->at < p->end && p->at < limit && p->person == NONE && !p->club_noun) {
        p->wanted |= (p->u->club != NONE || p->theirs || p->at == p->u->first) &&
                     (text_is(p, p->at, "target") || text_is(p, p->at, "targets"));
        if (p->wanted)
            return;
        if (take_age(p) || take_mention(p) || take_noun(p))
            continue;
        if (p->headed && !(token_at(p, p->at)->flags & TOKEN_JOINED))
            break;
        if (!take_adjective(p))
            break;
    }
    if (p->former) /* where he was, not where he is */
        p->u->club = NONE;
}

static void set_age_behind(phrase *p)
{
    int32_t age = small_number(p, p->at + 1);

    if (age < 0 || p->at + 2 >= p->end)
        return;
    if (token_is(&p->r->doc, p->at, ',') &&
        (token_is(&p->r->doc, p->at + 2, ',') || token_is(&p->r->doc, p->at + 2, '.') ||
         token_is(&p->r->doc, p->at + 2, ')'))) {
        p->u->age = age;
        p->at += token_is(&p->r->doc, p->at + 2, ',') ? 3 : 2;
    } else if (token_is(&p->r->doc, p->at, '(') && token_is(&p->r->doc, p->at + 2, ')')) {
        p->u->age = age;
        p->at += 3;
    }
}

/* "of Monaco" */
static void set_club_behind(phrase *p)
{
    if (!text_is(p, p->at, "of") || p->at + 1 >= p->end)
        return;
    uint32_t m = p->r->mention_at[p->at + 1];
    if (m == NONE || p->r->mentions[m].kind != ENTRY_CLUB)
        return;
    p->u->club = p->r->mentions[m].ref;
    p->at = p->r->mentions[m].end;
}

/* ", the Inter defender," */
static void set_apposition(phrase *p)
{
    unit described = { .club = NONE, .country = NONE, .age = -1 };
    phrase inner = { .r = p->r, .end = p->end, .u = &described, .person = NONE };

    if (p->at + 2 >= p->end || !token_is(&p->r->doc, p->at, ','))
        return;
    inner.at = p->at + 1;
    take_all(&inner);
    bool closed = inner.at >= p->end || token_is(&p->r->doc, inner.at, ',') ||
                  token_is(&p->r->doc, inner.at, '.') || word_at(p, inner.at, CLASS_WHO);
    if (!inner.headed || inner.person != NONE || !closed ||
        (!inner.determined && inner.u->club == NONE))
        return;
    if (p->u->club == NONE)
        p->u->club = inner.u->club;
    if (!p->u->position)
        p->u->position = inner.u->position;
    if (p->u->age < 0)
        p->u->age = inner.u->age;
    if (p->u->country == NONE)
        p->u->country = inner.u->country;
    p->at = inner.at;
}

static void finish_person(phrase *p)
{
    person *who = &p->r->people[p->person];

    p->u->ref = p->person;
    if (p->staff_role && who->kind == PERSON_PLAYER)
        person_set_kind(who, PERSON_STAFF);
    if (who->kind == PERSON_STAFF && p->staff_role && p->u->club != NONE)
        person_set_club(who, p->u->club, CLUB_DESCRIBED);
    if (who->kind != PERSON_PLAYER) {
        p->u->kind = who->kind == PERSON_PRESS ? UNIT_SOURCE : UNIT_STAFF;
        if (take_possessive(p))
            p->u->flags |= UNIT_POSSESSIVE;
        return;
    }
    p->u->kind = UNIT_PLAYER;
    p->u->end = p->at;
    if (take_possessive(p)) {
        p->u->flags |= UNIT_POSSESSIVE;
        return;
    }
    set_club_behind(p);
    set_age_behind(p);
    set_apposition(p);
}

/* "[an] Arsenal player" says what somebody is: the club must stand by itself. */
static bool is_one_of_a_club(const phrase *p)
{
    return p->headed && !p->determined && !p->u->position && p->u->club != NONE &&
           p->u->first > 0 && word_at(p, p->u->first - 1, CLASS_INDEFINITE);
}

/* Kind of a phrase without a name; UNIT_WORD when it is none of ours. */
static uint8_t nameless_kind(const phrase *p)
{
    if (p->staff_role)
        return p->u->club != NONE ? UNIT_CLUB : UNIT_WORD;
    if (p->club_noun && p->u->club != NONE)
        return UNIT_CLUB;
    if (p->club_noun)
        return p->indefinite || p->several ? UNIT_WORD : UNIT_THEY;
    if (p->headed && p->u->position &&
        (text_is(p, p->at, "role") || text_is(p, p->at, "position") || text_is(p, p->at, "spot") ||
         text_is(p, p->at, "slot")))
        return UNIT_POSITION;
    if (is_one_of_a_club(p))
        return UNIT_WORD;
    if (p->headed && !p->indefinite && (p->determined || p->u->club != NONE))
        return UNIT_DESCRIBED;
    if (p->headed && p->indefinite && p->u->club != NONE)
        return p->u->position ? UNIT_POSITION : UNIT_WORD;
    if (p->headed)
        return p->u->position                         ? UNIT_POSITION
               : p->u->club == NONE && p->u->age >= 0 ? UNIT_DESCRIBED
                                                      : UNIT_WORD;
    if (p->determined && p->nation && p->u->club == NONE)
        return p->plural_nation ? UNIT_THEY : UNIT_DESCRIBED;
    return UNIT_WORD;
}

uint32_t phrase_read(reading *r, uint32_t i, uint32_t end, unit *out)
{
    phrase p = { .r = r, .at = i, .end = end, .u = out, .person = NONE };

    take_all(&p);
    if (p.wanted) /* club and cue stand for themselves */
        return i;
    out->end = p.at;
    if (p.person != NONE) {
        finish_person(&p);
    } else {
        out->kind = nameless_kind(&p);
        if (out->kind == UNIT_WORD)
            return i;
        if (p.indefinite)
            out->flags |= UNIT_INDEFINITE;
        if (p.theirs && out->club == NONE)
            out->flags |= UNIT_THEIRS;
        if (out->kind == UNIT_CLUB) {
            out->ref = out->club;
            out->club = NONE;
            out->flags |= UNIT_BY_STAFF;
        }
        if (take_possessive(&p))
            out->flags |= UNIT_POSSESSIVE;
    }
    return p.at;
}
