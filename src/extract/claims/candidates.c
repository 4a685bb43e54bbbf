/* Candidates: of the thousands of patterns only those are looked at that a word of the
 * sentence calls for, and of these the ones whose arguments and other words are there. */
#include "claims/candidates.h"

#include "claims/arguments.h"
#include "grow.h"

enum { BITS = 64 };

bool candidates_begin(reading *r)
{
    uint32_t n = r->x->lex.n_patterns, words = n / BITS + 1, known = r->called_cap;

    if (!grow(&r->candidates, &r->candidates_cap, n + 1, sizeof *r->candidates) ||
        !grow(&r->called, &r->called_cap, words, sizeof *r->called)) {
        r->out_of_memory = true;
        return false;
    }
    if (known < r->called_cap)
        memset(r->called + known, 0, (r->called_cap - known) * sizeof *r->called);
    return true;
}

/* What a sentence holds that patterns may ask for. */
typedef struct {
    uint64_t words; /* filter of the telling ones */
    uint8_t arguments;
    bool calling; /* one of its words has a row */
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
        if (at->classes >> CLASS_TELLING & 1)
            out.words |= word_bit(at->word);
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

/* Notes in r->called, one bit a pattern, which ones the word calls for. */
static void call_for(reading *r, uint32_t word, const holding *h)
{
    const lexicon *lex = &r->x->lex;

    for (uint32_t k = lex->call_starts[word]; k < lex->call_starts[word + 1]; k++) {
        const call *c = &lex->calls[k];
        if (answers(h, c) && has(h->words, lex->patterns[c->pattern].words))
            r->called[c->pattern / BITS] |= UINT64_C(1) << c->pattern % BITS;
    }
}

/* Moves what r->called notes to r->candidates, which sorts it. */
static uint32_t collect(reading *r)
{
    const lexicon *lex = &r->x->lex;
    uint32_t n = 0;

    for (uint32_t word = 0; word <= lex->n_patterns / BITS; word++) {
        for (uint64_t rest = r->called[word]; rest; rest &= rest - 1) {
            const pattern *p = &lex->patterns[word * BITS + (uint32_t)__builtin_ctzll(rest)];
            r->candidates[n++] = (cue_candidate){ lex->elements[p->first + p->anchor].heads, p };
        }
        r->called[word] = 0;
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
