/* The tokenizer: one pass over the bytes, a branch on what a byte alone tells. */
#include "token.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "scanner.h"
#include "sentence.h"

enum { MARKS_BEHIND = 8 }; /* the last token: what token_next() may read */

enum { FIRST_EMOJI = 0x1F000, END_OF_EMOJI = 0x1FB00 };

static bool is_hyphen(uint32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013; }

/* Room for a token, at least, behind the `n` that are there; false when out of memory. */
static bool make_room(scanner *s, uint32_t n)
{
    document *doc = s->doc;

    if (!grow(&doc->tokens, &doc->tokens_cap, n + 1, sizeof *doc->tokens) ||
        !grow(&doc->marks, &doc->marks_cap, doc->tokens_cap + MARKS_BEHIND, 1))
        return false;
    s->next = doc->tokens + n;
    s->mark = doc->marks + n;
    s->limit = doc->tokens + doc->tokens_cap;
    return true;
}

void scanner_add_word(scanner *s, token_kind kind, size_t end, char sign, unsigned flags,
                      unsigned marks)
{
    s->flags = (uint8_t)(s->flags | flags);
    scanner_add(s, kind, end, sign, marks);

    token *added = s->next - 1;
    vocab_word word = vocab_token(s->words, s->doc, (uint32_t)(added - s->doc->tokens));
    added->word = word.id;
    added->classes = word.classes;
    s->classes |= word.classes;
    s->mark[-1] |= word.marks;
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
    scanner_add_word(s, TOKEN_NUMBER, end, 0, 0, MARK_FIGURE);
}

/* @name or #name; false when nothing nameable follows the sign. */
static bool tag(scanner *s, token_kind kind)
{
    size_t end = s->at + 1;

    for (;;) {
        while (byte_is(s->text, end, BYTE_LETTER | BYTE_DIGIT) || s->text.ptr[end] == '_')
            end++;
        scanned c = scan_char(s->text, end);
        if (c.code < 0x80 && c.len == 1)
            break;
        if (!is_letter(c.code) && !is_digit(c.code) && c.code != '_')
            break;
        end += c.len;
    }
    if (end == s->at + 1)
        return false;
    unsigned capital = is_upper(code_at(s, s->at + 1)) ? TOKEN_CAPITAL : 0;
    scanner_add_word(s, kind, end, 0, capital,
                     MARK_SIGN | (kind == TOKEN_HANDLE || capital ? MARK_NAMING : 0u));
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
        scanner_add_word(s, TOKEN_CLITIC, s->at + c.len + len, s->text.ptr[s->at + c.len], 0, 0);
    else
        scanner_add(s, TOKEN_PUNCT, s->at + c.len, '\'', MARK_SIGN);
}

static void sign(scanner *s, scanned c)
{
    char mark = punct_of(c.code);
    bool opens = c.code == '"' ? !(s->flags & TOKEN_QUOTED)
                               : c.code == 0x201C || c.code == 0x201E || c.code == 0xAB;

    if (mark == '"')
        s->flags = (uint8_t)((s->flags & ~TOKEN_QUOTED) | (opens ? TOKEN_QUOTED : 0));
    if (mark == '&' || mark == '>')
        scanner_add_word(s, TOKEN_PUNCT, s->at + c.len, mark, 0, MARK_SIGN);
    else
        scanner_add(s, mark ? TOKEN_PUNCT : TOKEN_SYMBOL, s->at + c.len, mark, sign_marks(mark));
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
    scanner_add(s, TOKEN_BREAK, end, lines > 1 ? 'P' : '\n', MARK_SIGN | MARK_END);
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

/* A sign that depends on what stands around it, in ASCII or not. */
static void take_sign(scanner *s, scanned c)
{
    if (is_apostrophe(c.code)) {
        apostrophe(s, c);
    } else if (currency_of(c.code)) {
        scanner_add(s, TOKEN_CURRENCY, s->at + c.len, currency_of(c.code), MARK_SIGN | MARK_FIGURE);
    } else if (is_hyphen(c.code) && joins(s, c)) {
        s->at += c.len;
        s->flags = (uint8_t)((s->flags & TOKEN_QUOTED) | TOKEN_JOINED);
    } else {
        sign(s, c);
    }
}

/* Any character, as such or as an entity. */
static void take_character(scanner *s, scanned c)
{
    if (c.code >= FIRST_EMOJI && c.code < END_OF_EMOJI)
        scanner_add(s, TOKEN_SYMBOL, s->at + c.len, 0, sign_marks(0));
    else if (c.code == '\n')
        line_end(s, c);
    else if (is_space(c.code))
        skip(s, c.len);
    else if (is_letter(c.code))
        take_wide_word(s, c.code);
    else if (is_digit(c.code))
        number(s);
    else
        take_sign(s, c);
}

/* What is not plain. */
static void take_other(scanner *s)
{
    const char byte = s->text.ptr[s->at];
    const scanned c = { (unsigned char)byte, 1 };
    const unsigned kinds = byte_is(s->text, s->at, BYTE_LETTER | BYTE_DIGIT | BYTE_WIDE);

    if (kinds & BYTE_LETTER)
        take_word(s);
    else if (kinds & BYTE_DIGIT)
        number(s);
    else if (byte == '\n')
        line_end(s, c);
    else if (kinds & BYTE_WIDE)
        take_character(s, scan_char(s->text, s->at));
    else if ((byte != '@' || !tag(s, TOKEN_HANDLE)) && (byte != '#' || !tag(s, TOKEN_HASHTAG)))
        take_sign(s, c);
}

/* All tokens of the text; false when out of memory. */
static bool take_all(scanner *s)
{
    document *doc = s->doc;

    if (!make_room(s, 0))
        return false;
    while (s->at < s->text.len) {
        take_plain(s);
        if (s->next < s->limit && s->at < s->text.len)
            take_other(s);
        else if (!make_room(s, (uint32_t)(s->next - doc->tokens)))
            return false;
    }
    doc->n_tokens = (uint32_t)(s->next - doc->tokens);
    doc->classes = s->classes;
    memset(doc->marks + doc->n_tokens, 0xFF, MARKS_BEHIND);
    return true;
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

suitor_status document_read(document *doc, suitor_sv text, const vocab *words, suitor_error *err)
{
    vocab_slot free_slot = { .word.id = 0 };
    vocab known = words ? *words : (vocab){ 0 };
    scanner s = { .doc = doc, .words = &known };

    if (!known.slots)
        known.slots = &free_slot;
    doc->text = text;
    doc->n_tokens = doc->n_sentences = 0;
    if (pad(doc, text)) {
        s.text = suitor_sv_make(doc->padded, text.len);
        if (take_all(&s) && sentences_split(doc))
            return SUITOR_OK;
    }
    return fail(err, SUITOR_ERR_NOMEM, "no memory for the tokens of %zu bytes", text.len);
}

void document_free(document *doc)
{
    free(doc->padded);
    free(doc->tokens);
    free(doc->marks);
    free(doc->sentences);
    *doc = (document){ 0 };
}
