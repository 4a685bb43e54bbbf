/* The tokenizer: one pass over the bytes, a branch on what a byte alone tells. Runs of
 * ASCII letters and digits are taken eight bytes at a time; characters beyond ASCII and
 * entities are read one by one. */
#include "token.h"

#include <stdlib.h>

#include "ascii.h"
#include "fail.h"
#include "grow.h"
#include "scan.h"
#include "sentence.h"
#include "utf8.h"

typedef struct {
    document *doc;
    suitor_sv text; /* the padded one, without its padding */
    size_t at;
    token *next, *limit; /* in doc->tokens: behind the last one, behind the room */
    uint8_t flags;       /* of the next token: glued, joined, quoted */
    bool failed;
} scanner;

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return byte_kinds[c] & BYTE_LETTER;
    return c >= 0xAA && utf8_is_letter(c);
}

static bool is_upper(uint32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : utf8_is_upper(c); }

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`';
}

static bool is_hyphen(uint32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013; }

static uint32_t code_at(const scanner *s, size_t at) { return scan_char(s->text, at).code; }

/* Room for a token behind the `n` that are there. */
static bool make_room(scanner *s, uint32_t n)
{
    document *doc = s->doc;

    if (!grow(&doc->tokens, &doc->tokens_cap, n + 1, sizeof *doc->tokens)) {
        s->failed = true;
        s->at = s->text.len; /* go no further */
        return false;
    }
    s->next = doc->tokens + n;
    s->limit = doc->tokens + doc->tokens_cap;
    return true;
}

static inline void emit(scanner *s, token_kind kind, size_t end, char sign, unsigned flags)
{
    if (s->next == s->limit && !make_room(s, (uint32_t)(s->next - s->doc->tokens)))
        return;
    *s->next++ = (token){ .begin = (uint32_t)s->at,
                          .end = (uint32_t)end,
                          .kind = (uint8_t)kind,
                          .flags = (uint8_t)(s->flags | flags),
                          .sign = sign };
    s->at = end;
    s->flags = (uint8_t)((s->flags & TOKEN_QUOTED) | TOKEN_GLUED);
}

/* Letters behind an apostrophe at `at` that make a clitic ("s" of "Forest's");
 * 0 when they belong to the word ("O'Neil", "hasn't"). */
static size_t clitic_length(const scanner *s, size_t at)
{
    char first = s->text.ptr[at], second = s->text.ptr[at + 1];
    bool one = first == 's' || first == 'd' || first == 'm' || first == 'S';
    bool two = (first == 'r' && second == 'e') || (first == 'v' && second == 'e') ||
               (first == 'l' && second == 'l');

    if (!one && !two)
        return 0;
    size_t len = one ? 1 : 2;
    uint32_t after = code_at(s, at + len);
    return is_letter(after) || is_digit(after) ? 0 : len;
}

/* What has been read of a word. */
typedef struct {
    size_t end;
    size_t letters; /* and digits */
    uint64_t small; /* not 0: some of them are no capitals */
} spelled;

/* Letters and digits of ASCII from `w.end` on. */
static inline spelled spell_ascii(suitor_sv text, spelled w)
{
    for (;;) {
        uint64_t bytes = ascii_load(text.ptr + w.end), others = ascii_no_letters(bytes);
        size_t n = others ? ascii_before(others) : 8;
        w.small |= ascii_small(bytes, n);
        w.letters += n;
        w.end += n;
        if (others)
            break;
    }
    for (; byte_is(text, w.end, BYTE_LETTER | BYTE_DIGIT); w.end++, w.letters++)
        w.small |= byte_is(text, w.end, BYTE_LETTER) && text.ptr[w.end] >= 'a';
    return w;
}

/* What may stand behind: letters beyond ASCII, entities, apostrophes inside the word. */
static spelled spell_on(const scanner *s, spelled w)
{
    while (byte_is(s->text, w.end, BYTE_WIDE)) {
        scanned c = scan_char(s->text, w.end);
        if (is_letter(c.code) || (is_digit(c.code) && w.letters)) {
            w.letters++;
            w.small |= !is_upper(c.code) && !is_digit(c.code);
        } else if (!is_apostrophe(c.code) || !is_letter(code_at(s, w.end + c.len)) ||
                   clitic_length(s, w.end + c.len)) {
            break;
        }
        w.end += c.len;
        w = spell_ascii(s->text, w);
    }
    return w;
}

static inline unsigned word_flags(spelled w, bool capital)
{
    return (capital ? TOKEN_CAPITAL : 0u) | (w.letters > 1 && !w.small ? TOKEN_UPPER : 0u);
}

/* What begins with a letter of ASCII. */
static inline void word(scanner *s)
{
    spelled w = spell_ascii(s->text, (spelled){ .end = s->at });

    if (byte_is(s->text, w.end, BYTE_WIDE)) {
        w = spell_on(s, w);
    } else if (goes_on_as_address(s->text, w.end) && !(s->flags & (TOKEN_GLUED | TOKEN_JOINED))) {
        size_t address = address_length(s->text, s->at, w.end);
        if (address) {
            emit(s, TOKEN_URL, s->at + address, 0, 0);
            return;
        }
    }
    emit(s, TOKEN_WORD, w.end, 0, word_flags(w, s->text.ptr[s->at] < 'a'));
}

/* Whether the word before `at` ends there, whatever it is and whatever follows. */
static inline bool ends_any_word(suitor_sv text, size_t at)
{
    return text.ptr[at] == '\n' || (byte_is(text, at, BYTE_SIGN) && !goes_on_as_address(text, at));
}

/* Words of up to seven letters of ASCII with blanks between them, which are most of a text:
 * the scanner stays in registers until something else comes. */
static inline void short_words(scanner *s)
{
    suitor_sv text = s->text;
    size_t at = s->at;
    token *next = s->next, *limit = s->limit;
    unsigned flags = s->flags;

    while (next < limit) {
        uint64_t bytes = ascii_load(text.ptr + at), others = ascii_no_letters(bytes);
        size_t n = others ? ascii_before(others) : 0, end = at + n;
        if (n == 0 || (text.ptr[end] != ' ' && !ends_any_word(text, end)))
            break;
        unsigned capital = bytes & ASCII_SMALL & 0xFF ? 0 : TOKEN_CAPITAL;
        unsigned upper = n > 1 && !ascii_small(bytes, n) ? TOKEN_UPPER : 0;
        *next++ = (token){ .begin = (uint32_t)at,
                           .end = (uint32_t)end,
                           .kind = TOKEN_WORD,
                           .flags = (uint8_t)(flags | capital | upper),
                           .short_word = ascii_word(bytes, n) };
        at = end;
        flags &= TOKEN_QUOTED;
        if (text.ptr[end] != ' ') {
            flags |= TOKEN_GLUED;
            break;
        }
        at++;
    }
    s->at = at;
    s->next = next;
    s->flags = (uint8_t)flags;
}

static void number(scanner *s)
{
    size_t end = s->at;

    for (;;) {
        scanned c = scan_char(s->text, end);
        bool inner = (c.code == '.' || c.code == ',') && is_digit(code_at(s, end + 1));
        if (!is_digit(c.code) && !inner)
            break;
        end += c.len;
    }
    emit(s, TOKEN_NUMBER, end, 0, 0);
}

/* @name or #name; false when nothing nameable follows the sign. */
static bool tag(scanner *s, token_kind kind)
{
    size_t end = s->at + 1;

    for (;;) {
        scanned c = scan_char(s->text, end);
        if (!is_letter(c.code) && !is_digit(c.code) && c.code != '_')
            break;
        end += c.len;
    }
    if (end == s->at + 1)
        return false;
    emit(s, kind, end, 0, is_upper(code_at(s, s->at + 1)) ? TOKEN_CAPITAL : 0u);
    return true;
}

static char currency_of(uint32_t c)
{
    return c == 0x20AC ? 'E' : c == 0xA3 ? 'G' : c == '$' ? 'U' : 0;
}

static char punct_of(uint32_t c)
{
    switch (c) {
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB: return '"';
    case 0x2018:
    case 0x2019:
    case 0x02BC: return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014: return '-';
    case 0x2026: return '.';
    case 0x2192:
    case 0x27A1:
    case 0x2B95: return '>';
    default: return c < 0x80 && c > ' ' ? (char)c : 0;
    }
}

static void apostrophe(scanner *s, scanned c)
{
    bool after_word =
        (s->flags & TOKEN_GLUED) && s->next > s->doc->tokens && s->next[-1].kind != TOKEN_PUNCT;
    size_t len = after_word ? clitic_length(s, s->at + c.len) : 0;

    if (len)
        emit(s, TOKEN_CLITIC, s->at + c.len + len, s->text.ptr[s->at + c.len], 0);
    else
        emit(s, TOKEN_PUNCT, s->at + c.len, '\'', 0);
}

static void sign(scanner *s, scanned c)
{
    char mark = punct_of(c.code);
    bool opens = c.code == '"' ? !(s->flags & TOKEN_QUOTED)
                               : c.code == 0x201C || c.code == 0x201E || c.code == 0xAB;

    if (mark == '"')
        s->flags = (uint8_t)((s->flags & ~TOKEN_QUOTED) | (opens ? TOKEN_QUOTED : 0));
    emit(s, mark ? TOKEN_PUNCT : TOKEN_SYMBOL, s->at + c.len, mark, 0);
}

static bool is_space(uint32_t c)
{
    if (c < 0x80)
        return byte_kinds[c] & BYTE_BLANK; /* of an entity */
    return c == 0xA0 || c == 0x2009 || c == 0x202F || c == 0x200B || c == 0xFEFF || c == 0xFE0F ||
           c == 0x200D || c == 0x200E || c == 0x200F;
}

static void skip(scanner *s, size_t blank)
{
    s->at += blank;
    s->flags &= (uint8_t)~TOKEN_GLUED;
}

static void line_end(scanner *s, scanned c)
{
    size_t end = s->at + c.len; /* "&#10;" is one, too */
    unsigned lines = 1;

    for (; byte_is(s->text, end, BYTE_BLANK) || s->text.ptr[end] == '\n'; end++)
        lines += s->text.ptr[end] == '\n';
    if (lines > 1)
        s->flags &= (uint8_t)~TOKEN_QUOTED;
    emit(s, TOKEN_BREAK, end, lines > 1 ? 'P' : '\n', 0);
    s->flags &= (uint8_t)~TOKEN_GLUED;
}

/* Whether the hyphen `c` stands inside a word, a range, or between two of them. */
static bool joins(const scanner *s, scanned c)
{
    if (!(s->flags & TOKEN_GLUED) || s->next == s->doc->tokens || s->next[-1].kind > TOKEN_CLITIC)
        return false;
    uint32_t next = code_at(s, s->at + c.len);
    return is_letter(next) || is_digit(next) || currency_of(next);
}

/* A character that depends on what stands around it, or is not ASCII. */
static void other(scanner *s)
{
    scanned c = scan_char(s->text, s->at);

    if (c.code == '\n') {
        line_end(s, c);
    } else if (is_space(c.code)) {
        skip(s, c.len);
    } else if (is_letter(c.code)) {
        spelled w = spell_on(s, (spelled){ .end = s->at });
        emit(s, TOKEN_WORD, w.end, 0, word_flags(w, is_upper(c.code)));
    } else if (is_digit(c.code)) {
        number(s);
    } else if (c.code == '@' && tag(s, TOKEN_HANDLE)) {
    } else if (c.code == '#' && tag(s, TOKEN_HASHTAG)) {
    } else if (is_apostrophe(c.code)) {
        apostrophe(s, c);
    } else if (currency_of(c.code)) {
        emit(s, TOKEN_CURRENCY, s->at + c.len, currency_of(c.code), 0);
    } else if (is_hyphen(c.code) && joins(s, c)) {
        s->at += c.len;
        s->flags = (uint8_t)((s->flags & TOKEN_QUOTED) | TOKEN_JOINED);
    } else {
        sign(s, c);
    }
}

static inline void step(scanner *s)
{
    unsigned kinds = byte_kinds[(unsigned char)s->text.ptr[s->at]];

    if (kinds & BYTE_LETTER) {
        short_words(s);
        if (byte_is(s->text, s->at, BYTE_LETTER))
            word(s);
    } else if (kinds & BYTE_SIGN) {
        emit(s, TOKEN_PUNCT, s->at + 1, s->text.ptr[s->at], 0);
    } else if (kinds & BYTE_DIGIT) {
        number(s);
    } else if (!(kinds & BYTE_BLANK)) {
        other(s);
    }
    if (byte_is(s->text, s->at, BYTE_BLANK))
        skip(s, 1);
}

static bool pad(document *doc, suitor_sv text)
{
    if (text.len > UINT32_MAX - DOCUMENT_PADDING ||
        !grow(&doc->padded, &doc->padded_cap, (uint32_t)text.len + DOCUMENT_PADDING, 1))
        return false;
    if (text.len)
        memcpy(doc->padded, text.ptr, text.len);
    memset(doc->padded + text.len, 0, DOCUMENT_PADDING);
    return true;
}

suitor_status document_read(document *doc, suitor_sv text, suitor_error *err)
{
    scanner s = { .doc = doc };

    doc->text = text;
    doc->n_tokens = doc->n_sentences = 0;
    if (pad(doc, text) && make_room(&s, 0)) {
        s.text = suitor_sv_make(doc->padded, text.len);
        while (s.at < text.len)
            step(&s);
        doc->n_tokens = (uint32_t)(s.next - doc->tokens);
        if (!s.failed && sentences_split(doc))
            return SUITOR_OK;
    }
    return fail(err, SUITOR_ERR_NOMEM, "no memory for the tokens of %zu bytes", text.len);
}

void document_free(document *doc)
{
    free(doc->padded);
    free(doc->tokens);
    free(doc->sentences);
    *doc = (document){ 0 };
}
