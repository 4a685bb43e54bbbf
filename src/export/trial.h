/* Free layouts of a network, to choose from. */
#ifndef EXPORT_TRIAL_H
#define EXPORT_TRIAL_H

#include "network.h"

/* Places of all vertices, as the engine made them with the seed that gives the
 * network easiest to follow on a canvas `width` points wide. `best` has room for
 * every vertex of the graph, whose order it takes. */
suitor_status trial_choose(GVC_t *gvc, drawing *d, double width, place *best, suitor_error *err);

#endif
