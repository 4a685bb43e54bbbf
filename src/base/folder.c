#include "folder.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool ends_in(const char *name, const char *ending)
{
    size_t len = strlen(name), tail = strlen(ending);

    return name[0] != '.' && len > tail && strcmp(name + len - tail, ending) == 0;
}

suitor_status folder_each(const char *dir, const char *ending, folder_fn on_file, void *user,
                          uint32_t *count, suitor_error *err)
{
    struct dirent **entries = NULL;
    suitor_status st = SUITOR_OK;
    int n = scandir(dir, &entries, NULL, by_bytes);

    *count = 0;
    if (n < 0)
        return fail(err, SUITOR_ERR_IO, "%s: cannot be opened; set SUITOR_DATA or --data", dir);
    for (int i = 0; i < n; i++) {
        if (st == SUITOR_OK && ends_in(entries[i]->d_name, ending)) {
            ++*count;
            st = on_file(user, entries[i]->d_name, err);
        }
        free(entries[i]);
    }
    free(entries);
    return st;
}
