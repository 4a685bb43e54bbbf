/* Patterns by the words that call for them. A pattern can stand in a sentence only if each
 * of its word elements that is not optional does, so it is enough to think of it where the
 * words of one of them are met: of the one whose words are rarest. Rows are compressed:
 * counted first, then placed. */
#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "lexicon/compile.h"

/* Words that stand in so many sentences that a pattern is not to be looked for by them. */
static const word_class common_classes[] = {
    CLASS_SKIP,       CLASS_STOP,     CLASS_AUX,        CLASS_PREPOSITION, CLASS_SHUT_CLUB,
    CLASS_DETERMINER, CLASS_NEGATION, CLASS_INDEFINITE, CLASS_MODAL,       CLASS_IF,
    CLASS_HE,         CLASS_THEY,     CLASS_WHO,        CLASS_SHUT_SELLER, CLASS_LIST_LINK
};

/* A common word counts for this many that few patterns have. */
enum { COMMON_COST = 10000 };

/* A call before the calls are put in order by words. */
typedef struct {
    uint32_t word;
    call call;
} draft;

typedef struct {
    lexicon *lex;
    uint64_t common; /* classes */
    uint32_t *uses;  /* by word: how often patterns have it, as a sign of how common it is */
    draft *drafts;
    uint32_t n_drafts, drafts_cap;
} indexer;

static bool is_required(const element *e) { return e->kind == ELEMENT_WORDS && !e->optional; }

static uint64_t common_mask(void)
{
    uint64_t mask = 0;

    for (size_t i = 0; i < sizeof common_classes / sizeof *common_classes; i++)
        mask |= UINT64_C(1) << common_classes[i];
    return mask;
}

static uint32_t cost_of_word(const indexer *x, uint32_t word)
{
    return x->uses[word] + (x->lex->words.classes[word] & x->common ? COMMON_COST : 0);
}

/* Which word of an alternative it is looked for by. */
static uint32_t rarest_at(const indexer *x, const sequence *q)
{
    const uint32_t *words = x->lex->word_pool + q->first;
    uint32_t best = 0;

    for (uint32_t i = 1; i < q->count; i++)
        if (cost_of_word(x, words[i]) < cost_of_word(x, words[best]))
            best = i;
    return best;
}

static uint32_t rarest_word(const indexer *x, const sequence *q)
{
    return x->lex->word_pool[q->first + rarest_at(x, q)];
}

static uint64_t cost_of_element(const indexer *x, const element *e)
{
    uint64_t cost = 0;

    for (uint32_t s = e->first; s < e->first + e->count; s++)
        cost += cost_of_word(x, rarest_word(x, &x->lex->sequences[s]));
    return cost;
}

static bool is_among(const element *e, const element *const *some, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (some[i] == e)
            return true;
    return false;
}

/* The cheapest required element of the pattern that is not among the `n` taken; NULL when
 * there is none. */
static const element *cheapest(const indexer *x, const pattern *p, const element *const *taken,
                               uint32_t n)
{
    const element *best = NULL;
    uint64_t best_cost = 0;

    for (uint32_t i = 0; i < pattern_needed(p); i++) {
        const element *e = &x->lex->elements[p->first + i];
        if (!is_required(e) || is_among(e, taken, n))
            continue;
        uint64_t cost = cost_of_element(x, e);
        if (!best || cost < best_cost) {
            best = e;
            best_cost = cost;
        }
    }
    return best;
}

