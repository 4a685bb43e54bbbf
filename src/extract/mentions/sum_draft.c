/* What a sum grows by: "€90-100m", "plus €10m in add-ons", "rising to £35m", "35 of
 * which is fixed". */
#include "mentions/sum_draft.h"

enum { ADD_ON_REACH = 8, MOST_ADD_ONS = 4, NOUN_REACH = 4, BRACKET_REACH = 6 };

static bool is_joined(const reading *r, uint32_t i)
{
    return i < r->doc.n_tokens && (r->doc.tokens[i].flags & TOKEN_JOINED);
}

static bool is_plain_word(const reading *r, uint32_t i)
{
    return i < r->doc.n_tokens &&
           (r->doc.tokens[i].kind == TOKEN_WORD || token_is(&r->doc, i, ',')) &&
           !amount_names_currency(r, i);
}

/* Takes over what the second amount tells of the first: "90 to 100 million euros". */
static void adopt(draft *d, const amount *a)
{
    if (d->scale == 0)
        d->scale = a->scale;
    if (!d->currency)
        d->currency = a->currency;
    d->worded |= a->worded;
    d->at = a->end;
}

static double in_scale(const draft *d, const amount *a)
{
    return a->scale == 0 || d->scale == 0 ? a->value : a->value * a->scale / d->scale;
}

/* "€90-100m", "€90m to €100m", "between £20m and £25m": the second amount of a range. */
static void read_range(const reading *r, draft *d, uint32_t first)
{
    uint32_t k = d->at;
    amount other;
    bool between = first > 0 && sum_word_is(r, first - 1, "between") && sum_word_is(r, k, "and");

    if (!(is_joined(r, k) && amount_may_begin(r, k))) {
        if (k >= r->doc.n_tokens ||
            !(between || token_is(&r->doc, k, '-') || sum_word_is(r, k, "to")))
            return;
        k++;
    }
    if (!amount_read(r, k, &other) || other.scale == 0)
        return;
    double value = d->scale == 0 ? other.value : in_scale(d, &other);
    if (value < d->low)
        return;
    adopt(d, &other);
    d->high = value;
}

/* Whether "bonuses", "add-ons" or their kin stand within a few words behind `i`. */
static bool names_add_on(const reading *r, uint32_t i)
{
    for (uint32_t k = i; k < i + NOUN_REACH && k < r->doc.n_tokens; k++) {
        if (sum_word_in(r, k, CLASS_ADD_ON_NOUN))
            return true;
        if (r->doc.tokens[k].kind != TOKEN_WORD || token_in(r, k, CLASS_LIST_LINK))
            return false;
    }
    return false;
}

typedef enum { NO_ADD_ON, ADDS, TOTALS, CONTAINS } add_on_kind;

bool sum_can_end(const reading *r, uint32_t i)
{
    if (i >= r->doc.n_tokens)
        return true;
    const token *t = &r->doc.tokens[i];
    if (t->kind == TOKEN_BREAK)
        return true;
    if (t->kind == TOKEN_PUNCT)
        return strchr(",.;)!?-+\"", t->sign) && !(t->sign != '+' && is_joined(r, i + 1)) &&
               !((t->flags & TOKEN_GLUED) && i + 1 < r->doc.n_tokens &&
                 r->doc.tokens[i + 1].kind == TOKEN_NUMBER &&
                 (r->doc.tokens[i + 1].flags & TOKEN_GLUED));
    return sum_word_in(r, i, CLASS_SUM_TAIL) || sum_word_in(r, i, CLASS_ADD_ON);
}

/* How the amount whose first token is `k` goes with the sum that ends at `from`; add-ons
 * `goes_on` where one has been read. */
