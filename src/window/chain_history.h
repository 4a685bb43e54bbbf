/* How often chains come about in drawn windows, and why not as often as their steps say. */
#ifndef WINDOW_CHAIN_HISTORY_H
#define WINDOW_CHAIN_HISTORY_H

#include "chain_paths.h"
#include "run.h"

/* Fill frequency, standard error and gap of `chains` (clubs as indices of candidates), which go
 * along `paths`, from `n_windows` windows drawn after `what` (NULL: nothing is done). */
suitor_status chain_history(const moves *m, const chain_path *paths, uint32_t n,
                            const run_shock *what, const suitor_simulate_options *options,
                            uint32_t n_windows, suitor_chain *chains, suitor_error *err);

#endif
