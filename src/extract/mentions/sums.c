/* Sums of money: ranges, add-ons, "up to", conversions. All in millions. A text that
 * speaks of "£60m" may go on with "60 million" or, behind words that call for a sum, with
 * "60"; those are in the currency that it uses the most. */
#include "grow.h"
#include "mentions/mentions.h"
#include "mentions/sum_draft.h"

enum { LEAD_REACH = 3, CONVERSION_REACH = 6 };

/* What is between 3 and 200 may be millions without being called so. */
static const double least_bare = 3, most_bare = 200;

/* "a week", "per year"; "next year" only dates it. */
static bool is_wage(const reading *r, uint32_t i)
{
    for (uint32_t k = i; k < i + 3 && k < r->doc.n_tokens; k++) {
        if (sum_word_in(r, k, CLASS_WAGE) && !sum_word_is(r, k - 1, "next") &&
            !sum_word_is(r, k - 1, "this") && !sum_word_is(r, k - 1, "last") &&
            !sum_word_is(r, k - 1, "the"))
            return true;
    }
    return false;
}

static bool read_sum(const reading *r, uint32_t i, bool bare, sum *out)
{
    amount first;

    if (!amount_read(r, i, &first))
        return false;
    draft d = { .low = first.value,
                .high = first.value,
                .scale = bare ? 1 : first.scale,
                .at = first.end,
                .currency = first.currency,
                .worded = first.worded };
    draft_grow(r, &d, i);
    if (d.scale == 0)
        return false;
    *out = (sum){ .first = i,
                  .end = d.at,
                  .low = d.low * d.scale,
                  .high = d.high * d.scale,
                  .wage = is_wage(r, d.at),
                  .sign = d.currency,
                  .worded = d.worded };
    return out->high > 0;
}

/* The currency of most sums, the first of them where several are as frequent; 0: none.
 * Euros need but a third: who leaves a currency out tells of the continent. */
static char usual_currency(const reading *r)
{
    uint32_t counts[128] = { 0 }, all = 0;
    char best = 0;

    for (uint32_t i = 0; i < r->n_sums; i++)
        if (r->sums[i].sign && !r->sums[i].conversion)
            counts[(unsigned char)r->sums[i].sign]++, all++;
    if (counts['E'] * 3 >= all && counts['E'])
        return 'E';
    for (uint32_t i = 0; i < r->n_sums; i++) {
        char sign = r->sums[i].sign;
        if (sign && counts[(unsigned char)sign] > (best ? counts[(unsigned char)best] : 0))
            best = sign;
    }
    return best;
}

/* Where no sum names one: pounds in what is mostly about British clubs, else euros. */
static char local_currency(const reading *r)
{
    uint32_t british = 0, others = 0;

    for (uint32_t i = 0; i < r->n_mentions; i++) {
        const mention *m = &r->mentions[i];
        if (m->kind != ENTRY_CLUB || m->ref >= r->x->gaz.n_clubs)
            continue;
        uint32_t country = r->x->gaz.clubs[m->ref].country;
        if (country == GAZETTEER_NONE)
            continue;
        suitor_sv name = r->x->gaz.countries[country];
        if (suitor_sv_equal(name, suitor_sv_of("England")) ||
            suitor_sv_equal(name, suitor_sv_of("Scotland")) ||
            suitor_sv_equal(name, suitor_sv_of("Wales")))
            british++;
        else
            others++;
    }
    return british > others ? 'G' : 'E';
}

/* A sum in brackets, or behind "or", right behind another in a different currency is the
 * same one converted. */
static bool is_conversion(const reading *r, const sum *s, bool in_bracket)
{
    const sum *before = r->n_sums ? &r->sums[r->n_sums - 1] : NULL;

    if (!before || s->first - before->end >= CONVERSION_REACH || before->sign == s->sign)
        return false;
    uint32_t k = before->end;
    k += k < s->first && token_is(&r->doc, k, ',');
    while (k < s->first && (sum_word_is(r, k, "or") || sum_word_in(r, k, CLASS_ABOUT)))
        k++;
    return s->sign && (in_bracket || (k == s->first && k > before->end));
}

