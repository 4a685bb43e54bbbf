/* Growing arrays: a pointer, a count and a capacity that belong to the caller. */
#ifndef BASE_GROW_H
#define BASE_GROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The part of grow() that is rarely needed. */
bool grow_beyond(void *array, uint32_t *cap, uint32_t need, size_t size);

/* Make room in *array (elements of `size` bytes, *cap of them allocated with
 * malloc) for `need` elements; doubles. False when out of memory, and nothing is
 * changed. `array` is the address of a pointer of any type. */
static inline bool grow(void *array, uint32_t *cap, uint32_t need, size_t size)
{
    return need <= *cap || grow_beyond(array, cap, need, size);
}

#endif
