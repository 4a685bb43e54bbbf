/* Which cluster (suitor/cluster.h) each player and club belongs to. */
#ifndef EXPORT_GROUPS_H
#define EXPORT_GROUPS_H

#include "suitor/cluster.h"

typedef struct {
    suitor_clustering *found; /* owned; as `suitor clusters` finds it, but without resamples */
    uint32_t *of; /* owned; by entity: index into found->clusters, SUITOR_NO_INDEX for none. A
                     player's is that of most of his suitors' weight */
} groups;

/* Find the clusters of `market`. `out` is released with groups_clear(), after a failure too. */
suitor_status groups_find(const suitor_market *market, groups *out, suitor_error *err);
void groups_clear(groups *g);

#endif
