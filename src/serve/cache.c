/* A list in the order of use: there are hundreds of answers at most, and each took milliseconds. */
#include "cache.h"

#include <stdlib.h>

typedef struct entry {
    struct entry *next; /* used before this one */
    answer *kept;
    size_t n_bytes;
    suitor_sv key; /* behind the entry */
} entry;

struct cache {
    entry *first;
    size_t n_bytes, most_bytes;
};

/* What an entry costs beside its answer, roughly. */
enum { OVERHEAD = 256 };

cache *cache_new(size_t most_bytes)
{
    cache *c = calloc(1, sizeof *c);

    if (c)
        c->most_bytes = most_bytes;
    return c;
}

static void release(cache *c, entry *e)
{
    c->n_bytes -= e->n_bytes;
    answer_drop(e->kept);
    free(e);
}

void cache_free(cache *c)
{
    while (c && c->first) {
        entry *e = c->first;
        c->first = e->next;
        release(c, e);
    }
    free(c);
}

/* The link to the entry of `key`, or to the end. */
static entry **find(cache *c, suitor_sv key)
{
    entry **link = &c->first;

    while (*link && !suitor_sv_equal((*link)->key, key))
        link = &(*link)->next;
    return link;
}

answer *cache_get(cache *c, suitor_sv key)
{
    entry **link = find(c, key), *found = *link;

    if (!found)
        return NULL;
    *link = found->next;
    found->next = c->first;
    c->first = found;
    return answer_keep(found->kept);
}

static void shrink(cache *c)
{
    while (c->n_bytes > c->most_bytes && c->first) {
        entry **link = &c->first;
        while ((*link)->next)
            link = &(*link)->next;
        entry *last = *link;
        *link = NULL;
        release(c, last);
    }
}

void cache_put(cache *c, suitor_sv key, answer *a)
{
    entry **link = find(c, key), *e;

    if (*link) {
        e = *link;
        *link = e->next;
        release(c, e);
    }
    e = malloc(sizeof *e + key.len);
    if (!e)
        return;
    memcpy(e + 1, key.ptr, key.len);
    *e = (entry){ c->first, answer_keep(a), a->body.len + key.len + OVERHEAD,
                  suitor_sv_make((char *)(e + 1), key.len) };
    c->first = e;
    c->n_bytes += e->n_bytes;
    shrink(c);
}
