/* suitor import clubs, players, transfers: registers into the store. */
#ifndef CLI_IMPORT_REGISTERS_H
#define CLI_IMPORT_REGISTERS_H

#include "cli.h"

/* Commands; argv as of `import`. */
cli_command import_clubs, import_players, import_transfers;

#endif
