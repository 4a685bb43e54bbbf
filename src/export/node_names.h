/* What nodes are called in files. */
#ifndef EXPORT_NODE_NAMES_H
#define EXPORT_NODE_NAMES_H

#include "dataset.h"

/* Fill d->names, fit for every format (escape_acting()), and give every node its
 * id, "club:Liverpool": the same in every export, so that files of two days can be laid side by
 * side. Of several of one name the second has "#2" behind. False without memory. */
bool node_names(dataset *d);

#endif
