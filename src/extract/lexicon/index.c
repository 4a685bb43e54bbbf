/* Patterns by the words that call for them. A pattern can stand in a sentence only if each
 * of its word elements that is not optional does, so it is enough to think of it where the
 * words of one of them are met: of the one whose words are rarest. Rows are compressed:
 * counted first, then placed. */
#include <stdlib.h>

#include "fail.h"
#include "lexicon/compile.h"

/* Words that stand in so many sentences that a pattern is not to be looked for by them. */
static const word_class common_classes[] = {
    CLASS_SKIP,       CLASS_STOP,     CLASS_AUX,        CLASS_PREPOSITION, CLASS_SHUT_CLUB,
    CLASS_DETERMINER, CLASS_NEGATION, CLASS_INDEFINITE, CLASS_MODAL,       CLASS_IF,
    CLASS_HE,         CLASS_THEY,     CLASS_WHO,        CLASS_SHUT_SELLER, CLASS_LIST_LINK
};

/* A common word counts for this many that few patterns have. */
enum { COMMON_COST = 10000 };

/* Bits of a filter that the words used most have for themselves; the rest share the others. */
enum { OWN_BITS = 40, FILTER_BITS = 64 };

typedef struct {
    lexicon *lex;
    uint64_t common; /* classes */
    uint32_t *uses;  /* by word: how often patterns have it, as a sign of how common it is */
    uint32_t *last;  /* by word: scratch, the pattern put last into its row */
    uint32_t *at;    /* by word: patterns counted, then the next free place of the row */
} indexer;

static bool is_required(const element *e) { return e->kind == ELEMENT_WORDS && !e->optional; }

static void count_uses(const indexer *x)
{
    const lexicon *lex = x->lex;

    for (uint32_t e = 0; e < lex->n_elements; e++)
        for (uint32_t s = 0; s < lex->elements[e].count; s++) {
            const sequence *q = &lex->sequences[lex->elements[e].first + s];
            for (uint32_t i = 0; i < q->count; i++)
                x->uses[lex->word_pool[q->first + i]]++;
        }
}

static uint64_t common_mask(void)
{
    uint64_t mask = 0;

    for (size_t i = 0; i < sizeof common_classes / sizeof *common_classes; i++)
        mask |= UINT64_C(1) << common_classes[i];
    return mask;
}

/* The words used most, the most used first; how many. */
static uint32_t most_used(const indexer *x, uint32_t out[OWN_BITS])
{
    uint32_t n = 0;

    for (uint32_t w = 1; w <= x->lex->words.count; w++) {
        uint32_t at = n;
        if (!x->uses[w] || (n == OWN_BITS && x->uses[w] <= x->uses[out[n - 1]]))
            continue;
        if (n < OWN_BITS)
            n++;
        else
            at--;
        for (; at > 0 && x->uses[w] > x->uses[out[at - 1]]; at--)
            out[at] = out[at - 1];
        out[at] = w;
    }
    return n;
}

/* Gives every word of the patterns its bit in filters. */
static void give_bits(const indexer *x)
{
    uint32_t most[OWN_BITS], n = most_used(x, most);

    for (uint32_t w = 1; w <= x->lex->words.count; w++)
        if (x->uses[w]) {
            x->lex->words.classes[w] |= UINT64_C(1) << CLASS_CUE;
            x->lex->filter_bits[w] = (uint8_t)(OWN_BITS + w % (FILTER_BITS - OWN_BITS));
        }
    for (uint32_t i = 0; i < n; i++)
        x->lex->filter_bits[most[i]] = (uint8_t)i;
}

static uint32_t cost_of_word(const indexer *x, uint32_t word)
{
    return x->uses[word] + (x->lex->words.classes[word] & x->common ? COMMON_COST : 0);
}

