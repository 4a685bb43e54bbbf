/* A map from byte strings to 32-bit numbers: open addressing in a power-of-two table.
 * Emptying it takes no time, however large it has been. */
#ifndef BASE_STRMAP_H
#define BASE_STRMAP_H

#include <stdbool.h>

#include "arena.h"

typedef struct {
    suitor_sv key;
    uint32_t hash, value;
    uint32_t round; /* in which it was filled; free in all others */
} strmap_slot;

/* A zeroed map is empty and ready. image_strmap() describes all of it but `keys`. */
typedef struct {
    strmap_slot *slots;
    uint32_t mask, count;
    uint32_t round; /* resets so far, and one */
    arena keys;
} strmap;

/* The hash of `key`, for tables of one's own. */
uint32_t strmap_hash(suitor_sv key);

/* Value of `key` in *value; false where it is not there. */
bool strmap_get(const strmap *map, suitor_sv key, uint32_t *value);

/* Address of the value of `key`, put in with `fresh` when new (*added tells; may
 * be NULL). NULL when out of memory. Valid until the next put. */
uint32_t *strmap_put(strmap *map, suitor_sv key, uint32_t fresh, bool *added);

/* Empty it, keeping the memory unless it was made for far more than was in it. */
void strmap_reset(strmap *map);
void strmap_free(strmap *map);

#endif
