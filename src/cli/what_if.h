/* What commands about the coming window share: their options, and reading what is made to
 * happen. */
#ifndef CLI_WHAT_IF_H
#define CLI_WHAT_IF_H

#include "options.h"
#include "progress.h"
#include "view.h"

enum {
    WHAT_IF_UNTIL,
    WHAT_IF_BUDGET,
    WHAT_IF_RUNS,
    WHAT_IF_SEED,
    WHAT_IF_THREADS,
    WHAT_IF_TOP,
    WHAT_IF_N_OPTIONS /* further ones of a command may follow */
};

extern const cli_option what_if_options[];

typedef struct {
    view view;
    suitor_window *window;
    suitor_simulate_options options;
    uint32_t top; /* rows of each table, 0 for all */
    progress line;
} what_if;

/* Show what was asked for; the progress line stands until what_if_answered(). Returns an exit
 * status. */
typedef int (*what_if_show)(what_if *w, const cli_settings *settings, const cli_arguments *args);

/* Run the command that `spec`, whose options are what_if_options, describes: open the market and
 * the window before it. */
int what_if_run(const cli_spec *spec, what_if_show show, cli_settings *settings, int argc,
                char **argv);

/* The work is done: the progress line goes. */
void what_if_answered(what_if *w);

/* Read "PLAYER -> CLUB", "PLAYER leaves", "PLAYER stays", "CLUB out" or "CLUB needs POSITION".
 * Returns an exit status, having said what went wrong. */
int what_if_read(const view *v, const char *text, suitor_do *out);

/* "a centre-back", "CB" or "centre-backs" as a position; SUITOR_POS_NONE, and said so, where it
 * is none. */
suitor_position what_if_position(const char *text);

/* "Alessandro Bastoni joins Liverpool"; clean, release with free(). */
char *what_if_words(const view *v, const suitor_do *d);

/* Where a player goes: a club's name, "somewhere", or "stays" for SUITOR_NO_INDEX. Clean,
 * release with free(). */
char *what_if_place(const view *v, uint32_t club);

#endif
