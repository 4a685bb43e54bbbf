/* Indices for the entities that something points to: players first, each kind by
 * name. No two of a kind have the same name, for equal names fold alike. */
#include <stdlib.h>

#include "load.h"
#include "order.h"

static int compare_entities(const void *left, const void *right)
{
    const entity_note *a = *(entity_note *const *)left, *b = *(entity_note *const *)right;

    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return order_bytes(a->name, b->name);
}

static void renumber(load *l)
{
    const entity_note *e = l->entities;

    for (uint32_t i = 0; i < l->n_rows; i++) {
        l->rows[i].player = e[l->rows[i].player].index;
        l->rows[i].club = e[l->rows[i].club].index;
    }
    for (uint32_t i = 0; i < l->n_fees; i++)
        l->fees[i].player = e[l->fees[i].player].index;
    for (uint32_t i = 0; i < l->n_needs; i++)
        l->needs[i].club = e[l->needs[i].club].index;
    for (uint32_t i = 0; i < l->n_either_or; i++)
        l->either_or[i].club = e[l->either_or[i].club].index;
    for (uint32_t i = 0; i < l->n_members; i++)
        l->members[i].player = e[l->members[i].player].index;
}

static suitor_status hand_over(load *l, entity_note **used, uint32_t n)
{
    suitor_entity *entities = arena_zeros(l->memory, n, sizeof *entities);

    if (!entities)
        return load_no_memory(l);
    for (uint32_t i = 0; i < n; i++) {
        entity_note *e = used[i];
        e->index = i;
        entities[i] = (suitor_entity){ .id = ids_at(&l->entity_ids, (uint32_t)(e - l->entities)),
                                       .kind = e->kind,
                                       .name = arena_copy(l->memory, e->name),
                                       .position = e->position,
                                       .age = e->age };
        if (!entities[i].name.ptr)
            return load_no_memory(l);
        l->out->n_players += e->kind == SUITOR_KIND_PLAYER;
    }
    l->out->entities = entities;
    l->out->n_entities = n;
    return SUITOR_OK;
}

suitor_status load_number(load *l)
{
    uint32_t n = 0;
    entity_note **used = arena_zeros(&l->passing, l->entity_ids.count, sizeof(entity_note *));

    if (!used)
        return load_no_memory(l);
    load_used_by_overlay(l);
    for (uint32_t i = 0; i < l->entity_ids.count; i++)
        if (l->entities[i].is_used)
            used[n++] = &l->entities[i];
    for (uint32_t i = 0; i < n; i++)
        if (!used[i]->name.ptr)
            return db_damaged(l->store, "an entity without a name", l->err);
    qsort(used, n, sizeof *used, compare_entities);
    suitor_status st = hand_over(l, used, n);
    if (st != SUITOR_OK)
        return st;
    renumber(l);
    st = load_rejected(l);
    return st == SUITOR_OK ? load_given(l) : st;
}
