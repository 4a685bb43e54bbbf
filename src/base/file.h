/* Whole files in memory. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "arena.h"
#include "suitor/status.h"

/* Read the file at `path` whole into `a`, with a NUL after it; more than `limit`
 * bytes fails with SUITOR_ERR_LIMIT. */
suitor_status file_read(const char *path, uint64_t limit, arena *a, suitor_sv *out,
                        suitor_error *err);

#endif
