/* Progress of reading: how many articles, how fast. There is no share of the
 * whole, since only reading a folder or stream to its end tells its length. */
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

static const double QUIET_SECONDS = 1.0, REDRAW_SECONDS = 0.1;

static double seconds_since(const struct timespec *begun)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begun->tv_sec) + (double)(now.tv_nsec - begun->tv_nsec) / 1e9;
}

void progress_start(progress *p)
{
    *p = (progress){ .on = isatty(STDERR_FILENO) };
    clock_gettime(CLOCK_MONOTONIC, &p->begun);
}

void progress_show(progress *p, const suitor_ingest_stats *stats)
{
    double now;

    if (!p->on)
        return;
    now = seconds_since(&p->begun);
    if (now < QUIET_SECONDS || now < p->shown + REDRAW_SECONDS)
        return;
    fprintf(stderr, "\r\033[K%" PRIu64 " articles, %" PRIu64 " claims, %.0f articles a second",
            stats->read, stats->claims, (double)stats->read / now);
    p->shown = now;
    p->drawn = true;
}

void progress_clear(progress *p)
{
    if (p->drawn)
        fputs("\r\033[K", stderr);
    p->drawn = false;
}
