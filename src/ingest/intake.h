/* The way in: one thread reads, a crew extracts, and what comes of it is written in the order of
 * the input, by one at a time. The store is the same for any number of threads.
 */
#ifndef INGEST_INTAKE_H
#define INGEST_INTAKE_H

#include "suitor/ingest.h"

typedef struct intake intake;

/* extractor  NULL: the claims stand in the lines of the input already (claims_line.h)
 * options, stats  borrowed, as the others, until intake_free()
 * out  owned: release with intake_free(); NULL unless SUITOR_OK */
suitor_status intake_new(const suitor_extractor *extractor, suitor_store *store,
                         const suitor_ingest_options *options, suitor_ingest_stats *stats,
                         intake **out, suitor_error *err);

/* Read every article at `path`; they may still be under way when it returns. */
suitor_status intake_read(intake *in, const char *path, suitor_error *err);

/* Wait until all that was read is written and committed. When asked to stop, what was written
 * until then is kept, and that is SUITOR_OK.
 * st  what intake_read() gave; if that was a failure it is passed on */
suitor_status intake_finish(intake *in, suitor_status st, suitor_error *err);

/* What was not committed is taken back. Accepts NULL. */
void intake_free(intake *in);

#endif
