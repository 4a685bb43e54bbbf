/* Tables of tab-separated values as in data/: `#` comments, one header line. */
#ifndef BASE_TSV_H
#define BASE_TSV_H

#include <stdbool.h>

#include "arena.h"
#include "suitor/status.h"

enum { TSV_MAX_FIELDS = 20 };

typedef struct {
    const char *path; /* borrowed, for messages */
    suitor_sv rest;   /* what is still to be read */
    unsigned line;    /* of the row last read, from 1 */
    unsigned n_fields;
} tsv;

/* Begin reading `bytes`; the header must be `header`, names split by one space. */
suitor_status tsv_begin(tsv *t, const char *path, suitor_sv bytes, const char *header,
                        suitor_error *err);

/* The next row into `fields` (n_fields of them); *more false at the end. A row
 * with another number of fields, or whose first field is empty, is
 * SUITOR_ERR_PARSE ("clubs.tsv:14: …"). */
suitor_status tsv_next(tsv *t, suitor_sv fields[TSV_MAX_FIELDS], bool *more, suitor_error *err);

/* What is done with a row; `t` tells where it stands. Fields are valid during the call only. */
typedef suitor_status (*tsv_row_fn)(void *user, const tsv *t, const suitor_sv *fields,
                                    suitor_error *err);

/* Call `on_row` for each row of the file at `path`, until one fails. */
suitor_status tsv_each(const char *path, const char *header, tsv_row_fn on_row, void *user,
                       suitor_error *err);

/* The same for every *.tsv of the folder `dir`, in the order of their names; nothing where it
 * can't be read. */
suitor_status tsv_each_in(const char *dir, const char *header, tsv_row_fn on_row, void *user,
                          suitor_error *err);

/* Cut the next part off a `|`-separated list; false when nothing is left. */
bool tsv_list_next(suitor_sv *list, suitor_sv *part);

#endif
