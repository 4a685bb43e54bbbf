/* Data folders of one's own. */
#ifndef TESTS_WRITTEN_H
#define TESTS_WRITTEN_H

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "table.h"

/* Write `text` as file `name` of `dir`. */
static inline void write_file(const char *dir, const char *name, const char *text)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(text, 1, strlen(text), out), strlen(text));
    fclose(out);
}

/* Make a folder of the template `dir`; drop_folder() removes its file `name`, and it with its
 * last file. */
static inline void make_folder(char *dir) { assert_non_null(mkdtemp(dir)); }

static inline void drop_folder(const char *dir, const char *name)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s", dir, name);
    unlink(path);
    rmdir(dir);
}

/* Whether `message` ends in `tail`, which begins with the name of a file. */
static inline bool ends_in(const char *message, const char *tail)
{
    size_t len = strlen(message), n = strlen(tail);

    return len >= n && strcmp(message + len - n, tail) == 0;
}

#endif
