/* One amount: figures or number words, a magnitude, a currency on either side. */
#include "mentions/amount.h"

#include "fold.h"

enum { MAX_WORD = 16, SMALLEST_FULL = 10000 };

static const struct {
    char sign;
    char code[4];
} currencies[] = { { 'E', "EUR" }, { 'G', "GBP" }, { 'U', "USD" }, { 'R', "BRL" },
                   { 'F', "CHF" }, { 'S', "SEK" }, { 'N', "NOK" }, { 'D', "DKK" },
                   { 'T', "TRY" }, { 'A', "SAR" }, { 'Y', "JPY" } };

/* Folded, with zeros behind, so that comparing takes no loop. */
static const struct {
    char word[MAX_WORD];
    char sign;
} currency_words[] = { { "euros", 'E' },   { "euro", 'E' }, { "eur", 'E' },    { "pounds", 'G' },
                       { "pound", 'G' },   { "gbp", 'G' },  { "quid", 'G' },   { "sterling", 'G' },
                       { "dollars", 'U' }, { "usd", 'U' },  { "dollar", 'U' }, { "reais", 'R' },
                       { "brl", 'R' },     { "chf", 'F' },  { "francs", 'F' }, { "sek", 'S' },
                       { "nok", 'N' },     { "dkk", 'D' },  { "try", 'T' },    { "lira", 'T' },
                       { "riyals", 'A' },  { "sar", 'A' },  { "yen", 'Y' } };

static const struct {
    char word[MAX_WORD];
    double value;
} number_words[] = { { "one", 1 },        { "two", 2 },       { "three", 3 },     { "four", 4 },
                     { "five", 5 },       { "six", 6 },       { "seven", 7 },     { "eight", 8 },
                     { "nine", 9 },       { "ten", 10 },      { "eleven", 11 },   { "twelve", 12 },
                     { "thirteen", 13 },  { "fourteen", 14 }, { "fifteen", 15 },  { "sixteen", 16 },
                     { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 },
                     { "thirty", 30 },    { "forty", 40 },    { "fifty", 50 },    { "sixty", 60 },
                     { "seventy", 70 },   { "eighty", 80 },   { "ninety", 90 } };

/* The folded word of token `i`, of a class whose words are all shorter than MAX_WORD; false
 * where it is not in that class. */
static bool folded_word(const reading *r, uint32_t i, word_class c, char bytes[MAX_WORD])
{
    if (i >= r->doc.n_tokens || !token_in(r, i, c) || r->doc.tokens[i].kind != TOKEN_WORD)
        return false;
    memset(bytes, 0, MAX_WORD);
    fold(token_text(&r->doc, i), bytes, MAX_WORD);
    return true;
}

static bool word_is(const reading *r, uint32_t i, const char *text)
{
    return i < r->doc.n_tokens && token_reads(&r->doc, i, text);
}

static char currency_word(const reading *r, uint32_t i)
{
    char bytes[MAX_WORD];

    if (!folded_word(r, i, CLASS_CURRENCY, bytes))
        return 0;
    for (size_t k = 0; k < sizeof currency_words / sizeof *currency_words; k++)
        if (memcmp(bytes, currency_words[k].word, MAX_WORD) == 0)
            return currency_words[k].sign;
    return 0;
}

bool amount_names_currency(const reading *r, uint32_t i) { return currency_word(r, i) != 0; }

const char *amount_currency_code(char sign)
{
    for (size_t k = 0; k < sizeof currencies / sizeof *currencies; k++)
        if (currencies[k].sign == sign)
            return currencies[k].code;
    return "USD";
}

static double number_word(const reading *r, uint32_t i)
{
    char bytes[MAX_WORD];

    if (!folded_word(r, i, CLASS_NUMBER_WORD, bytes))
        return 0;
    for (size_t k = 0; k < sizeof number_words / sizeof *number_words; k++)
        if (memcmp(bytes, number_words[k].word, MAX_WORD) == 0)
            return number_words[k].value;
    return 0;
}

