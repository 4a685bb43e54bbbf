/* Origins: sources that fold alike are one, so that a report told twice in two
 * spellings counts once; named as players are, by the commonest of them. */
#include <stdlib.h>

#include "entity.h"
#include "load.h"
#include "order.h"

typedef struct {
    suitor_sv folded, name;
    uint32_t place; /* of the source */
    uint32_t count; /* rows that spell it so */
    uint32_t group; /* of sources that fold alike, by folded name */
} source_note;

static int compare_folded(const void *left, const void *right)
{
    const source_note *a = left, *b = right;
    int order = order_bytes(a->folded, b->folded);

    if (order)
        return order;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return order_bytes(b->name, a->name);
}

static int compare_names(const void *left, const void *right)
{
    return order_bytes(((const source_note *)left)->name, ((const source_note *)right)->name);
}

/* Those that rows point to. */
static bool gather(load *l, uint32_t *counts, source_note *notes, uint32_t *n)
{
    for (uint32_t i = 0; i < l->n_rows; i++)
        counts[l->rows[i].origin]++;
    for (uint32_t i = 0; i < l->source_ids.count; i++) {
        if (counts[i] == 0)
            continue;
        suitor_sv folded = name_fold(&l->passing, l->sources[i]);
        if (!folded.ptr)
            return false;
        notes[(*n)++] = (source_note){ folded, l->sources[i], i, counts[i], 0 };
    }
    return true;
}

/* Number the groups by folded name, and leave the first of each in `heads`. */
static uint32_t group(source_note *notes, uint32_t n, source_note *heads)
{
    uint32_t n_heads = 0;

    for (uint32_t i = 0; i < n; i++) {
        if (i == 0 || !suitor_sv_equal(notes[i].folded, notes[i - 1].folded)) {
            heads[n_heads] = notes[i];
            heads[n_heads].group = n_heads;
            n_heads++;
        }
        notes[i].group = n_heads - 1;
    }
    return n_heads;
}

static bool hand_over(load *l, source_note *heads, uint32_t n_heads, uint32_t *index_of_group)
{
    suitor_sv *origins = arena_zeros(l->memory, n_heads, sizeof *origins);

    if (!origins)
        return false;
    for (uint32_t i = 0; i < n_heads; i++) {
        index_of_group[heads[i].group] = i;
        origins[i] = arena_copy(l->memory, heads[i].name);
        if (!origins[i].ptr)
            return false;
    }
    l->out->origins = origins;
    l->out->n_origins = n_heads;
    return true;
}

suitor_status load_origins(load *l)
{
    uint32_t count = l->source_ids.count, n = 0, n_heads = 0;
    uint32_t *counts = arena_zeros(&l->passing, count, sizeof *counts);
    uint32_t *index = arena_zeros(&l->passing, count, sizeof *index);
    uint32_t *of_group = arena_zeros(&l->passing, count, sizeof *of_group);
    source_note *notes = arena_zeros(&l->passing, count, sizeof *notes);
    source_note *heads = arena_zeros(&l->passing, count, sizeof *heads);

    if (!counts || !index || !of_group || !notes || !heads || !gather(l, counts, notes, &n))
        return load_no_memory(l);
    qsort(notes, n, sizeof *notes, compare_folded);
    n_heads = group(notes, n, heads);
    qsort(heads, n_heads, sizeof *heads, compare_names);
    if (!hand_over(l, heads, n_heads, of_group))
        return load_no_memory(l);
    for (uint32_t i = 0; i < n; i++)
        index[notes[i].place] = of_group[notes[i].group];
    for (uint32_t i = 0; i < l->n_rows; i++)
        l->rows[i].origin = index[l->rows[i].origin];
    return SUITOR_OK;
}
