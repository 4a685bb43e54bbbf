/* Where the cache is: $SUITOR_CACHE, which is empty for none, else a folder of ours where the
 * XDG Base Directory Specification wants such things. */
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 1024, MOST_REGISTERS = 64 };

static const char *cache_dir(char path[PATH_SIZE])
{
    const char *said = getenv("SUITOR_CACHE"), *home = getenv("HOME");
    const char *caches = getenv("XDG_CACHE_HOME");
    int n = -1;

    if (said)
        return *said ? said : NULL;
    if (caches && caches[0] == '/') /* a relative one is to be ignored */
        n = snprintf(path, PATH_SIZE, "%s/suitor", caches);
    else if (home && home[0] == '/')
        n = snprintf(path, PATH_SIZE, "%s/.cache/suitor", home);
    return n > 0 && n < PATH_SIZE ? path : NULL;
}

/* The registers of a store as files. */
typedef struct {
    char paths[2][SUITOR_REGISTER_PATH];
    uint32_t n;
    char passing[PATH_SIZE]; /* a folder that is there for them alone; empty for none */
} register_files;

static bool make_passing(register_files *files)
{
    const char *folder = getenv("TMPDIR");
    int n = snprintf(files->passing, sizeof files->passing, "%s/suitor-XXXXXX",
                     folder && *folder ? folder : "/tmp");

    if (n < (int)sizeof files->passing && mkdtemp(files->passing))
        return true;
    files->passing[0] = '\0';
    return false;
}

static void remove_passing(const register_files *files)
{
    if (!files->passing[0])
        return;
    for (uint32_t i = 0; i < files->n; i++)
        unlink(files->paths[i]);
    rmdir(files->passing);
}

/* What the store at `path` knows; a store that is not there, or that is none, knows nothing, and
 * whoever opens it next will say so. */
static suitor_status files_of(const char *path, const char *cache, register_files *files,
                              suitor_error *err)
{
    suitor_store *store = NULL;
    suitor_error ignored;
    uint64_t stamp = 0;
    suitor_status st = SUITOR_OK;

    if (suitor_store_open(path, SUITOR_STORE_READ, &store, &ignored) != SUITOR_OK)
        return SUITOR_OK;
    st = suitor_store_register_stamp(store, &stamp, err);
    if (st == SUITOR_OK && stamp && (cache || make_passing(files)))
        st = suitor_store_register_files(store, cache ? cache : files->passing, files->paths,
                                         &files->n, err);
    suitor_store_close(store);
    return st;
}

suitor_status load_extractor(const char *const *registers, uint32_t n_registers, const char *store,
                             suitor_extractor **out, suitor_error *err)
{
    char path[PATH_SIZE];
    const char *cache = cache_dir(path), *all[MOST_REGISTERS + 2];
    register_files files = { .n = 0 };
    suitor_status st = store ? files_of(store, cache, &files, err) : SUITOR_OK;
    uint32_t n = 0;

    for (; n < n_registers && n < MOST_REGISTERS; n++)
        all[n] = registers[n];
    for (uint32_t i = 0; i < files.n; i++)
        all[n++] = files.paths[i];
    const suitor_extractor_options options = { .registers = all,
                                               .n_registers = n,
                                               .cache_dir = cache };
    *out = NULL;
    if (st == SUITOR_OK)
        st = suitor_extractor_load_with(&options, out, err);
    remove_passing(&files);
    return st;
}
