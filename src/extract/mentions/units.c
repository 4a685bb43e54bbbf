/* Units: each sentence as noun phrases, sums, words and signs. */
#include "grow.h"
#include "mentions/lists.h"
#include "mentions/mentions.h"
#include "mentions/past.h"
#include "mentions/phrase.h"
#include "mentions/press.h"

static bool index_tokens(reading *r)
{
    uint32_t n = r->doc.n_tokens + 1;

    if (!grow(&r->mention_at, &r->mention_at_cap, n, sizeof *r->mention_at) ||
        !grow(&r->sum_at, &r->sum_at_cap, n, sizeof *r->sum_at)) {
        r->out_of_memory = true;
        return false;
    }
    memset(r->mention_at, 0xff, n * sizeof *r->mention_at);
    memset(r->sum_at, 0xff, n * sizeof *r->sum_at);
    for (uint32_t i = 0; i < r->n_mentions; i++) {
        r->mention_at[r->mentions[i].first] = i;
        r->doc.tokens[r->mentions[i].first].classes |= CLASS_BIT(CLASS_NAMED);
    }
    for (uint32_t i = 0; i < r->n_sums; i++) {
        r->sum_at[r->sums[i].first] = i;
        r->doc.tokens[r->sums[i].first].classes |= CLASS_BIT(CLASS_NAMED);
    }
    return true;
}

static uint32_t source_new(reading *r, suitor_sv name, suitor_sv canonical, uint32_t first)
{
    source s = { .name = name, .canonical = canonical.len ? canonical : name, .first = first };

    return READING_PUSH(r, sources, s) ? r->n_sources - 1 : NONE;
}

static void make_source(reading *r, unit *u, const mention *m)
{
    suitor_sv canonical = { NULL, 0 };

    if (m->kind == ENTRY_OUTLET)
        canonical = r->x->gaz.outlets[m->ref];
    u->kind = UNIT_SOURCE;
    u->ref = source_new(r, tokens_text(r, m->first, m->end), canonical, m->first);
    if (m->tag)
        u->flags |= UNIT_TAG;
}

static void name_press(reading *r, unit *u)
{
    const person *p = &r->people[u->ref];
    suitor_sv canonical = p->gazetteer != NONE ? r->x->gaz.journalists[p->gazetteer] : p->name;

    u->ref = source_new(r, p->name, canonical, u->first);
}

/* A manager stands for the club that the article ties him to. */
static void make_staff(reading *r, unit *u)
{
    const person *p = &r->people[u->ref];
    const gazetteer_staff *s = p->gazetteer != NONE ? &r->x->gaz.staff[p->gazetteer] : NULL;
    uint32_t club = p->club;

    if (club == NONE && s && s->leads)
        club = staff_club(r, s);
    u->flags |= UNIT_BY_STAFF;
    u->ref = club;
    if (club != NONE)
        u->kind = UNIT_CLUB;
    else if (s && s->leads && !staff_is_dated(r, s))
        u->kind = UNIT_THEY;
}

/* A single mention that is no part of a larger phrase. */
static uint32_t read_mention(reading *r, const mention *m, unit *u)
{
    u->end = m->end;
    if (m->tag)
        u->flags |= UNIT_TAG;
    switch (m->kind) {
    case ENTRY_CLUB:
    case ENTRY_STADIUM: u->kind = UNIT_CLUB; break;
    case ENTRY_OUTLET:
    case MENTION_HANDLE: make_source(r, u, m); return m->end;
    case ENTRY_COUNTRY:
    case ENTRY_DEMONYM:
        u->kind = UNIT_COUNTRY;
        u->country = m->ref;
        break;
    case ENTRY_LEAGUE: u->kind = UNIT_LEAGUE; break;
    case ENTRY_POSITION:
        u->kind = UNIT_POSITION;
        u->position = (uint8_t)m->ref;
        break;
    default: return m->first; /* a city, say: its words as they stand */
    }
    u->ref = m->ref;
    return m->end;
}