/* The word of an alternative by which it is looked for. */
static uint32_t rarest_word(const indexer *x, const sequence *q)
{
    uint32_t best = x->lex->word_pool[q->first];

    for (uint32_t i = 1; i < q->count; i++) {
        uint32_t word = x->lex->word_pool[q->first + i];
        if (cost_of_word(x, word) < cost_of_word(x, best))
            best = word;
    }
    return best;
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

    for (uint32_t i = 0; i < p->count; i++) {
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

/* Arguments without which the pattern cannot match: see is_complete() in claims/match.c. */
static void ask_for_arguments(const lexicon *lex, const pattern *p, call *out)
{
    bool context = lex->cues[p->cue].context, needs_party = false;

    for (uint32_t i = 0; i < p->count; i++) {
        const element *e = &lex->elements[p->first + i];
        bool party = e->kind == ELEMENT_CLUB || e->kind == ELEMENT_PLAYER;
        if (party)
            out->any_of |= held_kind(e->kind);
        needs_party |= party && !e->optional;
        if (!e->optional && (i > p->anchor || e->tight || e->near || !party || !context))
            out->all_of |= held_kind(e->kind);
    }
    if (!needs_party)
        out->any_of = 0;
}

/* What calls for pattern `p`: the element whose words do, in *key, and what else. */
static call call_of(const indexer *x, uint32_t p, const element **key)
{
    pattern *at = &x->lex->patterns[p];
    call out = { .pattern = p };
    const element *taken[2 + PATTERN_NEEDS];
    uint64_t filters[1 + PATTERN_NEEDS] = { 0 };
    uint32_t n = 0;

    while (n < 2 + PATTERN_NEEDS && (taken[n] = cheapest(x, at, taken, n)) != NULL) {
        if (n > 0)
            filters[n - 1] = filter_of(x, taken[n]);
        n++;
    }
    *key = taken[0];
    out.words = filters[0];
    memcpy(at->needs, filters + 1, sizeof at->needs);
    ask_for_arguments(x->lex, at, &out);
    return out;
}

/* Count pattern `p` into the rows of the words that call for it or, when there are rows,
 * place it there. */
static void put_pattern(const indexer *x, uint32_t p)
{
    const element *key;
    call fresh = call_of(x, p, &key);

    for (uint32_t s = key->first; s < key->first + key->count; s++) {
        uint32_t word = rarest_word(x, &x->lex->sequences[s]);
        if (x->last[word] == p)
            continue;
        x->last[word] = p;
        if (x->lex->calls)
            x->lex->calls[x->at[word]] = fresh;
        x->at[word]++;
        x->lex->words.classes[word] |= UINT64_C(1) << CLASS_CALLING;
    }
}

static void put_patterns(const indexer *x)
{
    memset(x->last, 0xff, ((size_t)x->lex->words.count + 1) * sizeof *x->last);
    for (uint32_t p = 0; p < x->lex->n_patterns; p++)
        put_pattern(x, p);
}

/* What is told of all patterns at once: the words they have and can begin with. */
static void mark_words(const indexer *x)
{
    const lexicon *lex = x->lex;

    give_bits(x);
    for (uint32_t e = 0; e < lex->n_elements; e++)
        for (uint32_t s = 0; s < lex->elements[e].count; s++)
            lex->elements[e].heads |=
                filter_bit(lex, lex->sequences[lex->elements[e].first + s].head);
    for (uint32_t p = 0; p < lex->n_patterns; p++) {
        const element *e = &lex->elements[lex->patterns[p].first + lex->patterns[p].anchor];
        for (uint32_t s = e->first; s < e->first + e->count; s++)
            lex->words.classes[lex->sequences[s].head] |= UINT64_C(1) << CLASS_ANCHOR;
    }
}

/* Turns the counts in at[] into the beginnings of rows; their length in all. */
static uint32_t begin_rows(const indexer *x)
{
    uint32_t total = 0, n = x->lex->words.count;

    for (uint32_t w = 0; w <= n; w++) {
        uint32_t count = x->at[w];
        x->lex->call_starts[w] = x->at[w] = total;
        total += count;
    }
    x->lex->call_starts[n + 1] = total;
    return total;
}

suitor_status patterns_index(lexicon *lex, suitor_error *err)
{
    size_t n = (size_t)lex->words.count + 2;
    indexer x = { .lex = lex,
                  .common = common_mask(),
                  .uses = calloc(n, sizeof *x.uses),
                  .last = calloc(n, sizeof *x.last),
                  .at = calloc(n, sizeof *x.at) };

    lex->call_starts = calloc(n, sizeof *lex->call_starts);
    lex->filter_bits = calloc(n, sizeof *lex->filter_bits);
    if (x.uses && x.last && x.at && lex->call_starts && lex->filter_bits) {
        count_uses(&x);
        mark_words(&x);
        put_patterns(&x);
        lex->calls = malloc(((size_t)begin_rows(&x) + 1) * sizeof *lex->calls);
        if (lex->calls)
            put_patterns(&x);
    }
    free(x.uses);
    free(x.last);
    free(x.at);
    return lex->calls ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "lexicon: no memory for its index");
}
