/* Many articles: extracted on several threads, their JSON lines told in the order in
 * which the articles were given, byte for byte the same for any number of threads.
 *
 *     suitor_bulk_new(extractor, &options, &bulk, &err);
 *     suitor_read(path, NULL, suitor_bulk_article, suitor_bulk_problem, bulk, &err);
 *     suitor_bulk_finish(bulk, &err);
 *     suitor_bulk_free(bulk);
 *
 * Memory is bounded by the number of threads and the longest article.
 */
#ifndef SUITOR_BULK_H
#define SUITOR_BULK_H

#include "suitor/extractor.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SUITOR_BULK_MAX_THREADS 64

typedef struct suitor_bulk suitor_bulk;

/* Told of whole JSON lines, each of an article and ended by a newline; borrowed until
 * it returns. A status other than SUITOR_OK ends the work and is passed on. */
typedef suitor_status (*suitor_lines_fn)(suitor_sv lines, void *user, suitor_error *err);

/* Both are called in the order of the input, never concurrently, on any thread. */
typedef struct {
    uint32_t n_threads; /* that extract, besides the one that gives; 1: that one does it all;
                           0: a thread for each core, 16 at most */
    suitor_lines_fn on_lines;
    suitor_problem_fn on_problem; /* may be NULL */
    void *user;                   /* handed to both */
    bool whole;                   /* lines hold all that suitor_import_claims() needs */
    /* What is wrong with an article becomes a line in its place, {"error": …}; only what cannot
     * be opened or read is told to on_problem. */
    bool problem_lines;
} suitor_bulk_options;

/* extractor  borrowed: must stand until suitor_bulk_free()
 * out        owned: release with suitor_bulk_free(); NULL unless SUITOR_OK
 * More than SUITOR_BULK_MAX_THREADS threads are SUITOR_ERR_INVALID. */
SUITOR_API suitor_status suitor_bulk_new(const suitor_extractor *extractor,
                                         const suitor_bulk_options *options, suitor_bulk **out,
                                         suitor_error *err);

/* Give an article, which is copied; waits while the threads have enough to do. A
 * suitor_article_fn whose `user` is the suitor_bulk. An article that cannot be
 * extracted is told to on_problem in its turn. Fails with what on_lines gave. */
SUITOR_API suitor_status suitor_bulk_article(const suitor_article *article, void *bulk,
                                             suitor_error *err);

/* Give a problem, to be told in its turn: a suitor_problem_fn likewise. */
SUITOR_API void suitor_bulk_problem(const suitor_error *problem, void *bulk);

/* Wait until all that was given has been told. Fails with what on_lines gave. */
SUITOR_API suitor_status suitor_bulk_finish(suitor_bulk *bulk, suitor_error *err);

/* End the threads. Accepts NULL. */
SUITOR_API void suitor_bulk_free(suitor_bulk *bulk);

#ifdef __cplusplus
}
#endif
#endif
