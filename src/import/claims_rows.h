/* The rows of a line of claims. */
#ifndef IMPORT_CLAIMS_ROWS_H
#define IMPORT_CLAIMS_ROWS_H

#include "claims_scan.h"

/* Read all rows; those that others point to first. */
suitor_status line_rows(line *l, suitor_facts *out);

#endif
