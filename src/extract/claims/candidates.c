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
    uint64_t words;     /* filter */
    uint32_t arguments; /* HOLDS_… */
} holding;

static uint32_t held_by(const reading *r, const unit *u)
{
    if (argument_fits(r, u, ELEMENT_CLUB))
        return HOLDS_CLUB;
    if (argument_fits(r, u, ELEMENT_PLAYER))
        return HOLDS_PLAYER;
    return argument_fits(r, u, ELEMENT_POSITION) ? HOLDS_POSITION : 0;
}

static holding look_at(const reading *r, const unit_sentence *s)
{
    holding out = { .words = ANYTHING | s->cue_bits };

    FOR_PHRASES (r, s, u)
        out.arguments |= held_by(r, &r->units[u]);
    return out;
}

/* Makes r->ahead[i] the filter of the words met from the i-th unit of the sentence on before
 * one that may not be skipped, that one included; behind the end there are none. Notes the
 * words of cues on the way. There must be room for both. */
static void look_ahead(reading *r, const unit_sentence *s)
{
    uint64_t *ahead = r->ahead + (s->end - s->first);
    cue_word *words = r->cue_words + (s->end - s->first);

    for (uint32_t i = 0; i <= CALL_REACH; i++)
        ahead[i] = ANYTHING;
    for (uint32_t u = s->end; u-- > s->first; ahead--) {
        const unit *at = &r->units[u];
        ahead[-1] = at->cue_bit | (is_skippable(at) ? ahead[0] : ANYTHING);
        if (at->cue_bit)
            *--words = (cue_word){ at->cue_bit, u };
    }
    r->n_cue_words = (uint32_t)(r->cue_words + (s->end - s->first) - words);
    memmove(r->cue_words, words, r->n_cue_words * sizeof *words);
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

static bool begins_with(const lexicon *lex, const element *e, const unit *u)
{
    if (!(e->heads & u->cue_bit) || !(e->other_heads & other_bit(u->word)))
        return false;
    uint32_t s = first_alternative(lex, e, u->word);
    return s < e->first + e->count && lex->heads[s] == u->word;
}

static bool needs_met(const pattern *p, const holding *h)
{
    for (size_t i = 0; i < PATTERN_NEEDS; i++)
        if (!(h->words & p->needs[i]))
            return false;
    return true;
}

/* Notes the pattern, a bit each: in the bits of r->called, and in those of
 * r->called_words which words of r->called have any. */
static void note(reading *r, uint32_t p)
{
    uint32_t at = p / BITS;

    r->called[at] |= UINT64_C(1) << p % BITS;
    r->called_words[at / BITS] |= UINT64_C(1) << at % BITS;
}

static void push(reading *r, uint32_t u, uint32_t p)
{
    READING_PUSH(r, candidates, ((candidate_place){ u, p }));
}

/* Tries the pattern, whose words begin at unit `u`, where its anchor can be. */
static void answer(reading *r, const unit_sentence *s, const call *c, uint32_t u)
{
    const lexicon *lex = &r->x->lex;
    const pattern *p = &lex->patterns[c->pattern];

    if (p->previous != ANYTHING && !may_precede(r, s, p->previous, u))
        return;
    if (c->reach == REACH_NONE) {
        push(r, u, c->pattern);
        return;
    }
    if (c->reach == REACH_ANY) {
        note(r, c->pattern);
        return;
    }
    uint32_t end = u - s->first > c->reach ? u - c->reach : s->first;
    for (; u > end; u--)
        if (begins_with(lex, &lex->elements[p->first + p->anchor], &r->units[u - 1]))
            push(r, u - 1, c->pattern);
}

/* What the word of unit `u` calls for. Nearly every call ends at one of the first tests. */
static void call_for(reading *r, const unit_sentence *s, const holding *h, uint32_t u)
{
    const lexicon *lex = &r->x->lex;
    const uint64_t *ahead = r->ahead + (u - s->first);
    const call *c = lex->calls + lex->call_starts[r->units[u].word];
    const call *end = lex->calls + lex->call_starts[r->units[u].word + 1];

    for (; c < end; c++)
        if ((c->need & h->words) && (c->next & ahead[c->behind]) &&
            (c->holdings >> h->arguments & 1) && c->offset <= u - s->first &&
            needs_met(&lex->patterns[c->pattern], h))
            answer(r, s, c, u - c->offset);
}

/* Takes out the lowest bit of *bits. */
static uint32_t take_lowest(uint64_t *bits)
{
    uint32_t lowest = (uint32_t)__builtin_ctzll(*bits);

    *bits &= *bits - 1;
    return lowest;
}

/* Wherever the anchor of pattern `p` may stand. */
static void try_everywhere(reading *r, uint32_t p)
{
    const lexicon *lex = &r->x->lex;
    const element *anchor = &lex->elements[lex->patterns[p].first + lex->patterns[p].anchor];

    for (uint32_t i = 0; i < r->n_cue_words; i++) {
        const cue_word *w = &r->cue_words[i];
        if ((w->bit & anchor->heads) && begins_with(lex, anchor, &r->units[w->unit]))
            push(r, w->unit, p);
    }
}

static void try_noted(reading *r)
{
    for (uint32_t i = 0; i <= r->x->lex.n_patterns / BITS / BITS; i++)
        while (r->called_words[i]) {
            uint32_t word = i * BITS + take_lowest(&r->called_words[i]);
            while (r->called[word])
                try_everywhere(r, word * BITS + take_lowest(&r->called[word]));
        }
}

uint32_t candidates_find(reading *r, const unit_sentence *s)
{
    r->n_candidates = 0;
    if (!s->cue_bits)
        return 0;
    uint32_t n = s->end - s->first;
    if (!grow(&r->ahead, &r->ahead_cap, n + CALL_REACH + 1, sizeof *r->ahead) ||
        !grow(&r->cue_words, &r->cue_words_cap, n, sizeof *r->cue_words)) {
        r->out_of_memory = true;
        return 0;
    }
    holding h = look_at(r, s);
    look_ahead(r, s);
    for (uint32_t i = 0; i < r->n_cue_words; i++)
        call_for(r, s, &h, r->cue_words[i].unit);
    try_noted(r);
    return r->n_candidates;
}
