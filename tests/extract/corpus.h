/* Reading the sentences of tests/corpus. A row is a line of text, in which "\n" stands
 * for a line end, and behind it, indented, the claims expected, one a line, or "nothing".
 * Lines that begin with "# " are remarks. */
#ifndef TESTS_EXTRACT_CORPUS_H
#define TESTS_EXTRACT_CORPUS_H

#include "file.h"
#include "told.h"

typedef struct {
    const char *file; /* name in tests/corpus */
    arena memory;
    suitor_sv rest;
    unsigned line; /* of `rest`, from 1 */
} corpus;

typedef struct {
    unsigned line;
    const char *text;
    told_lines expected;
} corpus_row;

static inline void corpus_open(corpus *c, const char *file)
{
    char path[512];
    suitor_error err;

    *c = (corpus){ .file = file, .line = 1 };
    snprintf(path, sizeof path, "%s/corpus/%s", SUITOR_TESTS_DIR, file);
    if (file_read(path, 1 << 20, &c->memory, &c->rest, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
}

static inline void corpus_close(corpus *c) { arena_free(&c->memory); }

/* The next line without stepping over it; false at the end. */
static inline bool corpus_peek(const corpus *c, suitor_sv *line)
{
    const char *end = c->rest.len ? memchr(c->rest.ptr, '\n', c->rest.len) : NULL;

    if (c->rest.len == 0)
        return false;
    *line = suitor_sv_make(c->rest.ptr, end ? (size_t)(end - c->rest.ptr) : c->rest.len);
    return true;
}

static inline void corpus_step(corpus *c, suitor_sv line)
{
    size_t step = line.len < c->rest.len ? line.len + 1 : line.len;

    c->rest = suitor_sv_make(c->rest.ptr + step, c->rest.len - step);
    c->line++;
}

/* A copy of `line` with "\n" as line ends. */
static inline const char *corpus_text(corpus *c, suitor_sv line)
{
    suitor_sv copy = arena_copy(&c->memory, line);
    char *out = (char *)(uintptr_t)copy.ptr;
    size_t n = 0;

    assert_non_null(out);
    for (size_t i = 0; i < line.len; i++) {
        bool escape = line.ptr[i] == '\\' && i + 1 < line.len && line.ptr[i + 1] == 'n';
        out[n++] = escape ? '\n' : line.ptr[i];
        i += escape;
    }
    out[n] = '\0';
    return out;
}

/* The next row; false at the end of the file. */
static inline bool corpus_next(corpus *c, corpus_row *row)
{
    suitor_sv line;

    *row = (corpus_row){ 0 };
    while (corpus_peek(c, &line)) {
        bool remark = line.len == 0 || (line.len > 1 && memcmp(line.ptr, "# ", 2) == 0);
        bool claim = line.len > 2 && memcmp(line.ptr, "  ", 2) == 0;
        if (!remark && !claim && row->text)
            return true;
        if (claim && !row->text)
            fail_msg("%s:%u: a claim without a text", c->file, c->line);
        if (claim && memcmp(line.ptr + 2, "nothing", 7) != 0) {
            snprintf(told_next(&row->expected), TOLD_MAX_LINE, "%.*s", (int)line.len - 2,
                     line.ptr + 2);
        } else if (!remark && !claim) {
            row->line = c->line;
            row->text = corpus_text(c, line);
        }
        corpus_step(c, line);
    }
    return row->text != NULL;
}

static inline bool corpus_has(const told_lines *l, const char *line)
{
    for (size_t i = 0; i < l->count; i++)
        if (strcmp(l->lines[i], line) == 0)
            return true;
    return false;
}

static inline bool corpus_tells(const told_lines *l, const char *relation)
{
    for (size_t i = 0; i < l->count; i++)
        if (strncmp(l->lines[i], relation, strlen(relation)) == 0)
            return true;
    return false;
}

static inline bool corpus_moves(const suitor_facts *f, uint32_t player)
{
    for (uint32_t i = 0; i < f->n_claims; i++)
        if (f->claims[i].player == player && f->claims[i].relation == SUITOR_DEAL)
            return true;
    return false;
}

/* The claims read in the row's text. What a label may leave out is left out unless the
 * row names it: whose player he is, and that he leaves when a deal is told. */
static inline void corpus_read(const corpus_row *row, told_lines *got)
{
    const suitor_facts *f = told_read(row->text);
    bool wants_owners = corpus_tells(&row->expected, "plays_for");

    got->count = 0;
    for (uint32_t i = 0; i < f->n_claims; i++) {
        const suitor_claim *c = &f->claims[i];
        told_claim(got, f, c);
        bool optional = (c->relation == SUITOR_PLAYS_FOR && !wants_owners) ||
                        (c->relation == SUITOR_LEAVING && corpus_moves(f, c->player));
        if (optional && !corpus_has(&row->expected, got->lines[got->count - 1]))
            got->count--;
    }
}

/* Whether the row is read as expected; else `got` holds what is read instead. */
static inline bool corpus_agrees(const corpus_row *row, told_lines *got)
{
    corpus_read(row, got);
    if (got->count != row->expected.count)
        return false;
    for (size_t i = 0; i < got->count; i++)
        if (!corpus_has(&row->expected, got->lines[i]))
            return false;
    return true;
}

#endif
