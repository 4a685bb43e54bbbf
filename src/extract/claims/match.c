/* Pattern matching over units: the anchor's words are found through the index,
 * what follows is matched to the right by backtracking, then the arguments before
 * the anchor are looked for to the left. */
#include "claims/match.h"

#include "claims/arguments.h"
#include "claims/candidates.h"

enum { MAX_GAP = 6, MAX_ASIDE = 12, MAX_WHEN = 5 };

typedef struct {
    reading *r;
    const lexicon *lex;
    const unit *units; /* of the article */
    const unit_sentence *s;
    const pattern *p;
    const element *elements; /* of the pattern */
    cue_match m;
} matcher;

/* Units that the sequence, of which the first word stands at `u`, covers; 0 when the others
 * do not follow. */
static uint32_t sequence_length(const matcher *x, uint32_t u, const sequence *q)
{
    if (q->count > x->s->end - u)
        return 0;
    for (uint32_t i = 1; i < q->count; i++)
        if (x->units[u + i].word != x->lex->word_pool[q->first + i])
            return 0;
    return q->count;
}

static bool match_from(matcher *x, uint32_t e, uint32_t u);

/* Behind ", a free agent since May," or "(22)" that begins at `u`, or behind the colon of
 * "Lukesic to Everton: done"; `u` if none does. */
static uint32_t behind_aside(const matcher *x, uint32_t u)
{
    const unit *at = &x->units[u];
    char closer = at->kind != UNIT_SIGN ? 0 : at->sign == ',' ? ',' : at->sign == '(' ? ')' : 0;

    for (uint32_t k = u + 1; closer && k < x->s->end && k <= u + MAX_ASIDE; k++)
        if (x->units[k].kind == UNIT_SIGN && x->units[k].sign == closer)
            return k + 1;
    return at->kind == UNIT_SIGN && at->sign == ':' ? u + 1 : u;
}

/* Lays each alternative of the element that stands at `u` there, and what follows behind. */
static bool match_alternatives(matcher *x, uint32_t e, uint32_t u)
{
    const element *el = &x->elements[e];
    uint32_t word = x->units[u].word, before = x->m.n_literals, end = el->first + el->count;

    for (uint32_t q = first_alternative(x->lex, el, word); q < end && x->lex->heads[q] == word;
         q++) {
        uint32_t n = sequence_length(x, u, &x->lex->sequences[q]);
        if (!n || before + n > MATCH_MAX_LITERALS)
            continue;
        for (uint32_t k = 0; k < n; k++)
            x->m.literals[x->m.n_literals++] = u + k;
        if (match_from(x, e + 1, u + n))
            return true;
        x->m.n_literals = before;
    }
    return false;
}

/* The words of an element behind the anchor. */
static bool match_words(matcher *x, uint32_t e, uint32_t u)
{
    const element *el = &x->elements[e];
    bool after_argument = el[-1].kind != ELEMENT_WORDS;

    if (after_argument && u < x->s->end)
        u = behind_aside(x, u);
    for (uint32_t skips = 0; u < x->s->end && skips <= MAX_SKIPS; skips++, u++) {
        if (element_may_begin(el, &x->units[u]) && match_alternatives(x, e, u))
            return true;
        if (!is_skippable(&x->units[u]))
            return false;
    }
    return false;
}

static uint32_t *argument_slot(cue_match *m, uint8_t kind)
{
    switch (kind) {
    case ELEMENT_CLUB: return &m->club;
    case ELEMENT_PLAYER: return &m->player;
    case ELEMENT_SELLER: return &m->seller;
    case ELEMENT_RIVAL: return &m->rival;
    default: return &m->position;
    }
}

static bool match_argument(matcher *x, uint32_t e, uint32_t u)
{
    const element *el = &x->elements[e];
    uint32_t *slot = argument_slot(&x->m, el->kind);
    uint32_t found = argument_right(x->r, x->s, u, el);

    if (found == NONE)
        return false;
    uint32_t last = x->units[found].list_last;
    *slot = found;
    if (match_from(x, e + 1, (last > found ? last : found) + 1))
        return true;
    *slot = NONE;
    return false;
}

