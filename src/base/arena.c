/* Arena over a list of malloc'ed blocks. Under AddressSanitizer what is not given
 * out is poisoned, so that an overrun and a view kept beyond a reset show. */
#include "arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(ptr, size) ASAN_POISON_MEMORY_REGION(ptr, size)
#define UNPOISON(ptr, size) ASAN_UNPOISON_MEMORY_REGION(ptr, size)
#else
#define POISON(ptr, size) ((void)(ptr), (void)(size))
#define UNPOISON(ptr, size) ((void)(ptr), (void)(size))
#endif

struct arena_block {
    arena_block *next;
    size_t size, used;
    alignas(max_align_t) char bytes[];
};

enum { DEFAULT_BLOCK = 64 * 1024 };

static arena_block *block_new(arena *a, size_t need)
{
    size_t size = a->block_size ? a->block_size : DEFAULT_BLOCK;
    arena_block *block;

    if (size < need)
        size = need;
    if (size > SIZE_MAX - sizeof *block)
        return NULL;
    block = malloc(sizeof *block + size);
    if (!block)
        return NULL;
    block->next = NULL;
    block->size = size;
    block->used = 0;
    POISON(block->bytes, size);
    return block;
}

/* The last block, or a new one behind it when `need` bytes do not fit. */
static arena_block *block_with_room(arena *a, size_t need)
{
    if (a->current && a->current->size - a->current->used >= need)
        return a->current;
    arena_block *fresh = block_new(a, need);
    if (!fresh)
        return NULL;
    if (a->current)
        a->current->next = fresh;
    else
        a->first = fresh;
    return fresh;
}

void *arena_alloc(arena *a, size_t size)
{
    const size_t align = alignof(max_align_t);

    if (size == 0)
        size = 1;
    if (size > SIZE_MAX - align)
        return NULL;
    size_t taken = (size + align - 1) / align * align;
    arena_block *block = block_with_room(a, taken);
    if (!block)
        return NULL;
    a->current = block;
    void *out = block->bytes + block->used;
    block->used += taken;
    UNPOISON(out, size);
    return out;
}

void *arena_zeros(arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;
    void *out = arena_alloc(a, count * size);
    if (out)
        memset(out, 0, count * size);
    return out;
}

suitor_sv arena_copy(arena *a, suitor_sv text)
{
    char *out = text.len < SIZE_MAX ? arena_alloc(a, text.len + 1) : NULL;

    if (!out)
        return suitor_sv_make(NULL, 0);
    if (text.len)
        memcpy(out, text.ptr, text.len);
    out[text.len] = '\0';
    return suitor_sv_make(out, text.len);
}

const char *arena_printf(arena *a, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int need = vsnprintf(NULL, 0, format, args);
    char *text = need < 0 ? NULL : arena_alloc(a, (size_t)need + 1);
    if (text)
        vsnprintf(text, (size_t)need + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}

/* Give all blocks back; their bytes in all. */
static size_t release(arena *a)
{
    size_t total = 0;

    while (a->first) {
        arena_block *block = a->first;
        a->first = block->next;
        total += block->size;
        UNPOISON(block->bytes, block->size);
        free(block);
    }
    a->current = NULL;
    return total;
}

void arena_reset(arena *a)
{
    if (a->first && a->first->next) {
        a->block_size = release(a);
    } else if (a->first) {
        a->first->used = 0;
        POISON(a->first->bytes, a->first->size);
    }
}

void arena_free(arena *a)
{
    release(a);
    *a = (arena){ 0 };
}
