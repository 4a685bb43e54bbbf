/* A line on standard error that tells how far a long command is. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <time.h>

#include <suitor.h>

typedef struct {
    struct timespec begun;
    double shown; /* seconds after `begun` when the line was last drawn */
    bool on;      /* standard error is a terminal */
    bool drawn;   /* the line stands there now */
    int fd;       /* where a program that runs this one hears of it (SUITOR_PROGRESS_FD), or −1 */
    uint64_t total; /* bytes to be read; 0 where nobody knows */
} progress;

void progress_start(progress *p);

/* Where the line will be seen, count the bytes that are to be read at `paths`. */
void progress_expect(progress *p, char *const *paths, int n_paths,
                     const suitor_read_options *reading);

/* Draw the line anew if a second has gone by since the start and a tenth since
 * the last time. */
void progress_show(progress *p, const suitor_ingest_stats *stats);

/* The same of work whose end is in sight: a bar, `done` of `total` things called `what`, how
 * many a second and how long it will still take; total 0 where nobody knows. */
void progress_share(progress *p, uint64_t done, uint64_t total, const char *what);

/* Take the line away, so that a message can stand in its place. */
void progress_clear(progress *p);

#endif