static bool match_gap(matcher *x, uint32_t e, uint32_t u)
{
    for (uint32_t k = u; k < x->s->end && k <= u + MAX_GAP; k++) {
        if (match_from(x, e + 1, k))
            return true;
        const unit *at = &x->units[k];
        bool word = unit_is(at, CLASS_STOP);
        if (at->kind == UNIT_CLUB || at->kind == UNIT_PLAYER || word ||
            (at->kind == UNIT_SIGN && argument_stops(at)))
            return false;
    }
    return false;
}

/* Whether the clause ends at `u`, or behind words that only say when. */
static bool clause_ends(const matcher *x, uint32_t u)
{
    for (uint32_t n = 0; u < x->s->end && n < MAX_WHEN; n++, u++) {
        const unit *at = &x->units[u];
        if (at->kind != UNIT_WORD)
            return at->kind == UNIT_SIGN;
        if (word_in(x->lex, at->word, CLASS_STOP) || word_in(x->lex, at->word, CLASS_LIST_LINK))
            return true;
        if (!word_in(x->lex, at->word, CLASS_WHEN))
            return false;
    }
    return u == x->s->end;
}

/* Whether what is left of the pattern from element `e` may be left out at `u`. */
static bool breaks_off(matcher *x, uint32_t e, uint32_t u)
{
    cue_match *m = &x->m;

    m->breaks_off = x->p->breaks_off && e + 2 == x->p->count && m->n_literals > 1 &&
                    word_in(x->lex, x->units[m->literals[m->n_literals - 1]].word, CLASS_PURSUIT) &&
                    clause_ends(x, u);
    return m->breaks_off;
}

static bool match_end(matcher *x, uint32_t e, uint32_t u)
{
    x->m.breaks_off = clause_ends(x, u) && match_from(x, e + 1, u);
    return x->m.breaks_off;
}

static bool match_from(matcher *x, uint32_t e, uint32_t u)
{
    bool found;

    if (e == x->p->count)
        return true;
    const element *el = &x->elements[e];
    if (el->kind == ELEMENT_WORDS)
        found = match_words(x, e, u);
    else if (el->kind == ELEMENT_GAP)
        found = match_gap(x, e, u);
    else if (el->kind == ELEMENT_END)
        found = match_end(x, e, u);
    else
        found = match_argument(x, e, u);
    return found || (el->optional && match_from(x, e + 1, u)) || breaks_off(x, e, u);
}

static uint32_t own_club(const matcher *x)
{
    const cue *c = &x->lex->cues[x->p->cue];

    if (x->m.player == NONE || c->kind != SUITOR_INTEREST)
        return NONE;
    return x->r->people[x->units[x->m.player].ref].club;
}

/* Arguments written before the anchor, nearest first. */
static bool match_left(matcher *x, uint32_t anchor_unit)
{
    uint32_t before = anchor_unit;

    for (uint32_t e = x->p->anchor; e > 0; e--) {
        const element *el = &x->elements[e - 1];
        if (el->kind == ELEMENT_WORDS || el->kind == ELEMENT_GAP)
            continue;
        uint32_t found = argument_left(x->r, x->s, before, el, own_club(x));
        if (found == NONE) {
            if ((el->tight || el->near) && !el->optional)
                return false;
            continue;
        }
        *argument_slot(&x->m, el->kind) = found;
        before = x->units[found].list_first < found ? x->units[found].list_first : found;
    }
    return true;
}

static void widen(cue_match *m, uint32_t u)
{
    if (u == NONE)
        return;
    if (u < m->first)
        m->first = u;
    if (u > m->last)
        m->last = u;
}

static void widen_list(const reading *r, cue_match *m, uint32_t u)
{
    if (u == NONE)
        return;
    widen(m, u);
    if (r->units[u].list_last > r->units[u].list_first && r->units[u].list_last >= u) {
        widen(m, r->units[u].list_first);
        widen(m, r->units[u].list_last);
    }
}

static void span_of(const reading *r, cue_match *m)
{
    m->first = NONE;
    m->last = 0;
    for (uint32_t i = 0; i < m->n_literals; i++)
        widen(m, m->literals[i]);
    widen_list(r, m, m->club);
    widen_list(r, m, m->player);
    widen(m, m->seller);
    widen(m, m->rival);
    widen(m, m->position);
}

/* A pattern that names both parties must find one of them; without leave to look
 * around, both. */
