/* Tables of rumours, row by row. */
#ifndef IMPORT_RUMOURS_H
#define IMPORT_RUMOURS_H

#include "suitor/article.h"
#include "suitor/date.h"
#include "suitor/import.h"
#include "tables.h"

/* A row as it is to be understood. */
typedef struct {
    suitor_sv player, club, owner, source, url; /* as written; empty where not told */
    suitor_sv text;                             /* the whole row */
    int32_t day;                                /* SUITOR_NO_DAY where it tells none */
    suitor_stage stage;
    suitor_position position; /* SUITOR_POS_NONE where not told */
    double value;             /* millions of `currency`, 0 where not told */
    char currency[4];
    unsigned line;
} rumour;

/* Open the table at `path` and find its columns. Zeroed `out` owned: release with
 * table_close(). */
suitor_status rumours_open(table *out, const char *path, const suitor_import_options *options,
                           suitor_error *err);

/* The same of `bytes`, which must stand as long; `path` only tells where they are from. */
suitor_status rumours_open_bytes(table *out, const char *path, suitor_sv bytes,
                                 const suitor_import_options *options, suitor_error *err);

/* The next row, whose texts are borrowed until the next call; *more false at the end. A row that
 * makes no sense is SUITOR_ERR_PARSE, and the next can be read. */
suitor_status rumours_next(table *t, const suitor_import_options *options, rumour *out, bool *more,
                           suitor_error *err);

#endif
