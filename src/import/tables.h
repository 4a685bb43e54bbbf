/* Other people's tables with a header line, row by row: which column is what is found by
 * data/tables.tsv or said by the caller. */
#ifndef IMPORT_TABLES_H
#define IMPORT_TABLES_H

#include "arena.h"
#include "csv.h"
#include "spellings.h"
#include "suitor/import.h"

/* What a table is about: the words for its columns, and the fields there must be. */
typedef struct {
    const char *what;   /* in data/tables.tsv */
    uint32_t needed;    /* a bit a field */
    const char *fields; /* those there can be, for messages */
} table_kind;

typedef struct {
    const char *path;
    spellings words;
    csv rows;
    arena memory, scratch;
    int columns[N_FIELDS]; /* CSV_NO_COLUMN where there is none */
} table;

/* Read all of `path` ("-" standard input, packed or not) into `memory`. */
suitor_status table_read_file(const char *path, arena *memory, suitor_sv *bytes, suitor_error *err);

/* Begin with `bytes`, which must stand as long; `path` only tells where they are from. Zeroed
 * `out` owned: release with table_close(). */
suitor_status table_open(table *out, const char *path, suitor_sv bytes, const table_kind *kind,
                         const suitor_import_options *options, suitor_error *err);
void table_close(table *t);

/* Go back to the first row. */
suitor_status table_rewind(table *t, suitor_error *err);

/* The next row, which is borrowed until the next call: *row is all of it as it stands, *more false
 * at the end. SUITOR_ERR_PARSE for a row that is none; then the next can be read. */
suitor_status table_next(table *t, suitor_sv fields[CSV_MAX_FIELDS], suitor_sv *row, bool *more,
                         suitor_error *err);

/* A field of the row, trimmed; empty where there is no such column. */
suitor_sv table_field(const table *t, const suitor_sv *fields, import_field which);

/* SUITOR_ERR_PARSE: what is wrong with the row at hand, and what stands there where `found` is not
 * empty. */
suitor_status table_wrong(const table *t, const char *what, suitor_sv found, suitor_error *err);

suitor_sv table_trim(suitor_sv text);

/* "€20.00m", "20.00m", "500k" or "20000000" in millions; euros where no sign tells.
 * currency  ISO 4217
 * False, and *out 0, for what is no sum. */
bool table_money(suitor_sv text, double *out, char currency[4]);

#endif
