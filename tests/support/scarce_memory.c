/* The wrapped allocators: count, and refuse beyond what is allowed. */
#include "scarce_memory.h"

#include <stdbool.h>
#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static bool limited;
static uint32_t allowed, asked;

void memory_allow(uint32_t count)
{
    limited = true;
    allowed = count;
    asked = 0;
}

uint32_t memory_plenty(void)
{
    limited = false;
    return asked;
}

static bool refused(void) { return limited && asked++ >= allowed; }

void *__wrap_malloc(size_t size) { return refused() ? NULL : __real_malloc(size); }

void *__wrap_calloc(size_t count, size_t size)
{
    return refused() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return refused() ? NULL : __real_realloc(old, size);
}
