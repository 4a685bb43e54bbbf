/* The program: a table of commands over the library. Reads the options before
 * the command's name, and hands the rest to the command. */
#include <signal.h>
#include <stdlib.h>

#include <cjson/cJSON.h>

#include "memory.h"
#include "options.h"
#include "say.h"

static const struct {
    const char *name;
    cli_command *run;
    const char *help;
} commands[] = {
    { "ingest", cmd_ingest, "read articles into the store" },
    { "import", cmd_import, "read rumours, claims or registers into the store" },
    { "extract", cmd_extract, "print what articles say as JSON, store nothing" },
    { "rivals", cmd_rivals, "a player's race, a club's rivals, the hottest races" },
    { "explain", cmd_explain, "the sentences and the arithmetic behind one interest" },
    { "clusters", cmd_clusters, "clubs that keep meeting in races" },
    { "timeline", cmd_timeline, "how the interest in a player or of a club went by date" },
    { "similar", cmd_similar, "substitutes of a player" },
    { "central", cmd_central, "central clubs and players; whom else a club would look at" },
    { "brokers", cmd_brokers, "clubs between clusters" },
    { "chains", cmd_chains, "what follows from what, step by step" },
    { "simulate", cmd_simulate, "what one transfer does to the others" },
    { "keystones", cmd_keystones, "which single transfer would change most" },
    { "backtest", cmd_backtest, "what was foreseen of a window, and what came of it" },
    { "need", cmd_need, "whom a club would turn to if it were a man short" },
    { "export", cmd_export, "draw the market, or write it for other programs" },
    { "serve", cmd_serve, "a page and an API, for browsers at this machine" },
    { "names", cmd_names, "whom the first letters may mean" },
    { "article", cmd_article, "a text of the store, and what was read out of it" },
    { "correct", cmd_correct, "reject a claim, merge, split or rename, set a club; undo" },
    { "registers", cmd_registers, "what registers know of clubs, players and their transfers" },
    { "stats", cmd_stats, "what the store holds" },
    { "eval", cmd_eval, "how well labelled texts are read" },
    { "lexicon", cmd_lexicon, "what each phrase of the lexicon matches" },
    { "learn", cmd_learn, "learn from labelled texts how to read others" },
};

enum { N_COMMANDS = sizeof commands / sizeof *commands };

static void about(FILE *out)
{
    fputs("suitor reads football transfer articles and tells who competes with whom for whom.\n\n"
          "Usage: suitor [OPTION…] COMMAND …\n\nCommands:\n",
          out);
    for (int i = 0; i < N_COMMANDS; i++)
        fprintf(out, "  %-9s %s\n", commands[i].name, commands[i].help);
    fputs("\nOptions:\n", out);
    options_help_global(out);
    fputs("\nExamples:\n"
          "  suitor ingest articles/\n"
          "  suitor rivals Bastoni\n"
          "  suitor explain Bastoni Liverpool\n\n"
          "'suitor COMMAND --help' tells more of a command.\n",
          out);
}

static int find(const char *name)
{
    for (int i = 0; i < N_COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return i;
    return -1;
}

static int unknown(const char *name)
{
    const char *names[N_COMMANDS], *closest;

    for (int i = 0; i < N_COMMANDS; i++)
        names[i] = commands[i].name;
    closest = say_closest(name, names, N_COMMANDS);
    if (closest)
        say("unknown command '%s'; did you mean '%s'?", name, closest);
    else
        say("unknown command '%s'", name);
    fputs("Try 'suitor --help'.\n", stderr);
    return STATUS_USAGE;
}

/* "suitor help rivals" is "suitor rivals --help". */
static int help(cli_settings *settings, int argc, char **argv)
{
    char *asked[] = { argc > 1 ? argv[1] : NULL, "--help", NULL };
    int i;

    if (argc < 2) {
        about(stdout);
        return STATUS_DONE;
    }
    i = find(asked[0]);
    return i < 0 ? unknown(asked[0]) : commands[i].run(settings, 2, asked);
}

static int run(cli_settings *settings, int argc, char **argv)
{
    int i = find(argv[0]);

    if (i >= 0)
        return commands[i].run(settings, argc, argv);
    return strcmp(argv[0], "help") == 0 ? help(settings, argc, argv) : unknown(argv[0]);
}

/* A full disk shows only when the last buffer is written. */
static int flush(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    say("standard output could not be written: is the disk full?");
    return STATUS_FAILED;
}

int main(int argc, char **argv)
{
    cJSON_Hooks hooks = { memory_get, free }; /* so that building JSON cannot fail */
    cli_settings settings = { "market.db", SUITOR_NO_DAY, false };
    int first, status;

    cJSON_InitHooks(&hooks);
    /* A reader that goes away ("| head -1") ends the program, without a word and with the status
     * shells know for it, also where who started it ignores the signal, as systemd does. */
    signal(SIGPIPE, SIG_DFL);
    if (!options_read_global(&settings, argc, argv, about, &first, &status))
        return flush(status);
    if (first == argc) {
        about(stderr);
        return STATUS_USAGE;
    }
    return flush(run(&settings, argc - first, argv + first));
}
