/* Orders and sums that races and rivalries share. */
#ifndef ANALYSE_RANK_H
#define ANALYSE_RANK_H

#include "suitor/market.h"

/* Entities are in order of kind, then name, then id: so are their indices. For
 * qsort: descending by figure, then by name. */
int rank_compare(double figure_a, uint32_t entity_a, double figure_b, uint32_t entity_b);

/* exp(entropy) of `weights` as shares of their sum: the Hill number of order 1.
 * 0 for none or where all are 0. */
double rank_effective(const double *weights, uint32_t count);

/* How many of the `count` descending `weights` lead: those before the largest
 * ratio of one to the next. The gap must lie in the first half (rounded up), since
 * in the tail small numbers make large ratios; of equal gaps the first is taken;
 * where the first half has no gap at all, everyone level with the first leads. */
uint32_t rank_leaders(const double *weights, uint32_t count);

#endif
