/* Registers as files beside the program's other caches, where the reader of articles finds them. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fail.h"
#include "hash.h"
#include "known.h"

enum { FIRST_LINE = 64 };

/* The store's path from the root on, as a number. */
static uint64_t number_of(const suitor_store *store)
{
    char *folder = store->path[0] == '/' ? NULL : getcwd(NULL, 0);
    uint64_t hash = folder ? hash_bytes(0, folder, strlen(folder)) : 0;

    free(folder);
    return hash_bytes(hash, store->path, strlen(store->path));
}

static bool is_present(const char *path, uint64_t stamp)
{
    char wanted[FIRST_LINE], line[FIRST_LINE] = "";
    FILE *file = fopen(path, "r");

    if (!file)
        return false;
    snprintf(wanted, sizeof wanted, "# stamp %016" PRIx64 "\n", stamp);
    bool same = fgets(line, sizeof line, file) && strcmp(line, wanted) == 0;
    fclose(file);
    return same;
}

/* Beside it first, then in its place at once. */
static suitor_status write_file(suitor_store *store, suitor_register_kind kind, const char *path,
                                suitor_error *err)
{
    char beside[SUITOR_REGISTER_PATH + 16];
    suitor_status st;

    snprintf(beside, sizeof beside, "%s.%ld", path, (long)getpid());
    FILE *file = fopen(beside, "w");
    if (!file)
        return fail(err, SUITOR_ERR_IO, "%s: %s", beside, strerror(errno));
    st = suitor_store_write_register(store, kind, file, err);
    if (fclose(file) != 0 && st == SUITOR_OK)
        st = fail(err, SUITOR_ERR_IO, "%s: %s", beside, strerror(errno));
    if (st == SUITOR_OK && rename(beside, path) != 0)
        st = fail(err, SUITOR_ERR_IO, "%s: %s", path, strerror(errno));
    if (st != SUITOR_OK)
        unlink(beside);
    return st;
}

suitor_status suitor_store_register_files(suitor_store *store, const char *folder,
                                          char paths[2][SUITOR_REGISTER_PATH], uint32_t *n,
                                          suitor_error *err)
{
    static const suitor_register_kind kinds[] = { SUITOR_REGISTER_CLUBS, SUITOR_REGISTER_PEOPLE };
    uint64_t stamp;
    suitor_status st = suitor_store_register_stamp(store, &stamp, err);

    *n = 0;
    if (st != SUITOR_OK || stamp == 0)
        return st;
    mkdir(folder, 0700);
    for (size_t i = 0; st == SUITOR_OK && i < 2; i++) {
        int len = snprintf(paths[i], SUITOR_REGISTER_PATH, "%s/%s-%016" PRIx64 ".tsv", folder,
                           suitor_register_kind_name(kinds[i]), number_of(store));
        if (len >= SUITOR_REGISTER_PATH)
            return fail(err, SUITOR_ERR_INVALID, "%s: the path is too long", folder);
        if (!is_present(paths[i], stamp))
            st = write_file(store, kinds[i], paths[i], err);
    }
    *n = st == SUITOR_OK ? 2 : 0;
    return st;
}
