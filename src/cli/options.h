/* Arguments: what a command takes, read with getopt_long. Global options may
 * stand before or after the command's name. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli.h"

enum { MAX_OPTIONS = 10, MAX_REPEATS = 16 };

typedef struct {
    const char *name;  /* without "--" */
    char letter;       /* 0 for none */
    const char *value; /* what --help calls its value; NULL for a switch */
    const char *help;
    bool repeats; /* its values are gathered in `repeated`; one option of a command may */
} cli_option;

typedef struct {
    const char *usage;         /* "rivals [PLAYER | CLUB [CLUB]]" */
    const char *about;         /* one paragraph */
    const cli_option *options; /* its own, ended by a NULL name; NULL for none */
    const char *examples;      /* whole lines */
    int min_names, max_names;  /* arguments that are no options; max −1 for any number */
    bool takes_at;             /* whether --at means anything to it */
} cli_spec;

typedef struct {
    const char *value[MAX_OPTIONS]; /* by index of spec->options; NULL where not given */
    const char *repeated[MAX_REPEATS];
    uint32_t n_repeated;
    char **names;
    int n_names;
} cli_arguments;

/* Read a command's arguments, and global options into `settings`. False when the
 * command is not to run, with its exit status in *status: help was asked for and
 * given, or the arguments were wrong and that was said. */
bool options_read(const cli_spec *spec, cli_settings *settings, int argc, char **argv,
                  cli_arguments *out, int *status);

/* The same up to the command's name, which is at argv[*first] (argc: none).
 * `about` is told when help is asked for. */
bool options_read_global(cli_settings *settings, int argc, char **argv, void (*about)(FILE *out),
                         int *first, int *status);

/* Read `text`, the value of option `name`, as a whole number from `least` to `most` into
 * *out. False where it is none, which is said with `what` was expected, or the bounds
 * where that is NULL. */
bool options_number(const char *name, const char *what, const char *text, uint32_t least,
                    uint32_t most, uint32_t *out);

/* Read `text`, the value of --threads, as a number of threads; NULL leaves *out as it is. */
bool options_threads(const char *text, uint32_t *out);

/* Read `text`, the value of option `name`, as a date. False where it is none, which is said. */
bool options_day(const char *name, const char *text, int32_t *out);

/* The global options as lines of help. */
void options_help_global(FILE *out);

#endif
