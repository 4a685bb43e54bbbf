/* Reading has a share of the whole where all of it is files. */
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BAR_COLUMNS = 20 };

static const double QUIET_SECONDS = 1.0, REDRAW_SECONDS = 0.1;

static double seconds_since(const struct timespec *begun)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begun->tv_sec) + (double)(now.tv_nsec - begun->tv_nsec) / 1e9;
}

/* Where a program that runs this one wants to hear of progress: a descriptor, or −1. */
static int told_fd(void)
{
    const char *said = getenv("SUITOR_PROGRESS_FD");

    return said && said[0] >= '3' && said[0] <= '9' && said[1] == '\0' ? said[0] - '0' : -1;
}

void progress_start(progress *p)
{
    *p = (progress){ .on = isatty(STDERR_FILENO), .fd = told_fd() };
    clock_gettime(CLOCK_MONOTONIC, &p->begun);
}

/* Whether it is time to draw the line again; *now is then set. */
static bool is_due(const progress *p, double *now)
{
    if (!p->on)
        return false;
    *now = seconds_since(&p->begun);
    return *now >= QUIET_SECONDS && *now >= p->shown + REDRAW_SECONDS;
}

static void drawn(progress *p, double now)
{
    p->shown = now;
    p->drawn = true;
}

void progress_expect(progress *p, char *const *paths, int n_paths,
                     const suitor_read_options *reading)
{
    uint64_t bytes = 0;
    bool counted = p->on;

    for (int i = 0; i < n_paths && counted; i++)
        counted = suitor_count_bytes(paths[i], reading, &bytes);
    p->total = counted ? bytes : 0;
}

static void fill_bar(char bar[BAR_COLUMNS + 1], double share)
{
    for (int i = 0; i < BAR_COLUMNS; i++)
        bar[i] = (double)i < share * BAR_COLUMNS ? '#' : '.';
    bar[BAR_COLUMNS] = '\0';
}

void progress_show(progress *p, const suitor_ingest_stats *stats)
{
    char bar[BAR_COLUMNS + 1];
    double now, share = 0;

    if (!is_due(p, &now))
        return;
    fputs("\r\033[K", stderr);
    if (p->total && stats->bytes) {
        share = (double)stats->bytes / (double)p->total;
        share = share > 1 ? 1 : share; /* files may grow while they are read */
        fill_bar(bar, share);
        fprintf(stderr, "%s %3.0f %%  ", bar, share * 100);
    }
    fprintf(stderr, "%" PRIu64 " articles, %" PRIu64 " claims, %.0f articles a second", stats->read,
            stats->claims, (double)stats->read / now);
    if (p->total && stats->bytes)
        fprintf(stderr, ", %.0f s left", now * (1 - share) / share);
    drawn(p, now);
}

/* "DONE TOTAL", a line each tenth of a second. */
static void tell(progress *p, uint64_t done, uint64_t total)
{
    double now = seconds_since(&p->begun);

    if (now < p->shown + REDRAW_SECONDS)
        return;
    p->shown = now;
    dprintf(p->fd, "%" PRIu64 " %" PRIu64 "\n", done, total);
}

void progress_share(progress *p, uint64_t done, uint64_t total, const char *what)
{
    char bar[BAR_COLUMNS + 1];

    if (p->fd >= 0)
        tell(p, done, total);
    double now, share = total ? (double)done / (double)total : 0;

    if (!is_due(p, &now) || done == 0)
        return;
    if (total == 0) {
        fprintf(stderr, "\r\033[K%" PRIu64 " %s, %.0f a second", done, what, (double)done / now);
    } else {
        fill_bar(bar, share);
        fprintf(stderr, "\r\033[K%s %3.0f %%  %.0f %s a second, %.0f s left", bar, share * 100,
                (double)done / now, what, now * (1 - share) / share);
    }
    drawn(p, now);
}

void progress_clear(progress *p)
{
    if (p->drawn)
        fputs("\r\033[K", stderr);
    p->drawn = false;
}