/* Whether a sum can begin with token `i`: of number words only with another behind it. */
static bool may_begin(const reading *r, uint32_t i)
{
    const uint64_t numbers = CLASS_BIT(CLASS_NUMBER_WORD) | CLASS_BIT(CLASS_MILLION) |
                             CLASS_BIT(CLASS_BILLION) | CLASS_BIT(CLASS_LIST_LINK);
    const token *t = &r->doc.tokens[i];

    if (t->kind != TOKEN_WORD)
        return t->kind == TOKEN_CURRENCY || t->kind == TOKEN_NUMBER;
    return (t->classes & CLASS_BIT(CLASS_CURRENCY)) ||
           ((t->classes & CLASS_BIT(CLASS_NUMBER_WORD)) && i + 1 < r->doc.n_tokens &&
            (t[1].classes & numbers));
}

/* Whether token `i` is in brackets, told from whether token `from` before it is. */
static bool is_in_bracket(const reading *r, uint32_t from, uint32_t i, bool is)
{
    for (uint32_t k = from; (k = token_next_before(&r->doc, k, i, MARK_SIGN)) < i; k++) {
        const token *t = &r->doc.tokens[k];
        if (t->kind == TOKEN_BREAK)
            is = false;
        else if (t->kind == TOKEN_PUNCT)
            is = t->sign == '(' || t->sign == '/' || t->sign == '[' || (is && t->sign != ')');
    }
    return is;
}

static void find_told(reading *r)
{
    uint32_t behind = 0; /* the last sum */
    bool in_bracket = false;

    for (uint32_t i = token_next(&r->doc, 0, MARK_FIGURE); i < r->doc.n_tokens;
         i = token_next(&r->doc, i, MARK_FIGURE)) {
        sum s;
        if (!may_begin(r, i) || !read_sum(r, i, false, &s)) {
            i++;
            continue;
        }
        in_bracket = is_in_bracket(r, behind, i, in_bracket);
        s.conversion = is_conversion(r, &s, in_bracket);
        READING_PUSH(r, sums, s);
        i = behind = s.end;
    }
}

/* Whether the last of the first `n` sums stands in the sentence of token `i`. */
static bool same_sentence_sum(const reading *r, uint32_t i, uint32_t n)
{
    for (uint32_t k = n ? r->sums[n - 1].end : i; k < i; k++)
        if (r->doc.tokens[k].kind == TOKEN_BREAK || token_is(&r->doc, k, '.'))
            return false;
    return n > 0;
}

/* The last of the first `n` sums that is no conversion of another. */
static const sum *unconverted(const reading *r, uint32_t n)
{
    while (n > 1 && r->sums[n - 1].conversion)
        n--;
    return &r->sums[n - 1];
}

/* Gives those without a currency the usual one. In a text that names none they must say
 * "million"; "60m" may be metres there. */
static void settle_currencies(reading *r, char usual)
{
    char local = usual ? usual : local_currency(r);
    uint32_t kept = 0;

    for (uint32_t i = 0; i < r->n_sums; i++) {
        sum s = r->sums[i];
        if (!s.sign && !usual && !s.worded)
            continue;
        if (!s.sign && kept && same_sentence_sum(r, s.first, kept))
            s.sign = unconverted(r, kept)->sign;
        s.sign = s.sign ? s.sign : local;
        memcpy(s.currency, amount_currency_code(s.sign), sizeof s.currency);
        r->sums[kept++] = s;
    }
    r->n_sums = kept;
}

/* Whether the words before token `i` call for a sum: "accepted 35", "an offer of 18"; or,
 * where sums are what the sentence is about (`amid`), "then 20", "stopped at 50". */
