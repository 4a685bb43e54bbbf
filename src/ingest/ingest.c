/* One article through every stage on the way in: read → text and extract → store. Read this file
 * first, then intake.c. The way out (ledger → market → answers) begins with suitor_store_ledger()
 * and suitor_market_build().
 */
#include "suitor/ingest.h"

#include "intake.h"

static bool is_stopped(const suitor_ingest_options *options)
{
    return options && options->read.stop && *options->read.stop;
}

suitor_status suitor_ingest(const char *path, const suitor_extractor *extractor,
                            suitor_store *store, const suitor_ingest_options *options,
                            suitor_ingest_stats *stats, suitor_error *err)
{
    return suitor_ingest_all(&path, 1, extractor, store, options, stats, err);
}

suitor_status suitor_import_claims(const char *const *paths, size_t n_paths, suitor_store *store,
                                   const suitor_ingest_options *options, suitor_ingest_stats *stats,
                                   suitor_error *err)
{
    return suitor_ingest_all(paths, n_paths, NULL, store, options, stats, err);
}

suitor_status suitor_ingest_all(const char *const *paths, size_t n_paths,
                                const suitor_extractor *extractor, suitor_store *store,
                                const suitor_ingest_options *options, suitor_ingest_stats *stats,
                                suitor_error *err)
{
    static const suitor_ingest_options defaults = SUITOR_INGEST_OPTIONS_INIT;
    intake *in = NULL;
    suitor_error own; /* problems need the text even where the caller does not */
    suitor_status st;

    err = err ? err : &own;
    stats->stopped = false;
    st = intake_new(extractor, store, options ? options : &defaults, stats, &in, err);
    for (size_t i = 0; i < n_paths && st == SUITOR_OK && !is_stopped(options); i++)
        st = intake_read(in, paths[i], err);
    if (in)
        st = intake_finish(in, st, err);
    intake_free(in);
    return st;
}
