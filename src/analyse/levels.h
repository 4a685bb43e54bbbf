/* Clusters at many resolutions, and which of them holds. Inner to cluster.c. */
#ifndef ANALYSE_LEVELS_H
#define ANALYSE_LEVELS_H

#include "communities.h"
#include "suitor/cluster.h"

enum { LEVELS = 13 }; /* γ = 1/2 … 4, four an octave */

/* Fill levels[LEVELS] of `c`; *chosen becomes the index of the chosen one. */
suitor_status levels_find(const communities *c, const suitor_cluster_options *options,
                          suitor_level *levels, uint32_t *chosen, suitor_error *err);

#endif
