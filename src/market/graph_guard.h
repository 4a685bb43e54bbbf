/* igraph inside a library: its errors become statuses instead of ending the
 * program, and it prints nothing. igraph keeps this process-wide, so one thread
 * at a time builds markets. */
#ifndef MARKET_GRAPH_GUARD_H
#define MARKET_GRAPH_GUARD_H

#include <igraph.h>

#include "suitor/status.h"

/* Install handlers and the attribute table; cheap to repeat. */
void graph_guard_install(void);

/* The status of an igraph call, with igraph's own reason in `err`; `doing` says
 * what was tried ("adding edges"). */
suitor_status graph_check(igraph_error_t code, const char *doing, suitor_error *err);

#endif
