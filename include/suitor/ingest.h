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
    uint64_t foreign;   /* of the articles added, those in another language than the lexicon's */
    uint64_t files;     /* regular files read to their ends */
    uint64_t known;     /* regular files that the store knows to be unchanged: not read */
    uint64_t bytes;     /* of both, and of the part read of JSON lines */
    bool stopped;       /* on_progress or read.stop asked to stop */
} suitor_ingest_stats;

/* Told of the counts after each article; false asks to stop there. On any thread, one at a time. */
typedef bool (*suitor_progress_fn)(const suitor_ingest_stats *so_far, void *user);

typedef struct {
    suitor_read_options read;
    uint32_t batch;                 /* articles a transaction, at least 1 */
    suitor_problem_fn on_problem;   /* may be NULL; on any thread, one at a time */
    suitor_progress_fn on_progress; /* may be NULL */
    void *user;                     /* handed to both */
    uint32_t n_threads;             /* as in suitor_bulk_options */
    bool again;                     /* read files, too, that the store knows to be unchanged */
    /* Read and count, write nothing. The store may then be open for reading, or NULL where there
     * is none. */
    bool dry_run;
    /* Of suitor_ingest_follow(): told whenever all that there was is in and committed; false asks
     * to stop there. May be NULL. */
    suitor_progress_fn on_caught_up;
} suitor_ingest_options;

#define SUITOR_INGEST_OPTIONS_INIT                                                                 \
    {                                                                                              \
        SUITOR_READ_OPTIONS_INIT, 256, NULL, NULL, NULL, 0, false, false, NULL                     \
    }

/* Read every article at `path` (see suitor_read), extract its claims and put it
 * into `store`. One thread reads, several extract, and one at a time writes, in the order
 * of the input: the store is the same for any number of threads.
 * options  NULL for the defaults above
 * stats    added to, so that one may be used for several paths; zero it before the first
 * A bad input is reported and skipped. Articles are committed in batches: when
 * asked to stop, all so far are kept; on failure the batch begun is undone, and
 * the counts of `stats` leave it out. The store remembers files by path, size and times:
 * ingesting again passes over those that are in, takes up JSON lines where they were left,
 * at their old end where they grew, and reads the rest. A file that gave nothing but
 * problems is not remembered. */
SUITOR_API suitor_status suitor_ingest(const char *path, const suitor_extractor *extractor,
                                       suitor_store *store, const suitor_ingest_options *options,
                                       suitor_ingest_stats *stats, suitor_error *err);

/* The same of several paths, in their order. */
SUITOR_API suitor_status suitor_ingest_all(const char *const *paths, size_t n_paths,
                                           const suitor_extractor *extractor, suitor_store *store,
                                           const suitor_ingest_options *options,
                                           suitor_ingest_stats *stats, suitor_error *err);

/* Ingest what is in `folders` and below, and then whatever is written or moved there, as soon as
 * it is closed or there, until asked to stop, which is SUITOR_OK.
 * every  seconds between looks; 0: wait until the system tells of changes, which it does not of
 *        those that other machines make in network folders. Where it cannot tell, which is said
 *        to on_problem, folders are looked at every two seconds.
 * Each problem is told once. */
SUITOR_API suitor_status suitor_ingest_follow(const char *const *folders, size_t n_folders,
                                              const suitor_extractor *extractor,
                                              suitor_store *store,
                                              const suitor_ingest_options *options, uint32_t every,
                                              suitor_ingest_stats *stats, suitor_error *err);

/* The same of lines that `suitor extract --with-text` printed, whose claims are taken as they
 * are: what comes to stand in the store is what ingesting their articles in that order would
 * have put there. A bad line is reported and skipped. */
SUITOR_API suitor_status suitor_import_claims(const char *const *paths, size_t n_paths,
                                              suitor_store *store,
                                              const suitor_ingest_options *options,
                                              suitor_ingest_stats *stats, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
