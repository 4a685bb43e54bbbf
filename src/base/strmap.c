/* Open-addressing string map, linear probing, at most half full. */
#include "strmap.h"

#include <stdlib.h>

static uint32_t hash_of(suitor_sv key)
{
    uint64_t h = UINT64_C(1469598103934665603);

    for (size_t i = 0; i < key.len; i++)
        h = (h ^ (unsigned char)key.ptr[i]) * UINT64_C(1099511628211);
    return (uint32_t)(h ^ (h >> 32));
}

static strmap_slot *slot_of(const strmap *map, suitor_sv key, uint32_t hash)
{
    uint32_t i = hash & map->mask;

    while (map->slots[i].key.ptr &&
           (map->slots[i].hash != hash || !suitor_sv_equal(map->slots[i].key, key)))
        i = (i + 1) & map->mask;
    return &map->slots[i];
}

bool strmap_get(const strmap *map, suitor_sv key, uint32_t *value)
{
    if (!map->slots)
        return false;
    strmap_slot *slot = slot_of(map, key, hash_of(key));
    if (!slot->key.ptr)
        return false;
    *value = slot->value;
    return true;
}

static bool widen(strmap *map)
{
    strmap wider = { .mask = map->slots ? map->mask * 2 + 1 : 63 };

    wider.slots = calloc((size_t)wider.mask + 1, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (uint32_t i = 0; map->slots && i <= map->mask; i++)
        if (map->slots[i].key.ptr)
            *slot_of(&wider, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    free(map->slots);
    map->slots = wider.slots;
    map->mask = wider.mask;
    return true;
}

uint32_t *strmap_put(strmap *map, suitor_sv key, uint32_t fresh, bool *added)
{
    uint32_t hash = hash_of(key);

    if (added)
        *added = false;
    if ((!map->slots || map->count * 2 > map->mask) && !widen(map))
        return NULL;
    strmap_slot *slot = slot_of(map, key, hash);
    if (slot->key.ptr)
        return &slot->value;
    suitor_sv copy = arena_copy(&map->keys, key);
    if (!copy.ptr)
        return NULL;
    *slot = (strmap_slot){ copy, hash, fresh };
    map->count++;
    if (added)
        *added = true;
    return &slot->value;
}

/* A table once filled by a giant is not to be wiped for every dwarf after it. */
enum { ALWAYS_KEPT = 1024, MOST_SLACK = 32 };

void strmap_reset(strmap *map)
{
    if (map->mask > ALWAYS_KEPT && map->count < map->mask / MOST_SLACK) {
        free(map->slots);
        map->slots = NULL;
        map->mask = 0;
    }
    if (map->slots)
        memset(map->slots, 0, ((size_t)map->mask + 1) * sizeof *map->slots);
    map->count = 0;
    arena_reset(&map->keys);
}

void strmap_free(strmap *map)
{
    free(map->slots);
    arena_free(&map->keys);
    *map = (strmap){ 0 };
}
