/* Patterns by the words that call for them. A pattern can stand in a sentence only where each
 * of its word elements that is not optional does, so it is enough to think of it where one of
 * them is met. Two of them that are neighbours are met together, the last word of the one
 * before the first of the other, far less often than one: patterns that have such two are
 * called by pairs of words, also within an alternative, and the few others by the rarest. */
#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "lexicon/calls.h"
#include "lexicon/compile.h"

/* Words that stand in so many sentences that a pattern is not to be looked for by them. */
static const word_class common_classes[] = {
    CLASS_SKIP,       CLASS_STOP,     CLASS_AUX,        CLASS_PREPOSITION, CLASS_SHUT_CLUB,
    CLASS_DETERMINER, CLASS_NEGATION, CLASS_INDEFINITE, CLASS_MODAL,       CLASS_IF,
    CLASS_HE,         CLASS_THEY,     CLASS_WHO,        CLASS_SHUT_SELLER, CLASS_LIST_LINK
};

/* A common word counts for this many that few patterns have. */
enum { COMMON_COST = 10000 };

/* More pairs of words than that are too many for one pattern. */
enum { MOST_PAIRS = 2048 };

typedef struct {
    lexicon *lex;
    uint64_t common; /* classes */
    uint32_t *uses;  /* by word: how often patterns have it, as a sign of how common it is */
    call_drafts drafts;
} indexer;

/* What a pattern is called by: an element, or the last words of it and the first ones of the
 * next element. */
typedef struct {
    const element *element;
    bool with_next;
} key;

static bool is_required(const element *e) { return e->kind == ELEMENT_WORDS && !e->optional; }

static uint64_t common_mask(void)
{
    uint64_t mask = 0;

    for (size_t i = 0; i < sizeof common_classes / sizeof *common_classes; i++)
        mask |= UINT64_C(1) << common_classes[i];
    return mask;
}

static uint64_t cost_of_word(const indexer *x, uint32_t word)
{
    return x->uses[word] + (x->lex->words.classes[word] & x->common ? COMMON_COST : 0);
}

static uint32_t word_of(const indexer *x, const sequence *q, uint32_t i)
{
    return x->lex->word_pool[q->first + i];
}

/* Which word of an alternative is its rarest. */
static uint32_t rarest_at(const indexer *x, const sequence *q)
{
    uint32_t best = 0;

    for (uint32_t i = 1; i < q->count; i++)
        if (cost_of_word(x, word_of(x, q, i)) < cost_of_word(x, word_of(x, q, best)))
            best = i;
    return best;
}

static uint32_t rarest_word(const indexer *x, const sequence *q)
{
    return word_of(x, q, rarest_at(x, q));
}

static uint64_t cost_of_element(const indexer *x, const element *e)
{
    uint64_t cost = 0;

    for (uint32_t s = e->first; s < e->first + e->count; s++)
        cost += cost_of_word(x, rarest_word(x, &x->lex->sequences[s]));
    return cost;
}

/* The cheapest required element of the pattern that is not among those from `first` up to
 * `last`; NULL when there is none. */
static const element *cheapest(const indexer *x, const pattern *p, const element *first,
                               const element *last)
{
    const element *best = NULL;
    uint64_t best_cost = 0;

    for (uint32_t i = 0; i < pattern_needed(p); i++) {
        const element *e = &x->lex->elements[p->first + i];
        if (!is_required(e) || (first && e >= first && e <= last))
            continue;
        uint64_t cost = cost_of_element(x, e);
        if (!best || cost < best_cost) {
            best = e;
            best_cost = cost;
        }
    }
    return best;
}

static uint64_t cost_of_pair(const indexer *x, const sequence *q, uint32_t i)
{
    return cost_of_word(x, word_of(x, q, i)) * cost_of_word(x, word_of(x, q, i + 1));
}

/* Where in an alternative of two words or more its rarest two neighbours begin. */
static uint32_t rarest_pair_at(const indexer *x, const sequence *q)
{
    uint32_t best = 0;

    for (uint32_t i = 1; i + 1 < q->count; i++)
        if (cost_of_pair(x, q, i) < cost_of_pair(x, q, best))
            best = i;
    return best;
}

