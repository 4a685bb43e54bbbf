/* The whole way in: articles read, claims extracted and stored, in one call. */
#ifndef SUITOR_INGEST_H
#define SUITOR_INGEST_H

#include "suitor/extractor.h"
#include "suitor/store.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    uint64_t read;      /* articles found in the inputs */
    uint64_t added;     /* of these, new in the store */
    uint64_t unchanged; /* of these, in the store already */
    uint64_t skipped;   /* inputs and articles told to on_problem */
    uint64_t claims;    /* of the articles added */
    bool stopped;       /* on_progress or read.stop asked to stop */
} suitor_ingest_stats;

/* Told of the counts after each article; false asks to stop there. */
typedef bool (*suitor_progress_fn)(const suitor_ingest_stats *so_far, void *user);

typedef struct {
    suitor_read_options read;
    uint32_t batch;                 /* articles a transaction, at least 1 */
    suitor_problem_fn on_problem;   /* may be NULL */
    suitor_progress_fn on_progress; /* may be NULL */
    void *user;                     /* handed to both */
} suitor_ingest_options;

#define SUITOR_INGEST_OPTIONS_INIT                                                                 \
    {                                                                                              \
        SUITOR_READ_OPTIONS_INIT, 256, NULL, NULL, NULL                                            \
    }

/* Read every article at `path` (see suitor_read), extract its claims and put it
 * into `store`.
 * options  NULL for the defaults above
 * stats    added to, so that one may be used for several paths; zero it before the first
 * A bad input is reported and skipped. Articles are committed in batches: when
 * asked to stop, all so far are kept; on failure the batch begun is undone, and
 * the counts of `stats` leave it out. Ingesting again takes up where it ended. */
SUITOR_API suitor_status suitor_ingest(const char *path, const suitor_extractor *extractor,
                                       suitor_store *store, const suitor_ingest_options *options,
                                       suitor_ingest_stats *stats, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
