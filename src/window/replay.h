/* A window run again after something was made to happen, from its record: only groups in which
 * something differs are run, and what they touch. The result is the same, to the last bit, as
 * that of a whole run with the same shock.
 *
 * A group is reopened at the first moment at which anything that it depends on differs: its
 * multiplier, or which of its players are free. Until then it is as recorded. From then on its
 * points are decided anew; what closed groups did to it is taken from the record, and what
 * reopened ones do is done again.
 */
#ifndef WINDOW_REPLAY_H
#define WINDOW_REPLAY_H

#include "run.h"

/* A move whose estimate differs. */
typedef struct {
    uint32_t move;
    double estimate;
} replay_change;

typedef struct replay replay;

/* Room to replay windows of `r`, which must outlive it. out owned: replay_free(). */
suitor_status replay_new(run *r, replay **out, suitor_error *err);
void replay_free(replay *p);

/* Run the window that the run holds, which was without a shock, again with `shock`. The run is
 * the same afterwards as before.
 * changes  borrowed until the next call: the moves whose estimate differs, in no order */
suitor_status replay_window(replay *p, const run_shock *shock, const replay_change **changes,
                            uint32_t *count, suitor_error *err);

#endif
