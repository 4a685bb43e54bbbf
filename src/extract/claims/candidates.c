/* Candidates: of the thousands of patterns only those are looked at that a word of the
 * sentence calls for, and of these the ones of which the other words and the arguments
 * are there. What is tested are bits, so most that cannot match cost a few instructions. */
#include "claims/candidates.h"

#include "claims/arguments.h"
#include "grow.h"

enum { BITS = 64 };

/* Lengthen an array of bits to hold `n`; none of the new ones is set. */
static bool grow_bits(uint64_t **bits, uint32_t *cap, uint32_t n)
{
    uint32_t known = *cap;

    if (!grow(bits, cap, n / BITS + 1, sizeof **bits))
        return false;
    memset(*bits + known, 0, (*cap - known) * sizeof **bits);
    return true;
}

bool candidates_begin(reading *r)
{
    uint32_t n = r->x->lex.n_patterns;

    if (grow_bits(&r->called, &r->called_cap, n) &&
        grow_bits(&r->called_words, &r->called_words_cap, n / BITS))
        return true;
    r->out_of_memory = true;
    return false;
}

/* What a sentence holds that patterns may ask for. */
typedef struct {
    uint64_t words; /* filter */
    uint8_t arguments;
} holding;

static uint8_t held_by(const reading *r, const unit *u)
{
    if (argument_fits(r, u, ELEMENT_CLUB))
        return HOLDS_CLUB;
    if (argument_fits(r, u, ELEMENT_PLAYER))
        return HOLDS_PLAYER;
    return argument_fits(r, u, ELEMENT_POSITION) ? HOLDS_POSITION : 0;
}

static holding look_at(const reading *r, const unit_sentence *s)
{
    holding out = { .words = ANYTHING | s->cue_bits, .arguments = HOLDS_ANYTHING };

    FOR_PHRASES (r, s, u)
        out.arguments |= held_by(r, &r->units[u]);
    return out;
}

/* Makes r->ahead[i] the filter of the words met from the i-th unit of the sentence on before
 * one that may not be skipped, that one included. Behind the end there are none. */
static void look_ahead(reading *r, const unit_sentence *s)
{
    uint64_t *ahead = r->ahead + (s->end - s->first);

    for (uint32_t i = 0; i <= CALL_REACH; i++)
        ahead[i] = ANYTHING;
    for (const unit *u = r->units + s->end; u-- > r->units + s->first; ahead--)
        ahead[-1] = u->cue_bit | (is_skippable(u) ? ahead[0] : ANYTHING);
}

/* Whether a word of the filter stands before unit `u`, words between them skipped. */
static bool may_precede(const reading *r, const unit_sentence *s, uint64_t filter, uint32_t u)
{
    while (u > s->first) {
        const unit *at = &r->units[--u];
        if (at->cue_bit & filter)
            return true;
        if (!is_skippable(at))
            return false;
    }
    return false;
}

/* Whether the sentence, in which unit `u` calls, holds what else the pattern asks for. */
static bool answers(const reading *r, const unit_sentence *s, const holding *h, const call *c,
                    uint32_t u)
{
    if (!may_follow(r, s, c->next, u + c->behind) || (c->all_of & ~h->arguments) ||
        !(c->any_of & h->arguments) || c->offset > u - s->first)
        return false;
    const pattern *p = &r->x->lex.patterns[c->pattern];
    for (size_t i = 0; i < PATTERN_NEEDS; i++)
        if (!(h->words & p->needs[i]))
            return false;
    return c->previous == ANYTHING || may_precede(r, s, c->previous, u - c->offset);
}

/* Notes the pattern, a bit each: in the bits of r->called, and in those of
 * r->called_words which words of r->called have any. */
static void note(reading *r, uint32_t p)
{
    uint32_t at = p / BITS;

    r->called[at] |= UINT64_C(1) << p % BITS;
    r->called_words[at / BITS] |= UINT64_C(1) << at % BITS;
}

/* Where the word that calls tells where the anchor is, the pattern is tried there alone. */
static void call_for(reading *r, const unit_sentence *s, const holding *h, uint32_t u)
{
    const lexicon *lex = &r->x->lex;
    uint32_t word = r->units[u].word;

    for (uint32_t k = lex->call_starts[word]; k < lex->call_starts[word + 1]; k++) {
        const call *c = &lex->calls[k];
        if (!answers(r, s, h, c, u))
            continue;
        if (!c->anchored)
            note(r, c->pattern);
        else
            READING_PUSH(r, candidates, ((candidate_place){ u - c->offset, c->pattern }));
    }
}

/* Takes out the lowest bit of *bits. */
static uint32_t take_lowest(uint64_t *bits)
{
    uint32_t lowest = (uint32_t)__builtin_ctzll(*bits);

    *bits &= *bits - 1;
    return lowest;
}

/* Wherever the anchor of pattern `p` may stand. */
static void try_everywhere(reading *r, const unit_sentence *s, uint32_t p)
{
    const lexicon *lex = &r->x->lex;
    uint64_t heads = lex->elements[lex->patterns[p].first + lex->patterns[p].anchor].heads;

    for (uint32_t u = s->first; u < s->end; u++)
        if (r->units[u].cue_bit & heads)
            READING_PUSH(r, candidates, ((candidate_place){ u, p }));
}

static void try_noted(reading *r, const unit_sentence *s)
{
    for (uint32_t i = 0; i <= r->x->lex.n_patterns / BITS / BITS; i++)
        while (r->called_words[i]) {
            uint32_t word = i * BITS + take_lowest(&r->called_words[i]);
            while (r->called[word])
                try_everywhere(r, s, word * BITS + take_lowest(&r->called[word]));
        }
}

uint32_t candidates_find(reading *r, const unit_sentence *s)
{
    r->n_candidates = 0;
    if (!(s->classes >> CLASS_CALLING & 1))
        return 0;
    if (!grow(&r->ahead, &r->ahead_cap, s->end - s->first + CALL_REACH + 1, sizeof *r->ahead)) {
        r->out_of_memory = true;
        return 0;
    }
    holding h = look_at(r, s);
    look_ahead(r, s);
    for (uint32_t u = s->first; u < s->end; u++)
        if (unit_in(&r->units[u], CLASS_CALLING))
            call_for(r, s, &h, u);
    try_noted(r, s);
    return r->n_candidates;
}