static uint32_t with_possessive(const reading *r, uint32_t i, uint32_t end, unit *u)
{
    const token *t = &r->doc.tokens[i];

    if (i < end && t->kind == TOKEN_CLITIC && (t->sign == 's' || t->sign == 'S')) {
        u->flags |= UNIT_POSSESSIVE;
        return i + 1;
    }
    return i;
}

/* "(Mirror)", "the Star says": a paper by a name that is an ordinary word. */
static uint32_t read_press(reading *r, uint32_t i, uint32_t end, unit *u)
{
    uint32_t k = i;

    if (i == 0 || !token_in(r, i, CLASS_PRESS_SHORT))
        return i;
    while (k < end && k < i + 3 && r->doc.tokens[k].kind == TOKEN_WORD &&
           token_in(r, k, CLASS_PRESS_SHORT) && (r->doc.tokens[k].flags & TOKEN_CAPITAL))
        k++;
    if (k == i || k >= end)
        return i;
    uint32_t named = r->mention_at[i];
    bool whole =
        (named == NONE || r->mentions[named].end <= k) && !(r->doc.tokens[k].flags & TOKEN_CAPITAL);
    if (!press_is_bracketed(r, i, k) && !press_has_the_word(r, i, k) &&
        !(whole && press_is_named_as_source(r, i)))
        return i;
    u->end = k;
    u->kind = UNIT_SOURCE;
    u->ref = source_new(r, tokens_text(r, i, k), suitor_sv_make(NULL, 0), i);
    return k;
}

static void read_sign(const token *t, unit *u)
{
    u->kind = UNIT_SIGN;
    u->sign = t->kind == TOKEN_PUNCT ? t->sign : '*';
    if (u->sign == '"' || u->sign == '\'' || u->sign == '[' || u->sign == ']')
        u->flags |= UNIT_BETWEEN;
}

static bool is_sign(const token *t)
{
    const uint32_t signs =
        1u << TOKEN_PUNCT | 1u << TOKEN_SYMBOL | 1u << TOKEN_URL | 1u << TOKEN_BREAK;

    return signs >> t->kind & 1;
}

/* A token that is part of nothing larger. */
static void read_token(const reading *r, const token *t, unit *u)
{
    if (is_sign(t)) {
        read_sign(t, u);
        return;
    }
    if (t->kind == TOKEN_NUMBER)
        u->flags |= UNIT_BETWEEN;
    u->word = t->word;
    u->classes = t->classes;
    if (unit_in(u, CLASS_CUE))
        u->cue_bit = filter_bit(&r->x->lex, t->word);
    if (unit_in(u, CLASS_HE))
        u->kind = UNIT_HE;
    else if (unit_in(u, CLASS_THEY))
        u->kind = UNIT_THEY;
    else if (unit_in(u, CLASS_WHO))
        u->kind = UNIT_WHO;
}

/* A fresh unit of token `i`, the `index`th of the article. */
static void begin_unit(unit *u, uint32_t i, uint32_t index)
{
    *u = (unit){ .first = i,
                 .end = i + 1,
                 .ref = NONE,
                 .club = NONE,
                 .country = NONE,
                 .age = -1,
                 .list_first = index,
                 .list_last = index };
}

static uint32_t read_phrase(reading *r, uint32_t i, uint32_t end, unit *u)
{
    uint32_t behind = phrase_read(r, i, end, u);

    if (behind > i && u->kind == UNIT_SOURCE)
        name_press(r, u);
    else if (behind > i && u->kind == UNIT_STAFF)
        make_staff(r, u);
    return behind;
}

/* Reads what may be larger than token `i`; the token behind it, `i` if it is not, and the
 * unit is then spoilt. */
