/* Sums of money: currency and amount in either order, ranges, add-ons, "up to".
 * All in millions. */
#include "grow.h"
#include "mentions/mentions.h"

enum { ADD_ON_REACH = 5, MOST_ADD_ONS = 4 };

static const uint64_t currency_classes =
    CLASS_BIT(CLASS_EURO) | CLASS_BIT(CLASS_POUND) | CLASS_BIT(CLASS_DOLLAR);

/* Sign of the currency that token `i` names as a word; 0 for none. */
static char currency_word(const reading *r, uint32_t i)
{
    if (i >= r->doc.n_tokens || !(r->doc.tokens[i].classes & currency_classes) ||
        r->doc.tokens[i].kind != TOKEN_WORD)
        return 0;
    return token_in(r, i, CLASS_EURO) ? 'E' : token_in(r, i, CLASS_POUND) ? 'G' : 'U';
}

static double number_value(suitor_sv text)
{
    double value = 0, scale = 0;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '.') {
            scale = 1;
        } else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            scale *= 10;
        }
    }
    return scale > 0 ? value / scale : value;
}

/* Multiplier to millions of the word at *i, which is stepped over; 0 if there is
 * none and the amount stands alone. */
static double magnitude(const reading *r, uint32_t *i)
{
    if (*i >= r->doc.n_tokens || r->doc.tokens[*i].kind != TOKEN_WORD)
        return 0;
    if (token_in(r, *i, CLASS_MILLION)) {
        ++*i;
        return 1;
    }
    if (token_in(r, *i, CLASS_BILLION)) {
        ++*i;
        return 1000;
    }
    suitor_sv text = token_text(&r->doc, *i);
    if ((r->doc.tokens[*i].flags & TOKEN_GLUED) && text.len == 1 && (text.ptr[0] | 32) == 'k') {
        ++*i;
        return 0.001;
    }
    return 0;
}

static bool is_number(const reading *r, uint32_t i)
{
    return i < r->doc.n_tokens && r->doc.tokens[i].kind == TOKEN_NUMBER;
}

static bool links_add_on(const reading *r, uint32_t i)
{
    return i < r->doc.n_tokens && (token_is(&r->doc, i, '+') || token_in(r, i, CLASS_ADD_ON));
}

static bool is_plain_word(const reading *r, uint32_t i)
{
    return i < r->doc.n_tokens &&
           (r->doc.tokens[i].kind == TOKEN_WORD || token_is(&r->doc, i, ',')) &&
           !currency_word(r, i);
}

static bool text_is(const reading *r, uint32_t i, const char *text)
{
    return suitor_sv_equal(token_text(&r->doc, i), suitor_sv_of(text));
}

static bool links_range(const reading *r, uint32_t i)
{
    if (i >= r->doc.n_tokens)
        return false;
    suitor_sv text = token_text(&r->doc, i);
    return token_is(&r->doc, i, '-') || suitor_sv_equal(text, suitor_sv_of("to"));
}

/* One amount at *i, with or without currency and magnitude before or behind it. */
static bool amount(const reading *r, uint32_t *i, char *currency, double *value, double *scale)
{
    uint32_t k = *i;

    if (k < r->doc.n_tokens && r->doc.tokens[k].kind == TOKEN_CURRENCY)
        *currency = r->doc.tokens[k++].sign;
    else if (currency_word(r, k) && is_number(r, k + 1))
        *currency = currency_word(r, k++);
    if (!is_number(r, k))
        return false;
    suitor_sv digits = token_text(&r->doc, k++);
    *value = number_value(digits);
    *scale = magnitude(r, &k);
    if (currency_word(r, k))
        *currency = currency_word(r, k++);
    else if (k < r->doc.n_tokens && r->doc.tokens[k].kind == TOKEN_CURRENCY && *scale > 0 &&
             (r->doc.tokens[k].flags & TOKEN_GLUED) && !is_number(r, k + 1))
        *currency = r->doc.tokens[k++].sign;
    if (*scale == 0 && *value >= 10000) /* "£62,500,000" written out */
        *scale = 1e-6;
    *i = k;
    return true;
}

