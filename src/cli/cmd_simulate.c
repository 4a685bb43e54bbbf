/* suitor simulate: what one transfer does to the others. */
#include "say.h"
#include "simulation_view.h"

enum { MOST_DONE = 16 };

static const cli_spec spec = {
    .usage = "simulate WHAT…",
    .about = "What follows if something happens: 'PLAYER -> CLUB', 'PLAYER leaves', 'PLAYER\n"
             "stays', 'CLUB out' (buys nobody), 'CLUB needs POSITION'; several at once. Of every\n"
             "move that is affected: its chance before, after, the change, and twice its\n"
             "standard error. Small markets are solved exactly, others drawn many times.",
    .options = what_if_options,
    .examples = "  suitor simulate 'Bastoni -> Liverpool'\n"
                "  suitor simulate 'Van de Ven leaves' 'Chelsea out' --until 2026-09-01\n"
                "  suitor --json simulate 'Murillo stays' --runs 20000 --seed 7\n",
    .min_names = 1,
    .max_names = MOST_DONE,
    .takes_at = true,
};

static int show(what_if *w, const cli_settings *settings, const cli_arguments *args)
{
    suitor_do done[MOST_DONE];
    uint32_t n = (uint32_t)args->n_names;
    suitor_simulation s;
    suitor_error err;
    int status = STATUS_DONE;

    for (uint32_t i = 0; status == STATUS_DONE && i < n; i++)
        status = what_if_read(&w->view, args->names[i], &done[i]);
    if (status != STATUS_DONE)
        return status;
    if (suitor_simulate(w->window, done, n, &w->options, &s, &err) != SUITOR_OK) {
        say_error(&err);
        return err.code == SUITOR_ERR_INVALID ? STATUS_USAGE : STATUS_FAILED;
    }
    what_if_answered(w);
    if (settings->json)
        json_print(simulation_json(w, done, n, &s));
    else
        simulation_print(w, done, n, &s);
    suitor_simulation_clear(&s);
    return STATUS_DONE;
}

int cmd_simulate(cli_settings *settings, int argc, char **argv)
{
    return what_if_run(&spec, show, settings, argc, argv);
}
