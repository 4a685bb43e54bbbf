/* A player's race, and the market's hottest races, printed. */
#ifndef CLI_RACE_VIEW_H
#define CLI_RACE_VIEW_H

#include "view.h"

/* All return an exit status. */
int race_view_player(const view *v, const cli_settings *settings, uint32_t player);
int race_view_hottest(const view *v, const cli_settings *settings, uint32_t limit);

#endif
