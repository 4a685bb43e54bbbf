/* Views and spans: how text is passed about.
 *
 * A suitor_sv borrows UTF-8 bytes that somebody else owns; there is no NUL at
 * its end. Print it with "%.*s" and SUITOR_SV_ARG. A suitor_span is a range of
 * bytes in the text of one article; quotes are cut from the text by it.
 */
#ifndef SUITOR_SV_H
#define SUITOR_SV_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    const char *ptr; /* borrowed; may be NULL only when len is 0 */
    size_t len;      /* bytes */
} suitor_sv;

typedef struct {
    uint32_t begin, end; /* bytes [begin, end) */
} suitor_span;

#define SUITOR_SV_ARG(sv) (int)(sv).len, (sv).ptr ? (sv).ptr : ""

/* View of a NUL-terminated string; NULL gives the empty view. */
static inline suitor_sv suitor_sv_of(const char *text)
{
    suitor_sv sv = { text, text ? strlen(text) : 0 };
    return sv;
}

/* View of `len` bytes at `ptr`. */
static inline suitor_sv suitor_sv_make(const char *ptr, size_t len)
{
    suitor_sv sv = { ptr, len };
    return sv;
}

/* The bytes of `text` that `span` names; `span` must lie inside. */
static inline suitor_sv suitor_sv_cut(suitor_sv text, suitor_span span)
{
    return suitor_sv_make(text.ptr + span.begin, span.end - span.begin);
}

/* Whether both views hold the same bytes. */
static inline int suitor_sv_equal(suitor_sv a, suitor_sv b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

#ifdef __cplusplus
}
#endif
#endif
