/* What the tests of text/ share: a document as one line of text. Tokens stand apart by
 * blanks, each after its kind: nothing for a word, "n:" number, "c:" clitic, "p:" mark
 * (behind it the ASCII sign it counts as, where that differs), "$" currency with its
 * sign, "@" handle, "#" hashtag, "u:" address, "*" symbol; line ends are "/" and "//".
 * A joined token begins with "-". */
#ifndef TESTS_TEXT_SHOWN_H
#define TESTS_TEXT_SHOWN_H

#include <stdlib.h>

#include "buf.h"
#include "table.h"
#include "token.h"

static inline void show_token(buf *out, const document *doc, uint32_t i)
{
    const token *t = &doc->tokens[i];
    suitor_sv text = token_text(doc, i);

    if (t->flags & TOKEN_JOINED)
        buf_char(out, '-');
    switch ((token_kind)t->kind) {
    case TOKEN_WORD: break;
    case TOKEN_NUMBER: buf_add(out, "n:"); break;
    case TOKEN_CLITIC: buf_add(out, "c:"); break;
    case TOKEN_PUNCT: buf_add(out, "p:"); break;
    case TOKEN_CURRENCY: buf_printf(out, "$%c:", t->sign); break;
    case TOKEN_HANDLE:
    case TOKEN_HASHTAG: break; /* their sign is part of the text */
    case TOKEN_URL: buf_add(out, "u:"); break;
    case TOKEN_SYMBOL: buf_add(out, "*"); break;
    case TOKEN_BREAK: buf_add(out, t->sign == 'P' ? "//" : "/"); return;
    }
    buf_append(out, text);
    if (t->kind == TOKEN_PUNCT && (text.len != 1 || text.ptr[0] != t->sign))
        buf_printf(out, "=%c", t->sign);
}

/* The tokens of `text`; owned, release with free(). */
static inline char *shown_tokens(const char *text)
{
    document doc = { 0 };
    suitor_error err;
    buf out = { 0 };

    buf_add(&out, "");
    assert_int_equal(document_read(&doc, suitor_sv_of(text), NULL, &err), SUITOR_OK);
    for (uint32_t i = 0; i < doc.n_tokens; i++) {
        if (i)
            buf_char(&out, ' ');
        show_token(&out, &doc, i);
    }
    document_free(&doc);
    assert_false(out.failed);
    return out.ptr;
}

/* The sentences of `text` as they stand in it, " | " between them; headlines in "=…=".
 * Owned, release with free(). */
static inline char *shown_sentences(const char *text)
{
    document doc = { 0 };
    suitor_error err;
    buf out = { 0 };

    buf_add(&out, "");
    assert_int_equal(document_read(&doc, suitor_sv_of(text), NULL, &err), SUITOR_OK);
    for (uint32_t i = 0; i < doc.n_sentences; i++) {
        const sentence *s = &doc.sentences[i];
        suitor_span span = { doc.tokens[s->first].begin, doc.tokens[s->end - 1].end };
        const char *edge = doc.tokens[s->first].flags & TOKEN_TITLED ? "=" : "";
        buf_add(&out, i ? " | " : "");
        buf_add(&out, edge);
        buf_append(&out, suitor_sv_cut(doc.text, span));
        buf_add(&out, edge);
    }
    document_free(&doc);
    assert_false(out.failed);
    return out.ptr;
}

typedef struct {
    const char *text, *expected;
} shown_row;

/* Fail at the first row of which `show` does not give what is expected. */
static inline void check_shown(const shown_row *rows, size_t n, char *(*show)(const char *))
{
    for (size_t i = 0; i < n; i++) {
        char *got = show(rows[i].text);
        if (strcmp(got, rows[i].expected) != 0)
            print_error("row %zu: %s\nexpected: %s\ngot:      %s\n", i, rows[i].text,
                        rows[i].expected, got);
        assert_string_equal(got, rows[i].expected);
        free(got);
    }
}

#endif
