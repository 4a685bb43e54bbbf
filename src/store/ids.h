/* Ids of a table to places in an array: ids come in rising order, and leave holes
 * where articles were replaced. */
#ifndef STORE_IDS_H
#define STORE_IDS_H

#include <stdbool.h>
#include <stdint.h>

/* Zeroed, it is empty and ready. */
typedef struct {
    int64_t *ids;
    uint32_t count, cap;
    uint32_t *places; /* by id, where the holes are few enough */
    int64_t end;      /* of `places` */
} ids;

/* Put the next id; false when out of memory or not in rising order. */
bool ids_add(ids *map, int64_t id);

/* After the last one, make look-ups quick. False when out of memory. */
bool ids_finish(ids *map);

/* Place of `id`, or SUITOR_NO_INDEX. */
uint32_t ids_place(const ids *map, int64_t id);

void ids_free(ids *map);

#endif
