#include "prints.h"

#include <stdlib.h>

#include "fail.h"
#include "printed.h"

static suitor_status no_memory(const suitor_store *store, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
}

void print_free(print *p)
{
    for (uint32_t i = 0; p->passages && i < p->n_told; i++)
        shingles_free(&p->passages[i]);
    free(p->passages);
    free(p->evidence);
    shingles_free(&p->words);
    *p = (print){ 0 };
}

static bool make(const printed *rows, print *out)
{
    *out = (print){ .article = rows->article, .day = rows->day, .n_told = rows->n_told };
    out->evidence = calloc(rows->n_told + 1, sizeof *out->evidence);
    out->passages = calloc(rows->n_told + 1, sizeof *out->passages);
    bool fits = out->evidence && out->passages && shingles_read(&out->words, rows->text) &&
                shingles_index(&out->words);
    for (uint32_t i = 0; fits && i < rows->n_told; i++) {
        out->evidence[i] = rows->told[i].id;
        fits = shingles_read(&out->passages[i], rows->told[i].sentence);
    }
    return fits;
}

suitor_status print_read(suitor_store *store, int64_t id, print *out, suitor_error *err)
{
    printed rows;
    suitor_status st = printed_read(store, id, &rows, err);

    if (st != SUITOR_OK || make(&rows, out))
        return st;
    print_free(out);
    return no_memory(store, err);
}

/* Bytes that it holds beside itself. */
static size_t size_of(const print *p)
{
    size_t bytes = p->n_told * (sizeof *p->evidence + sizeof *p->passages) +
                   ((size_t)p->words.cap + p->words.set_cap) * sizeof *p->words.hashes;

    for (uint32_t i = 0; p->passages && i < p->n_told; i++)
        bytes += p->passages[i].cap * sizeof *p->passages[i].hashes;
    return bytes;
}

static print *place_of(const prints *all, int64_t id)
{
    return &all->kept[(uint64_t)id % PRINTS_KEPT];
}

void prints_keep(prints *all, print *p)
{
    if (!all->kept)
        all->kept = calloc(PRINTS_KEPT, sizeof *all->kept);
    if (!all->kept || p->article == 0) { /* then it is read again */
        print_free(p);
        return;
    }
    if (all->bytes + size_of(p) > PRINTS_BYTES)
        prints_forget(all);
    print *place = place_of(all, p->article);
    all->bytes -= size_of(place);
    print_free(place);
    *place = *p;
    all->bytes += size_of(place);
    *p = (print){ 0 };
}

suitor_status prints_get(suitor_store *store, int64_t id, const print **out, suitor_error *err)
{
    prints *all = &store->prints;
    print fresh = { 0 };

    if (all->kept && place_of(all, id)->article == id) {
        *out = place_of(all, id);
        return SUITOR_OK;
    }
    suitor_status st = print_read(store, id, &fresh, err);
    if (st != SUITOR_OK)
        return st;
    prints_keep(all, &fresh);
    if (!all->kept)
        return no_memory(store, err);
    *out = place_of(all, id);
    return SUITOR_OK;
}

void prints_forget(prints *all)
{
    for (size_t i = 0; all->kept && i < PRINTS_KEPT; i++)
        print_free(&all->kept[i]);
    all->bytes = 0;
}

void prints_free(prints *all)
{
    prints_forget(all);
    free(all->kept);
    *all = (prints){ 0 };
}
