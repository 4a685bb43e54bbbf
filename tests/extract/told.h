/* What the tests of extraction share: one extractor, and what it reads out of a text as
 * sorted lines, "interest keen Alessandro Bastoni | Liverpool". */
#ifndef TESTS_EXTRACT_TOLD_H
#define TESTS_EXTRACT_TOLD_H

#include <stdlib.h>

#include "buf.h"
#include "suitor/extractor.h"
#include "table.h"

enum { TOLD_MAX_LINES = 64, TOLD_MAX_LINE = 160 };

typedef struct {
    suitor_extractor *extractor;
    suitor_extraction *extraction;
    suitor_article article;
} teller_fixture;

static teller_fixture told;

/* Load the data folder `dir` (NULL: the real one) for told_read(). */
static inline void told_load(const char *dir)
{
    suitor_error err;

    if (suitor_extractor_load(dir, &told.extractor, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    assert_int_equal(suitor_extraction_new(&told.extraction, &err), SUITOR_OK);
}

static inline void told_clear(void)
{
    suitor_extraction_free(told.extraction);
    suitor_extractor_free(told.extractor);
    told = (teller_fixture){ 0 };
}

static inline int told_setup(void **state)
{
    (void)state;
    told_load(NULL);
    return 0;
}

static inline int told_teardown(void **state)
{
    (void)state;
    told_clear();
    return 0;
}

enum { TOLD_DAY = 20514 }; /* 2026-03-02 */

/* The facts of `text`, printed on `day` in "The Paper"; valid until the next call. */
static inline const suitor_facts *told_read_on(const char *text, int32_t day)
{
    const suitor_facts *facts = NULL;
    suitor_error err;

    told.article = (suitor_article){ .id = suitor_sv_of("test"),
                                     .outlet = suitor_sv_of("The Paper"),
                                     .text = suitor_sv_of(text),
                                     .day = day };
    assert_int_equal(suitor_extract(told.extractor, &told.article, told.extraction, &facts, &err),
                     SUITOR_OK);
    return facts;
}

static inline const suitor_facts *told_read(const char *text)
{
    return told_read_on(text, TOLD_DAY);
}

typedef struct {
    char lines[TOLD_MAX_LINES][TOLD_MAX_LINE];
    size_t count;
} told_lines;

static inline int told_compare(const void *a, const void *b) { return strcmp(a, b); }

static inline void told_sort(told_lines *l)
{
    qsort(l->lines, l->count, sizeof *l->lines, told_compare);
}

/* A fresh line at the end. */
static inline char *told_next(told_lines *l)
{
    assert_true(l->count < TOLD_MAX_LINES);
    return l->lines[l->count++];
}

static inline void told_claim(told_lines *l, const suitor_facts *f, const suitor_claim *c)
{
    snprintf(told_next(l), TOLD_MAX_LINE, "%s %s %.*s | %.*s", suitor_relation_name(c->relation),
             suitor_stage_name(c->stage), SUITOR_SV_ARG(f->players[c->player].name),
             SUITOR_SV_ARG(f->clubs[c->club].name));
}

/* All lines in one string, "; " between them; static, until the next call. */
static inline const char *told_joined(told_lines *l)
{
    static char out[TOLD_MAX_LINES * TOLD_MAX_LINE];
    size_t at = 0;

    told_sort(l);
    out[0] = '\0';
    for (size_t i = 0; i < l->count; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%s", i ? "; " : "", l->lines[i]);
    return out;
}

/* The claims of `text` without plays_for. */
static inline const char *told_claims_on(const char *text, int32_t day)
{
    const suitor_facts *f = told_read_on(text, day);
    told_lines l = { .count = 0 };

    for (uint32_t i = 0; i < f->n_claims; i++)
        if (f->claims[i].relation != SUITOR_PLAYS_FOR)
            told_claim(&l, f, &f->claims[i]);
    return told_joined(&l);
}

static inline const char *told_claims(const char *text) { return told_claims_on(text, TOLD_DAY); }

typedef struct {
    const char *text, *expected;
} told_row;

/* Fail at the first row of which `tell` does not give what is expected. */
static inline void check_told(const told_row *rows, size_t n, const char *(*tell)(const char *))
{
    for (size_t i = 0; i < n; i++) {
        const char *got = tell(rows[i].text);
        if (strcmp(got, rows[i].expected) != 0)
            print_error("row %zu: %s\nexpected: %s\ngot:      %s\n", i, rows[i].text,
                        rows[i].expected, got);
        assert_string_equal(got, rows[i].expected);
    }
}

#endif
