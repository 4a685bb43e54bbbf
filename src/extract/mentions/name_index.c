/* A hash table from names and parts of names to the people who bear them. */
#include "mentions/name_index.h"

#include <stdlib.h>

#include "grow.h"
#include "reading.h"

struct name_slot {
    suitor_sv name; /* borrowed from a person */
    uint32_t hash, round;
    name_bearers bearers;
};

enum { FIRST_SLOTS = 64 };

static const name_bearers nobody = { NONE, NONE, NONE, NONE, NONE };

struct listed_person {
    uint32_t round, person;
};

static suitor_sv beginning(suitor_sv name, const struct name_cut *cut)
{
    return suitor_sv_make(name.ptr, cut->at);
}

static suitor_sv ending(suitor_sv name, const struct name_cut *cut)
{
    return suitor_sv_make(name.ptr + cut->at + 1, name.len - cut->at - 1);
}

/* The hash of `n` bytes, from which on VOCAB_SHORT can be read. */
static uint32_t part_hash(const char *part, size_t n)
{
    if (n > VOCAB_SHORT)
        return strmap_hash(suitor_sv_make(part, n));
    vocab_key key = vocab_key_of(part, n);
    uint64_t hash = (key.head ^ key.tail * UINT64_C(0xD6E8FEB86659FD93)) + n;
    return (uint32_t)(hash * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

void name_hash(cut_name *name)
{
    name->hash = part_hash(name->bytes, name->len);
    for (uint32_t i = 0; i < name->n_cuts; i++) {
        struct name_cut *cut = &name->cuts[i];
        cut->beginning = part_hash(name->bytes, cut->at);
        cut->ending = part_hash(name->bytes + cut->at + 1, name->len - cut->at - 1);
    }
}

void name_cut_up(cut_name *name)
{
    name->n_cuts = 0;
    for (uint32_t i = 0; i < name->len && name->n_cuts < NAME_MOST_CUTS; i++)
        if (name->bytes[i] == ' ')
            name->cuts[name->n_cuts++].at = i;
    name_hash(name);
}

void name_cut_copy(cut_name *out, suitor_sv folded)
{
    if (folded.len)
        memcpy(out->bytes, folded.ptr, folded.len);
    out->len = (uint32_t)folded.len;
    name_cut_up(out);
}

bool name_index_begin(name_index *x, uint32_t n_listed)
{
    const uint32_t cap = x->listed_cap;

    if (!grow(&x->listed, &x->listed_cap, n_listed + 1, sizeof *x->listed))
        return false;
    if (cap < x->listed_cap)
        memset(x->listed + cap, 0, (x->listed_cap - cap) * sizeof *x->listed);
    x->round++;
    if (x->round == 0) { /* come round */
        memset(x->listed, 0, x->listed_cap * sizeof *x->listed);
        if (x->slots)
            memset(x->slots, 0, ((size_t)x->mask + 1) * sizeof *x->slots);
        x->round = 1;
    }
    x->count = 0;
    x->has_gaps = false;
    return true;
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
static name_bearers *find(const name_index *x, suitor_sv name, uint32_t hash)
{
    if (x->count == 0)
        return NULL;
    name_slot *slot = slot_of(x, name, hash);
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
static name_bearers *find_or_add(name_index *x, suitor_sv name, uint32_t hash)
{
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

static bool add_parts(name_index *x, suitor_sv name, const struct name_cut *cut, bool is_player,
                      uint32_t i)
{
    name_bearers *b = find_or_add(x, beginning(name, cut), cut->beginning);

    if (!b)
        return false;
    note(&b->beginning, i, false);
    note(&b->late_beginning, i, true);
    b = find_or_add(x, ending(name, cut), cut->ending);
    if (!b)
        return false;
    note(&b->ending, i, false);
    note(&b->late_ending, i, is_player);
    return true;
}

bool name_index_add(name_index *x, const cut_name *name, suitor_sv kept, bool is_player, uint32_t i)
{
    name_bearers *b = find_or_add(x, kept, name->hash);

    if (!b)
        return false;
    note(&b->whole, i, false);
    for (uint32_t k = 0; k < name->n_cuts; k++)
        if (!add_parts(x, kept, &name->cuts[k], is_player, i))
            return false;
    return true;
}

static void forget(uint32_t *bearer, uint32_t i)
{
    if (*bearer == i)
        *bearer = NONE;
}

void name_index_drop(name_index *x, const cut_name *name, uint32_t i)
{
    name_bearers *b = find(x, name_text(name), name->hash);

    x->has_gaps = true;
    if (b)
        forget(&b->whole, i);
    for (uint32_t k = 0; k < name->n_cuts; k++) {
        const struct name_cut *cut = &name->cuts[k];
        if ((b = find(x, beginning(name_text(name), cut), cut->beginning)))
            forget(&b->beginning, i);
        if ((b = find(x, ending(name_text(name), cut), cut->ending)))
            forget(&b->ending, i);
    }
}

name_bearers name_index_bearers(const name_index *x, const cut_name *name)
{
    const name_bearers *b = find(x, name_text(name), name->hash);

    return b ? *b : nobody;
}

void name_index_list(name_index *x, uint32_t listed, uint32_t i)
{
    if (x->listed[listed].round != x->round)
        x->listed[listed] = (struct listed_person){ x->round, i };
}

uint32_t name_index_listed(const name_index *x, uint32_t listed)
{
    return x->listed[listed].round == x->round ? x->listed[listed].person : NONE;
}

/* NONE is larger than any index. */
static uint32_t earlier(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Who bears all of `part` alone. */
static uint32_t whole(const name_index *x, suitor_sv part, uint32_t hash)
{
    const name_bearers *b = find(x, part, hash);

    return b ? b->whole : NONE;
}

uint32_t name_index_related(const name_index *x, const cut_name *name)
{
    name_bearers b = name_index_bearers(x, name);
    uint32_t found = earlier(b.whole, earlier(b.beginning, b.ending));

    for (uint32_t k = 0; k < name->n_cuts; k++) {
        const struct name_cut *cut = &name->cuts[k];
        found = earlier(found, earlier(whole(x, beginning(name_text(name), cut), cut->beginning),
                                       whole(x, ending(name_text(name), cut), cut->ending)));
    }
    return found;
}

void name_index_free(name_index *x)
{
    free(x->slots);
    free(x->listed);
    *x = (name_index){ 0 };
}
