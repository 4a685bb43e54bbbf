/* A hash table from names and parts of names to the people who bear them. */
#include "mentions/name_index.h"

#include <stdlib.h>

#include "reading.h"

struct name_slot {
    suitor_sv name; /* borrowed from a person */
    uint32_t hash, round;
    name_bearers bearers;
};

enum { FIRST_SLOTS = 64 };

static const name_bearers nobody = { NONE, NONE, NONE, NONE, NONE };

typedef struct {
    uint32_t kind, ref;
} listed_key;

static suitor_sv bytes_of(const listed_key *key)
{
    return suitor_sv_make((const char *)key, sizeof *key);
}

static suitor_sv beginning(suitor_sv name, size_t blank) { return suitor_sv_make(name.ptr, blank); }

static suitor_sv ending(suitor_sv name, size_t blank)
{
    return suitor_sv_make(name.ptr + blank + 1, name.len - blank - 1);
}

void name_index_begin(name_index *x)
{
    if (x->count > 0)
        x->round++;
    if (x->round == 0 && x->slots) /* come round */
        memset(x->slots, 0, ((size_t)x->mask + 1) * sizeof *x->slots);
    x->round += x->round == 0;
    x->count = 0;
    x->has_gaps = false;
    strmap_reset(&x->listed);
}

/* The slot of `name`, or the free one where it would stand. */
static name_slot *slot_of(const name_index *x, suitor_sv name, uint32_t hash)
{
    uint32_t i = hash & x->mask;

    while (x->slots[i].round == x->round &&
           (x->slots[i].hash != hash || !suitor_sv_equal(x->slots[i].name, name)))
        i = (i + 1) & x->mask;
    return &x->slots[i];
}

/* Those who bear `name`, NULL for nobody. */
static name_bearers *find(const name_index *x, suitor_sv name)
{
    if (x->count == 0)
        return NULL;
    name_slot *slot = slot_of(x, name, strmap_hash(name));
    return slot->round == x->round ? &slot->bearers : NULL;
}

static bool widen(name_index *x)
{
    name_index wider = { .mask = x->slots ? x->mask * 2 + 1 : FIRST_SLOTS - 1, .round = x->round };

    wider.slots = calloc((size_t)wider.mask + 1, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (uint32_t i = 0; x->slots && i <= x->mask; i++)
        if (x->slots[i].round == x->round)
            *slot_of(&wider, x->slots[i].name, x->slots[i].hash) = x->slots[i];
    free(x->slots);
    x->slots = wider.slots;
    x->mask = wider.mask;
    return true;
}

/* Those who bear `name`, nobody at first; NULL when out of memory. */
static name_bearers *find_or_add(name_index *x, suitor_sv name)
{
    uint32_t hash = strmap_hash(name);

    if ((!x->slots || x->count * 2 > x->mask) && !widen(x))
        return NULL;
    name_slot *slot = slot_of(x, name, hash);
    if (slot->round != x->round) {
        *slot = (name_slot){ name, hash, x->round, nobody };
        x->count++;
    }
    return &slot->bearers;
}

static void note(uint32_t *bearer, uint32_t i, bool replaces)
{
    if (replaces || *bearer == NONE)
        *bearer = i;
}

static bool add_parts(name_index *x, const person *p, uint32_t i, size_t blank)
{
    name_bearers *b = find_or_add(x, beginning(p->folded, blank));

    if (!b)
        return false;
    note(&b->beginning, i, false);
    note(&b->late_beginning, i, true);
    b = find_or_add(x, ending(p->folded, blank));
    if (!b)
        return false;
    note(&b->ending, i, false);
    note(&b->late_ending, i, p->kind == PERSON_PLAYER);
    return true;
}

bool name_index_add(name_index *x, const person *p, uint32_t i)
{
    listed_key key = { p->kind, p->gazetteer };
    name_bearers *b = find_or_add(x, p->folded);

    if (!b || (p->gazetteer != NONE && !strmap_put(&x->listed, bytes_of(&key), i, NULL)))
        return false;
    note(&b->whole, i, false);
    for (size_t k = 0; k < p->folded.len; k++)
        if (p->folded.ptr[k] == ' ' && !add_parts(x, p, i, k))
            return false;
    return true;
}

static void forget(uint32_t *bearer, uint32_t i)
{
    if (*bearer == i)
        *bearer = NONE;
}

void name_index_drop(name_index *x, const person *p, uint32_t i)
{
    name_bearers *b = find(x, p->folded);

    x->has_gaps = true;
    if (b)
        forget(&b->whole, i);
    for (size_t k = 0; k < p->folded.len; k++) {
        if (p->folded.ptr[k] != ' ')
            continue;
        if ((b = find(x, beginning(p->folded, k))))
            forget(&b->beginning, i);
        if ((b = find(x, ending(p->folded, k))))
            forget(&b->ending, i);
    }
}

name_bearers name_index_bearers(const name_index *x, suitor_sv name)
{
    const name_bearers *b = find(x, name);

    return b ? *b : nobody;
}

uint32_t name_index_listed(const name_index *x, uint8_t kind, uint32_t ref)
{
    listed_key key = { kind, ref };
    uint32_t i = NONE;

    strmap_get(&x->listed, bytes_of(&key), &i);
    return i;
}

/* NONE is larger than any index. */
static uint32_t earlier(uint32_t a, uint32_t b) { return a < b ? a : b; }

uint32_t name_index_related(const name_index *x, suitor_sv name)
{
    name_bearers b = name_index_bearers(x, name);
    uint32_t found = earlier(b.whole, earlier(b.beginning, b.ending));

    for (size_t k = 0; k < name.len && x->count > 0; k++)
        if (name.ptr[k] == ' ')
            found = earlier(found, earlier(name_index_bearers(x, beginning(name, k)).whole,
                                           name_index_bearers(x, ending(name, k)).whole));
    return found;
}

void name_index_free(name_index *x)
{
    free(x->slots);
    strmap_free(&x->listed);
    *x = (name_index){ 0 };
}
