/* What is made to happen before a window begins, made ready for running. */
#ifndef WINDOW_SHOCK_H
#define WINDOW_SHOCK_H

#include "mechanism.h"
#include "run.h"

/* run_shock with what it points to. */
typedef struct {
    run_shock shock;
    uint32_t *gone, *gone_by;
    moves_effect *effects;
    mechanism_list list;
} shock;

/* Make `done` ready, whose players and clubs are indices of candidates, not of entities.
 * SUITOR_ERR_INVALID where one player is told to do two things, or what is named is not there.
 * Zeroed `out` owned: release with shock_free(). */
suitor_status shock_build(const moves *m, const suitor_do *done, uint32_t n, shock *out,
                          suitor_error *err);
void shock_free(shock *s);

#endif
