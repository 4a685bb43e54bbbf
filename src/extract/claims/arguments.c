/* Arguments: the nearest noun phrase of the right kind that is not shut off by a
 * boundary, to the left preferring what can be a subject. */
#include "claims/arguments.h"

enum { REACH_RIGHT = 9, REACH_LEFT = 40, REACH_ASIDE = 12 };

/* The kinds of element that the unit can be, a bit each. */
static uint8_t kinds_of(const reading *r, const unit *u)
{
    bool known = u->ref != NONE;

    switch (u->kind) {
    case UNIT_CLUB:
    case UNIT_THEY:
        return known ? 1u << ELEMENT_CLUB | 1u << ELEMENT_SELLER | 1u << ELEMENT_RIVAL : 0;
    case UNIT_PLAYER:
    case UNIT_DESCRIBED:
    case UNIT_HE:
        return known && r->people[u->ref].kind == PERSON_PLAYER ? 1u << ELEMENT_PLAYER : 0;
    case UNIT_POSITION: return u->position ? 1u << ELEMENT_POSITION : 0;
    default: return 0;
    }
}

void arguments_note(reading *r)
{
    for (uint32_t i = 0; i < r->n_sentences; i++) {
        unit_sentence *s = &r->sentences[i];
        s->arguments = 0;
        FOR_PHRASES (r, s, u)
            s->arguments |= r->units[u].arguments = kinds_of(r, &r->units[u]);
    }
}

static bool is_comma(const unit *u) { return u->kind == UNIT_SIGN && u->sign == ','; }

static bool is_quotation_mark(char sign)
{
    return sign == '\'' || sign == '"' || sign == '[' || sign == ']';
}

bool argument_stops(const unit *u)
{
    if (u->kind == UNIT_WORD)
        return unit_in(u, CLASS_STOP) || unit_in(u, CLASS_AUX);
    if (u->kind != UNIT_SIGN)
        return u->kind == UNIT_WHO;
    switch (u->sign) {
    case '.':
    case ';':
    case ':':
    case '!':
    case '?':
    case '(':
    case ')':
    case '*':
    case '|':
    case '"': return true;
    default: return false;
    }
}

/* Whether the unit may stand between a word and an argument right beside it. */
static bool is_passed(const unit *u)
{
    return unit_is(u, CLASS_SKIP) || u->kind == UNIT_COUNTRY ||
           (u->kind == UNIT_SIGN && is_quotation_mark(u->sign));
}

static bool shuts_out(const unit *u, uint8_t kind)
{
    return (kind == ELEMENT_CLUB && unit_is(u, CLASS_SHUT_CLUB)) ||
           (kind == ELEMENT_SELLER && unit_is(u, CLASS_SHUT_SELLER));
}

static bool is_possessive(const reading *r, const unit *u)
{
    suitor_sv text = tokens_text(r, u->first, u->end);

    return (u->flags & UNIT_POSSESSIVE) || suitor_sv_equal(text, suitor_sv_of("his")) ||
           suitor_sv_equal(text, suitor_sv_of("their"));
}

/* "his team-mate Murillo": it is Murillo who is meant, not he whose he is. */
static bool possesses_next(const reading *r, const unit_sentence *s, uint32_t u)
{
    const unit *next = u + 1 < s->end ? &r->units[u + 1] : NULL;

    return r->units[u].kind == UNIT_HE && is_possessive(r, &r->units[u]) && next &&
           (next->kind == UNIT_PLAYER || next->kind == UNIT_DESCRIBED);
}

uint32_t argument_right(const reading *r, const unit_sentence *s, uint32_t from, const element *e)
{
    for (uint32_t u = from; u < s->end && u < from + REACH_RIGHT; u++) {
        const unit *at = &r->units[u];
        if (e->kind == ELEMENT_PLAYER && possesses_next(r, s, u))
            continue;
        if (argument_fits(at, e->kind))
            return u;
        if (e->tight && !is_passed(at))
            return NONE;
        if (is_comma(at) && !(u + 1 < s->end && argument_fits(&r->units[u + 1], e->kind)))
            return NONE;
        if (shuts_out(at, e->kind) || (argument_stops(at) && !is_passed(at)))
            return NONE;
    }
    return NONE;
}

