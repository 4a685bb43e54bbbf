/* A clustering while it is made. Inner to cluster.c and its helpers. */
#ifndef ANALYSE_CLUSTERING_H
#define ANALYSE_CLUSTERING_H

#include "arena.h"
#include "projection.h"
#include "suitor/cluster.h"

/* What suitor_clusters() hands out, and behind it all that it points to. */
typedef struct {
    suitor_clustering result; /* first: what the caller sees */
    uint32_t first_club, n_clubs;
    uint32_t *cluster_of; /* by club number; SUITOR_NO_INDEX for none */
    uint32_t *found;      /* as by stability_resample(); NULL where not asked for */
    suitor_cluster *clusters;
    suitor_member *members; /* of all clusters, cluster by cluster */
    suitor_prize *prizes;
    suitor_pair *pairs;
    uint32_t *alone;
    uint32_t n_prizes, cap_prizes;
    arena names;
} clustering;

/* SUITOR_ERR_INVALID where `options` make no sense. */
suitor_status clustering_check(const suitor_cluster_options *options, suitor_error *err);

/* Fill the prizes of every cluster and what follows of them: its name, what it rests on,
 * whether it is thin. The members must be there. O(edges + prizes · log). */
suitor_status clustering_add_prizes(clustering *c, const suitor_market *market, suitor_error *err);

#endif
