/* A folder of its own for each test that needs files. */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "table.h"

typedef struct {
    char folder[64];
    char path[96]; /* of market.db in it */
} scratch;

static inline int scratch_make(void **state)
{
    scratch *s = calloc(1, sizeof *s);

    if (!s)
        return -1;
    strcpy(s->folder, "/tmp/suitor-store-XXXXXX");
    if (!mkdtemp(s->folder))
        return -1;
    snprintf(s->path, sizeof s->path, "%s/market.db", s->folder);
    *state = s;
    return 0;
}

static inline int scratch_remove(void **state)
{
    scratch *s = *state;
    DIR *folder = opendir(s->folder);
    char path[512];

    for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
        snprintf(path, sizeof path, "%s/%s", s->folder, entry->d_name);
        unlink(path);
    }
    if (folder)
        closedir(folder);
    rmdir(s->folder);
    free(s);
    return 0;
}

static inline void scratch_write(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* All bytes of a file; the caller frees them. */
static inline char *scratch_read(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *len = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*len + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *len, file), *len);
    fclose(file);
    return bytes;
}

#endif
