#include "agenda.h"

#include <stdlib.h>
#include <string.h>

#include "grow.h"

void agenda_free(agenda *a)
{
    free(a->items);
    free(a->heap);
    memset(a, 0, sizeof *a);
}

bool agenda_add(agenda *a, uint32_t *first, agenda_item one)
{
    uint32_t *at = first;

    if (!grow(&a->items, &a->cap_items, a->n_items + 1, sizeof *a->items))
        return false;
    while (*at != AGENDA_NOTHING && a->items[*at - 1].key <= one.key)
        at = &a->items[*at - 1].next;
    one.next = *at;
    a->items[a->n_items++] = one;
    *at = a->n_items;
    return true;
}

bool agenda_push(agenda *a, uint32_t list, uint32_t first)
{
    agenda_due d = { a->items[first - 1].key, list };
    uint32_t i = a->n_heap;

    if (!grow(&a->heap, &a->cap_heap, a->n_heap + 1, sizeof *a->heap))
        return false;
    for (a->n_heap++; i && a->heap[(i - 1) / 2].key > d.key; i = (i - 1) / 2)
        a->heap[i] = a->heap[(i - 1) / 2];
    a->heap[i] = d;
    return true;
}

agenda_due agenda_pop(agenda *a)
{
    agenda_due top = a->heap[0], d = a->heap[--a->n_heap];
    uint32_t i = 0, child;

    while ((child = 2 * i + 1) < a->n_heap) {
        if (child + 1 < a->n_heap && a->heap[child + 1].key < a->heap[child].key)
            child++;
        if (d.key <= a->heap[child].key)
            break;
        a->heap[i] = a->heap[child];
        i = child;
    }
    a->heap[i] = d;
    return top;
}
