/* Looking up in sorted arrays. */
#ifndef BASE_BOUND_H
#define BASE_BOUND_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The first of the `n` items of `size` bytes whose key, a uint32_t at `offset` in each and in
 * ascending order, is not below `key`; n where all are. */
static inline uint32_t bound_u32(const void *items, uint32_t n, size_t size, size_t offset,
                                 uint32_t key)
{
    uint32_t low = 0, high = n;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2, at;
        memcpy(&at, (const char *)items + middle * size + offset, sizeof at);
        if (at < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
