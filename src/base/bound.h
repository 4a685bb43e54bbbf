/* Looking up in sorted arrays: the first of the `n` items of `size` bytes whose key, at `offset`
 * in each and in ascending order, is not below `key`; n where all are. */
#ifndef BASE_BOUND_H
#define BASE_BOUND_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define BOUND_OF(name, type)                                                                       \
    static inline uint32_t name(const void *items, uint32_t n, size_t size, size_t offset,         \
                                type key)                                                          \
    {                                                                                              \
        uint32_t low = 0, high = n;                                                                \
                                                                                                   \
        while (low < high) {                                                                       \
            uint32_t middle = low + (high - low) / 2;                                              \
            type at;                                                                               \
            memcpy(&at, (const char *)items + middle * size + offset, sizeof at);                  \
            if (at < key)                                                                          \
                low = middle + 1;                                                                  \
            else                                                                                   \
                high = middle;                                                                     \
        }                                                                                          \
        return low;                                                                                \
    }

BOUND_OF(bound_u32, uint32_t)
BOUND_OF(bound_i32, int32_t)
BOUND_OF(bound_i64, int64_t)
#undef BOUND_OF

#endif
