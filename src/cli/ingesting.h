/* Reading into the store, with a line that tells how far it is, and what came of it. */
#ifndef CLI_INGESTING_H
#define CLI_INGESTING_H

#include "cli.h"

/* Read the articles at `paths` or, without an extractor, the lines of claims there. Listeners
 * and stop of `options` are set here. Returns an exit status. */
int ingesting(const cli_settings *settings, char *const *paths, int n_paths,
              const suitor_extractor *extractor, suitor_ingest_options *options);

/* Read the articles in those folders, and then what comes into them, until Ctrl-C; says each time
 * what came.
 * every  as of suitor_ingest_follow() */
int ingesting_follow(const cli_settings *settings, char *const *folders, int n_folders,
                     const suitor_extractor *extractor, suitor_ingest_options *options,
                     uint32_t every);

#endif
