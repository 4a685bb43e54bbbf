/* How sure clusters are: the same made of resampled articles. Inner to cluster.c. */
#ifndef ANALYSE_STABILITY_H
#define ANALYSE_STABILITY_H

#include "communities.h"
#include "suitor/cluster.h"

/* Draw options->resamples times and cluster at `resolution`.
 * found  room for resamples × n_clubs numbers; found[r * n_clubs + c] becomes the community of
 *        club number c in resample r, SUITOR_NO_INDEX where it meets nobody there */
suitor_status stability_resample(const suitor_market *market, const suitor_cluster_options *options,
                                 double resolution, uint32_t *found, suitor_error *err);

#endif
