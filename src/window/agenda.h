/* What is still to come to groups that are run again: a list for each, by time, and a heap that
 * tells whose turn it is. */
#ifndef WINDOW_AGENDA_H
#define WINDOW_AGENDA_H

#include "stream.h"

#define AGENDA_NOTHING 0 /* links are indices plus one */

typedef enum { AGENDA_POINT, AGENDA_EVENT, AGENDA_CHANGE } agenda_kind;

typedef struct {
    stream_key key;
    double value;    /* mark of a point, factor of a change */
    uint32_t source; /* group of a change, move of an event */
    agenda_kind kind;
    uint32_t next; /* of the list */
} agenda_item;

/* When the first of a list is due. */
typedef struct {
    stream_key key;
    uint32_t list;
} agenda_due;

/* A zeroed agenda is empty and ready. */
typedef struct {
    agenda_item *items;
    agenda_due *heap;
    uint32_t n_items, n_heap, cap_items, cap_heap;
} agenda;

void agenda_free(agenda *a);

static inline void agenda_clear(agenda *a) { a->n_items = a->n_heap = 0; }

/* The item that a link leads to, which must not be AGENDA_NOTHING. */
static inline const agenda_item *agenda_at(const agenda *a, uint32_t link)
{
    return &a->items[link - 1];
}

/* Add `one` to the list that begins at *first, behind what comes before it or with it. False
 * when out of memory. */
bool agenda_add(agenda *a, uint32_t *first, agenda_item one);

/* Number `list` is due when the item at link `first` is. False when out of memory. */
bool agenda_push(agenda *a, uint32_t list, uint32_t first);

/* Take what is due first of all. */
agenda_due agenda_pop(agenda *a);

#endif
