/* Rivalries of clubs, printed. */
#ifndef CLI_RIVALRY_VIEW_H
#define CLI_RIVALRY_VIEW_H

#include "view.h"

/* The rivals of `club`, or with `rival` other than SUITOR_NO_INDEX the two head to
 * head. Returns an exit status. */
int rivalry_view(const view *v, const cli_settings *settings, uint32_t club, uint32_t rival);

#endif
