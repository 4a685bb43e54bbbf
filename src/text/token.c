/* The tokenizer: one pass over the bytes, a branch on the character's class. */
#include "token.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "scan.h"
#include "sentence.h"
#include "utf8.h"

typedef struct {
    document *doc;
    suitor_sv text;
    size_t at;
    bool glued, joined, quoted;
    bool failed;
} scanner;

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    return c >= 0xAA && utf8_is_letter(c);
}

static bool is_upper(uint32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : utf8_is_upper(c); }

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`';
}

static bool is_hyphen(uint32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013; }

static scanned peek(const scanner *s, size_t at)
{
    return at < s->text.len ? scan_char(s->text, at) : (scanned){ 0, 0 };
}

static token *emit(scanner *s, token_kind kind, size_t end, char sign)
{
    document *doc = s->doc;
    token t = { .begin = (uint32_t)s->at, .end = (uint32_t)end, .kind = (uint8_t)kind };

    if (!grow(&doc->tokens, &doc->tokens_cap, doc->n_tokens + 1, sizeof *doc->tokens)) {
        s->failed = true;
        return NULL;
    }
    t.sign = sign;
    t.flags = (uint8_t)((s->glued ? TOKEN_GLUED : 0) | (s->joined ? TOKEN_JOINED : 0) |
                        (s->quoted ? TOKEN_QUOTED : 0));
    doc->tokens[doc->n_tokens] = t;
    s->at = end;
    s->glued = true;
    s->joined = false;
    return &doc->tokens[doc->n_tokens++];
}

/* Letters behind an apostrophe at `at` that make a clitic ("s" of "Forest's");
 * 0 when they belong to the word ("O'Neil", "hasn't"). */
static size_t clitic_length(const scanner *s, size_t at)
{
    static const char *const tails[] = { "s", "re", "ve", "ll", "d", "m", "S" };

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        size_t len = strlen(tails[i]);
        if (at + len > s->text.len || memcmp(s->text.ptr + at, tails[i], len) != 0)
            continue;
        scanned after = peek(s, at + len);
        if (!after.len || (!is_letter(after.code) && !is_digit(after.code)))
            return len;
    }
    return 0;
}

static void word(scanner *s)
{
    size_t end = s->at;
    unsigned letters = 0, upper = 0;
    bool capital = is_upper(peek(s, s->at).code);

    for (;;) {
        scanned c = peek(s, end);
        if (c.len && (is_letter(c.code) || (is_digit(c.code) && letters))) {
            letters++;
            upper += is_upper(c.code) || is_digit(c.code);
            end += c.len;
            continue;
        }
        if (!c.len || !is_apostrophe(c.code) || !is_letter(peek(s, end + c.len).code) ||
            clitic_length(s, end + c.len))
            break;
        end += c.len;
    }
    token *t = emit(s, TOKEN_WORD, end, 0);
    if (!t)
        return;
    if (capital)
        t->flags |= TOKEN_CAPITAL;
    if (letters > 1 && upper == letters)
        t->flags |= TOKEN_UPPER;
}

static void number(scanner *s)
{
    size_t end = s->at;

    for (;;) {
        scanned c = peek(s, end);
        bool inner = (c.code == '.' || c.code == ',') && is_digit(peek(s, end + 1).code);
        if (!c.len || (!is_digit(c.code) && !inner))
            break;
        end += c.len;
    }
    emit(s, TOKEN_NUMBER, end, 0);
}

static bool is_name_char(uint32_t c) { return is_letter(c) || is_digit(c) || c == '_'; }

/* @name or #name; false when nothing nameable follows the sign. */
static bool tag(scanner *s, token_kind kind)
{
    size_t end = s->at + 1;

    while (end < s->text.len) {
        scanned c = peek(s, end);
        if (!is_name_char(c.code))
            break;
        end += c.len;
    }
    if (end == s->at + 1)
        return false;
    token *t = emit(s, kind, end, 0);
    if (t && is_upper(peek(s, t->begin + 1).code))
        t->flags |= TOKEN_CAPITAL;
    return true;
}

static bool is_host_char(uint32_t c)
{
    return c < 0x80 && (is_letter(c) || is_digit(c) || c == '-' || c == '_');
}

/* Bytes of an address at the scanner ("https://…", "nyti.ms/x", "bbc.com"), 0 if none. */
static size_t url_length(const scanner *s)
{
    size_t end = s->at, dots = 0, slash = 0, letters_after_dot = 0;
    bool scheme = s->text.len - s->at > 8 && (memcmp(s->text.ptr + s->at, "http://", 7) == 0 ||
                                              memcmp(s->text.ptr + s->at, "https://", 8) == 0);

    while (end < s->text.len) {
        unsigned char c = (unsigned char)s->text.ptr[end];
        if (c <= ' ' || c >= 0x80 || strchr("()<>\"'|,;", c))
            break;
        if (c == '.' && !slash) {
            if (!is_host_char(peek(s, end + 1).code))
                break; /* the full stop behind it */
            dots++;
            letters_after_dot = 0;
        } else if (c == '/') {
            if (!slash && !scheme && (!dots || letters_after_dot < 2))
                return 0;
            slash++;
        } else if (!slash) {
            if (!is_host_char(c) && c != ':')
                return 0;
            letters_after_dot += c >= 'a' && c <= 'z';
        }
        end++;
    }
    while (end > s->at && strchr(".!?:", s->text.ptr[end - 1]))
        end--;
    if (scheme)
        return end - s->at;
    if (!dots || letters_after_dot < 2)
        return 0;
    return slash || letters_after_dot <= 4 ? end - s->at : 0;
}

static bool looks_like_host(const scanner *s)
{
    size_t i = s->at;

    while (i < s->text.len && ((s->text.ptr[i] | 32) >= 'a' && (s->text.ptr[i] | 32) <= 'z'))
        i++;
    while (i < s->text.len && (is_digit((unsigned char)s->text.ptr[i]) || s->text.ptr[i] == '-' ||
                               ((s->text.ptr[i] | 32) >= 'a' && (s->text.ptr[i] | 32) <= 'z')))
        i++;
    if (i + 2 >= s->text.len)
        return false;
    bool dotted = s->text.ptr[i] == '.' && s->text.ptr[i + 1] >= 'a' && s->text.ptr[i + 1] <= 'z';
    return dotted || (s->text.ptr[i] == ':' && s->text.ptr[i + 1] == '/');
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
    const document *doc = s->doc;
    bool after_word =
        s->glued && doc->n_tokens && doc->tokens[doc->n_tokens - 1].kind != TOKEN_PUNCT;
    size_t len = after_word ? clitic_length(s, s->at + c.len) : 0;

    if (len)
        emit(s, TOKEN_CLITIC, s->at + c.len + len, s->text.ptr[s->at + c.len]);
    else
        emit(s, TOKEN_PUNCT, s->at + c.len, '\'');
}

static void sign(scanner *s, scanned c)
{
    char mark = punct_of(c.code);

    if (mark == '"')
        s->quoted =
            c.code == '"' ? !s->quoted : c.code == 0x201C || c.code == 0x201E || c.code == 0xAB;
    emit(s, mark ? TOKEN_PUNCT : TOKEN_SYMBOL, s->at + c.len, mark);
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x2009 || c == 0x202F ||
           c == 0x200B || c == 0xFEFF || c == 0xFE0F || c == 0x200D || c == 0x200E || c == 0x200F;
}

static void line_end(scanner *s)
{
    size_t end = s->at + scan_char(s->text, s->at).len; /* "&#10;" is one, too */
    unsigned lines = 1;

    while (end < s->text.len && s->text.ptr[end] && strchr(" \t\r\n", s->text.ptr[end]))
        lines += s->text.ptr[end++] == '\n';
    if (lines > 1)
        s->quoted = false;
    emit(s, TOKEN_BREAK, end, lines > 1 ? 'P' : '\n');
    s->glued = false;
}

static void step(scanner *s)
{
    scanned c = scan_char(s->text, s->at);
    size_t len;

    if (c.code == '\n') {
        line_end(s);
    } else if (is_space(c.code)) {
        s->at += c.len;
        s->glued = false;
    } else if (is_letter(c.code)) {
        len = !s->glued && !s->joined && looks_like_host(s) ? url_length(s) : 0;
        if (len)
            emit(s, TOKEN_URL, s->at + len, 0);
        else
            word(s);
    } else if (is_digit(c.code)) {
        number(s);
    } else if (c.code == '@' && tag(s, TOKEN_HANDLE)) {
    } else if (c.code == '#' && tag(s, TOKEN_HASHTAG)) {
    } else if (is_apostrophe(c.code)) {
        apostrophe(s, c);
    } else if (currency_of(c.code)) {
        emit(s, TOKEN_CURRENCY, s->at + c.len, currency_of(c.code));
    } else if (is_hyphen(c.code) && s->glued && s->doc->n_tokens &&
               s->doc->tokens[s->doc->n_tokens - 1].kind <= TOKEN_CLITIC &&
               (is_letter(peek(s, s->at + c.len).code) || is_digit(peek(s, s->at + c.len).code) ||
                currency_of(peek(s, s->at + c.len).code))) {
        s->at += c.len;
        s->joined = true;
        s->glued = false;
    } else {
        sign(s, c);
    }
}

suitor_status document_read(document *doc, suitor_sv text, suitor_error *err)
{
    scanner s = { .doc = doc, .text = text };

    doc->text = text;
    doc->n_tokens = doc->n_sentences = 0;
    while (s.at < text.len && !s.failed)
        step(&s);
    if (s.failed || !sentences_split(doc))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the tokens of %zu bytes", text.len);
    return SUITOR_OK;
}

void document_free(document *doc)
{
    free(doc->tokens);
    free(doc->sentences);
    *doc = (document){ 0 };
}
