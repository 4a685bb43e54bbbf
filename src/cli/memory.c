/* Memory that is there or ends the program. */
#include "memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli.h"

static void *sure(void *p)
{
    if (!p) {
        fputs("suitor: out of memory\n", stderr);
        exit(STATUS_FAILED);
    }
    return p;
}

void *memory_get(size_t size) { return sure(malloc(size ? size : 1)); }

void *memory_resize(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        sure(NULL);
    return sure(realloc(old, count && size ? count * size : 1));
}

char *memory_format(const char *format, ...)
{
    va_list args;
    char *text;
    int len;

    va_start(args, format);
    len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    text = memory_get((size_t)(len < 0 ? 0 : len) + 1);
    text[0] = '\0';
    va_start(args, format);
    if (len > 0)
        vsnprintf(text, (size_t)len + 1, format, args);
    va_end(args);
    return text;
}
