/* Candidates: of the thousands of patterns only those are looked at that a word of the
 * sentence calls for, and of these the ones whose arguments and other words are there. */
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

    if (grow(&r->candidates, &r->candidates_cap, n + 1, sizeof *r->candidates) &&
        grow_bits(&r->called, &r->called_cap, n) &&
        grow_bits(&r->called_words, &r->called_words_cap, n / BITS))
        return true;
    r->out_of_memory = true;
    return false;
}

/* What a sentence holds that patterns may ask for. */
typedef struct {
    uint64_t words; /* filter */
    uint8_t arguments;
    bool calling; /* one of its words calls for patterns */
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
    holding out = { 0 };

    for (uint32_t u = s->first; u < s->end; u++) {
        const unit *at = &r->units[u];
        out.arguments |= held_by(r, at);
        if (at->classes >> CLASS_CUE & 1)
            out.words |= filter_bit(&r->x->lex, at->word);
        out.calling |= at->classes >> CLASS_CALLING & 1;
    }
    return out;
}

static bool has(uint64_t held, uint64_t any_of) { return !any_of || (held & any_of); }

static bool answers(const holding *h, const call *c)
{
    return (c->all_of & ~h->arguments) == 0 && has(h->arguments, c->any_of) &&
           has(h->words, c->words);
}

static bool has_all(const holding *h, const pattern *p)
{
    for (size_t i = 0; i < PATTERN_NEEDS; i++)
        if (!has(h->words, p->needs[i]))
            return false;
    return true;
}

/* Notes the patterns that the word calls for, one bit each: in the bits of r->called, and
 * which words of r->called have any in the bits of r->called_words. */
static void call_for(reading *r, uint32_t word, const holding *h)
{
    const lexicon *lex = &r->x->lex;

    for (uint32_t k = lex->call_starts[word]; k < lex->call_starts[word + 1]; k++) {
        const call *c = &lex->calls[k];
        if (!answers(h, c) || !has_all(h, &lex->patterns[c->pattern]))
            continue;
        uint32_t at = c->pattern / BITS;
        r->called[at] |= UINT64_C(1) << c->pattern % BITS;
        r->called_words[at / BITS] |= UINT64_C(1) << at % BITS;
    }
}

/* The lowest bit of *bits, which is taken out. */
static uint32_t take_lowest(uint64_t *bits)
{
    uint32_t lowest = (uint32_t)__builtin_ctzll(*bits);

    *bits &= *bits - 1;
    return lowest;
}

/* Moves what is noted to r->candidates, which puts it in order. */
static uint32_t collect(reading *r)
{
    const lexicon *lex = &r->x->lex;
    uint32_t n = 0;

    for (uint32_t i = 0; i <= lex->n_patterns / BITS / BITS; i++)
        while (r->called_words[i]) {
            uint32_t word = i * BITS + take_lowest(&r->called_words[i]);
            while (r->called[word]) {
                const pattern *p = &lex->patterns[word * BITS + take_lowest(&r->called[word])];
                r->candidates[n++] =
                    (cue_candidate){ lex->elements[p->first + p->anchor].heads, p };
            }
        }
    return n;
}

uint32_t candidates_find(reading *r, const unit_sentence *s)
{
    holding h = look_at(r, s);

    if (!h.calling)
        return 0;
    for (uint32_t u = s->first; u < s->end; u++)
        if (r->units[u].classes >> CLASS_CALLING & 1)
            call_for(r, r->units[u].word, &h);
    return collect(r);
}
