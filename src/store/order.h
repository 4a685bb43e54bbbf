/* Ordering by small numbers, and by bytes. */
#ifndef STORE_ORDER_H
#define STORE_ORDER_H

#include <stdbool.h>

#include "suitor/sv.h"

/* One key of n items: values[i] < bound, or SUITOR_NO_INDEX never. */
typedef struct {
    const uint32_t *values;
    uint32_t bound;
} order_key;

/* Write into order[0 … n) the items in rising order of the keys, the first key the
 * weightiest; items equal in all keep their order. False when out of memory.
 * Counting sort from the last key to the first, O(keys · n + Σ bounds). */
bool order_by(const order_key *keys, unsigned n_keys, uint32_t n, uint32_t *order);

/* Bring n records of `size` bytes into that order where they are; order[] is used
 * up. False, and nothing is changed, when out of memory. */
bool order_apply(uint32_t *order, uint32_t n, void *records, size_t size);

/* Below, at or above 0 as `a` comes before, is or comes after `b`, byte by byte. */
int order_bytes(suitor_sv a, suitor_sv b);

#endif
