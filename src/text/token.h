/* Tokens: the text cut into words, numbers and signs, each with its bytes.
 *
 * A hyphen inside a word leaves no token but marks the next one as joined, so
 * that "centre-back" and "centre back" are the same two tokens. "'s" and its kin
 * are cut off as clitics; "hasn't", "O'Neil" and "L'Equipe" stay whole. HTML
 * entities that survived in the text count as the characters they stand for.
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include <stdbool.h>

#include "ascii.h"
#include "suitor/status.h"
#include "suitor/sv.h"

typedef enum {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_CLITIC,   /* 's 're 've 'll 'd 'm */
    TOKEN_PUNCT,    /* sign holds the ASCII character it counts as */
    TOKEN_CURRENCY, /* sign: 'E' euro, 'G' pound, 'U' dollar */
    TOKEN_HANDLE,   /* @name */
    TOKEN_HASHTAG,  /* #name */
    TOKEN_URL,
    TOKEN_SYMBOL, /* emoji and whatever else */
    TOKEN_BREAK   /* end of a line; sign '\n', or 'P' for a blank line */
} token_kind;

enum {
    TOKEN_CAPITAL = 1, /* begins with an upper-case letter */
    TOKEN_UPPER = 2,   /* two letters or more, none lower-case */
    TOKEN_JOINED = 4,  /* a hyphen stands between it and the token before */
    TOKEN_GLUED = 8,   /* nothing stands between it and the token before */
    TOKEN_QUOTED = 16, /* inside double quotation marks */
    TOKEN_TITLED = 32  /* in a headline: a sentence whose words are mostly capitalised */
};

typedef struct {
    uint32_t begin, end; /* bytes in the text */
    uint32_t word;       /* vocabulary id, 0 unknown */
    uint8_t kind;        /* token_kind */
    char sign;
    uint8_t flags;
    uint64_t classes; /* of the word, a bit each */
} token;

/* What tokens are looked for by: they are marked, in a byte apart from them, so that a
 * search reads eight of them at a time. */
enum {
    MARK_NAMING = 1, /* begins with a capital, or is somebody's handle */
    MARK_SIGN = 2,   /* no word, number or clitic */
    MARK_END = 4,    /* a sign at which a sentence may end */
    MARK_FIGURE = 8, /* a number, a currency, or by the vocabulary a word for one */
    /* By the vocabulary: where in names a word stands; elsewhere none is looked for. */
    WORD_OPENS_NAME = 32,       /* at the beginning of some */
    WORD_OPENS_SMALL_NAME = 64, /* of some that may be written without a capital */
    WORD_GOES_ON_NAME = 128     /* behind the first word */
};

/* Bytes that can be read at and behind any place of the padded text, its end as well, so
 * that nobody who takes several bytes at a time needs to look where the text ends. */
enum { DOCUMENT_PADDING = 16 };

/* Tokens [first, end) of a document. */
typedef struct {
    uint32_t first, end;
    uint32_t paragraph;
} sentence;

typedef struct {
    suitor_sv text; /* borrowed */
    char *padded;   /* a copy of it with DOCUMENT_PADDING zeros behind it */
    token *tokens;
    uint8_t *marks; /* by token; behind the last one stand some with all bits set */
    sentence *sentences;
    uint64_t classes; /* of all tokens in one */
    uint32_t padded_cap;
    uint32_t n_tokens, tokens_cap, marks_cap;
    uint32_t n_sentences, sentences_cap;
} document;

typedef struct vocab vocab;

/* Cut `text` (valid UTF-8, below 4 GiB) into tokens and sentences, and look up the words in
 * `words`; where that is NULL all are unknown. `doc` is zeroed or used before; its arrays are
 * reused. O(bytes). */
suitor_status document_read(document *doc, suitor_sv text, const vocab *words, suitor_error *err);
void document_free(document *doc);

/* The bytes of token `i`. */
static inline suitor_sv token_text(const document *doc, uint32_t i)
{
    return suitor_sv_make(doc->text.ptr + doc->tokens[i].begin,
                          doc->tokens[i].end - doc->tokens[i].begin);
}

/* The first token from `i` on that bears one of `marks`; n_tokens where none does. */
static inline uint32_t token_next(const document *doc, uint32_t i, uint8_t marks)
{
    uint64_t found;

    while (!(found = ascii_load((const char *)doc->marks + i) & ASCII_EACH(marks)))
        i += 8;
    return i + (uint32_t)ascii_before(found);
}

/* The same among tokens [i, end); `end` where none does. */
static inline uint32_t token_next_before(const document *doc, uint32_t i, uint32_t end,
                                         uint8_t marks)
{
    uint64_t found = 0;

    while (i < end && !(found = ascii_load((const char *)doc->marks + i) & ASCII_EACH(marks)))
        i += 8;
    i += found ? (uint32_t)ascii_before(found) : 0;
    return i < end ? i : end;
}

/* How many of tokens [first, end) bear `mark`, a single one. */
static inline uint32_t token_count(const document *doc, uint32_t first, uint32_t end, uint8_t mark)
{
    uint32_t n = 0;

    for (uint32_t i = first; i < end; i += 8) {
        uint64_t bytes = ascii_load((const char *)doc->marks + i) & ASCII_EACH(mark);
        if (end - i < 8)
            bytes &= (UINT64_C(1) << (8 * (end - i))) - 1;
        n += (uint32_t)(bytes / mark * ASCII_EACH(1) >> 56);
    }
    return n;
}

/* Whether token `i` is `word`, written in small letters of ASCII, whatever its own case. */
static inline bool token_reads(const document *doc, uint32_t i, const char *word)
{
    const token *t = &doc->tokens[i];
    size_t n = strlen(word);

    if (t->kind != TOKEN_WORD || t->end - t->begin != n)
        return false;
    for (size_t k = 0; k < n; k++)
        if ((doc->padded[t->begin + k] | 0x20) != word[k])
            return false;
    return true;
}

/* Whether token `i` is the punctuation `sign`. */
static inline bool token_is(const document *doc, uint32_t i, char sign)
{
    return doc->tokens[i].kind == TOKEN_PUNCT && doc->tokens[i].sign == sign;
}

#endif
