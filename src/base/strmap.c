/* Open-addressing string map, linear probing, at most half full. */
#include "strmap.h"

#include <stdlib.h>

#include "ascii.h"

static uint64_t mixed(uint64_t hash, uint64_t bytes)
{
    hash = (hash ^ bytes) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

static uint64_t four(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;

    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24;
}

/* The up to seven bytes at `p` as a number; some may be in it twice. */
static uint64_t few(const char *p, size_t n)
{
    if (n >= 4)
        return four(p) | four(p + n - 4) << 32;
    return n ? (uint64_t)(unsigned char)p[0] | (uint64_t)(unsigned char)p[n / 2] << 8 |
                   (uint64_t)(unsigned char)p[n - 1] << 16
             : 0;
}

/* Eight bytes at a time; the last eight may share some with those before. */
uint32_t strmap_hash(suitor_sv key)
{
    uint64_t hash = key.len;

    if (key.len < 8)
        return (uint32_t)mixed(hash, few(key.ptr, key.len));
    for (size_t i = 0; i + 8 < key.len; i += 8)
        hash = mixed(hash, ascii_load(key.ptr + i));
    return (uint32_t)mixed(hash, ascii_load(key.ptr + key.len - 8));
}

static bool is_free(const strmap *map, const strmap_slot *slot)
{
    return slot->round != map->round;
}

static strmap_slot *slot_of(const strmap *map, suitor_sv key, uint32_t hash)
{
    uint32_t i = hash & map->mask;

    while (!is_free(map, &map->slots[i]) &&
           (map->slots[i].hash != hash || !suitor_sv_equal(map->slots[i].key, key)))
        i = (i + 1) & map->mask;
    return &map->slots[i];
}

bool strmap_get(const strmap *map, suitor_sv key, uint32_t *value)
{
    if (map->count == 0)
        return false;
    strmap_slot *slot = slot_of(map, key, strmap_hash(key));
    if (is_free(map, slot))
        return false;
    *value = slot->value;
    return true;
}

static bool widen(strmap *map)
{
    strmap wider = { .mask = map->slots ? map->mask * 2 + 1 : 63, .round = map->round };

    wider.slots = calloc((size_t)wider.mask + 1, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    if (wider.round == 0) /* what is zeroed is free */
        wider.round = 1;
    for (uint32_t i = 0; map->slots && i <= map->mask; i++)
        if (!is_free(map, &map->slots[i]))
            *slot_of(&wider, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    free(map->slots);
    map->slots = wider.slots;
    map->mask = wider.mask;
    map->round = wider.round;
    return true;
}

uint32_t *strmap_put(strmap *map, suitor_sv key, uint32_t fresh, bool *added)
{
    uint32_t hash = strmap_hash(key);

    if (added)
        *added = false;
    if ((!map->slots || map->count * 2 > map->mask) && !widen(map))
        return NULL;
    strmap_slot *slot = slot_of(map, key, hash);
    if (!is_free(map, slot))
        return &slot->value;
    suitor_sv copy = arena_copy(&map->keys, key);
    if (!copy.ptr)
        return NULL;
    *slot = (strmap_slot){ copy, hash, fresh, map->round };
    map->count++;
    if (added)
        *added = true;
    return &slot->value;
}

/* A table once filled by a giant is not to be kept for dwarfs. */
enum { ALWAYS_KEPT = 1024, MOST_SLACK = 32 };

void strmap_reset(strmap *map)
{
    bool too_large = map->mask > ALWAYS_KEPT && map->count < map->mask / MOST_SLACK;

    if (map->slots && (too_large || map->round == UINT32_MAX)) {
        free(map->slots);
        map->slots = NULL;
        map->mask = map->round = 0;
    }
    map->round += map->slots != NULL;
    map->count = 0;
    arena_reset(&map->keys);
}

void strmap_free(strmap *map)
{
    free(map->slots);
    arena_free(&map->keys);
    *map = (strmap){ 0 };
}
