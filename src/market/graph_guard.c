/* igraph's handlers. The default one aborts the program; ours frees igraph's
 * stack of temporaries, as it must, and keeps the reason for graph_check(). */
#include "graph_guard.h"

#include <stdio.h>

#include "fail.h"

static _Thread_local char last_reason[256];

static void keep_reason(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)code;
    if (*reason) /* callers up the chain report the same error again, without a reason */
        snprintf(last_reason, sizeof last_reason, "%s (%s:%d)", reason, file, line);
    IGRAPH_FINALLY_FREE();
}

void graph_guard_install(void)
{
#if IGRAPH_VERSION_MAJOR >= 1
    igraph_setup();
#endif
    igraph_set_error_handler(keep_reason);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    igraph_set_attribute_table(&igraph_cattribute_table);
}

suitor_status graph_check(igraph_error_t code, const char *doing, suitor_error *err)
{
    suitor_status st = code == IGRAPH_ENOMEM ? SUITOR_ERR_NOMEM : SUITOR_ERR_GRAPH;

    if (code == IGRAPH_SUCCESS)
        return SUITOR_OK;
    fail(err, st, "igraph, %s: %s", doing, *last_reason ? last_reason : igraph_strerror(code));
    *last_reason = '\0';
    return st;
}
