/* Sums of money: which are fees, and of what kind, told by the words around. */
#include "claims/arguments.h"
#include "claims/claims.h"
#include "claims/sum_owner.h"

enum { REACH = 8, FAR = 1000, ASKING_LEAD = 4, BESIDE = 4, BESIDE_REACH = 5 };

static const struct {
    word_class words;
    uint8_t kind;
} kinds[] = { { CLASS_FEE_CLAUSE, SUITOR_FEE_CLAUSE },
              { CLASS_FEE_BID, SUITOR_FEE_BID },
              { CLASS_FEE_ASKING, SUITOR_FEE_ASKING },
              { CLASS_FEE_VALUE, SUITOR_FEE_VALUATION },
              { CLASS_FEE_AGREED, SUITOR_FEE_AGREED } };

/* Units between `a` and `b` with signs and other sums counted for more; FAR beyond reach. */
static uint32_t distance(const reading *r, uint32_t a, uint32_t b)
{
    uint32_t low = a < b ? a : b, high = a < b ? b : a, cost = 0;

    for (uint32_t u = low + 1; u < high; u++)
        cost += r->units[u].kind == UNIT_SIGN || r->units[u].kind == UNIT_SUM ? 3 : 1;
    return cost <= REACH ? cost : FAR;
}

typedef struct {
    uint32_t first, end; /* units */
} surroundings;

/* Units of the sentence that are no farther than `reach` from `at`. */
static surroundings around(const unit_sentence *s, uint32_t at, uint32_t reach)
{
    surroundings out = { s->first, s->end };

    if (at - s->first > reach)
        out.first = at - reach;
    if (s->end - at > reach + 1)
        out.end = at + reach + 1;
    return out;
}

/* The classes of the words that tell a kind, all in one. */
static uint64_t telling_classes(void)
{
    uint64_t classes = 0;

    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        classes |= CLASS_BIT(kinds[k].words);
    return classes;
}

/* The kind that the nearest word tells, which makes it `sure` that the sum is a fee. */
static uint8_t kind_of(const reading *r, const unit_sentence *s, uint32_t at, bool *sure)
{
    surroundings near = around(s, at, REACH);
    uint64_t telling = telling_classes();
    uint32_t best = FAR;
    uint8_t kind = SUITOR_FEE_BID;

    for (uint32_t u = near.first; u < near.end; u++) {
        if (r->units[u].kind != UNIT_WORD || !(r->units[u].classes & telling))
            continue;
        uint32_t apart = distance(r, u, at);
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            uint32_t d = apart;
            if (kinds[k].kind == SUITOR_FEE_ASKING && d < FAR) /* "sell if an offer of" */
                d = d > ASKING_LEAD ? d - ASKING_LEAD : 0;
            if (unit_in(&r->units[u], kinds[k].words) && d < best) {
                best = d;
                kind = kinds[k].kind;
                *sure = true;
            }
        }
    }
    return kind;
}

/* "cost Real Madrid €60m" is over; "would cost" and "to cost" are to come. */
static bool is_past_cost(const reading *r, const unit_sentence *s, uint32_t u)
{
    suitor_sv text = tokens_text(r, r->units[u].first, r->units[u].end);

    if (!suitor_sv_equal(text, suitor_sv_of("cost")))
        return false;
    for (uint32_t k = u; k > s->first && u - k < 3; k--) {
        const unit *before = &r->units[k - 1];
        suitor_sv word = tokens_text(r, before->first, before->end);
        if (unit_in(before, CLASS_AUX) || suitor_sv_equal(word, suitor_sv_of("to")))
            return false;
    }
    return true;
}

static bool word_is(const reading *r, const unit *u, const char *text)
{
    return u->kind == UNIT_WORD &&
           suitor_sv_equal(tokens_text(r, u->first, u->end), suitor_sv_of(text));
}

/* "€20m as sell-on clause", "£27m last summer", "there is no €12m offer" */
static bool is_beside(const reading *r, const unit_sentence *s, uint32_t at)
{
    if (at > s->first && word_is(r, &r->units[at - 1], "no"))
        return true;
    for (uint32_t u = at + 1; u + 1 < s->end && u <= at + BESIDE_REACH; u++) {
        const unit *next = &r->units[u + 1];
        bool season = next->kind == UNIT_WORD && unit_in(next, CLASS_SEASON);
        if ((word_is(r, &r->units[u], "sell") && word_is(r, next, "on")) ||
            (word_is(r, &r->units[u], "last") && season))
            return true;
        if (r->units[u].kind == UNIT_SIGN)
            return false;
    }
    return false;
}

/* "paid £20m" is over but "have paid £20m" news. */
static bool is_past_payment(const reading *r, const unit_sentence *s, uint32_t u)
{
    bool news = u > s->first &&
                (word_is(r, &r->units[u - 1], "have") || word_is(r, &r->units[u - 1], "has"));

    return unit_in(&r->units[u], CLASS_FEE_PAST) && !(news && word_is(r, &r->units[u], "paid"));
}

static bool is_excluded(const reading *r, const unit_sentence *s, uint32_t at)
{
    const sum *m = &r->sums[r->units[at].ref];

    if (m->wage || m->conversion || s->past || m->high > 400 || m->high < 0.3 ||
        is_beside(r, s, at))
        return true;
    surroundings near = around(s, at, BESIDE);
    for (uint32_t u = near.first; u < near.end; u++)
        if (r->units[u].kind == UNIT_WORD &&
            (is_past_cost(r, s, u) || is_past_payment(r, s, u) ||
             unit_in(&r->units[u], CLASS_WAGE)) &&
            distance(r, u, at) < BESIDE)
            return true;
    return false;
}

sum_reading sum_read(const reading *r, uint32_t sentence_index, uint32_t at)
{
    const unit_sentence *s = &r->sentences[sentence_index];
    sum_reading out = { .player = NONE, .kind = SUITOR_N_FEE_KINDS };

    if (is_excluded(r, s, at))
        return out;
    out.player = sum_owner(r, sentence_index, at, &out.sure);
    if (out.player != NONE)
        out.kind = kind_of(r, s, at, &out.sure);
    return out;
}
