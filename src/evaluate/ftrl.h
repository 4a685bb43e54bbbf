/* Multinomial logistic regression by FTRL-proximal: stochastic gradient steps whose rates
 * adapt to each weight, and an L1 penalty that leaves most weights at zero.
 * H. B. McMahan et al. (2013), Ad click prediction: a view from the trenches, KDD,
 * doi:10.1145/2487575.2488200, algorithm 1, here with one weight a feature and label. */
#ifndef EVALUATE_FTRL_H
#define EVALUATE_FTRL_H

#include "samples.h"

/* Learn from the samples whose gold row is not of fold `left_out` (see learn.c; UINT32_MAX
 * leaves out none). *out owned: weights_free(). O(rounds · features of all samples · labels);
 * the same samples give the same weights. */
suitor_status ftrl_learn(const sample_set *set, const uint8_t *folds, uint32_t left_out,
                         weights *out, suitor_error *err);

#endif
