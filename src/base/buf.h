/* A growing byte buffer. Failure to get memory is remembered in `failed` and
 * makes later appends no-ops, so that callers check once at the end. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>

#include "suitor/sv.h"

typedef struct {
    char *ptr; /* owned; NUL-terminated once anything was appended */
    size_t len, cap;
    bool failed;
} buf;

/* Lengthen it so that `n` bytes and a NUL fit behind; false, and remembered, without
 * memory. buf_room() is the quick way to it. */
bool buf_grow(buf *b, size_t n);

/* Where `n` bytes may be written behind what there is, to be told to buf_wrote(); NULL
 * without memory. */
static inline char *buf_room(buf *b, size_t n)
{
    if (b->failed || (n >= b->cap - b->len && !buf_grow(b, n)))
        return NULL;
    return b->ptr + b->len;
}

/* `n` bytes were written behind, no more than there was room for. */
static inline void buf_wrote(buf *b, size_t n)
{
    b->len += n;
    b->ptr[b->len] = '\0';
}

static inline void buf_append(buf *b, suitor_sv text)
{
    char *at = buf_room(b, text.len);

    if (!at)
        return;
    if (text.len)
        memcpy(at, text.ptr, text.len);
    buf_wrote(b, text.len);
}

static inline void buf_add(buf *b, const char *text) { buf_append(b, suitor_sv_of(text)); }

static inline void buf_char(buf *b, char c) { buf_append(b, suitor_sv_make(&c, 1)); }

__attribute__((format(printf, 2, 3))) void buf_printf(buf *b, const char *format, ...);

/* Empty it, keeping the memory. */
void buf_reset(buf *b);
void buf_free(buf *b);
static inline suitor_sv buf_view(const buf *b) { return suitor_sv_make(b->ptr, b->len); }

#endif
