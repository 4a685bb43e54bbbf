/* Sentences: a line end always ends one; a full stop does when what follows
 * looks like a beginning and what stands before is no abbreviation. */
#include "sentence.h"

#include "grow.h"

/* Tokens at which a sentence is cut all the same, so that no step of extraction
 * that looks around in a sentence can be made slow. Real ones stay below 150. */
enum { LONGEST = 400, MOST_CLOSERS = 20 };

/* Tokens before an emoji can end a sentence that lacks its full stop. */
enum { SHORTEST = 4 };

static bool is_abbreviation(suitor_sv word)
{
    static const char known[][4] = { "No",   "Mr",  "Mrs", "Ms",  "Dr",   "St",  "Jr",  "Sr",
                                     "vs",   "v",   "Jan", "Feb", "Aug",  "Oct", "Nov", "Dec",
                                     "Sept", "e.g", "i.e", "Man", "feat", "Prof" };
    char padded[4] = { 0 };

    if (word.len == 1 && word.ptr[0] >= 'A' && word.ptr[0] < 'X') /* X is a network */
        return true;
    if (word.len > sizeof padded)
        return suitor_sv_equal(word, suitor_sv_of("approx"));
    memcpy(padded, word.ptr, word.len);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (memcmp(padded, known[i], sizeof padded) == 0)
            return true;
    return false;
}

static bool can_begin(const document *doc, uint32_t i)
{
    const token *t = &doc->tokens[i];

    switch ((token_kind)t->kind) {
    case TOKEN_WORD: return (t->flags & TOKEN_CAPITAL) != 0;
    case TOKEN_PUNCT:
        return t->sign == '"' || t->sign == '\'' || t->sign == '(' || t->sign == '[' ||
               t->sign == '-';
    case TOKEN_CLITIC: return false;
    default: return true;
    }
}

/* "1. FC": a number and a stop before a short word in capitals is an ordinal. */
static bool is_ordinal(const document *doc, uint32_t i, uint32_t end)
{
    const token *t = &doc->tokens[i];

    if (t->sign != '.' || i == 0 || i + 1 >= end || !(t->flags & TOKEN_GLUED))
        return false;
    const token *number = t - 1, *next = t + 1;
    return number->kind == TOKEN_NUMBER && number->end - number->begin == 1 &&
           (next->flags & TOKEN_UPPER) && next->end - next->begin <= 3;
}

/* Whether the sentence ends with token `i`, a sign. */
static bool ends_at(const document *doc, uint32_t i, uint32_t end)
{
    const token *t = &doc->tokens[i];

    if (t->kind != TOKEN_PUNCT || (t->sign != '.' && t->sign != '!' && t->sign != '?'))
        return false;
    if (i + 1 < end && (doc->tokens[i + 1].flags & TOKEN_GLUED) &&
        doc->tokens[i + 1].kind != TOKEN_PUNCT && doc->tokens[i + 1].kind != TOKEN_SYMBOL)
        return t->sign == '.' && doc->tokens[i + 1].kind == TOKEN_WORD && i > 0 &&
               doc->tokens[i].end - doc->tokens[i].begin == 1 &&
               doc->tokens[i - 1].end - doc->tokens[i - 1].begin > 2 && can_begin(doc, i + 1);
    if ((i + 1 < end && !can_begin(doc, i + 1)) || is_ordinal(doc, i, end))
        return false;
    return t->sign != '.' || i == 0 || !(t->flags & TOKEN_GLUED) ||
           doc->tokens[i - 1].kind != TOKEN_WORD || !is_abbreviation(token_text(doc, i - 1));
}

/* Whether an emoji divides what stands before from a new beginning. */
static bool parts_at(const document *doc, uint32_t i)
{
    return doc->tokens[i].kind == TOKEN_SYMBOL && i + 1 < doc->n_tokens &&
           doc->tokens[i + 1].kind == TOKEN_WORD && can_begin(doc, i + 1) &&
           doc->tokens[i - 1].kind != TOKEN_PUNCT;
}

/* Closing quotes and brackets, and further stops, belong to the sentence they end. */
static uint32_t with_closers(const document *doc, uint32_t i)
{
    uint32_t limit = i + MOST_CLOSERS;

    while (i < doc->n_tokens && i < limit && doc->tokens[i].kind == TOKEN_PUNCT &&
           (doc->tokens[i].flags & TOKEN_GLUED) && doc->tokens[i].sign &&
           memchr("\"')].!?", doc->tokens[i].sign, 7))
        i++;
    return i;
}

enum { FEWEST_CAPITALS = 4 };

/* A headline has four long words or more, and four fifths of them in capitals. */
static bool is_headline(const document *doc, uint32_t first, uint32_t end)
{
    uint32_t small = 0, capitals = 0;

    if (token_count(doc, first, end, MARK_NAMING) < FEWEST_CAPITALS)
        return false;
    for (const token *t = doc->tokens + first; t < doc->tokens + end; t++) {
        if (t->kind != TOKEN_WORD || t->end - t->begin < 4)
            continue;
        if (t->flags & TOKEN_CAPITAL)
            capitals++;
        else if (++small * 5 > end - first)
            return false; /* soon told of most sentences */
    }
    return capitals >= FEWEST_CAPITALS && capitals >= small * 4;
}

static bool add(document *doc, uint32_t first, uint32_t end, uint32_t paragraph)
{
    if (first >= end)
        return true;
    if (!grow(&doc->sentences, &doc->sentences_cap, doc->n_sentences + 1, sizeof *doc->sentences))
        return false;
    doc->sentences[doc->n_sentences++] = (sentence){ first, end, paragraph };
    if (is_headline(doc, first, end))
        for (uint32_t i = first; i < end; i++)
            doc->tokens[i].flags |= TOKEN_TITLED;
    return true;
}

/* The next token from `i` on at which the sentence from `first` on may end: a sign, or what
 * makes it too long. *sign is the first such sign from anywhere before `i` on. */
static uint32_t next_end(const document *doc, uint32_t first, uint32_t i, uint32_t *sign)
{
    if (*sign < i)
        *sign = token_next(doc, i, MARK_END);
    if (*sign - first < LONGEST)
        return *sign;
    return i - first < LONGEST ? first + LONGEST : i;
}

bool sentences_split(document *doc)
{
    uint32_t first = 0, paragraph = 0, sign = token_next(doc, 0, MARK_END), i;

    for (i = next_end(doc, 0, 0, &sign); i < doc->n_tokens; i = next_end(doc, first, i, &sign)) {
        bool line_end = doc->tokens[i].kind == TOKEN_BREAK;
        if (!line_end && !ends_at(doc, i, doc->n_tokens) && i - first < LONGEST &&
            (i - first < SHORTEST || !parts_at(doc, i))) {
            i++;
            continue;
        }
        uint32_t end = line_end ? i : with_closers(doc, i + 1);
        if (!add(doc, first, end, paragraph))
            return false;
        paragraph += line_end && doc->tokens[i].sign == 'P';
        first = i = end + line_end;
    }
    return add(doc, first, doc->n_tokens, paragraph);
}
