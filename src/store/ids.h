/* Ids of a table to places in an array: ids come in rising order, one after the
 * other until articles were replaced, and with holes from there on. */
#ifndef STORE_IDS_H
#define STORE_IDS_H

#include <stdbool.h>
#include <stdint.h>

/* Zeroed, it is empty and ready. */
typedef struct {
    int64_t first;    /* while there are no holes, first + place is all there is to know */
    int64_t *ids;     /* by place; NULL while there are no holes */
    uint32_t *places; /* by id - first, where the holes are few enough; made by ids_finish() */
    uint32_t count, cap;
    int64_t span; /* of `places` */
} ids;

/* Put the next id; false when out of memory or not in rising order. */
bool ids_add(ids *map, int64_t id);

/* After the last one, make look-ups quick. False when out of memory. */
bool ids_finish(ids *map);

/* Place of `id`, or SUITOR_NO_INDEX. */
uint32_t ids_place(const ids *map, int64_t id);

/* The id at a place. */
int64_t ids_at(const ids *map, uint32_t place);

void ids_free(ids *map);

#endif
