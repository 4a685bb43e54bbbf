/* Whole files in memory, by stdio. */
#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "fail.h"

static suitor_status read_stream(FILE *in, const char *path, size_t size, arena *a,
                                 suitor_sv *out, suitor_error *err)
{
    char *bytes = arena_alloc(a, size + 1);

    if (!bytes)
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory for %zu bytes", path, size);
    size_t got = fread(bytes, 1, size, in);
    if (ferror(in))
        return fail(err, SUITOR_ERR_IO, "%s: cannot be read: %s", path, strerror(errno));
    bytes[got] = '\0';
    *out = suitor_sv_make(bytes, got);
    return SUITOR_OK;
}

suitor_status file_read(const char *path, uint64_t limit, arena *a, suitor_sv *out,
                        suitor_error *err)
{
    struct stat info;
    suitor_status st = SUITOR_OK;
    FILE *in = fopen(path, "rb");

    if (!in || fstat(fileno(in), &info) != 0)
        st = fail(err, SUITOR_ERR_IO, "%s: cannot be opened: %s", path, strerror(errno));
    else if (!S_ISREG(info.st_mode))
        st = fail(err, SUITOR_ERR_IO, "%s: is not a regular file", path);
    else if ((uint64_t)info.st_size > limit)
        st = fail(err, SUITOR_ERR_LIMIT, "%s: %lld bytes, the limit is %llu", path,
                  (long long)info.st_size, (unsigned long long)limit);
    else
        st = read_stream(in, path, (size_t)info.st_size, a, out, err);
    if (in)
        fclose(in);
    return st;
}
