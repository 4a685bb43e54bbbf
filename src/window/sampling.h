/* Drawing windows with and without something done, on all cores, until there are enough. */
#ifndef WINDOW_SAMPLING_H
#define WINDOW_SAMPLING_H

#include "outcomes.h"

/* Draw windows of o->m, each without and with `what`, and sum up what differs. With
 * options->runs 0 until no move's standard error is above options->precision.
 * sums  zeroed by outcomes_sums_init() */
suitor_status sampling_run(const outcomes *o, const run_shock *what,
                           const suitor_simulate_options *options, outcomes_sums *sums,
                           suitor_error *err);

#endif
