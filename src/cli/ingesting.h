/* Reading into the store, with a line that tells how far it is, and what came of it. */
#ifndef CLI_INGESTING_H
#define CLI_INGESTING_H

#include "cli.h"

/* Read the articles at `paths` or, without an extractor, the lines of claims there. Listeners
 * and stop of `options` are set here. Returns an exit status. */
int ingesting(const cli_settings *settings, char *const *paths, int n_paths,
              const suitor_extractor *extractor, suitor_ingest_options *options);

#endif
