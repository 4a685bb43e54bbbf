#include "gazetteer/people.h"

#include <stdlib.h>

#include "hash.h"
#include "suitor/extraction.h"

enum { FIRST_SLOTS = 1024 };

static uint64_t hash_of(suitor_sv folded)
{
    uint64_t hash = hash_bytes(0, folded.ptr, folded.len);

    return hash ? hash : 1;
}

static registered_person *slot_of(const people *p, uint64_t hash)
{
    uint32_t i = (uint32_t)(hash >> 32) & p->mask;

    while (p->slots[i].hash && p->slots[i].hash != hash)
        i = (i + 1) & p->mask;
    return &p->slots[i];
}

static bool make_room(people *p)
{
    uint32_t n_slots = p->slots ? p->mask + 1 : 0;
    people wider = { .count = p->count };

    if (p->slots && p->count < n_slots / 4 * 3)
        return true;
    wider.mask = n_slots ? 2 * n_slots - 1 : FIRST_SLOTS - 1;
    wider.slots = calloc((size_t)wider.mask + 1, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (uint32_t i = 0; i < n_slots; i++)
        if (p->slots[i].hash)
            *slot_of(&wider, p->slots[i].hash) = p->slots[i];
    free(p->slots);
    *p = wider;
    return true;
}

/* What two of a name have in common: what one of them lacks may not be the other's. */
static void unite(registered_person *into, const registered_person *one)
{
    into->n = (uint16_t)(into->n + (into->n < UINT16_MAX));
    into->roles |= one->roles;
    if (into->country != one->country)
        into->country = PEOPLE_NOWHERE;
    if (into->born != one->born)
        into->born = 0;
    if (into->position != one->position)
        into->position = SUITOR_POS_NONE;
}

bool people_add(people *p, suitor_sv folded, registered_person one)
{
    one.hash = hash_of(folded);
    one.n = 1;
    if (!make_room(p))
        return false;
    registered_person *slot = slot_of(p, one.hash);
    if (slot->hash) {
        unite(slot, &one);
        return true;
    }
    *slot = one;
    p->count++;
    return true;
}

const registered_person *people_find(const people *p, suitor_sv folded)
{
    if (p->count == 0)
        return NULL;
    const registered_person *slot = slot_of(p, hash_of(folded));
    return slot->hash ? slot : NULL;
}

void people_free(people *p)
{
    free(p->slots);
    *p = (people){ 0 };
}
