/* Whole files in memory. Opened without waiting, since a pipe that nobody writes to
 * would otherwise hold us up before we can refuse it. */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fail.h"

static suitor_status read_all(int in, const char *path, size_t size, arena *a, suitor_sv *out,
                              suitor_error *err)
{
    char *bytes = arena_alloc(a, size + 1);
    size_t got = 0;
    ssize_t n = 1;

    if (!bytes)
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory for %zu bytes", path, size);
    while (got < size && n != 0) {
        n = read(in, bytes + got, size - got);
        if (n < 0 && errno != EINTR)
            return fail(err, SUITOR_ERR_IO, "%s: cannot be read: %s", path, strerror(errno));
        got += n > 0 ? (size_t)n : 0;
    }
    bytes[got] = '\0';
    *out = suitor_sv_make(bytes, got);
    return SUITOR_OK;
}

suitor_status file_read(const char *path, uint64_t limit, arena *a, suitor_sv *out,
                        suitor_error *err)
{
    struct stat info;
    suitor_status st = SUITOR_OK;
    int in = open(path, O_RDONLY | O_NONBLOCK);

    if (in < 0 || fstat(in, &info) != 0)
        st = fail(err, SUITOR_ERR_IO, "%s: cannot be opened: %s", path, strerror(errno));
    else if (!S_ISREG(info.st_mode))
        st = fail(err, SUITOR_ERR_IO, "%s: is not a regular file", path);
    else if ((uint64_t)info.st_size > limit)
        st = fail(err, SUITOR_ERR_LIMIT, "%s: %lld bytes, the limit is %llu", path,
                  (long long)info.st_size, (unsigned long long)limit);
    else
        st = read_all(in, path, (size_t)info.st_size, a, out, err);
    if (in >= 0)
        close(in);
    return st;
}
