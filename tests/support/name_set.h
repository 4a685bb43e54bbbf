/* Names under construction: sorted and made unique before they are looked up. */
#ifndef TESTS_NAME_SET_H
#define TESTS_NAME_SET_H

#include "arena.h"

typedef struct {
    const char **names; /* put in by the caller, count raised, up to the capacity */
    uint32_t count;
} name_set;

/* Room for `capacity` names; aborts when out of memory. */
name_set name_set_of(arena *memory, size_t capacity);

void name_set_sort(name_set *set);

/* Index of `name` in the sorted set, UINT32_MAX where it is not. */
uint32_t name_set_index(const name_set *set, const char *name);

#endif
