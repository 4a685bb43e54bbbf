#include "watches.h"

#include <errno.h>
#include <poll.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "fail.h"
#include "grow.h"
#include "walk.h"

enum {
    WANTED = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR,
    READ_BYTES = 16 * 1024
};

static suitor_status no_memory(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for the folders that are watched");
}

suitor_status watches_open(watches *w, suitor_error *err)
{
    *w = (watches){ .fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK) };
    return w->fd >= 0 ? SUITOR_OK
                      : fail(err, SUITOR_ERR_IO, "folders cannot be watched: %s", strerror(errno));
}

/* Where the watch of that number stands, or would. */
static uint32_t place_of(const watches *w, int number)
{
    uint32_t low = 0, high = w->n_watches;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (w->watches[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_at(const watches *w, uint32_t at, int number)
{
    return at < w->n_watches && w->watches[at].number == number;
}

/* Remember what is watched by that number, which may have been moved since. */
static bool remember(watches *w, int number, const char *path)
{
    uint32_t at = place_of(w, number);
    char *copy = strdup(path);

    if (!copy)
        return false;
    if (is_at(w, at, number)) {
        free(w->watches[at].path);
    } else if (!grow(&w->watches, &w->cap_watches, w->n_watches + 1, sizeof *w->watches)) {
        free(copy);
        return false;
    } else {
        memmove(w->watches + at + 1, w->watches + at, (w->n_watches - at) * sizeof *w->watches);
        w->n_watches++;
    }
    w->watches[at].number = number;
    w->watches[at].path = copy;
    return true;
}

static void forget(watches *w, int number)
{
    uint32_t at = place_of(w, number);

    if (!is_at(w, at, number))
        return;
    free(w->watches[at].path);
    w->n_watches--;
    memmove(w->watches + at, w->watches + at + 1, (w->n_watches - at) * sizeof *w->watches);
}

typedef struct {
    watches *w;
    suitor_error *err;
} adding;

static suitor_status add_folder(const char *path, void *user)
{
    adding *a = user;
    int number = inotify_add_watch(a->w->fd, path, WANTED);

    if (number >= 0)
        return remember(a->w, number, path) ? SUITOR_OK : no_memory(a->err);
    if (errno == ENOSPC || errno == ENOMEM)
        return fail(a->err, SUITOR_ERR_LIMIT,
                    "%s: cannot be watched: the system's limit of watches is reached "
                    "(/proc/sys/fs/inotify/max_user_watches)",
                    path);
    return SUITOR_OK; /* gone, or not for us: reading says so */
}

static suitor_status pass(const char *path, void *user)
{
    (void)path;
    (void)user;
    return SUITOR_OK;
}

static suitor_status pass_trouble(const char *path, int error_number, void *user)
{
    (void)error_number;
    return pass(path, user);
}

suitor_status watches_add(watches *w, const char *folder, suitor_error *err)
{
    adding a = { w, err };
    const walker walking = {
        .on_file = pass, .on_trouble = pass_trouble, .user = &a, .on_folder = add_folder
    };

    return walk_folder(folder, &walking, err);
}

static suitor_status add_change(changes *c, const char *folder, const char *name, suitor_error *err)
{
    const char *path = arena_printf(&c->memory, "%s%s%s", folder,
                                    folder[strlen(folder) - 1] == '/' ? "" : "/", name);
    bool fresh;

    if (!path || !strmap_put(&c->seen, suitor_sv_of(path), 1, &fresh))
        return no_memory(err);
    if (!fresh)
        return SUITOR_OK;
    if (!grow(&c->paths, &c->cap_paths, c->n_paths + 1, sizeof *c->paths))
        return no_memory(err);
    c->paths[c->n_paths++] = path;
    return SUITOR_OK;
}

static suitor_status take_event(watches *w, const struct inotify_event *event, changes *out,
                                suitor_error *err)
{
    const bool is_folder = event->mask & IN_ISDIR;
    uint32_t at = place_of(w, event->wd);

    if (event->mask & IN_Q_OVERFLOW)
        out->more_than_told = true;
    if (!is_at(w, at, event->wd))
        return SUITOR_OK;
    if (event->mask & IN_MOVE_SELF)
        inotify_rm_watch(w->fd, event->wd);
    if (event->mask & (IN_MOVE_SELF | IN_DELETE_SELF | IN_IGNORED))
        forget(w, event->wd);
    else if (event->len && event->name[0] != '.' && (is_folder || !(event->mask & IN_CREATE)))
        return add_change(out, w->watches[at].path, event->name, err);
    return SUITOR_OK;
}

static suitor_status take_events(watches *w, const char *bytes, size_t n, changes *out,
                                 suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; i < n && st == SUITOR_OK;) {
        const struct inotify_event *event = (const void *)(bytes + i);
        st = take_event(w, event, out, err);
        i += sizeof *event + event->len;
    }
    return st;
}

suitor_status watches_wait(watches *w, int milliseconds, changes *out, suitor_error *err)
{
    alignas(struct inotify_event) char bytes[READ_BYTES];
    struct pollfd ready = { .fd = w->fd, .events = POLLIN };
    suitor_status st = SUITOR_OK;
    ssize_t n;

    arena_reset(&out->memory);
    strmap_reset(&out->seen);
    out->n_paths = 0;
    out->more_than_told = false;
    if (poll(&ready, 1, milliseconds) <= 0)
        return SUITOR_OK; /* nothing, or a signal */
    while (st == SUITOR_OK && (n = read(w->fd, bytes, sizeof bytes)) > 0)
        st = take_events(w, bytes, (size_t)n, out, err);
    return st;
}

void watches_close(watches *w)
{
    if (w->fd >= 0)
        close(w->fd);
    for (uint32_t i = 0; i < w->n_watches; i++)
        free(w->watches[i].path);
    free(w->watches);
    *w = (watches){ .fd = -1 };
}

void changes_free(changes *c)
{
    arena_free(&c->memory);
    strmap_free(&c->seen);
    free(c->paths);
}
