/* The one thread's work that keeps all others waiting: articles into the store, in their order,
 * many to a transaction, together with how far the file at hand has been read. Whatever can be
 * done without the store is done before (intake.c).
 */
#ifndef INGEST_KEEPER_H
#define INGEST_KEEPER_H

#include "buf.h"
#include "prepare.h"
#include "strmap.h"
#include "suitor/ingest.h"

/* An article on its way, or why it cannot be stored. */
typedef struct {
    const suitor_error *problem; /* NULL: the rest is set */
    suitor_facts facts;
    prepared what;
} outcome;

/* What is told of a file, in the order of the input. */
typedef enum { FILE_BEGINS, FILE_ENDS, FILE_IS_KNOWN } file_event;

typedef struct {
    file_event event;
    suitor_store_input input; /* its path is the one below */
    char path[];
} file_note;

typedef struct {
    suitor_store *store; /* NULL: there is none, for a dry run */
    const suitor_ingest_options *options;
    suitor_ingest_stats *stats;
    suitor_ingest_stats kept; /* as of the last commit */
    uint32_t in_batch;        /* articles and files in the open transaction */
    strmap seen;              /* of a dry run: digests of articles that would be new */
    bool in_file;
    suitor_store_input file; /* the one at hand, where there is one */
    buf path;                /* its path */
    uint64_t told, problems; /* of it, in this run */
    uint64_t bytes_before;   /* of the files before it */
} keeper;

/* `stats` is added to. */
void keeper_begin(keeper *k, suitor_store *store, const suitor_ingest_options *options,
                  suitor_ingest_stats *stats);

/* Each in the order of the input. When asked to stop they fail, with stats->stopped. */
suitor_status keeper_article(keeper *k, const suitor_article *article, const outcome *o,
                             suitor_error *err);
void keeper_problem(keeper *k, const suitor_error *problem);
suitor_status keeper_file(keeper *k, const file_note *note, suitor_error *err);

/* Keep what was written since the last time. */
suitor_status keeper_commit(keeper *k, suitor_error *err);

/* Take back what was not committed. */
void keeper_end(keeper *k);

#endif
