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

void buf_append(buf *b, suitor_sv text);
void buf_add(buf *b, const char *text);
void buf_char(buf *b, char c);
__attribute__((format(printf, 2, 3))) void buf_printf(buf *b, const char *format, ...);

/* Empty it, keeping the memory. */
void buf_reset(buf *b);
void buf_free(buf *b);
static inline suitor_sv buf_view(const buf *b) { return suitor_sv_make(b->ptr, b->len); }

#endif
