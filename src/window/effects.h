/* From what was counted, or solved, to what is told. */
#ifndef WINDOW_EFFECTS_H
#define WINDOW_EFFECTS_H

#include "outcomes.h"
#include "window_inner.h"

/* Means: before by move, the others by outcome. Errors are NULL where all is exact. */
typedef struct {
    const double *before, *difference, *error;
} effects_means;

/* Fill effects and arrivals of `out`, which owns them. `done` tells of moves that were made to
 * happen though they are no candidates. */
suitor_status effects_build(const suitor_window *window, const outcomes *o,
                            const effects_means *means, const suitor_do *done, uint32_t n_done,
                            suitor_simulation *out, suitor_error *err);

#endif
