/* Growing byte buffer; capacity doubles. */
#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool buf_grow(buf *b, size_t n)
{
    size_t cap = b->cap ? b->cap : 256;

    if (n >= SIZE_MAX - b->len)
        b->failed = true;
    if (b->failed)
        return false;
    while (cap < b->len + n + 1)
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

void buf_printf(buf *b, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int need = vsnprintf(NULL, 0, format, args);
    char *at = need < 0 ? NULL : buf_room(b, (size_t)need);
    if (at) {
        vsnprintf(at, (size_t)need + 1, format, again);
        buf_wrote(b, (size_t)need);
    }
    b->failed |= need < 0;
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