/* "€90-100m", "€90m to €100m": the second amount of a range. */
static void range(const reading *r, sum *s, uint32_t *i, char *currency, double *scale)
{
    uint32_t k = *i;
    double value, other = 0;

    bool joined = is_number(r, k) && (r->doc.tokens[k].flags & TOKEN_JOINED);
    joined = joined || (k < r->doc.n_tokens && r->doc.tokens[k].kind == TOKEN_CURRENCY &&
                        (r->doc.tokens[k].flags & TOKEN_JOINED));
    if (!joined) {
        if (!links_range(r, k))
            return;
        k++;
    }
    if (!amount(r, &k, currency, &value, &other) || other == 0)
        return;
    if (*scale == 0)
        *scale = other;
    if (value * other < s->low * *scale)
        return;
    s->high = value * other / *scale;
    *i = k;
}

/* "plus €10m in add-ons", "with a further £7.5m", "+5m": raises the upper end;
 * "plus add-ons to £24m" names it. */
static bool add_on(const reading *r, sum *s, uint32_t *i, char *currency, double *scale)
{
    uint32_t k = *i, words = 0;
    double value, other = 0;
    bool total = false;

    while (k < *i + ADD_ON_REACH && !links_add_on(r, k) && is_plain_word(r, k))
        k++;
    if (!links_add_on(r, k))
        return false;
    for (k++; is_plain_word(r, k) && words < ADD_ON_REACH; k++, words++)
        total = words > 0 && text_is(r, k, "to");
    if (!amount(r, &k, currency, &value, &other) || other == 0 || other >= 1000)
        return false;
    if (*scale == 0)
        *scale = other;
    value = value * other / *scale;
    if (!total && value > s->low)
        return false;
    s->high = total ? value : s->high + value;
    *i = k;
    return true;
}

static void set_currency(sum *s, char sign)
{
    const char *code = sign == 'E' ? "EUR" : sign == 'G' ? "GBP" : "USD";

    memcpy(s->currency, code, 4);
}

static bool is_wage(const reading *r, uint32_t i)
{
    for (uint32_t k = i; k < i + 3 && k < r->doc.n_tokens; k++)
        if (token_in(r, k, CLASS_WAGE))
            return true;
    return false;
}

static bool read_sum(const reading *r, uint32_t *i, sum *out)
{
    char currency = 0;
    double value = 0, scale = 0;
    uint32_t k = *i;

    *out = (sum){ .first = *i };
    if (!amount(r, &k, &currency, &value, &scale))
        return false;
    out->low = out->high = value;
    range(r, out, &k, &currency, &scale);
    for (int n = 0; n < MOST_ADD_ONS && add_on(r, out, &k, &currency, &scale); n++)
        ;
    if (!currency || scale == 0)
        return false;
    out->low *= scale;
    out->high *= scale;
    out->end = k;
    out->wage = is_wage(r, k);
    set_currency(out, currency);
    *i = k;
    return out->high > 0;
}

/* Whether a sum can begin with the token. */
static bool may_begin(const token *t)
{
    return t->kind == TOKEN_WORD ? (t->classes & currency_classes) != 0
                                 : t->kind == TOKEN_CURRENCY || t->kind == TOKEN_NUMBER;
}

/* Whether what stands behind the sign is in brackets. */
static bool now_in_bracket(const token *t, bool before)
{
    if (t->kind == TOKEN_PUNCT && (t->sign == '(' || t->sign == '/' || t->sign == '['))
        return true;
    return before && t->kind != TOKEN_BREAK && !(t->kind == TOKEN_PUNCT && t->sign == ')');
}

void sums_find(reading *r)
{
    bool in_bracket = false;

    r->n_sums = 0;
    for (uint32_t i = 0; i < r->doc.n_tokens;) {
        sum s;
        const token *t = &r->doc.tokens[i];
        if (!may_begin(t)) {
            if (t->kind != TOKEN_WORD)
                in_bracket = now_in_bracket(t, in_bracket);
            i++;
        } else if (read_sum(r, &i, &s)) {
            /* a sum in brackets right behind another is the same one converted */
            const sum *before = r->n_sums ? &r->sums[r->n_sums - 1] : NULL;
            s.conversion = in_bracket && before && s.first - before->end < 6 &&
                           memcmp(before->currency, s.currency, 4) != 0;
            READING_PUSH(r, sums, s);
        } else {
            i++;
        }
    }
}
