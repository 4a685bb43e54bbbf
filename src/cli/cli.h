/* What the files of the program share: settings, exit statuses, the commands. */
#ifndef CLI_H
#define CLI_H

#include <suitor.h>

enum {
    STATUS_DONE = 0,
    STATUS_FAILED = 1, /* something failed, or some inputs were skipped */
    STATUS_USAGE = 2   /* wrong arguments, or a name that is unknown or ambiguous */
};

/* The options that every command takes. */
typedef struct {
    const char *db; /* path of the store */
    int32_t at;     /* SUITOR_NO_DAY: everything known */
    bool json;
} cli_settings;

/* A command: argv[0] is its name. Returns an exit status. */
typedef int cli_command(cli_settings *settings, int argc, char **argv);

cli_command cmd_ingest, cmd_import, cmd_extract, cmd_rivals, cmd_explain, cmd_export, cmd_stats,
    cmd_eval, cmd_lexicon, cmd_learn, cmd_clusters, cmd_correct, cmd_timeline, cmd_similar,
    cmd_central, cmd_brokers, cmd_chains, cmd_simulate, cmd_keystones, cmd_need, cmd_names,
    cmd_article, cmd_serve, cmd_registers, cmd_backtest;

#endif
