#include "ranking.h"

enum { TOP };
enum { DEFAULT_TOP = 12 };

const cli_option ranking_options[] = {
    { "top", 0, "N", "the first N (default: 12, 0 for all)", false },
    { NULL, 0, NULL, NULL, false },
};

int ranking_run(const cli_spec *spec, ranking_show show, cli_settings *settings, int argc,
                char **argv)
{
    cli_arguments args;
    uint32_t top = DEFAULT_TOP;
    int status;
    view v;

    if (!options_read(spec, settings, argc, argv, &args, &status))
        return status;
    if (args.value[TOP] && !options_number("top", NULL, args.value[TOP], 0, UINT32_MAX, &top))
        return STATUS_USAGE;
    status = view_open(settings, &v);
    if (status == STATUS_DONE)
        status = show(&v, settings, args.n_names ? args.names[0] : NULL, top);
    view_close(&v);
    return status;
}

static const char *position_of(const view *v, uint32_t player)
{
    return suitor_position_name(view_entity(v, player)->position);
}

void ranking_player_cells(const view *v, uint32_t player, table *t)
{
    table_name(t, view_name(v, player));
    table_name(t, view_name(v, suitor_market_club_of(v->market, player)));
    table_cell(t, "%s", position_of(v, player));
}

void ranking_player_json(const view *v, uint32_t player, cJSON *o)
{
    json_add_text(o, "player", view_name(v, player));
    json_add_text(o, "club", view_name(v, suitor_market_club_of(v->market, player)));
    json_add_text(o, "position", suitor_sv_of(position_of(v, player)));
}