/* Filter of the words by which the element is looked for. */
static uint64_t filter_of(const indexer *x, const element *e)
{
    uint64_t filter = 0;

    for (uint32_t s = e->first; s < e->first + e->count; s++)
        filter |= filter_bit(x->lex, rarest_word(x, &x->lex->sequences[s]));
    return filter;
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

/* Filter of the words that may precede an element behind the anchor, when they are words:
 * the last ones of the element before, and of those before where it may be missing. */
static uint64_t previous_of(const lexicon *lex, const pattern *p, const element *behind)
{
    uint64_t filter = 0;

    for (const element *e = behind; e-- > &lex->elements[p->first + p->anchor];) {
        if (e->kind != ELEMENT_WORDS)
            break;
        filter |= e->tails;
        if (!e->optional)
            return filter;
    }
    return ANYTHING;
}

/* How far before element `key` the anchor can begin: what stands between are words, and of
 * those that may be skipped three before each element; or anything. */
static uint8_t reach_of(const lexicon *lex, const pattern *p, const element *key)
{
    uint32_t reach = REACH_NONE;

    for (const element *e = key; e-- > &lex->elements[p->first + p->anchor];) {
        uint32_t longest = 0;
        if (e->kind != ELEMENT_WORDS)
            return REACH_ANY;
        for (uint32_t s = e->first; s < e->first + e->count; s++)
            longest = lex->sequences[s].count > longest ? lex->sequences[s].count : longest;
        reach += longest + MAX_SKIPS;
    }
    return reach < REACH_ANY ? (uint8_t)reach : REACH_ANY;
}

/* What calls for pattern `p`: the element whose words do, in *key, and what else it needs. */
static call call_of(const indexer *x, uint32_t p, const element **key)
{
    pattern *at = &x->lex->patterns[p];
    const element *taken[2 + PATTERN_NEEDS];
    uint64_t needs[1 + PATTERN_NEEDS];
    uint32_t n = 1;

    *key = taken[0] = cheapest(x, at, NULL, 0);
    while (n < 2 + PATTERN_NEEDS && (taken[n] = cheapest(x, at, taken, n)) != NULL) {
        needs[n - 1] = filter_of(x, taken[n]);
        n++;
    }
    for (; n < 2 + PATTERN_NEEDS; n++)
        needs[n - 1] = ANYTHING;
    memcpy(at->needs, needs + 1, sizeof at->needs);
    at->previous = previous_of(x->lex, at, *key);
    return (call){ .pattern = p,
                   .need = needs[0],
                   .holdings = enough_holdings(x->lex, at),
                   .reach = reach_of(x->lex, at, *key) };
}

/* Take down that the word calls as `c` says. Where alternatives of different length begin
 * alike, nothing can be said of what follows. */
static bool draft_call(indexer *x, uint32_t first, uint32_t word, const call *c)
{
    for (uint32_t i = first; i < x->n_drafts; i++) {
        call *known = &x->drafts[i].call;
        if (x->drafts[i].word != word || known->offset != c->offset)
            continue;
        if (known->behind != c->behind) {
            known->next = ANYTHING;
            known->behind = known->behind < c->behind ? known->behind : c->behind;
        }
        return true;
    }
    if (!grow(&x->drafts, &x->drafts_cap, x->n_drafts + 1, sizeof *x->drafts))
        return false;
    x->drafts[x->n_drafts++] = (draft){ word, *c };
    return true;
}

static bool is_within_reach(const lexicon *lex, const element *e)
{
    for (uint32_t s = e->first; s < e->first + e->count; s++)
        if (lex->sequences[s].count > CALL_REACH)
            return false;
    return true;
}

static bool draft_calls(indexer *x, uint32_t p)
{
    const element *key;
    call c = call_of(x, p, &key);
    uint32_t first = x->n_drafts;
    bool within = is_within_reach(x->lex, key);

    if (!within) {
        c.reach = REACH_ANY;
        x->lex->patterns[p].previous = ANYTHING;
    }
    for (uint32_t s = key->first; s < key->first + key->count; s++) {
        const sequence *q = &x->lex->sequences[s];
        uint32_t offset = within ? rarest_at(x, q) : 0;
        c.next = within ? key->next : ANYTHING;
        c.offset = (uint8_t)offset;
        c.behind = (uint8_t)(within ? q->count - offset : 1);
        if (!draft_call(x, first, rarest_word(x, q), &c))
            return false;
    }
    return true;
}

/* Puts the drafts in order by words, those of one word as they come. */
static bool arrange(indexer *x)
{
    lexicon *lex = x->lex;
    uint32_t *starts = lex->call_starts;

    lex->calls = malloc(((size_t)x->n_drafts + 1) * sizeof *lex->calls);
    if (!lex->calls)
        return false;
    for (uint32_t i = 0; i < x->n_drafts; i++)
        starts[x->drafts[i].word + 1]++;
    for (uint32_t w = 0; w <= lex->words.count; w++)
        starts[w + 1] += starts[w];
    for (uint32_t i = x->n_drafts; i > 0; i--) {
        const draft *d = &x->drafts[i - 1];
        uint8_t kind = lex->cues[lex->patterns[d->call.pattern].cue].kind;
        lex->calls[--starts[d->word + 1]] = d->call;
        if (kind == CUE_SUCCESSOR)
            lex->words.classes[d->word] |= CLASS_BIT(CLASS_SUCCESSOR);
    }
    memmove(starts, starts + 1, ((size_t)lex->words.count + 1) * sizeof *starts);
    starts[lex->words.count + 1] = x->n_drafts;
    return true;
}

static bool index_patterns(indexer *x)
{
    if (!x->uses || !x->lex->call_starts || !x->lex->filter_bits || !x->lex->heads)
        return false;
    for (uint32_t s = 0; s < x->lex->n_sequences; s++)
        x->lex->heads[s] = x->lex->sequences[s].head;
    filters_make(x->lex, x->uses);
    for (uint32_t p = 0; p < x->lex->n_patterns; p++)
        if (!draft_calls(x, p))
            return false;
    return arrange(x);
}

suitor_status patterns_index(lexicon *lex, suitor_error *err)
{
    size_t n = (size_t)lex->words.count + 2;
    indexer x = { .lex = lex, .common = common_mask(), .uses = calloc(n, sizeof *x.uses) };

    lex->call_starts = calloc(n, sizeof *lex->call_starts);
    lex->filter_bits = calloc(n, sizeof *lex->filter_bits);
    lex->heads = calloc((size_t)lex->n_sequences + 1, sizeof *lex->heads);
    bool done = index_patterns(&x);
    free(x.uses);
    free(x.drafts);
    return done ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "lexicon: no memory for its index");
}
