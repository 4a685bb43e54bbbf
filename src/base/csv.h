/* Tables of other people, whose columns are found by name: comma-separated values as
 * in RFC 4180, or tab-separated ones with `#` comments as in data/. Which of the two is
 * told by the header line. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>

#include "arena.h"
#include "suitor/status.h"

enum { CSV_MAX_FIELDS = 128, CSV_NO_COLUMN = -1 };

typedef struct {
    const char *path; /* borrowed, for messages */
    arena *memory;    /* fields with quotation marks inside are copied there */
    suitor_sv rest;   /* what is still to be read */
    unsigned line;    /* in which the row last read begins, from 1 */
    unsigned n_lines; /* passed so far */
    unsigned n_fields;
    char separator;
    suitor_sv header[CSV_MAX_FIELDS];
} csv;

/* Begin reading `bytes`, which must stand as long as the fields are used. */
suitor_status csv_begin(csv *t, const char *path, suitor_sv bytes, arena *memory,
                        suitor_error *err);

/* Index of the column `name`, CSV_NO_COLUMN where there is none. */
int csv_column(const csv *t, const char *name);

/* The next row into `fields` (n_fields of them); *more false at the end. A row of
 * another number of fields is SUITOR_ERR_PARSE ("clubs.csv:14: …"). */
suitor_status csv_next(csv *t, suitor_sv fields[CSV_MAX_FIELDS], bool *more, suitor_error *err);

#endif