static bool is_called_for(const reading *r, uint32_t i, bool amid)
{
    uint32_t k = i;

    while (k > 0 && (sum_word_in(r, k - 1, CLASS_ABOUT) || sum_word_is(r, k - 1, "than")))
        k--;
    if (k == 0)
        return false;
    if (sum_word_in(r, k - 1, CLASS_SUM_VERB))
        return true;
    if (!sum_word_in(r, k - 1, CLASS_SUM_LEAD) && r->doc.tokens[k - 1].kind != TOKEN_CLITIC)
        return false;
    for (uint32_t n = k - 1; n > 0 && n + LEAD_REACH >= k; n--)
        if (sum_word_in(r, n - 1, CLASS_FEE_BID) || sum_word_in(r, n - 1, CLASS_FEE_CLAUSE) ||
            sum_word_in(r, n - 1, CLASS_FEE_VALUE) || sum_word_in(r, n - 1, CLASS_SUM_VERB))
            return true;
    return amid;
}

/* The next number from `i` on that nothing is joined to. */
static uint32_t next_number(const reading *r, uint32_t i)
{
    const token *tokens = r->doc.tokens;

    do
        i = token_next(&r->doc, i, MARK_FIGURE);
    while (i < r->doc.n_tokens &&
           (tokens[i].kind != TOKEN_NUMBER || (tokens[i].flags & (TOKEN_JOINED | TOKEN_GLUED))) &&
           ++i);
    return i;
}

static bool is_bare_sum(const reading *r, uint32_t i, uint32_t before)
{
    amount a;

    if (!amount_read(r, i, &a) || a.scale != 0 || a.currency || a.value < least_bare ||
        a.value > most_bare || !sum_can_end(r, a.end))
        return false;
    return is_called_for(r, i, same_sentence_sum(r, i, before));
}

/* Numbers that are millions without saying so. */
static void find_bare(reading *r, char usual)
{
    uint32_t told = r->n_sums, n = 0;

    for (uint32_t i = next_number(r, 0); i < r->doc.n_tokens; i = next_number(r, i + 1)) {
        sum s;
        while (n < told && r->sums[n].end <= i)
            n++;
        bool inside = n < told && r->sums[n].first <= i;
        if (inside || !is_bare_sum(r, i, n) || !read_sum(r, i, true, &s))
            continue;
        if (!s.sign)
            s.sign = n ? unconverted(r, n)->sign : usual;
        memcpy(s.currency, amount_currency_code(s.sign), sizeof s.currency);
        READING_PUSH(r, sums, s);
        i = s.end - 1;
    }
}

/* Whether anything in the text can make millions of a number, as hardly half of all posts
 * have: the word, a "k" glued to it, or enough digits. */
static bool has_scale(const reading *r)
{
    enum { MANY_DIGITS = 5 };

    if (r->doc.classes & (CLASS_BIT(CLASS_MILLION) | CLASS_BIT(CLASS_BILLION)))
        return true;
    for (uint32_t i = token_next(&r->doc, 0, MARK_FIGURE); i < r->doc.n_tokens;
         i = token_next(&r->doc, i + 1, MARK_FIGURE)) {
        const token *t = &r->doc.tokens[i];
        bool glued = i + 1 < r->doc.n_tokens && t[1].flags & TOKEN_GLUED;
        if (t->kind == TOKEN_NUMBER &&
            (t->end - t->begin >= MANY_DIGITS || (glued && token_reads(&r->doc, i + 1, "k"))))
            return true;
    }
    return false;
}

void sums_find(reading *r)
{
    r->n_sums = 0;
    if (!has_scale(r))
        return;
    find_told(r);
    if (r->n_sums == 0)
        return;
    char usual = usual_currency(r);
    settle_currencies(r, usual);
    if (r->n_sums)
        find_bare(r, usual ? usual : r->sums[0].sign);
}
