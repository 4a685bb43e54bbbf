/* Commands that show the first N of a ranking of the market, of all or seen from somebody. */
#ifndef CLI_RANKING_H
#define CLI_RANKING_H

#include "json.h"
#include "options.h"
#include "table.h"
#include "view.h"

/* The options that they take: --top. */
extern const cli_option ranking_options[];

/* Show the first `top` (0: all); `name` is NULL where none was given. Returns an exit status. */
typedef int (*ranking_show)(const view *v, const cli_settings *settings, const char *name,
                            uint32_t top);

/* Run the command that `spec`, whose options are ranking_options, describes. */
int ranking_run(const cli_spec *spec, ranking_show show, cli_settings *settings, int argc,
                char **argv);

/* Who a player is: cells of his name, club and position; the same as JSON. */
void ranking_player_cells(const view *v, uint32_t player, table *t);
void ranking_player_json(const view *v, uint32_t player, cJSON *o);

#endif
