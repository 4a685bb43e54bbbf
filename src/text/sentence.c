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
    static const char *const known[] = { "No",  "Mr",  "Mrs",  "Ms",   "Dr",     "St",
                                         "Jr",  "Sr",  "vs",   "v",    "approx", "Jan",
                                         "Feb", "Aug", "Sept", "Oct",  "Nov",    "Dec",
                                         "e.g", "i.e", "Prof", "feat", "Man" };

    if (word.len == 1 && word.ptr[0] >= 'A' && word.ptr[0] < 'X') /* X is a network */
        return true;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (suitor_sv_equal(word, suitor_sv_of(known[i])))
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
    if (t->sign == '.' && i > 0 && (t->flags & TOKEN_GLUED) &&
        doc->tokens[i - 1].kind == TOKEN_WORD && is_abbreviation(token_text(doc, i - 1)))
        return false;
    return i + 1 >= end || can_begin(doc, i + 1);
}

/* Whether an emoji divides what stands before from a new beginning. */
static bool parts_at(const document *doc, uint32_t i)
{
    return doc->tokens[i].kind == TOKEN_SYMBOL && i + 1 < doc->n_tokens &&
           doc->tokens[i + 1].kind == TOKEN_WORD && can_begin(doc, i + 1) &&
           doc->tokens[i - 1].kind != TOKEN_PUNCT;
}

static bool add(document *doc, uint32_t first, uint32_t end, uint32_t paragraph)
{
    if (first >= end)
        return true;
    if (!grow(&doc->sentences, &doc->sentences_cap, doc->n_sentences + 1, sizeof *doc->sentences))
        return false;
    doc->sentences[doc->n_sentences++] = (sentence){ first, end, paragraph };
    return true;
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

/* A headline has four words or more and four fifths of the long ones in capitals. */
static void mark_headline(document *doc, const sentence *s)
{
    unsigned words = 0, capitals = 0;

    for (uint32_t i = s->first; i < s->end; i++) {
        const token *t = &doc->tokens[i];
        if (t->kind != TOKEN_WORD || t->end - t->begin < 4)
            continue;
        words++;
        capitals += (t->flags & TOKEN_CAPITAL) != 0;
    }
    if (words < 4 || capitals * 5 < words * 4)
        return;
    for (uint32_t i = s->first; i < s->end; i++)
        doc->tokens[i].flags |= TOKEN_TITLED;
}

bool sentences_split(document *doc)
{
    uint32_t first = 0, paragraph = 0;

    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        if (doc->tokens[i].kind == TOKEN_BREAK) {
            if (!add(doc, first, i, paragraph))
                return false;
            paragraph += doc->tokens[i].sign == 'P';
            first = i + 1;
        } else if (i >= first && (ends_at(doc, i, doc->n_tokens) || i - first >= LONGEST ||
                                  (i - first >= SHORTEST && parts_at(doc, i)))) {
            uint32_t end = with_closers(doc, i + 1);
            if (!add(doc, first, end, paragraph))
                return false;
            first = end;
        }
    }
    if (!add(doc, first, doc->n_tokens, paragraph))
        return false;
    for (uint32_t i = 0; i < doc->n_sentences; i++)
        mark_headline(doc, &doc->sentences[i]);
    return true;
}
