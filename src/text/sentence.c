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
    static const char known[][8] = { "No",   "Mr",  "Mrs", "Ms",  "Dr",   "St",   "Jr",    "Sr",
                                     "vs",   "v",   "Jan", "Feb", "Aug",  "Oct",  "Nov",   "Dec",
                                     "Sept", "e.g", "i.e", "Man", "feat", "Prof", "approx" };
    char padded[8] = { 0 };

    if (word.len == 1 && word.ptr[0] >= 'A' && word.ptr[0] < 'X') /* X is a network */
        return true;
    if (word.len >= sizeof padded)
        return false;
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
    if (i + 1 < end && !can_begin(doc, i + 1))
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

/* The sentence that is being read, and its words of four bytes and more. */
typedef struct {
    document *doc;
    uint32_t first, paragraph;
    uint32_t words, capitals;
} splitter;

/* Ends the sentence before token `end`; the next begins at `next`. A headline has four
 * long words or more, and four fifths of them in capitals. */
static bool cut(splitter *s, uint32_t end, uint32_t next)
{
    document *doc = s->doc;

    if (s->first < end) {
        if (!grow(&doc->sentences, &doc->sentences_cap, doc->n_sentences + 1,
                  sizeof *doc->sentences))
            return false;
        doc->sentences[doc->n_sentences++] = (sentence){ s->first, end, s->paragraph };
        if (s->words >= 4 && s->capitals * 5 >= s->words * 4)
            for (uint32_t i = s->first; i < end; i++)
                doc->tokens[i].flags |= TOKEN_TITLED;
    }
    s->first = next;
    s->words = s->capitals = 0;
    return true;
}

bool sentences_split(document *doc)
{
    splitter s = { .doc = doc };

    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const token *t = &doc->tokens[i];
        if (t->kind == TOKEN_WORD && t->end - t->begin >= 4) {
            s.words++;
            s.capitals += t->flags & TOKEN_CAPITAL;
        }
        if (t->kind <= TOKEN_CLITIC && i - s.first < LONGEST)
            continue;
        if (t->kind == TOKEN_BREAK) {
            if (!cut(&s, i, i + 1))
                return false;
            s.paragraph += t->sign == 'P';
        } else if (ends_at(doc, i, doc->n_tokens) || i - s.first >= LONGEST ||
                   (i - s.first >= SHORTEST && parts_at(doc, i))) {
            uint32_t end = with_closers(doc, i + 1);
            if (!cut(&s, end, end))
                return false;
            i = end - 1;
        }
    }
    return cut(&s, doc->n_tokens, doc->n_tokens);
}
