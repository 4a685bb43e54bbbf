/* Clusters, printed. */
#ifndef CLI_CLUSTER_VIEW_H
#define CLI_CLUSTER_VIEW_H

#include "view.h"

/* The clusters, of the tables the first `top` (0: all). Returns an exit status. */
int cluster_view(const view *v, const cli_settings *settings, const suitor_cluster_options *options,
                 uint32_t top);

/* What each resolution gives. Returns an exit status. */
int cluster_view_levels(const view *v, const cli_settings *settings,
                        const suitor_cluster_options *options);

#endif
