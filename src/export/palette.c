/* Colours of clusters. The clusters that most vertices belong to take the colours of the style in
 * turn; the rest shares one. */
#include <stdlib.h>

#include "drawing.h"

typedef struct {
    uint32_t cluster, vertices;
} share;

static int largest_first(const void *a, const void *b)
{
    const share *x = a, *y = b;

    if (x->vertices != y->vertices)
        return x->vertices > y->vertices ? -1 : 1;
    return (x->cluster > y->cluster) - (x->cluster < y->cluster);
}

static void count(drawing *d, share *shares, const uint32_t *entities, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t cluster = d->groups->of[entities[i]];
        if (cluster == SUITOR_NO_INDEX)
            d->has_others = true;
        else
            shares[cluster].vertices++;
    }
}

bool choose_palette(drawing *d)
{
    uint32_t n = d->groups ? d->groups->found->n_clusters : 0;
    share *shares = calloc((size_t)n + 1, sizeof *shares);

    d->shown = calloc((size_t)d->style->n_clusters + 1, sizeof *d->shown);
    if (!shares || !d->shown) {
        free(shares);
        return false;
    }
    for (uint32_t i = 0; i < n; i++)
        shares[i].cluster = i;
    if (d->groups) {
        count(d, shares, d->scene->players, d->scene->n_players);
        count(d, shares, d->scene->clubs, d->scene->n_clubs);
        qsort(shares, n, sizeof *shares, largest_first);
    }
    while (d->n_shown < n && d->n_shown < d->style->n_clusters && shares[d->n_shown].vertices) {
        d->shown[d->n_shown] = shares[d->n_shown].cluster;
        d->n_shown++;
    }
    d->has_others = d->has_others || (d->n_shown < n && shares[d->n_shown].vertices);
    free(shares);
    return true;
}

style_cluster palette_of(const drawing *d, uint32_t entity)
{
    uint32_t cluster = d->groups ? d->groups->of[entity] : SUITOR_NO_INDEX;

    for (uint32_t i = 0; cluster != SUITOR_NO_INDEX && i < d->n_shown; i++)
        if (d->shown[i] == cluster)
            return d->style->clusters[i];
    return d->style->no_cluster;
}
