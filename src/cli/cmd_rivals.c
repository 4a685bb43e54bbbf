/* suitor rivals: the hottest races, a player's race, a club's rivals, two clubs
 * head to head; the names given tell which. */
#include "options.h"
#include "race_view.h"
#include "rivalry_view.h"
#include "say.h"

enum { HOTTEST_RACES = 12 }; /* what a screen holds */

static const cli_spec spec = {
    .usage = "rivals [PLAYER | CLUB [CLUB]]",
    .about = "Of a player: his suitors, strongest first. Of a club: the clubs that want the\n"
             "same players. Of two clubs: the players both want. Without a name: the\n"
             "hottest races of the market. Names are found without case, accents or full\n"
             "spelling.",
    .examples = "  suitor rivals\n"
                "  suitor rivals Bastoni\n"
                "  suitor rivals Liverpool --at 2026-03-31\n"
                "  suitor --json rivals Liverpool 'man city'\n",
    .max_names = 2,
    .takes_at = true,
};

static int two_clubs(const view *v, const cli_settings *settings, char **names)
{
    uint32_t club, rival;
    int status = view_find(v, names[0], SUITOR_KIND_CLUB, &club);

    if (status == STATUS_DONE)
        status = view_find(v, names[1], SUITOR_KIND_CLUB, &rival);
    if (status != STATUS_DONE)
        return status;
    if (club != rival)
        return rivalry_view(v, settings, club, rival);
    say("'%s' and '%s' are the same club", names[0], names[1]);
    return STATUS_USAGE;
}

static int one_name(const view *v, const cli_settings *settings, const char *name)
{
    uint32_t entity;
    int status = view_find(v, name, SUITOR_N_KINDS, &entity);

    if (status != STATUS_DONE)
        return status;
    if (view_entity(v, entity)->kind == SUITOR_KIND_PLAYER)
        return race_view_player(v, settings, entity);
    return rivalry_view(v, settings, entity, SUITOR_NO_INDEX);
}

int cmd_rivals(cli_settings *settings, int argc, char **argv)
{
    cli_arguments args;
    int status;
    view v;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    status = args.n_names == 1 ? view_open_about(settings, args.names[0], SUITOR_N_KINDS, &v)
                               : view_open(settings, &v);
    if (status == STATUS_DONE && args.n_names == 0)
        status = race_view_hottest(&v, settings, HOTTEST_RACES);
    else if (status == STATUS_DONE && args.n_names == 1)
        status = one_name(&v, settings, args.names[0]);
    else if (status == STATUS_DONE)
        status = two_clubs(&v, settings, args.names);
    view_close(&v);
    return status;
}