static add_on_kind add_on_link(const reading *r, uint32_t from, uint32_t k, const amount *a,
                               bool goes_on)
{
    bool rises = false, adds = goes_on && sum_word_is(r, k - 1, "and"), whole = false,
         contains = false;

    for (uint32_t i = from; i < k; i++) {
        rises |= sum_word_in(r, i, CLASS_RISE);
        adds |= token_is(&r->doc, i, '+') || sum_word_in(r, i, CLASS_ADD_ON);
        whole |= (rises || adds) && sum_word_is(r, i, "to") && i > from;
        contains |= sum_word_is(r, i, "including") || sum_word_is(r, i, "included");
    }
    adds |= a->end < r->doc.n_tokens && sum_word_in(r, a->end, CLASS_ADD_ON);
    if (rises && !whole && !sum_word_is(r, k - 1, "by"))
        whole = true; /* "that could reach £35m" */
    if (whole)
        return TOTALS;
    if (contains)
        return names_add_on(r, a->end) ? CONTAINS : NO_ADD_ON;
    return adds || rises || names_add_on(r, a->end) ? ADDS : NO_ADD_ON;
}

/* Behind the conversion in brackets that stands at `i`; `i` if none does. */
static uint32_t behind_brackets(const reading *r, uint32_t i)
{
    if (i >= r->doc.n_tokens || !token_is(&r->doc, i, '('))
        return i;
    for (uint32_t k = i + 1; k <= i + BRACKET_REACH && k < r->doc.n_tokens; k++)
        if (token_is(&r->doc, k, ')'))
            return k + 1;
    return i;
}

/* Whether an amount begins at `i`, which is read into *out. */
static bool is_amount(const reading *r, uint32_t i, amount *out)
{
    bool may = r->doc.marks[i] & MARK_FIGURE || sum_word_is(r, i, "a") || sum_word_is(r, i, "half");

    return may && amount_read(r, i, out);
}

/* "plus €10m in add-ons", "and another 7.5", "+5m", "with £5m to follow" raise the upper
 * end; "plus add-ons to £24m", "rising to £35m" name it; "including £5m in bonuses" is
 * part of it. */
static bool read_add_on(const reading *r, draft *d, bool goes_on)
{
    uint32_t from = behind_brackets(r, d->at), k = from;
    amount a;

    while (k < r->doc.n_tokens && k < from + ADD_ON_REACH &&
           (token_is(&r->doc, k, '+') || (is_plain_word(r, k) && !is_amount(r, k, &a))))
        k++;
    if (k == from || k >= r->doc.n_tokens || !is_amount(r, k, &a) || a.scale >= 1000)
        return false;
    add_on_kind kind = add_on_link(r, from, k, &a, goes_on);
    double value = in_scale(d, &a);
    bool counts = a.scale == 0 && !a.currency && /* "plus two players" */
                  (d->scale == 0 || !(sum_can_end(r, a.end) || names_add_on(r, a.end)));
    if (kind == NO_ADD_ON || counts || (kind == ADDS && value > d->low) ||
        (kind == TOTALS && value < d->high) || (kind == CONTAINS && value >= d->high))
        return false;
    adopt(d, &a);
    if (kind == CONTAINS)
        d->low = d->high - value;
    else
        d->high = kind == TOTALS ? value : d->high + value;
    return true;
}

/* "60 million, 35 of which are fixed". */
static void read_fixed_part(const reading *r, draft *d)
{
    uint32_t k = d->at + (d->at < r->doc.n_tokens && token_is(&r->doc, d->at, ','));
    amount a;

    if (!amount_may_begin(r, k < r->doc.n_tokens ? k : 0) || !amount_read(r, k, &a))
        return;
    if (!sum_word_is(r, a.end, "of") ||
        !(sum_word_is(r, a.end + 1, "which") || sum_word_is(r, a.end + 1, "it")))
        return;
    double value = in_scale(d, &a);
    if (value >= d->high)
        return;
    bool bonus = false;
    for (uint32_t i = a.end; i < a.end + ADD_ON_REACH + NOUN_REACH && i < r->doc.n_tokens; i++) {
        bonus |= sum_word_in(r, i, CLASS_ADD_ON_NOUN);
        if (r->doc.tokens[i].kind != TOKEN_WORD)
            break;
    }
    d->low = bonus ? d->high - value : value;
    d->at = a.end + 2;
}

void draft_grow(const reading *r, draft *d, uint32_t first)
{
    read_range(r, d, first);
    for (int n = 0; n < MOST_ADD_ONS && read_add_on(r, d, n > 0); n++)
        ;
    if (d->scale != 0)
        read_fixed_part(r, d);
}