/* What it costs to look for the element by two words of each alternative; UINT64_MAX where one
 * has only one word. */
static uint64_t cost_within(const indexer *x, const element *e)
{
    uint64_t cost = 0;

    for (uint32_t s = e->first; s < e->first + e->count; s++) {
        const sequence *q = &x->lex->sequences[s];
        if (q->count < 2)
            return UINT64_MAX;
        cost += cost_of_pair(x, q, rarest_pair_at(x, q));
    }
    return cost;
}

/* Likewise by the last words of the element and the first ones of the next. */
static uint64_t cost_across(const indexer *x, const element *e)
{
    const element *next = e + 1;
    uint64_t tails = 0, heads = 0;

    if (!is_required(next) || (uint64_t)e->count * next->count > MOST_PAIRS)
        return UINT64_MAX;
    for (uint32_t s = e->first; s < e->first + e->count; s++) {
        const sequence *q = &x->lex->sequences[s];
        tails += cost_of_word(x, word_of(x, q, q->count - 1));
    }
    for (uint32_t s = next->first; s < next->first + next->count; s++)
        heads += cost_of_word(x, x->lex->sequences[s].head);
    return tails * heads;
}

/* By what the pattern is called most rarely: by two words if it can be. */
static key key_of(const indexer *x, const pattern *p)
{
    key best = { NULL, false };
    uint64_t best_cost = UINT64_MAX;

    for (uint32_t i = p->anchor; i < pattern_needed(p); i++) {
        const element *e = &x->lex->elements[p->first + i];
        if (!is_required(e))
            continue;
        uint64_t within = cost_within(x, e);
        uint64_t across = i + 1 < pattern_needed(p) ? cost_across(x, e) : UINT64_MAX;
        if (within < best_cost || across < best_cost) {
            best = (key){ e, across < within };
            best_cost = across < within ? across : within;
        }
    }
    return best.element ? best : (key){ cheapest(x, p, NULL, NULL), false };
}

static uint8_t held_kind(uint8_t kind)
{
    switch (kind) {
    case ELEMENT_CLUB:
    case ELEMENT_SELLER:
    case ELEMENT_RIVAL: return HOLDS_CLUB;
    case ELEMENT_PLAYER: return HOLDS_PLAYER;
    case ELEMENT_POSITION: return HOLDS_POSITION;
    default: return 0;
    }
}

/* By bit, for every set of arguments that a sentence may hold, whether the pattern can match
 * with no others: see is_complete() in claims/match.c. */
static uint8_t enough_holdings(const lexicon *lex, const pattern *p)
{
    bool context = lex->cues[p->cue].context, needs_party = false;
    uint8_t all_of = 0, any_of = 0, enough = 0;

    for (uint32_t i = 0; i < p->count; i++) {
        const element *e = &lex->elements[p->first + i];
        bool party = e->kind == ELEMENT_CLUB || e->kind == ELEMENT_PLAYER;
        if (party)
            any_of |= held_kind(e->kind);
        needs_party |= party && !e->optional;
        if (i >= pattern_needed(p) || e->optional)
            continue;
        if (i > p->anchor || e->tight || e->near || !party || !context)
            all_of |= held_kind(e->kind);
    }
    for (uint32_t held = 0; held < N_HOLDINGS; held++)
        if ((all_of & ~held) == 0 && (!needs_party || (any_of & held)))
            enough |= (uint8_t)(1u << held);
    return enough;
}

/* How far before the element the anchor can begin: what stands between are words, and of
 * those that may be skipped three before each element; or anything. */
static uint8_t reach_of(const lexicon *lex, const pattern *p, const element *from)
{
    uint32_t reach = REACH_NONE;

    for (const element *e = from; e-- > &lex->elements[p->first + p->anchor];) {
        uint32_t longest = 0;
        if (e->kind != ELEMENT_WORDS)
            return REACH_ANY;
        for (uint32_t s = e->first; s < e->first + e->count; s++)
            longest = lex->sequences[s].count > longest ? lex->sequences[s].count : longest;
        reach += longest + MAX_SKIPS;
    }
    return reach < REACH_ANY ? (uint8_t)reach : REACH_ANY;
}

