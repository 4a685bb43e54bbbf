/* A table by id while at most seven of eight of its places would be empty (so
 * that no id in a damaged file makes it huge), else a search by halves. */
#include "ids.h"

#include <stdlib.h>

#include "grow.h"
#include "suitor/ledger.h"

enum { MOST_HOLES = 8 };

bool ids_add(ids *map, int64_t id)
{
    if (map->count > 0 && id <= map->ids[map->count - 1])
        return false;
    if (!grow(&map->ids, &map->cap, map->count + 1, sizeof *map->ids))
        return false;
    map->ids[map->count++] = id;
    return true;
}

bool ids_finish(ids *map)
{
    int64_t last = map->count > 0 ? map->ids[map->count - 1] : 0;

    if (map->count == 0 || map->ids[0] < 0 || last / MOST_HOLES > (int64_t)map->count)
        return true;
    map->places = malloc(((size_t)last + 1) * sizeof *map->places);
    if (!map->places)
        return false;
    map->end = last + 1;
    for (int64_t i = 0; i < map->end; i++)
        map->places[i] = SUITOR_NO_INDEX;
    for (uint32_t i = 0; i < map->count; i++)
        map->places[map->ids[i]] = i;
    return true;
}

static uint32_t search(const ids *map, int64_t id)
{
    uint32_t low = 0, high = map->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (map->ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < map->count && map->ids[low] == id ? low : SUITOR_NO_INDEX;
}

uint32_t ids_place(const ids *map, int64_t id)
{
    if (!map->places)
        return search(map, id);
    return id >= 0 && id < map->end ? map->places[id] : SUITOR_NO_INDEX;
}

void ids_free(ids *map)
{
    free(map->ids);
    free(map->places);
    *map = (ids){ 0 };
}
