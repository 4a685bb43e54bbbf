/* Arena: memory that is given out piece by piece and taken back at once.
 * Everything that lives as long as one article or one loaded table is in one. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "suitor/sv.h"

typedef struct arena_block arena_block;

typedef struct {
    arena_block *first, *current;
    size_t block_size; /* bytes of the next block at least; 0 means the default, 64 KiB */
} arena;

/* `size` bytes aligned for any type, not zeroed; NULL when out of memory. A
 * zeroed arena is ready for use. */
void *arena_alloc(arena *a, size_t size);

/* `count` zeroed elements of `size` bytes; NULL when out of memory or too large. */
void *arena_zeros(arena *a, size_t count, size_t size);

/* A copy of `text` with a NUL after it; ptr NULL when out of memory. */
suitor_sv arena_copy(arena *a, suitor_sv text);

/* What printf would write, however long; NULL when out of memory. */
__attribute__((format(printf, 2, 3))) const char *arena_printf(arena *a, const char *format, ...);

/* Take everything back. The memory is kept, or asked for again in one piece when it
 * was in several: an arena in steady use ends up with one block and never holds more
 * than about twice of what it was once asked for between two resets. */
void arena_reset(arena *a);

/* Give all blocks back to the system; the arena is then as zeroed. */
void arena_free(arena *a);

#endif
