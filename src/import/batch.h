/* Rows into the store, many a transaction, with what users are told on the way. */
#ifndef IMPORT_BATCH_H
#define IMPORT_BATCH_H

#include "suitor/import.h"
#include "suitor/store.h"

typedef struct {
    suitor_store *store;
    const suitor_import_options *options;
    suitor_ingest_stats *stats, kept; /* as of the last commit */
    uint32_t size;                    /* rows a transaction */
    uint32_t n;                       /* rows of the one that is open */
} batch;

/* Before each row that is put, and behind it. Neither does anything in a dry run. */
suitor_status batch_open(batch *b, suitor_error *err);
suitor_status batch_close(batch *b, suitor_error *err);

/* Keep what was put. */
suitor_status batch_commit(batch *b, suitor_error *err);

/* Take back what was not committed, from the counts too. */
void batch_undo(batch *b);

/* A row that is left out. */
void batch_report(batch *b, const suitor_error *problem);

/* Tell how far it is, and learn whether to go on. */
bool batch_is_stopped(batch *b);

#endif
