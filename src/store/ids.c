/* Nothing but a number while there are no holes; then a table while at most seven
 * of eight of its places would be empty (so that no id in a damaged file makes it
 * huge), else a search by halves. */
#include "ids.h"

#include <stdlib.h>

#include "bound.h"
#include "grow.h"
#include "suitor/ledger.h"

enum { MOST_HOLES = 8 };

/* `id` less `first`, without overflow whatever the file says. */
static uint64_t from_first(const ids *map, int64_t id)
{
    return (uint64_t)id - (uint64_t)map->first;
}

int64_t ids_at(const ids *map, uint32_t place)
{
    return map->ids ? map->ids[place] : map->first + (int64_t)place;
}

/* Write down what was clear without: the ids so far. */
static bool write_down(ids *map)
{
    if (!grow(&map->ids, &map->cap, map->count + 1, sizeof *map->ids))
        return false;
    for (uint32_t i = 0; i < map->count; i++)
        map->ids[i] = map->first + (int64_t)i;
    return true;
}

bool ids_add(ids *map, int64_t id)
{
    if (map->count == 0)
        map->first = id;
    else if (id <= ids_at(map, map->count - 1))
        return false;
    if (!map->ids && from_first(map, id) != map->count && !write_down(map))
        return false;
    if (map->ids) {
        if (!grow(&map->ids, &map->cap, map->count + 1, sizeof *map->ids))
            return false;
        map->ids[map->count] = id;
    }
    map->count++;
    return true;
}

bool ids_finish(ids *map)
{
    if (!map->ids || from_first(map, map->ids[map->count - 1]) / MOST_HOLES > map->count)
        return true;
    map->span = (int64_t)from_first(map, map->ids[map->count - 1]) + 1;
    map->places = malloc((size_t)map->span * sizeof *map->places);
    if (!map->places)
        return false;
    for (int64_t i = 0; i < map->span; i++)
        map->places[i] = SUITOR_NO_INDEX;
    for (uint32_t i = 0; i < map->count; i++)
        map->places[map->ids[i] - map->first] = i;
    return true;
}

static uint32_t search(const ids *map, int64_t id)
{
    uint32_t low = bound_i64(map->ids, map->count, sizeof *map->ids, 0, id);

    return low < map->count && map->ids[low] == id ? low : SUITOR_NO_INDEX;
}

uint32_t ids_place(const ids *map, int64_t id)
{
    if (id < map->first)
        return SUITOR_NO_INDEX;
    uint64_t at = from_first(map, id);
    if (!map->ids)
        return at < map->count ? (uint32_t)at : SUITOR_NO_INDEX;
    if (!map->places)
        return search(map, id);
    return at < (uint64_t)map->span ? map->places[at] : SUITOR_NO_INDEX;
}

void ids_free(ids *map)
{
    free(map->ids);
    free(map->places);
    *map = (ids){ 0 };
}
