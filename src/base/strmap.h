/* A map from byte strings to 32-bit numbers: open addressing, power-of-two
 * table, FNV-1a folded to 32 bits. Keys are copied. */
#ifndef BASE_STRMAP_H
#define BASE_STRMAP_H

#include <stdbool.h>

#include "arena.h"

typedef struct {
    suitor_sv key;
    uint32_t hash, value;
} strmap_slot;

/* A zeroed map is empty and ready. */
typedef struct {
    strmap_slot *slots; /* key.ptr NULL marks a free slot */
    uint32_t mask, count;
    arena keys;
} strmap;

/* Value of `key` in *value; false where it is not there. */
bool strmap_get(const strmap *map, suitor_sv key, uint32_t *value);

/* Address of the value of `key`, put in with `fresh` when new (*added tells; may
 * be NULL). NULL when out of memory. Valid until the next put. */
uint32_t *strmap_put(strmap *map, suitor_sv key, uint32_t fresh, bool *added);

/* Empty it, keeping the memory unless it was made for far more than was in it. */
void strmap_reset(strmap *map);
void strmap_free(strmap *map);

#endif
