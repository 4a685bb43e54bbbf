/* What is counted over windows: moves, and what they sum up to. Outcome numbers are those of the
 * moves, then of the players (that he leaves), then of cells (how many of a position join a
 * club). */
#ifndef WINDOW_OUTCOMES_H
#define WINDOW_OUTCOMES_H

#include "replay.h"

/* A club and a position, whose groups are several where players of either-ors are among them. */
typedef struct {
    uint32_t club;
    suitor_position position;
} outcomes_cell;

typedef struct {
    const moves *m;
    uint32_t *cell_of;    /* by group: into cells[], MOVES_NONE for somewhere */
    outcomes_cell *cells; /* by club, then position */
    uint32_t n_cells, n_outcomes;
} outcomes;

/* Zeroed `out` owned: release with outcomes_free(). */
suitor_status outcomes_init(outcomes *out, const moves *m, suitor_error *err);
void outcomes_free(outcomes *o);

/* Sums over windows: of the estimates without what was done, by move; of the differences that it
 * makes and of their squares, by outcome. */
typedef struct {
    double *before, *difference, *square;
    uint32_t n_windows;
} outcomes_sums;

bool outcomes_sums_init(outcomes_sums *s, const outcomes *o);
void outcomes_sums_free(outcomes_sums *s);
void outcomes_sums_clear(outcomes_sums *s, const outcomes *o);
void outcomes_sums_add(outcomes_sums *to, const outcomes_sums *from, const outcomes *o);

/* Room to count one window. */
typedef struct {
    double *difference; /* by outcome, zero between calls */
    uint32_t *touched;
    uint32_t n_touched;
} outcomes_counter;

bool outcomes_counter_init(outcomes_counter *c, const outcomes *o);
void outcomes_counter_free(outcomes_counter *c);

/* Add the window that `r` holds, in which `changes` differ after what was done. */
void outcomes_count(outcomes_counter *c, const outcomes *o, const run *r,
                    const replay_change *changes, uint32_t n, outcomes_sums *sums);

/* Mean difference of an outcome, and its standard error: of a mean, with the sample variance. */
double outcomes_difference(const outcomes_sums *s, uint32_t outcome);
double outcomes_error(const outcomes_sums *s, uint32_t outcome);

#endif
