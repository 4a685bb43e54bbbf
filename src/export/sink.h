/* Text on its way into a file, in large pieces. */
#ifndef EXPORT_SINK_H
#define EXPORT_SINK_H

#include <stdio.h>

#include "buf.h"
#include "suitor/status.h"

/* Write out what is in `b` and empty it: when it is large, or in any case.
 * SUITOR_ERR_NOMEM where something did not fit into it, SUITOR_ERR_IO. */
suitor_status sink_pass(buf *b, FILE *out, suitor_error *err);
suitor_status sink_drain(buf *b, FILE *out, suitor_error *err);

#endif
