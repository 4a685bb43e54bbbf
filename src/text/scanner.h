/* Inner to text/: what goes through a text and leaves tokens. */
#ifndef TEXT_SCANNER_H
#define TEXT_SCANNER_H

#include "scan.h"
#include "utf8.h"
#include "vocab.h"

typedef struct {
    document *doc;
    const vocab *words;
    suitor_sv text; /* the padded one, without its padding */
    size_t at;
    token *next, *limit; /* in doc->tokens: behind the last one, behind the room */
    uint8_t *mark;       /* in doc->marks: of the next token */
    uint64_t classes;    /* of all words so far */
    uint8_t flags;       /* of the next token: glued, joined, quoted */
} scanner;

/* The marks of a sign that counts as `sign`, 0 for none of ASCII. */
static inline unsigned sign_marks(char sign)
{
    return sign == '.' || sign == '!' || sign == '?' || !sign ? MARK_SIGN | MARK_END : MARK_SIGN;
}

/* The token from s->at to `end`, which is no word the vocabulary could know. There is room for
 * one. */
static inline void scanner_add(scanner *s, token_kind kind, size_t end, char sign, unsigned marks)
{
    *s->mark++ = (uint8_t)marks;
    *s->next++ = (token){ .begin = (uint32_t)s->at,
                          .end = (uint32_t)end,
                          .kind = (uint8_t)kind,
                          .flags = s->flags,
                          .sign = sign };
    s->at = end;
    s->flags = (uint8_t)((s->flags & TOKEN_QUOTED) | TOKEN_GLUED);
}

/* The same of one that is looked up, with `flags` of its own. */
void scanner_add_word(scanner *s, token_kind kind, size_t end, char sign, unsigned flags,
                      unsigned marks);

static inline bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static inline bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return byte_kinds[c] & BYTE_LETTER;
    return c >= 0xAA && utf8_is_letter(c);
}

static inline bool is_upper(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : utf8_is_upper(c);
}

static inline bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`';
}

static inline uint32_t code_at(const scanner *s, size_t at) { return scan_char(s->text, at).code; }

/* Letters behind an apostrophe at `at` that make a clitic ("s" of "Forest's");
 * 0 when they belong to the word ("O'Neil", "hasn't"). */
size_t clitic_length(const scanner *s, size_t at);

/* Take words of up to sixteen letters of ASCII, blanks, and signs that are what they are
 * whatever stands around them, until something else comes: the scanner stays in registers. */
void take_plain(scanner *s);

/* Take the word that begins with a letter of ASCII at s->at, or the address that it begins. */
void take_word(scanner *s);

/* Take the word that begins with the letter `c`, which is not ASCII, at s->at. */
void take_wide_word(scanner *s, uint32_t c);

#endif
