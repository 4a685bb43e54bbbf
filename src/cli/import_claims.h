/* suitor import claims: what `extract --with-text` printed, into the store. */
#ifndef CLI_IMPORT_CLAIMS_H
#define CLI_IMPORT_CLAIMS_H

#include "cli.h"

/* A command; argv as of `import`. */
cli_command import_claims;

#endif
