/* Folders that the system tells of when something in them changes (inotify, which Linux has). */
#ifndef INGEST_WATCHES_H
#define INGEST_WATCHES_H

#include <stdbool.h>

#include "strmap.h"
#include "suitor/status.h"

typedef struct {
    int number;
    char *path;
} watch;

typedef struct {
    int fd;         /* -1 where there is none */
    watch *watches; /* by number, rising */
    uint32_t n_watches, cap_watches;
} watches;

/* What changed: paths in `memory`, each once. */
typedef struct {
    const char **paths;
    uint32_t n_paths, cap_paths;
    bool more_than_told; /* the system lost count: look everywhere */
    strmap seen;
    arena memory;
} changes;

/* SUITOR_ERR_IO where the system has none to give. */
suitor_status watches_open(watches *w, suitor_error *err);

/* Watch a folder and those below; one that is watched already stays so. SUITOR_ERR_LIMIT when
 * the system has no more to give. */
suitor_status watches_add(watches *w, const char *folder, suitor_error *err);

/* Wait up to `milliseconds` for changes: files that were written and closed, or moved in, and
 * folders that are new. What was in `out` before is forgotten. */
suitor_status watches_wait(watches *w, int milliseconds, changes *out, suitor_error *err);

void watches_close(watches *w);
void changes_free(changes *c);

#endif
