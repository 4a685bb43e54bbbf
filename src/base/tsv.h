/* Tables of tab-separated values as in data/: `#` comments, one header line. */
#ifndef BASE_TSV_H
#define BASE_TSV_H

#include <stdbool.h>

#include "arena.h"
#include "suitor/status.h"

enum { TSV_MAX_FIELDS = 16 };

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

/* Cut the next part off a `|`-separated list; false when nothing is left. */
bool tsv_list_next(suitor_sv *list, suitor_sv *part);

#endif