static bool is_complete(const matcher *x)
{
    uint32_t wants = x->p->wants;
    bool club = wants >> ELEMENT_CLUB & 1, player = wants >> ELEMENT_PLAYER & 1;
    bool has_club = x->m.club != NONE, has_player = x->m.player != NONE;

    if (((wants >> ELEMENT_POSITION & 1) && x->m.position == NONE) ||
        ((wants >> ELEMENT_SELLER & 1) && x->m.seller == NONE) ||
        ((wants >> ELEMENT_RIVAL & 1) && x->m.rival == NONE))
        return false;
    if (!x->lex->cues[x->p->cue].context)
        return (!club || has_club) && (!player || has_player);
    return (!club && !player) || has_club || has_player;
}

/* A sum of money within the match or right beside it, as words of the pattern are: NONE if there
 * is none. */
static uint32_t sum_of(const matcher *x)
{
    const unit *units = x->r->units;
    uint32_t first = x->m.literals[0], end = x->m.last + 1;

    for (uint32_t skips = 0; first > x->s->first && skips <= MAX_SKIPS; skips++)
        if (!is_skippable(&units[--first]))
            break;
    for (uint32_t skips = 0; end < x->s->end && skips <= MAX_SKIPS; skips++)
        if (!is_skippable(&units[end++]))
            break;
    for (uint32_t u = first; u < end; u++)
        if (units[u].kind == UNIT_SUM)
            return u;
    return NONE;
}

/* The sum that the pattern asks for becomes one of its words, in their order. */
static bool take_sum(matcher *x)
{
    cue_match *m = &x->m;
    uint32_t where = sum_of(x), at = m->n_literals;

    if (where == NONE || at == MATCH_MAX_LITERALS)
        return false;
    for (; at > 0 && m->literals[at - 1] > where; at--)
        m->literals[at] = m->literals[at - 1];
    m->literals[at] = where;
    m->n_literals++;
    return true;
}

/* Whether the subject before the anchor is somebody who reports or runs, so that no
 * club of an earlier sentence can be meant. */
static bool has_other_subject(const matcher *x, uint32_t anchor_unit)
{
    for (uint32_t u = anchor_unit; u > x->s->first; u--) {
        const unit *at = &x->units[u - 1];
        if (at->kind == UNIT_SOURCE || at->kind == UNIT_STAFF)
            return true;
        if (!is_skippable(at) && !unit_is(at, CLASS_AUX))
            return false;
    }
    return false;
}

/* Whether the argument that must stand right before the anchor is missing. */
static bool lacks_neighbour(const matcher *x, uint32_t u)
{
    const element *e = &x->elements[x->p->anchor];

    return x->p->anchor > 0 && e[-1].tight && !e[-1].optional &&
           !argument_is_beside(x->r, x->s, u, e[-1].kind);
}

static bool try_pattern(matcher *x, uint32_t u)
{
    cue_match *m = &x->m;

    if (lacks_neighbour(x, u))
        return false;
    m->club = m->player = m->seller = m->rival = m->position = NONE;
    m->n_literals = 0;
    m->breaks_off = false;
    m->pattern = (uint32_t)(x->p - x->lex->patterns);
    if (!match_alternatives(x, x->p->anchor, u) || !match_left(x, u) || !is_complete(x))
        return false;
    if (x->m.club == NONE && x->p->anchor > 0 && x->elements[0].kind == ELEMENT_CLUB &&
        has_other_subject(x, u))
        return false;
    span_of(x->r, &x->m);
    return !x->p->sum || take_sum(x);
}

static uint32_t find_all(reading *r, const unit_sentence *s, cue_match *found)
{
    uint32_t n = 0, n_candidates = candidates_find(r, s);
    matcher x;

    if (n_candidates == 0)
        return 0;
    x.r = r;
    x.lex = &r->x->lex;
    x.units = r->units;
    x.s = s;
    for (uint32_t i = 0; i < n_candidates && n < MATCH_MAX_FOUND; i++) {
        x.p = &x.lex->patterns[r->candidates[i].pattern];
        x.elements = &x.lex->elements[x.p->first];
        if (try_pattern(&x, r->candidates[i].unit))
            found[n++] = x.m;
    }
    return n;
}

uint32_t cues_match(reading *r, const unit_sentence *s, cue_match *out)
{
    cue_match found[MATCH_MAX_FOUND];

    return matches_choose(found, find_all(r, s, found), out);
}
