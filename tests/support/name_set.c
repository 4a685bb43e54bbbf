/* Sorted sets of names, by qsort and bsearch. */
#include "name_set.h"

#include <stdlib.h>

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

name_set name_set_of(arena *memory, size_t capacity)
{
    name_set set = { arena_zeros(memory, capacity + 1, sizeof *set.names), 0 };

    if (!set.names)
        abort();
    return set;
}

void name_set_sort(name_set *set)
{
    uint32_t kept = 0;

    if (set->count)
        qsort(set->names, set->count, sizeof *set->names, by_text);
    for (uint32_t i = 0; i < set->count; i++)
        if (kept == 0 || strcmp(set->names[kept - 1], set->names[i]) != 0)
            set->names[kept++] = set->names[i];
    set->count = kept;
}

uint32_t name_set_index(const name_set *set, const char *name)
{
    const char **hit = bsearch(&name, set->names, set->count, sizeof *set->names, by_text);
    return hit ? (uint32_t)(hit - set->names) : UINT32_MAX;
}
