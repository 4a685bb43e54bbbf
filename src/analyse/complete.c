/* Completion by folded names, a blank before each word. */
#include "suitor/complete.h"

#include <stdlib.h>

#include "fail.h"
#include "fold.h"
#include "rank.h"

enum { LONGEST = 256 };

typedef struct {
    uint32_t entity;
    double heat;
} match;

/* " alessandro bastoni": room for LONGEST + 2 bytes; its length. */
static size_t fold_words(suitor_sv name, char *out)
{
    out[0] = ' ';
    size_t n = 1 + fold_name(name, out + 1, LONGEST);
    out[n] = '\0';
    return n;
}

static int hottest_first(const void *a, const void *b)
{
    const match *x = a, *y = b;

    return rank_compare(x->heat, x->entity, y->heat, y->entity);
}

static double *sum_heat(const suitor_market *market)
{
    uint32_t n;
    const suitor_edge *edges = suitor_market_edges(market, &n);
    double *heat = calloc((size_t)suitor_market_ledger(market)->n_entities + 1, sizeof *heat);

    for (uint32_t i = 0; heat && i < n; i++) {
        heat[edges[i].player] += edges[i].weight;
        heat[edges[i].club] += edges[i].weight;
    }
    return heat;
}

suitor_status suitor_complete(const suitor_market *market, suitor_sv text, uint32_t limit,
                              uint32_t **out, uint32_t *count, suitor_error *err)
{
    const suitor_ledger *l = suitor_market_ledger(market);
    char wanted[LONGEST + 2], name[LONGEST + 2];
    double *heat = sum_heat(market);
    match *found = calloc((size_t)l->n_entities + 1, sizeof *found);
    uint32_t n = 0, *entities = NULL;
    suitor_status st = SUITOR_OK;

    fold_words(text, wanted);
    for (uint32_t i = 0; heat && found && i < l->n_entities; i++) {
        fold_words(l->entities[i].name, name);
        if (strstr(name, wanted))
            found[n++] = (match){ i, heat[i] };
    }
    if (n)
        qsort(found, n, sizeof *found, hottest_first);
    n = limit && limit < n ? limit : n;
    if (n)
        entities = malloc(n * sizeof *entities);
    if (!heat || !found || (n && !entities)) {
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for %u names", l->n_entities);
        free(entities);
    } else {
        for (uint32_t i = 0; i < n; i++)
            entities[i] = found[i].entity;
        *out = entities;
        *count = n;
    }
    free(heat);
    free(found);
    return st;
}
