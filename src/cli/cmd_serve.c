/* suitor serve: the page and the API, for people at this machine. */
#include <stdio.h>
#include <stdlib.h>

#include "options.h"
#include "page_view.h"
#include "say.h"
#include "stop.h"

enum { OPTION_PORT, OPTION_WORKERS, DEFAULT_PORT = 8420, MOST_WORKERS = 64 };

static const cli_option options[] = {
    { "port", 'p', "N", "port on 127.0.0.1, 0 for any that is free (8420)", false },
    { "workers", 0, "N", "answers worked on at a time (default: one a core)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "serve [--port N]",
    .about = "Serve a page that shows the market, and every command's answer as JSON under\n"
             "/api/ (docs/serve.md), to browsers and programs at this machine only. Nothing\n"
             "can be changed through it. Ctrl-C ends it.",
    .options = options,
    .examples = "  suitor serve\n"
                "  suitor --db summer.db serve --port 0\n",
};

static void on_ready(uint16_t port, void *user)
{
    const cli_settings *settings = user;

    printf("Serving %s at http://127.0.0.1:%u/ (Ctrl-C ends it)\n", settings->db, port);
    if (!suitor_page_is_built())
        puts("The page is not part of this program: './dev page' makes it. The API works.");
    fflush(stdout);
}

/* Said now rather than with every request. */
static int check_store(const cli_settings *settings)
{
    suitor_store *store = NULL;
    suitor_error err;
    int status = STATUS_DONE;

    if (suitor_store_open(settings->db, SUITOR_STORE_READ, &store, &err) != SUITOR_OK)
        status = say_error(&err);
    suitor_store_close(store);
    return status;
}

int cmd_serve(cli_settings *settings, int argc, char **argv)
{
    char path[MOST_PATH];
    cli_arguments args;
    uint32_t port = DEFAULT_PORT, workers = 0;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if ((args.value[OPTION_PORT] &&
         !options_number("port", NULL, args.value[OPTION_PORT], 0, UINT16_MAX, &port)) ||
        (args.value[OPTION_WORKERS] &&
         !options_number("workers", NULL, args.value[OPTION_WORKERS], 1, MOST_WORKERS, &workers)))
        return STATUS_USAGE;
    status = check_store(settings);
    if (status != STATUS_DONE)
        return status;
    const suitor_serve_options served = { .program = page_view_program(path),
                                          .store = settings->db,
                                          .port = (uint16_t)port,
                                          .workers = workers,
                                          .stop = stop_listen(),
                                          .on_ready = on_ready,
                                          .user = settings };
    return suitor_serve(&served, &err) == SUITOR_OK ? STATUS_DONE : say_error(&err);
}
