/* The program run for one answer. */
#ifndef SERVE_CHILD_H
#define SERVE_CHILD_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "suitor/status.h"

/* What a run is allowed. */
enum { CHILD_MOST_BYTES = 64 << 20, CHILD_SECONDS = 120, CHILD_MOST_WORDS = 80 };

/* Who is told of a run. */
typedef struct {
    /* how much of the work is done, `total` 0 where nobody knows; NULL: not asked for */
    void (*on_progress)(uint64_t done, uint64_t total, void *user);
    /* asked ten times a second: false ends the program */
    bool (*is_wanted)(void *user);
    void *user;
    uint32_t seconds; /* how long it may take; 0: CHILD_SECONDS */
} child_watch;

typedef struct {
    int status; /* exit status of the program; −1: it was ended, as it took too long, said too
                   much or was no longer wanted */
    buf out;    /* what it printed; owned */
    buf err;    /* what it said; owned */
} child_answer;

/* Run `words`, a program and its arguments ended by NULL, to its end or as long as it is wanted.
 * Fails with SUITOR_ERR_IO or SUITOR_ERR_NOMEM where it cannot be run; release `answer` with
 * child_answer_clear() in either case. Threads may do so at the same time. */
suitor_status child_run(const char *const *words, const child_watch *watch, child_answer *answer,
                        suitor_error *err);
void child_answer_clear(child_answer *answer);

#endif