static bool is_number(const reading *r, uint32_t i)
{
    return i < r->doc.n_tokens && r->doc.tokens[i].kind == TOKEN_NUMBER;
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
static double magnitude(const reading *r, uint32_t *i, bool *worded)
{
    if (*i >= r->doc.n_tokens || r->doc.tokens[*i].kind != TOKEN_WORD)
        return 0;
    suitor_sv text = token_text(&r->doc, *i);
    *worded = text.len > 3;
    if (token_in(r, *i, CLASS_MILLION)) {
        ++*i;
        return 1;
    }
    if (token_in(r, *i, CLASS_BILLION)) {
        ++*i;
        return 1000;
    }
    if ((r->doc.tokens[*i].flags & TOKEN_GLUED) && text.len == 1 && (text.ptr[0] | 32) == 'k') {
        ++*i;
        return 0.001;
    }
    return 0;
}

/* "forty-five", "a hundred and twenty", "twelve and a half", "a couple of", "a" before
 * "million": the value, and *i behind it; 0 when no number word stands there. */
static double spelled_number(const reading *r, uint32_t *i)
{
    uint32_t k = *i;
    double value = number_word(r, k), more;

    if (value > 0)
        k++;
    if (value >= 20 && (more = number_word(r, k)) > 0 && more < 10) {
        value += more;
        k++;
    }
    if (value == 0 && (word_is(r, k, "a") || word_is(r, k, "half"))) {
        bool half = word_is(r, k, "half");
        k += half ? 2 : 1; /* "half a" */
        value = half ? 0.5 : 1;
        if (!half && word_is(r, k, "couple")) {
            value = 2;
            k += word_is(r, k + 1, "of") ? 2 : 1;
        }
    }
    if (value > 0 && word_is(r, k, "hundred")) {
        value *= 100;
        k++;
        uint32_t rest = word_is(r, k, "and") ? k + 1 : k;
        more = number_word(r, rest);
        if (more > 0) {
            value += more;
            k = rest + 1;
            more = more >= 20 ? number_word(r, k) : 0;
            value += more;
            k += more > 0;
        }
    }
    if (value > 0 && word_is(r, k, "and") && word_is(r, k + 1, "a") && word_is(r, k + 2, "half")) {
        value += 0.5;
        k += 3;
    }
    *i = k;
    return value;
}

bool amount_may_begin(const reading *r, uint32_t i)
{
    const token *t = &r->doc.tokens[i];

    return t->kind == TOKEN_CURRENCY || t->kind == TOKEN_NUMBER ||
           (t->kind == TOKEN_WORD &&
            (token_in(r, i, CLASS_CURRENCY) || token_in(r, i, CLASS_NUMBER_WORD)));
}

static char currency_sign(const reading *r, uint32_t i)
{
    return i < r->doc.n_tokens && r->doc.tokens[i].kind == TOKEN_CURRENCY ? r->doc.tokens[i].sign
                                                                          : 0;
}

/* "R$" is one sign, its letter a word. */
static char currency_before(const reading *r, uint32_t *i)
{
    char sign = currency_sign(r, *i);

    if (!sign && token_in(r, *i, CLASS_CURRENCY) && word_is(r, *i, "r") &&
        currency_sign(r, *i + 1) == 'U') {
        *i += 2;
        return 'R';
    }
    if (!sign && (is_number(r, *i + 1) || number_word(r, *i + 1) > 0))
        sign = currency_word(r, *i);
    *i += sign != 0;
    return sign;
}

static char currency_behind(const reading *r, uint32_t *i, double scale)
{
    char sign = currency_word(r, *i);

    if (!sign && scale > 0 && currency_sign(r, *i) && (r->doc.tokens[*i].flags & TOKEN_GLUED) &&
        !is_number(r, *i + 1))
        sign = currency_sign(r, *i);
    *i += sign != 0;
    return sign;
}

bool amount_read(const reading *r, uint32_t i, amount *out)
{
    uint32_t k = i;

    *out = (amount){ .first = i };
    if (k >= r->doc.n_tokens)
        return false;
    out->currency = currency_before(r, &k);
    if (is_number(r, k))
        out->value = number_value(token_text(&r->doc, k++));
    else
        out->spelled = (out->value = spelled_number(r, &k)) > 0;
    if (out->value <= 0)
        return false;
    bool article = out->spelled && number_word(r, i) == 0;
    out->scale = magnitude(r, &k, &out->worded);
    if (article && out->scale == 0 && out->value < 100) /* "a further £5m" */
        return false;
    char behind = currency_behind(r, &k, out->scale);
    out->currency = behind ? behind : out->currency;
    if (out->scale == 0 && out->value >= SMALLEST_FULL) /* "£62,500,000" written out */
        out->scale = 1e-6;
    out->end = k;
    return true;
}
