/* Registers: further clubs and people, from files that others keep (docs/registers.md). */
#ifndef EXTRACT_REGISTER_H
#define EXTRACT_REGISTER_H

#include "gazetteer/loader.h"

/* Add the clubs of the file at `path`, or if it has a column `born` the people, to a gazetteer that
 * is loaded otherwise. */
suitor_status register_load(loader *l, const char *path);

#endif
