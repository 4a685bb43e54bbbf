/* suitor import: what others know, into the store. Each kind is a command of its own. */
#include <string.h>

#include "import_claims.h"
#include "import_registers.h"
#include "import_rumours.h"
#include "options.h"
#include "say.h"

static const cli_spec spec = {
    .usage = "import rumours|claims|clubs|players|transfers [OPTION…] FILE…",
    .about = "Read what others know into the store:\n"
             "  rumours    a table: a club wants a player (CSV, TSV)\n"
             "  claims     what 'suitor extract --with-text' printed\n"
             "  clubs      a register of clubs: a table, or the notation of football.txt\n"
             "  players    a register of people: a table\n"
             "  transfers  a table of moves that happened, for records and backtests\n"
             "'suitor import KIND --help' tells of each.",
    .examples = "  suitor import rumours rumours.csv\n"
                "  suitor import clubs england.clubs.txt clubs.csv\n"
                "  suitor import players people.csv\n"
                "  suitor import transfers --season 2024-25 moves.csv\n",
    .min_names = 2,
    .max_names = -1,
};

static const struct {
    const char *name;
    cli_command *run;
} kinds[] = {
    { "rumours", import_rumours }, { "claims", import_claims },       { "clubs", import_clubs },
    { "players", import_players }, { "transfers", import_transfers },
};

enum { N_KINDS = sizeof kinds / sizeof *kinds };

static int kind_named(const char *name)
{
    for (int i = 0; i < N_KINDS; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return i;
    return -1;
}

static int unknown(const char *name)
{
    const char *names[N_KINDS];

    for (int i = 0; i < N_KINDS; i++)
        names[i] = kinds[i].name;
    const char *closest = say_closest(name, names, N_KINDS);
    say("import: '%s' is no kind of input%s%s%s; there are 'rumours', 'claims', 'clubs', "
        "'players' and 'transfers'",
        name, closest ? " (did you mean '" : "", closest ? closest : "", closest ? "'?)" : "");
    return STATUS_USAGE;
}

int cmd_import(cli_settings *settings, int argc, char **argv)
{
    cli_arguments args;
    int status;

    for (int i = 1; i < argc; i++) {
        int kind = kind_named(argv[i]);
        if (kind >= 0)
            return kinds[kind].run(settings, argc, argv);
    }
    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    return unknown(args.names[0]);
}
