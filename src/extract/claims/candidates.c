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

/* No element has been met when the clock begins anew; that nothing is needed is always so. */
static void begin_clock(reading *r)
{
    memset(r->needed_at, 0, r->needed_at_cap * sizeof *r->needed_at);
    r->needed_at[NO_NEED] = UINT32_MAX;
    r->needed_clock = 1;
}

bool candidates_begin(reading *r)
{
    uint32_t n = r->x->lex.n_patterns, known = r->needed_at_cap;

    if (!grow_bits(&r->called, &r->called_cap, n) ||
        !grow_bits(&r->called_words, &r->called_words_cap, n / BITS) ||
        !grow(&r->needed_at, &r->needed_at_cap, r->x->lex.n_needed + 1, sizeof *r->needed_at)) {
        r->out_of_memory = true;
        return false;
    }
    if (r->needed_at_cap != known || r->needed_clock > UINT32_MAX - r->n_units)
        begin_clock(r);
    return true;
}

/* Which arguments the sentence holds: HOLDS_…. */
static uint32_t arguments_in(const unit_sentence *s)
{
    return (s->arguments >> ELEMENT_CLUB & 1) * HOLDS_CLUB |
           (s->arguments >> ELEMENT_PLAYER & 1) * HOLDS_PLAYER |
           (s->arguments >> ELEMENT_POSITION & 1) * HOLDS_POSITION;
}

/* A sentence that is searched for the places of patterns. */
typedef struct {
    reading *r;
    const lexicon *lex;
    const unit_sentence *s;
    const cue_word *words; /* those of the sentence that stand in cues, in order */
    uint32_t n_words;
    uint32_t arguments; /* HOLDS_… */
} search;

/* Finds the words of cues, and behind each how far the next one may be. */
static void find_words(search *x)
{
    const unit *units = x->r->units;
    uint32_t n = x->s->end - x->s->first, skips = 0; /* from the unit behind on */
    cue_word *end = x->r->cue_words + n, *words = end;

    for (uint32_t u = x->s->end; u-- > x->s->first;) {
        if (units[u].cue_bit)
            *--words = (cue_word){ u, units[u].word, u + 1 + skips };
        skips = !is_skippable(&units[u]) ? 0 : skips < MAX_SKIPS ? skips + 1 : MAX_SKIPS;
    }
    x->words = words;
    x->n_words = (uint32_t)(end - words);
}

static bool begins_with(const lexicon *lex, const element *e, const unit *u)
{
    if (!element_may_begin(e, u))
        return false;
    uint32_t s = first_alternative(lex, e, u->word);
    return s < e->first + e->count && lex->heads[s] == u->word;
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
static void answer(const search *x, const call *c, uint32_t u)
{
    const pattern *p = &x->lex->patterns[c->pattern];

    if (c->reach == REACH_NONE) {
        push(x->r, u, c->pattern);
        return;
    }
    if (c->reach == REACH_ANY) {
        note(x->r, c->pattern);
        return;
    }
    uint32_t end = u - x->s->first > c->reach ? u - c->reach : x->s->first;
    for (; u > end; u--)
        if (begins_with(x->lex, &x->lex->elements[p->first + p->anchor], &x->r->units[u - 1]))
            push(x->r, u - 1, c->pattern);
}

/* Answers those of the calls from `first` to `end`, which the i-th word of cues makes, whose
 * needs are met and that the arguments are enough for. */
static void hear(const search *x, uint32_t first, uint32_t end, uint32_t i)
{
    const uint32_t *needed_at = x->r->needed_at, clock = x->r->needed_clock;
    uint32_t u = x->words[i].unit, units_before = u - x->s->first;

    for (const call *c = x->lex->calls + first, *behind = x->lex->calls + end; c < behind; c++)
        if (needed_at[c->need] >= clock + (c->need_behind ? i + 1 : 0) &&
            (c->holdings >> x->arguments & 1) && c->offset <= units_before)
            answer(x, c, u - c->offset);
}

/* What the i-th word of cues calls for, alone and with those that follow. */
static void call_for(const search *x, uint32_t i)
{
    const cue_word *w = &x->words[i], *end = x->words + x->n_words;
    const word_calls *alone = &x->lex->by_word[w->word];

    if (alone[0].first_call < alone[1].first_call)
        hear(x, alone[0].first_call, alone[1].first_call, i);
    for (const cue_word *next = w + 1; next < end && next->unit <= w->last; next++) {
        const pair_calls *pair = pair_calls_of(x->lex, w->word, next->word);
        if (pair->words)
            hear(x, pair->first_call, pair->end_call, i);
    }
}

/* Notes by needed element the last word of cues that it begins with. */
static void note_needs(const search *x)
{
    const uint16_t *needs = x->lex->needs;
    uint32_t *needed_at = x->r->needed_at, clock = x->r->needed_clock;

    for (const cue_word *w = x->words, *last = w + x->n_words; w < last; w++, clock++) {
        const word_calls *of = &x->lex->by_word[w->word];
        for (uint32_t k = of[0].first_need, end = of[1].first_need; k < end; k++)
            needed_at[needs[k]] = clock;
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
static void try_everywhere(const search *x, uint32_t p)
{
    const element *anchor =
        &x->lex->elements[x->lex->patterns[p].first + x->lex->patterns[p].anchor];

    for (uint32_t i = 0; i < x->n_words; i++)
        if (begins_with(x->lex, anchor, &x->r->units[x->words[i].unit]))
            push(x->r, x->words[i].unit, p);
}

static void try_noted(const search *x)
{
    reading *r = x->r;

    for (uint32_t i = 0; i <= x->lex->n_patterns / BITS / BITS; i++)
        while (r->called_words[i]) {
            uint32_t word = i * BITS + take_lowest(&r->called_words[i]);
            while (r->called[word])
                try_everywhere(x, word * BITS + take_lowest(&r->called[word]));
        }
}

uint32_t candidates_find(reading *r, const unit_sentence *s)
{
    uint32_t n = s->end - s->first;

    r->n_candidates = 0;
    if (!s->cue_bits)
        return 0;
    if (!grow(&r->cue_words, &r->cue_words_cap, n, sizeof *r->cue_words)) {
        r->out_of_memory = true;
        return 0;
    }
    search x = { .r = r, .lex = &r->x->lex, .s = s, .arguments = arguments_in(s) };
    find_words(&x);
    note_needs(&x);
    for (uint32_t i = 0; i < x.n_words; i++)
        call_for(&x, i);
    r->needed_clock += x.n_words;
    try_noted(&x);
    return r->n_candidates;
}
