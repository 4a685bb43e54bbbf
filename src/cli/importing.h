/* What the kinds of import share. */
#ifndef CLI_IMPORTING_H
#define CLI_IMPORTING_H

#include <suitor.h>

enum { IMPORT_MOST_COLUMNS = 16 };

/* Read `text`, the value of --map, "player=Name,club=To": views into it. False, and said so, where
 * it is something else. */
bool import_read_map(const char *text, suitor_import_column out[IMPORT_MOST_COLUMNS], uint32_t *n);

/* For suitor_import_options, with a `progress` as the user. */
void import_on_problem(const suitor_error *problem, void *user);
bool import_on_progress(const suitor_ingest_stats *so_far, void *user);

#endif
