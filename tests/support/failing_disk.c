/* The methods of files, each passing on to the file beneath. */
#include "failing_disk.h"

#include <stddef.h>

#include <sqlite3.h>

typedef struct {
    sqlite3_file base;
    sqlite3_file *under; /* behind this struct, in the same memory */
} file;

static struct {
    sqlite3_vfs vfs, *usual;
    disk_fault fault;
    uint32_t calls, first; /* 0: nothing fails */
    bool on, happened;
} disk;

static const char *const names[N_DISK_FAULTS] = {
    [DISK_OPEN] = "open",         [DISK_READ] = "read",
    [DISK_WRITE] = "write",       [DISK_FULL] = "full disk",
    [DISK_TORN] = "torn write",   [DISK_SYNC] = "fsync",
    [DISK_TRUNCATE] = "truncate", [DISK_SIZE] = "file size",
    [DISK_LOCK] = "lock",         [DISK_SHARED] = "shared memory",
    [DISK_DELETE] = "delete",
};

const char *disk_fault_name(disk_fault fault) { return names[fault]; }

static bool fails(disk_fault fault)
{
    if (disk.first == 0 || fault != disk.fault)
        return false;
    disk.calls++;
    bool now = disk.calls == disk.first || (disk.on && disk.calls > disk.first);
    disk.happened |= now;
    return now;
}

static sqlite3_file *under(sqlite3_file *f) { return ((file *)f)->under; }

static int close_file(sqlite3_file *f) { return under(f)->pMethods->xClose(under(f)); }

static int read_file(sqlite3_file *f, void *to, int len, sqlite3_int64 at)
{
    if (fails(DISK_READ))
        return SQLITE_IOERR_READ;
    return under(f)->pMethods->xRead(under(f), to, len, at);
}

static int write_file(sqlite3_file *f, const void *from, int len, sqlite3_int64 at)
{
    if (fails(DISK_WRITE))
        return SQLITE_IOERR_WRITE;
    if (fails(DISK_FULL))
        return SQLITE_FULL;
    if (!fails(DISK_TORN))
        return under(f)->pMethods->xWrite(under(f), from, len, at);
    (void)under(f)->pMethods->xWrite(under(f), from, len / 2, at);
    return SQLITE_IOERR_WRITE;
}

static int truncate_file(sqlite3_file *f, sqlite3_int64 size)
{
    return fails(DISK_TRUNCATE) ? SQLITE_IOERR_TRUNCATE
                                : under(f)->pMethods->xTruncate(under(f), size);
}

static int sync_file(sqlite3_file *f, int flags)
{
    return fails(DISK_SYNC) ? SQLITE_IOERR_FSYNC : under(f)->pMethods->xSync(under(f), flags);
}

static int size_of_file(sqlite3_file *f, sqlite3_int64 *size)
{
    return fails(DISK_SIZE) ? SQLITE_IOERR_FSTAT : under(f)->pMethods->xFileSize(under(f), size);
}

static int lock_file(sqlite3_file *f, int kind)
{
    return fails(DISK_LOCK) ? SQLITE_IOERR_LOCK : under(f)->pMethods->xLock(under(f), kind);
}

static int unlock_file(sqlite3_file *f, int kind)
{
    return under(f)->pMethods->xUnlock(under(f), kind);
}

static int is_reserved(sqlite3_file *f, int *out)
{
    return under(f)->pMethods->xCheckReservedLock(under(f), out);
}

static int control_file(sqlite3_file *f, int what, void *with)
{
    return under(f)->pMethods->xFileControl(under(f), what, with);
}

static int sector_size(sqlite3_file *f) { return under(f)->pMethods->xSectorSize(under(f)); }

static int traits(sqlite3_file *f) { return under(f)->pMethods->xDeviceCharacteristics(under(f)); }

static int map_shared(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    if (!fails(DISK_SHARED))
        return under(f)->pMethods->xShmMap(under(f), page, size, extend, out);
    *out = NULL;
    return SQLITE_IOERR_SHMMAP;
}

static int lock_shared(sqlite3_file *f, int offset, int n, int flags)
{
    return under(f)->pMethods->xShmLock(under(f), offset, n, flags);
}

static void barrier(sqlite3_file *f) { under(f)->pMethods->xShmBarrier(under(f)); }

static int unmap_shared(sqlite3_file *f, int with_file)
{
    return under(f)->pMethods->xShmUnmap(under(f), with_file);
}

/* Version 2: without xFetch, so that no read passes by in mapped memory. */
static const sqlite3_io_methods methods = {
    2,           close_file,  read_file,    write_file,   truncate_file, sync_file, size_of_file,
    lock_file,   unlock_file, is_reserved,  control_file, sector_size,   traits,    map_shared,
    lock_shared, barrier,     unmap_shared, NULL,         NULL,
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
    file *mine = (file *)f;

    (void)vfs;
    mine->base.pMethods = NULL;
    if (fails(DISK_OPEN))
        return SQLITE_CANTOPEN;
    mine->under = (sqlite3_file *)(mine + 1);
    int rc = disk.usual->xOpen(disk.usual, name, mine->under, flags, out);
    if (mine->under->pMethods)
        mine->base.pMethods = &methods;
    return rc;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    return fails(DISK_DELETE) ? SQLITE_IOERR_DELETE : disk.usual->xDelete(disk.usual, name, sync);
}

void disk_replace(void)
{
    disk.usual = sqlite3_vfs_find(NULL);
    disk.vfs = *disk.usual;
    disk.vfs.zName = "failing disk";
    disk.vfs.szOsFile = (int)sizeof(file) + disk.usual->szOsFile;
    disk.vfs.xOpen = open_file;
    disk.vfs.xDelete = delete_file;
    sqlite3_vfs_register(&disk.vfs, 1);
}

void disk_restore(void)
{
    sqlite3_vfs_unregister(&disk.vfs);
    sqlite3_vfs_register(disk.usual, 1);
}

void disk_fail(disk_fault fault, uint32_t n, bool on)
{
    disk.fault = fault;
    disk.first = n;
    disk.calls = 0;
    disk.on = on;
    disk.happened = false;
}

bool disk_mend(void)
{
    disk.first = 0;
    return disk.happened;
}
