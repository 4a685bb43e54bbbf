/* A disk that fails on purpose: a VFS of SQLite that passes everything on to the usual one and
 * lets one call of a kind, or all from one on, fail as disks and file systems do. */
#ifndef TESTS_FAILING_DISK_H
#define TESTS_FAILING_DISK_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    DISK_OPEN,     /* a file cannot be opened */
    DISK_READ,     /* a sector cannot be read */
    DISK_WRITE,    /* a sector cannot be written */
    DISK_FULL,     /* no space left for what is written */
    DISK_TORN,     /* half of what is written arrives, then nothing more */
    DISK_SYNC,     /* fsync fails */
    DISK_TRUNCATE, /* a file cannot be made shorter */
    DISK_SIZE,     /* fstat fails */
    DISK_LOCK,     /* a lock cannot be had for a reason other than that another has it */
    DISK_SHARED,   /* the memory shared by the processes of a log cannot be mapped */
    DISK_DELETE,   /* a file cannot be removed */
    N_DISK_FAULTS
} disk_fault;

/* What a fault is called, for messages. */
const char *disk_fault_name(disk_fault fault);

/* Make the VFS the usual one, and undo that. */
void disk_replace(void);
void disk_restore(void);

/* From now on the n-th call (from 1) of the kind fails; with `on` all later ones as well. */
void disk_fail(disk_fault fault, uint32_t n, bool on);

/* Nothing fails any more. Whether something did. */
bool disk_mend(void);

#endif
