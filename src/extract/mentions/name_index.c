/* Four string maps from names and parts of names to people. */
#include "mentions/name_index.h"

#include "reading.h"

typedef struct {
    uint32_t kind, ref;
} listed_key;

static suitor_sv bytes_of(const listed_key *key)
{
    return suitor_sv_make((const char *)key, sizeof *key);
}

static uint32_t get(const strmap *map, suitor_sv key)
{
    uint32_t i = NONE;

    strmap_get(map, key, &i);
    return i;
}

static bool note(strmap *map, suitor_sv key, uint32_t i, bool replaces)
{
    uint32_t *slot = strmap_put(map, key, i, NULL);

    if (slot && (replaces || *slot == NONE))
        *slot = i;
    return slot != NULL;
}

static void forget(strmap *map, suitor_sv key, uint32_t i)
{
    uint32_t *slot = get(map, key) == i ? strmap_put(map, key, NONE, NULL) : NULL;

    if (slot)
        *slot = NONE;
}

static suitor_sv beginning(suitor_sv name, size_t blank) { return suitor_sv_make(name.ptr, blank); }

static suitor_sv ending(suitor_sv name, size_t blank)
{
    return suitor_sv_make(name.ptr + blank + 1, name.len - blank - 1);
}

void name_index_begin(name_index *x, bool surnames)
{
    strmap_reset(&x->wholes);
    strmap_reset(&x->beginnings);
    strmap_reset(&x->endings);
    strmap_reset(&x->listed);
    x->surnames = surnames;
}

bool name_index_add(name_index *x, const person *p, uint32_t i)
{
    listed_key key = { p->kind, p->gazetteer };
    bool ok = note(&x->wholes, p->folded, i, false) &&
              (p->gazetteer == NONE || note(&x->listed, bytes_of(&key), i, false));

    for (size_t k = 0; k < p->folded.len && ok; k++)
        if (p->folded.ptr[k] == ' ')
            ok =
                note(&x->beginnings, beginning(p->folded, k), i, x->surnames) &&
                note(&x->endings, ending(p->folded, k), i, x->surnames && p->kind == PERSON_PLAYER);
    return ok;
}

void name_index_drop(name_index *x, const person *p, uint32_t i)
{
    forget(&x->wholes, p->folded, i);
    for (size_t k = 0; k < p->folded.len; k++)
        if (p->folded.ptr[k] == ' ') {
            forget(&x->beginnings, beginning(p->folded, k), i);
            forget(&x->endings, ending(p->folded, k), i);
        }
}

uint32_t name_index_whole(const name_index *x, suitor_sv name) { return get(&x->wholes, name); }

uint32_t name_index_ending(const name_index *x, suitor_sv name) { return get(&x->endings, name); }

uint32_t name_index_beginning(const name_index *x, suitor_sv name)
{
    return get(&x->beginnings, name);
}

uint32_t name_index_listed(const name_index *x, uint8_t kind, uint32_t ref)
{
    listed_key key = { kind, ref };

    return get(&x->listed, bytes_of(&key));
}

/* NONE is larger than any index. */
static uint32_t earlier(uint32_t a, uint32_t b) { return a < b ? a : b; }

uint32_t name_index_related(const name_index *x, suitor_sv name)
{
    uint32_t found =
        earlier(get(&x->wholes, name), earlier(get(&x->beginnings, name), get(&x->endings, name)));

    for (size_t k = 0; k < name.len; k++)
        if (name.ptr[k] == ' ')
            found = earlier(found, earlier(get(&x->wholes, beginning(name, k)),
                                           get(&x->wholes, ending(name, k))));
    return found;
}

void name_index_free(name_index *x)
{
    strmap_free(&x->wholes);
    strmap_free(&x->beginnings);
    strmap_free(&x->endings);
    strmap_free(&x->listed);
}
