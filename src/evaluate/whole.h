/* Inner to evaluate/: an evaluation with what it borrows from. */
#ifndef EVALUATE_WHOLE_H
#define EVALUATE_WHOLE_H

#include "score.h"

typedef struct {
    suitor_evaluation shown; /* first, so that one is found by the other */
    scorer score;
    gold_set gold;
    arena memory;
} whole;

/* Read the gold at `paths`, and that at `also`, whose rows are only to be learned from.
 * *out owned: whole_finish(), or suitor_evaluation_free() of its `shown`. */
suitor_status whole_read(const char *const *paths, uint32_t n_paths, const char *const *also,
                         uint32_t n_also, suitor_problem_fn on_problem, void *user, whole **out,
                         suitor_error *err);

/* Add the count up; what is returned is freed by suitor_evaluation_free(). */
suitor_evaluation *whole_finish(whole *w);

#endif
