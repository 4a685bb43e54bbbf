/* Registers: further clubs, from files that others keep (docs/extraction.md). */
#ifndef EXTRACT_REGISTER_H
#define EXTRACT_REGISTER_H

#include "gazetteer/loader.h"

/* Add the clubs of the file at `path` to a gazetteer that is loaded otherwise. */
suitor_status register_load(loader *l, const char *path);

#endif
