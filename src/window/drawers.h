/* What threads draw windows with: each has a run and its replay. */
#ifndef WINDOW_DRAWERS_H
#define WINDOW_DRAWERS_H

#include "replay.h"

typedef struct {
    run run;
    replay *replay;
} drawer;

/* out owned: release with drawers_free(); NULL unless SUITOR_OK */
suitor_status drawers_new(const moves *m, uint64_t seed, uint32_t n, drawer **out,
                          suitor_error *err);
void drawers_free(drawer *drawers, uint32_t n);

/* The number of threads that `options` ask for; SUITOR_ERR_INVALID for too many. */
suitor_status drawers_count(const suitor_simulate_options *options, uint32_t *out,
                            suitor_error *err);

#endif
