/* suitor import rumours: a table of rumours into the store. */
#ifndef CLI_IMPORT_RUMOURS_H
#define CLI_IMPORT_RUMOURS_H

#include "cli.h"

/* A command; argv as of `import`. */
cli_command import_rumours;

#endif
