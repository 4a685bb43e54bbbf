/* suitor chains: what follows from what, step by step. */
#include <stdio.h>
#include <stdlib.h>

#include "chain_view.h"
#include "say.h"

enum { ALL_CHAINS = 200 }; /* for --top 0 */

static const cli_spec spec = {
    .usage = "chains [PLAYER | CLUB | 'PLAYER -> CLUB' | 'PLAYER leaves']",
    .about = "The likeliest chains of moves, each made likelier by the one before, down to who\n"
             "stays because of it: from any move, from those of a player or a club, or from\n"
             "one that is made to happen. Beside the chance of a chain stands how often it\n"
             "came about in drawn windows, and why where the two differ.",
    .options = what_if_options,
    .examples = "  suitor chains\n"
                "  suitor chains Tottenham\n"
                "  suitor chains 'Van de Ven leaves'\n"
                "  suitor --json chains 'Bastoni -> Liverpool' --top 30\n",
    .max_names = 1,
    .takes_at = true,
};

static int show(what_if *w, const cli_settings *settings, const cli_arguments *args)
{
    const char *name = args->n_names ? args->names[0] : NULL;
    suitor_chains_from from;
    suitor_chain *chains = NULL;
    char *title = NULL;
    suitor_error err;
    uint32_t n = 0;
    int status = chain_read_from(&w->view, name, &from, &title);

    if (status == STATUS_DONE &&
        suitor_chains(w->window, &from, &w->options, w->top ? w->top : ALL_CHAINS, &chains, &n,
                      &err) != SUITOR_OK)
        status = say_error(&err);
    what_if_answered(w);
    if (status == STATUS_DONE && settings->json)
        json_print(chain_json(w, chains, n));
    else if (status == STATUS_DONE)
        chain_print(w, title, chains, n);
    free(chains);
    free(title);
    return status;
}

int cmd_chains(cli_settings *settings, int argc, char **argv)
{
    return what_if_run(&spec, show, settings, argc, argv);
}
