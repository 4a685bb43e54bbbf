/* A window solved instead of drawn: the chance of every move, exactly.
 *
 * A state says of every player whether he is still there or which of his moves he has made.
 * Between two days on which some club opens or closes the rates are constant, and the chances
 * of the states follow by uniformisation (Jensen, Skand. Aktuarietidskr. 36, 1953; Grassmann,
 * Comput. Oper. Res. 4, 1977): p(t) = Σ_n Poisson(n; Λt) · p(0) Uⁿ with U = I + Q / Λ.
 */
#ifndef WINDOW_EXACT_H
#define WINDOW_EXACT_H

#include "run.h"

enum { EXACT_STATES = 1 << 16 }; /* no more are tried */

/* Whether the moves' states, after `shock`, are few enough. */
bool exact_fits(const moves *m, const run_shock *shock);

/* The chance of every move after `shock` (NULL: none); forced moves have 1, all others of their
 * players 0. Off by less than 1e-9.
 * chances  of m->n_moves, filled
 * SUITOR_ERR_LIMIT where there are too many states. */
suitor_status exact_solve(const moves *m, const run_shock *shock, double *chances,
                          suitor_error *err);

#endif