/* The word that the argument stands behind, the first of its list; NULL if none does. */
static const unit *word_before(const reading *r, const unit_sentence *s, uint32_t u)
{
    uint32_t first = r->units[u].list_first;

    if (first <= s->first || first > u || r->units[first - 1].kind != UNIT_WORD)
        return NULL;
    return &r->units[first - 1];
}

static bool behind_preposition(const reading *r, const unit_sentence *s, uint32_t u)
{
    const unit *before = word_before(r, s, u);

    return before && word_in(&r->x->lex, before->word, CLASS_PREPOSITION);
}

/* "signed from Stoke": no buyer, however far the next club is. */
static bool is_shut_out(const reading *r, const unit_sentence *s, uint32_t u, uint8_t kind)
{
    const unit *before = word_before(r, s, u);

    return kind == ELEMENT_CLUB && before && word_in(&r->x->lex, before->word, CLASS_SHUT_CLUB);
}

/* A point behind a single letter belongs to an abbreviation ("Chelsea F.C. have"). */
static bool is_far_boundary(const reading *r, const unit *u)
{
    switch (u->kind == UNIT_SIGN ? u->sign : '\0') {
    case '.': return u->first == 0 || token_text(&r->doc, u->first - 1).len > 1;
    case ';':
    case ':':
    case '!':
    case '?':
    case '|':
    case '*': return true;
    default: return false;
    }
}

bool argument_is_beside(const reading *r, const unit_sentence *s, uint32_t before, uint8_t kind)
{
    for (uint32_t u = before; u > s->first; u--) {
        const unit *at = &r->units[u - 1];
        if (argument_fits(at, kind))
            return true;
        if (!is_passed(at) && !unit_is(at, CLASS_AUX))
            return false;
    }
    return false;
}

static uint32_t scan_left(const reading *r, const unit_sentence *s, uint32_t before,
                          const element *e, uint32_t not_club, bool subjects)
{
    for (uint32_t u = before; u > s->first && before - u < REACH_LEFT; u--) {
        const unit *at = &r->units[u - 1];
        bool fits =
            argument_fits(at, e->kind) &&
            ((e->kind != ELEMENT_CLUB && e->kind != ELEMENT_RIVAL) || at->ref != not_club) &&
            (!e->possessive || is_possessive(r, at));
        if (fits && !is_shut_out(r, s, u - 1, e->kind) &&
            (!subjects || !behind_preposition(r, s, u - 1)))
            return u - 1;
        if (e->tight && !is_passed(at) && !unit_is(at, CLASS_AUX))
            return NONE;
        if (is_far_boundary(r, at))
            return NONE;
    }
    return NONE;
}

/* The unit before an aside that ends at `u` ("…, 22,", "(22)"), `u` if none does. */
static uint32_t before_aside(const reading *r, const unit_sentence *s, uint32_t u)
{
    const unit *at = &r->units[u];
    char opener = at->kind != UNIT_SIGN ? 0 : at->sign == ',' ? ',' : at->sign == ')' ? '(' : 0;

    for (uint32_t k = u; opener && k > s->first && u - k < REACH_ASIDE; k--)
        if (r->units[k - 1].kind == UNIT_SIGN && r->units[k - 1].sign == opener)
            return k - 1;
    return u;
}

static uint32_t scan_near(const reading *r, const unit_sentence *s, uint32_t before,
                          const element *e)
{
    for (uint32_t u = before; u > s->first; u--) {
        const unit *at = &r->units[u - 1];
        if (argument_fits(at, e->kind))
            return u - 1;
        u = before_aside(r, s, u - 1) + 1;
        at = &r->units[u - 1];
        bool passes =
            is_comma(at) || at->kind == UNIT_WHO || is_passed(at) ||
            (at->kind == UNIT_SIGN && at->sign == '(') ||
            (at->kind == UNIT_WORD &&
             (unit_in(at, CLASS_AUX) || unit_in(at, CLASS_HEDGE) || unit_in(at, CLASS_NEGATION)));
        if (!passes)
            return NONE;
    }
    return NONE;
}

uint32_t argument_left(const reading *r, const unit_sentence *s, uint32_t before, const element *e,
                       uint32_t not_club)
{
    if (e->near)
        return scan_near(r, s, before, e);
    uint32_t u = scan_left(r, s, before, e, not_club, !e->tight);

    return u != NONE || e->tight ? u : scan_left(r, s, before, e, not_club, false);
}
