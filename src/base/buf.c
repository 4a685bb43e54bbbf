/* Growing byte buffer; capacity doubles. */
#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static bool make_room(buf *b, size_t extra)
{
    size_t cap = b->cap ? b->cap : 256;

    if (b->failed)
        return false;
    if (extra >= SIZE_MAX - b->len) {
        b->failed = true;
        return false;
    }
    if (b->len + extra + 1 <= b->cap)
        return true;
    while (cap < b->len + extra + 1)
        cap = cap > SIZE_MAX / 2 ? SIZE_MAX : cap * 2;
    char *ptr = realloc(b->ptr, cap);
    if (!ptr) {
        b->failed = true;
        return false;
    }
    b->ptr = ptr;
    b->cap = cap;
    return true;
}

void buf_append(buf *b, suitor_sv text)
{
    if (!make_room(b, text.len))
        return;
    if (text.len)
        memcpy(b->ptr + b->len, text.ptr, text.len);
    b->len += text.len;
    b->ptr[b->len] = '\0';
}

void buf_add(buf *b, const char *text) { buf_append(b, suitor_sv_of(text)); }

void buf_char(buf *b, char c) { buf_append(b, suitor_sv_make(&c, 1)); }

void buf_printf(buf *b, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int need = vsnprintf(NULL, 0, format, args);
    if (need < 0)
        b->failed = true;
    else if (make_room(b, (size_t)need)) {
        vsnprintf(b->ptr + b->len, (size_t)need + 1, format, again);
        b->len += (size_t)need;
    }
    va_end(again);
    va_end(args);
}

void buf_reset(buf *b)
{
    b->len = 0;
    b->failed = false;
    if (b->ptr)
        b->ptr[0] = '\0';
}

void buf_free(buf *b)
{
    free(b->ptr);
    *b = (buf){ 0 };
}
