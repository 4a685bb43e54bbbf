/* Bytes as a file, for what reads files by their names. */
#ifndef FUZZ_FILE_H
#define FUZZ_FILE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A folder of this process, gone with it. */
static char fuzz_folder_name[64];

static inline const char *fuzz_path(const char *name)
{
    static char path[128];

    snprintf(path, sizeof path, "%s/%s", fuzz_folder_name, name);
    return path;
}

static inline void fuzz_remove(const char *name) { unlink(fuzz_path(name)); }

static inline void fuzz_write(const char *name, const uint8_t *bytes, size_t len)
{
    FILE *file = fopen(fuzz_path(name), "wb");

    if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0)
        abort();
}

/* Make the folder; `clear` removes what is in it, and the folder. */
static inline void fuzz_folder(void (*clear)(void))
{
    if (*fuzz_folder_name)
        return;
    strcpy(fuzz_folder_name, "/tmp/suitor-fuzz-XXXXXX");
    if (!mkdtemp(fuzz_folder_name) || atexit(clear) != 0)
        abort();
}

#endif
