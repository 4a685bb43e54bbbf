/* Folders that articles come into: what is there first, then what is written or moved there.
 * Watches are set before a folder is read, so that nothing comes in between; what is told of and
 * was read already is unchanged then, and not read again.
 */
#include <errno.h>
#include <sys/stat.h>
#include <time.h>

#include "fail.h"
#include "intake.h"
#include "strmap.h"
#include "watches.h"

/* So often a signal that came at the wrong moment is seen, and folders are looked at that
 * cannot be watched. */
enum { WAIT_MILLISECONDS = 500, USUAL_SECONDS = 2 };

typedef struct {
    const char *const *folders;
    size_t n_folders;
    const suitor_ingest_options *asked;
    suitor_ingest_options options; /* the same, with problems told once */
    suitor_ingest_stats *stats;
    intake *in;
    watches watches;
    changes changes;
    uint32_t every; /* seconds between looks; 0: told by watches */
    strmap told;    /* messages */
    suitor_error *err;
} follower;

static bool is_stopped(const follower *f)
{
    return f->stats->stopped || (f->options.read.stop && *f->options.read.stop);
}

/* Looking again and again finds the same problems; each is told once. */
static void tell_once(const suitor_error *problem, void *user)
{
    follower *f = user;
    bool fresh = true;

    (void)strmap_put(&f->told, suitor_sv_of(problem->message), 1, &fresh);
    if (fresh && f->asked->on_problem)
        f->asked->on_problem(problem, f->asked->user);
}

static bool pass_progress(const suitor_ingest_stats *so_far, void *user)
{
    const follower *f = user;

    return !f->asked->on_progress || f->asked->on_progress(so_far, f->asked->user);
}

/* Look every so often instead of waiting to be told, and say why. */
static void give_up_watches(follower *f)
{
    suitor_error told;

    fail(&told, f->err->code, "%s; looking every %d seconds instead", f->err->message,
         USUAL_SECONDS);
    tell_once(&told, f);
    watches_close(&f->watches);
    f->every = USUAL_SECONDS;
}

static suitor_status watch_folder(follower *f, const char *folder)
{
    suitor_status st = f->every ? SUITOR_OK : watches_add(&f->watches, folder, f->err);

    if (st != SUITOR_ERR_LIMIT)
        return st;
    give_up_watches(f);
    return SUITOR_OK;
}

/* Write and commit what was read, and say that all of it is in. */
static suitor_status catch_up(follower *f, suitor_status st)
{
    st = intake_finish(f->in, st, f->err);
    if (st == SUITOR_OK && f->asked->on_caught_up &&
        !f->asked->on_caught_up(f->stats, f->asked->user))
        f->stats->stopped = true;
    return st;
}

static suitor_status read_folders(follower *f)
{
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; i < f->n_folders && st == SUITOR_OK && !is_stopped(f); i++) {
        st = watch_folder(f, f->folders[i]);
        if (st == SUITOR_OK)
            st = intake_read(f->in, f->folders[i], f->err);
    }
    return catch_up(f, st);
}

static suitor_status read_change(follower *f, const char *path)
{
    struct stat info;
    suitor_status st = SUITOR_OK;

    if (stat(path, &info) != 0)
        return SUITOR_OK; /* gone again */
    if (S_ISDIR(info.st_mode))
        st = watch_folder(f, path);
    else if (!suitor_is_article_file(path))
        return SUITOR_OK;
    return st == SUITOR_OK ? intake_read(f->in, path, f->err) : st;
}

static suitor_status hear(follower *f)
{
    suitor_status st = watches_wait(&f->watches, WAIT_MILLISECONDS, &f->changes, f->err);

    if (st == SUITOR_OK && f->changes.more_than_told)
        return read_folders(f);
    if (st != SUITOR_OK || f->changes.n_paths == 0)
        return st;
    for (uint32_t i = 0; i < f->changes.n_paths && st == SUITOR_OK && !is_stopped(f); i++)
        st = read_change(f, f->changes.paths[i]);
    return catch_up(f, st);
}

static suitor_status look(follower *f)
{
    const struct timespec pause = { 0, WAIT_MILLISECONDS * 1000000L };

    for (uint32_t waited = 0; waited < f->every * 1000 && !is_stopped(f);
         waited += WAIT_MILLISECONDS)
        nanosleep(&pause, NULL);
    return is_stopped(f) ? SUITOR_OK : read_folders(f);
}

static suitor_status follow(follower *f)
{
    suitor_status st;

    if (f->every == 0 && watches_open(&f->watches, f->err) != SUITOR_OK)
        give_up_watches(f);
    st = read_folders(f);
    while (st == SUITOR_OK && !is_stopped(f))
        st = f->every ? look(f) : hear(f);
    f->stats->stopped = true;
    return st;
}

suitor_status suitor_ingest_follow(const char *const *folders, size_t n_folders,
                                   const suitor_extractor *extractor, suitor_store *store,
                                   const suitor_ingest_options *options, uint32_t every,
                                   suitor_ingest_stats *stats, suitor_error *err)
{
    suitor_error own;
    follower f = { .folders = folders,
                   .n_folders = n_folders,
                   .asked = options,
                   .options = *options,
                   .stats = stats,
                   .watches.fd = -1,
                   .every = every,
                   .err = err ? err : &own };
    suitor_status st;

    f.options.on_problem = tell_once;
    f.options.on_progress = pass_progress;
    f.options.user = &f;
    stats->stopped = false;
    st = intake_new(extractor, store, &f.options, stats, &f.in, f.err);
    if (st == SUITOR_OK)
        st = follow(&f);
    intake_free(f.in);
    watches_close(&f.watches);
    changes_free(&f.changes);
    strmap_free(&f.told);
    return st;
}