static uint32_t read_larger(reading *r, uint32_t i, uint32_t end, unit *u)
{
    uint32_t at = r->sum_at[i], behind, index = u->list_first;

    if (at != NONE && r->sums[at].end <= end) {
        u->kind = UNIT_SUM;
        u->ref = at;
        u->end = r->sums[at].end;
        return u->end;
    }
    behind = read_press(r, i, end, u);
    if (behind == i)
        behind = read_phrase(r, i, end, u);
    at = r->mention_at[i];
    if (behind > i || at == NONE)
        return behind;
    begin_unit(u, i, index);
    behind = read_mention(r, &r->mentions[at], u);
    return behind > i ? with_possessive(r, behind, end, u) : i;
}

/* Whether token `i` may begin or go on with a noun phrase, a name or a sum: by its classes,
 * as a number, or as the first half of a compound. */
static bool is_part(const reading *r, uint32_t i, uint32_t end, uint64_t classes)
{
    const token *t = &r->doc.tokens[i];

    return (t->classes & classes) || t->kind == TOKEN_NUMBER ||
           (i + 1 < end && (t[1].flags & TOKEN_JOINED));
}

/* Whether a unit larger than token `i` may begin there, as at most it does not. */
static bool may_be_larger(const reading *r, uint32_t i, uint32_t end)
{
    const uint64_t openers = CLASS_BIT(CLASS_NAMED) | CLASS_BIT(CLASS_PRESS_SHORT) |
                             CLASS_BIT(CLASS_PLAYER_NOUN) | CLASS_BIT(CLASS_PLAYER_WORD);
    const uint64_t followers = openers | CLASS_BIT(CLASS_STAFF_ROLE) | CLASS_BIT(CLASS_CLUB_NOUN);
    const uint64_t determiners = CLASS_BIT(CLASS_DETERMINER) | CLASS_BIT(CLASS_INDEFINITE);

    if (is_part(r, i, end, openers))
        return true;
    return (r->doc.tokens[i].classes & determiners) && i + 1 < end &&
           is_part(r, i + 1, end, followers);
}

/* Reads the unit at token `i`, the next of the article; the token behind it. */
static uint32_t read_unit(reading *r, uint32_t i, uint32_t end)
{
    uint32_t index = r->n_units++, behind = i;
    unit *u = &r->units[index];

    begin_unit(u, i, index);
    if (may_be_larger(r, i, end)) {
        behind = read_larger(r, i, end, u);
        if (behind == i)
            begin_unit(u, i, index);
    }
    if (behind == i)
        read_token(r, &r->doc.tokens[i], u);
    if (u->kind != UNIT_WORD && u->kind != UNIT_SIGN)
        READING_PUSH(r, phrases, index);
    return behind > i ? behind : i + 1;
}

/* Cuts a sentence into units, no more than there are tokens. */
static unit_sentence read_sentence(reading *r, const sentence *s)
{
    unit_sentence out = { .first = r->n_units, .first_phrase = r->n_phrases, .origin = NONE };

    if (!grow(&r->units, &r->units_cap, r->n_units + (s->end - s->first), sizeof *r->units)) {
        r->out_of_memory = true;
        return out;
    }
    for (uint32_t i = s->first; i < s->end;) {
        const unit *u = &r->units[r->n_units];
        i = read_unit(r, i, s->end);
        out.classes |= u->classes;
        out.cue_bits |= u->cue_bit;
        out.flags |= u->flags;
    }
    out.end = r->n_units;
    out.end_phrase = r->n_phrases;
    return out;
}

void units_build(reading *r)
{
    r->n_units = r->n_phrases = r->n_sentences = r->n_sources = 0;
    if (!index_tokens(r))
        return;
    int32_t present = past_present_year(r);
    for (uint32_t i = 0; i < r->doc.n_sentences && !r->out_of_memory; i++) {
        const sentence *s = &r->doc.sentences[i];
        unit_sentence us = read_sentence(r, s);
        us.past = past_is_told(r, s, present);
        lists_tie(r, &us);
        READING_PUSH(r, sentences, us);
    }
}
