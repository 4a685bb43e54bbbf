/* Pictures to files. */
#ifndef CLI_SAVE_H
#define CLI_SAVE_H

#include <stdio.h>

#include "cli.h"

/* Draws into `out`. */
typedef suitor_status save_draw(void *user, FILE *out, suitor_error *err);

/* Draw into `file`, NULL for standard output. The picture is made in memory first: when that
 * fails, an older file stays as it was. Returns an exit status, having said what went wrong. */
int save_picture(const char *file, save_draw *draw, void *user);

#endif
