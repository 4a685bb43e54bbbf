/* Memory that is there or ends the program. */
#include "memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Put the formatted text at `end` of *text. */
static void write_at(char **text, size_t end, const char *format, va_list args)
{
    va_list again;
    int len;

    va_copy(again, args);
    len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len < 0) /* no text of ours can be so long */
        sure(NULL);
    *text = memory_resize(*text, end + (size_t)len + 1, 1);
    vsnprintf(*text + end, (size_t)len + 1, format, args);
}

char *memory_format(const char *format, ...)
{
    char *text = NULL;
    va_list args;

    va_start(args, format);
    write_at(&text, 0, format, args);
    va_end(args);
    return text;
}

void memory_append(char **text, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    write_at(text, *text ? strlen(*text) : 0, format, args);
    va_end(args);
}
