/* The answers of the program over HTTP, and a page that shows them: for people at this machine.
 *
 * Each request is answered by the program itself, run as a process of its own with --json: what
 * it says is what the command line says, letter for letter; a request that fails or takes too
 * long takes nothing with it; Graphviz and igraph, which keep state for the whole process, are
 * never shared. docs/serve.md has the routes and what is guarded against.
 */
#ifndef SUITOR_SERVE_H
#define SUITOR_SERVE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "suitor/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    const char *program;                         /* path of the suitor program that answers */
    const char *store;                           /* path of the store, handed to it */
    uint16_t port;                               /* on 127.0.0.1; 0: any that is free */
    uint32_t workers;                            /* answers worked on at a time; 0: one a core */
    const volatile sig_atomic_t *stop;           /* once not 0, serving ends; may be NULL */
    void (*on_ready)(uint16_t port, void *user); /* told once, when requests are taken; may be
                                                    NULL */
    void *user;
} suitor_serve_options;

/* Serve until told to stop. No route changes anything.
 * Fails with SUITOR_ERR_IO (the port is taken, the program cannot be run) or
 * SUITOR_ERR_NOMEM. */
SUITOR_API suitor_status suitor_serve(const suitor_serve_options *options, suitor_error *err);

typedef struct {
    const char *program; /* as above */
    const char *store;
    const char *at;    /* "YYYY-MM-DD", the day of the answers; NULL: the last */
    const char *focus; /* only this player's race or this club's targets; NULL: the market */
    uint32_t top;      /* so many of the hottest races; 0: all there is */
    uint32_t workers;  /* answers worked on at a time; 0: one a core */
    const volatile sig_atomic_t *stop;
    /* Told how many of the answers there are by now, on one thread at a time; may be NULL. */
    void (*progress)(uint64_t done, uint64_t total, void *user);
    void *user;
} suitor_page_options;

/* Write the page with the answers that it asks for as one file, which needs no server: the graph
 * on a dozen days, what is shown beside it, and what follows from the strongest moves.
 * Fails with SUITOR_ERR_NOTFOUND where the page was not there when the program was built, with
 * SUITOR_ERR_INVALID and the program's words where it has no answer (an unknown name),
 * SUITOR_ERR_IO (also when told to stop) or SUITOR_ERR_NOMEM. */
SUITOR_API suitor_status suitor_page_write(const suitor_page_options *options, FILE *out,
                                           suitor_error *err);

/* The files of the page, as they were when the program was built. */
typedef struct {
    const char *name;                    /* "index.html", "app.js" … */
    const char *type;                    /* of the content: "text/html; charset=utf-8" */
    const unsigned char *bytes, *packed; /* as they are, and by gzip; packed may be NULL */
    size_t n_bytes, n_packed;
} suitor_page_file;

/* The file called `name` in *out, whose pointers last as long as the program; false where there is
 * none. Without a built page there is an "index.html" that says how to get it, and nothing else. */
SUITOR_API bool suitor_page_find(const char *name, suitor_page_file *out);

/* Whether the page was there when the program was built. */
SUITOR_API bool suitor_page_is_built(void);

#ifdef __cplusplus
}
#endif
#endif
