/* Walking folders. A folder is listed and closed before it is entered, so that depth
 * costs no open files; links back are seen by device and inode of those above. */
#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "arena.h"
#include "buf.h"
#include "fail.h"
#include "grow.h"

typedef struct folder {
    const struct folder *above;
    dev_t device;
    ino_t inode;
} folder;

typedef struct {
    const walker *w;
    buf path; /* of what is being visited */
    suitor_error *err;
} walk;

typedef struct {
    char **names; /* in `memory` */
    uint32_t count, cap;
    arena memory;
} listing;

static suitor_status no_memory(walk *k)
{
    return fail(k->err, SUITOR_ERR_NOMEM, "no memory for the names in a folder");
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static suitor_status list_names(walk *k, DIR *dir, listing *l)
{
    struct dirent *entry;

    while ((entry = readdir(dir))) {
        if (entry->d_name[0] == '.')
            continue;
        suitor_sv name = arena_copy(&l->memory, suitor_sv_of(entry->d_name));
        if (!name.ptr || !grow(&l->names, &l->cap, l->count + 1, sizeof *l->names))
            return no_memory(k);
        l->names[l->count++] = (char *)name.ptr;
    }
    if (l->count)
        qsort(l->names, l->count, sizeof *l->names, by_name);
    return SUITOR_OK;
}

static bool leads_back(const folder *above, const struct stat *info)
{
    for (; above; above = above->above)
        if (above->device == info->st_dev && above->inode == info->st_ino)
            return true;
    return false;
}

static suitor_status enter(walk *k, const folder *above, const struct stat *info);

static suitor_status visit(walk *k, const folder *above)
{
    struct stat info;

    if (stat(k->path.ptr, &info) != 0)
        return k->w->on_trouble(k->path.ptr, errno, k->w->user);
    if (S_ISDIR(info.st_mode))
        return leads_back(above, &info) ? SUITOR_OK : enter(k, above, &info);
    return S_ISREG(info.st_mode) ? k->w->on_file(k->path.ptr, k->w->user) : SUITOR_OK;
}

static suitor_status visit_names(walk *k, const folder *here, const listing *l)
{
    suitor_status st = SUITOR_OK;
    size_t len = k->path.len;

    for (uint32_t i = 0; i < l->count && st == SUITOR_OK; i++) {
        if (k->path.ptr[len - 1] != '/')
            buf_char(&k->path, '/');
        buf_add(&k->path, l->names[i]);
        st = k->path.failed ? no_memory(k) : visit(k, here);
        if (!k->path.failed) {
            k->path.len = len;
            k->path.ptr[len] = '\0';
        }
    }
    return st;
}

static suitor_status enter(walk *k, const folder *above, const struct stat *info)
{
    folder here = { above, info->st_dev, info->st_ino };
    listing l = { 0 };
    suitor_status st;
    DIR *dir = opendir(k->path.ptr);

    if (!dir)
        return k->w->on_trouble(k->path.ptr, errno, k->w->user);
    st = k->w->on_folder ? k->w->on_folder(k->path.ptr, k->w->user) : SUITOR_OK;
    if (st == SUITOR_OK)
        st = list_names(k, dir, &l);
    closedir(dir);
    if (st == SUITOR_OK)
        st = visit_names(k, &here, &l);
    free(l.names);
    arena_free(&l.memory);
    return st;
}

suitor_status walk_folder(const char *path, const walker *w, suitor_error *err)
{
    walk k = { .w = w, .err = err };
    suitor_status st;

    buf_add(&k.path, path);
    st = k.path.failed ? no_memory(&k) : visit(&k, NULL);
    buf_free(&k.path);
    return st;
}