static call call_of(indexer *x, uint32_t p, key by)
{
    const pattern *at = &x->lex->patterns[p];
    const element *need = cheapest(x, at, by.element, by.element + by.with_next);

    return (call){ .pattern = p,
                   .need = need ? need_number(&x->drafts, need) : NO_NEED,
                   .need_behind = need > by.element,
                   .holdings = enough_holdings(x->lex, at),
                   .reach = reach_of(x->lex, at, by.element) };
}

/* Takes down that these words call as `c` says, the first of them `offset` words behind the
 * begin of its alternative. No alternative that is too long for this matches. */
static bool draft_call(indexer *x, uint32_t first, uint32_t second, uint32_t offset, call c)
{
    c.offset = (uint8_t)offset;
    return call_draft(&x->drafts, first, second, &c);
}

static bool draft_alternative(indexer *x, const sequence *q, const call *c)
{
    if (q->count < 2)
        return draft_call(x, q->head, 0, 0, *c);
    uint32_t at = rarest_pair_at(x, q);
    return draft_call(x, word_of(x, q, at), word_of(x, q, at + 1), at, *c);
}

static bool draft_with_next(indexer *x, const sequence *q, const element *next, const call *c)
{
    uint32_t tail = word_of(x, q, q->count - 1);

    for (uint32_t s = next->first; s < next->first + next->count; s++)
        if (!draft_call(x, tail, x->lex->sequences[s].head, q->count - 1, *c))
            return false;
    return true;
}

static bool draft_calls(indexer *x, uint32_t p)
{
    key by = key_of(x, &x->lex->patterns[p]);
    call c = call_of(x, p, by);
    const element *e = by.element;

    for (uint32_t s = e->first; s < e->first + e->count; s++) {
        const sequence *q = &x->lex->sequences[s];
        if (by.with_next ? !draft_with_next(x, q, e + 1, &c) : !draft_alternative(x, q, &c))
            return false;
    }
    return true;
}

/* An article that has none of these words asks for nobody's successor. */
static void mark_successors(const indexer *x)
{
    for (uint32_t p = 0; p < x->lex->n_patterns; p++) {
        const pattern *at = &x->lex->patterns[p];
        const element *e = cheapest(x, at, NULL, NULL);
        if (x->lex->cues[at->cue].kind != CUE_SUCCESSOR)
            continue;
        for (uint32_t s = e->first; s < e->first + e->count; s++)
            x->lex->words.classes[rarest_word(x, &x->lex->sequences[s])] |=
                CLASS_BIT(CLASS_SUCCESSOR);
    }
}

static bool index_patterns(indexer *x)
{
    if (!x->uses || !x->lex->filter_bits || !x->lex->heads || !x->drafts.numbers)
        return false;
    for (uint32_t s = 0; s < x->lex->n_sequences; s++)
        x->lex->heads[s] = x->lex->sequences[s].head;
    filters_make(x->lex, x->uses);
    for (uint32_t p = 0; p < x->lex->n_patterns; p++)
        if (!draft_calls(x, p))
            return false;
    mark_successors(x);
    return calls_arrange(&x->drafts, x->lex);
}

suitor_status patterns_index(lexicon *lex, suitor_error *err)
{
    size_t n = (size_t)lex->words.count + 1;
    indexer x = { .lex = lex, .common = common_mask(), .uses = calloc(n, sizeof *x.uses) };

    x.drafts.numbers = calloc((size_t)lex->n_sequences + 1, sizeof *x.drafts.numbers);
    lex->filter_bits = calloc(n, sizeof *lex->filter_bits);
    lex->heads = calloc((size_t)lex->n_sequences + 1, sizeof *lex->heads);
    bool done = index_patterns(&x);
    free(x.uses);
    call_drafts_free(&x.drafts);
    return done ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "lexicon: no memory for its index");
}
