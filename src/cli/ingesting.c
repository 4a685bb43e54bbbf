/* Ctrl-C keeps what was read so far. */
#include "ingesting.h"

#include <inttypes.h>
#include <stdio.h>

#include "json.h"
#include "progress.h"
#include "say.h"
#include "stop.h"

/* What the listeners know. */
typedef struct {
    progress line;
    const cli_settings *settings;
    suitor_ingest_stats told; /* when last something was said of a folder that is followed */
} listener;

static void on_problem(const suitor_error *problem, void *user)
{
    listener *l = user;

    progress_clear(&l->line);
    say_error(problem);
}

static bool on_progress(const suitor_ingest_stats *so_far, void *user)
{
    listener *l = user;

    progress_show(&l->line, so_far);
    return true;
}

static void report_json(const suitor_ingest_stats *s, bool dry_run)
{
    cJSON *o = cJSON_CreateObject();

    cJSON_AddNumberToObject(o, "read", (double)s->read);
    cJSON_AddNumberToObject(o, "added", (double)s->added);
    cJSON_AddNumberToObject(o, "unchanged", (double)s->unchanged);
    cJSON_AddNumberToObject(o, "skipped", (double)s->skipped);
    cJSON_AddNumberToObject(o, "claims", (double)s->claims);
    cJSON_AddNumberToObject(o, "foreign", (double)s->foreign);
    cJSON_AddNumberToObject(o, "files", (double)s->files);
    cJSON_AddNumberToObject(o, "files_unchanged", (double)s->known);
    cJSON_AddBoolToObject(o, "dry_run", dry_run);
    json_print(o);
}

static void report(const suitor_ingest_stats *s, bool dry_run)
{
    printf("%" PRIu64 " article%s read: %" PRIu64 " %s with %" PRIu64 " claim%s, %" PRIu64
           " known already",
           s->read, say_s(s->read), s->added, dry_run ? "would be new" : "new", s->claims,
           say_s(s->claims), s->unchanged);
    if (s->foreign)
        printf("; %" PRIu64 " in other languages, kept and not read", s->foreign);
    if (s->known)
        printf("; %" PRIu64 " file%s unchanged since %s read", s->known, say_s(s->known),
               s->known == 1 ? "it was" : "they were");
    if (s->skipped)
        printf("; %" PRIu64 " input%s skipped", s->skipped, say_s(s->skipped));
    puts("");
}

/* A dry run does without a store where there is none. */
static suitor_status open_store(const char *path, bool dry_run, suitor_store **store,
                                suitor_error *err)
{
    suitor_status st =
        suitor_store_open(path, dry_run ? SUITOR_STORE_READ : SUITOR_STORE_CREATE, store, err);

    return dry_run && st == SUITOR_ERR_NOTFOUND ? SUITOR_OK : st;
}

static void listen(listener *l, const cli_settings *settings, suitor_ingest_options *options)
{
    *l = (listener){ .settings = settings };
    progress_start(&l->line);
    options->on_problem = on_problem;
    options->on_progress = on_progress;
    options->user = l;
    options->read.stop = stop_listen();
}

static suitor_status read_all(char *const *paths, int n_paths, const suitor_extractor *extractor,
                              suitor_store *store, listener *l,
                              const suitor_ingest_options *options, suitor_ingest_stats *stats,
                              suitor_error *err)
{
    const char *const *all = (const char *const *)paths;
    suitor_status st;

    progress_expect(&l->line, paths, n_paths, &options->read);
    if (extractor)
        st = suitor_ingest_all(all, (size_t)n_paths, extractor, store, options, stats, err);
    else
        st = suitor_import_claims(all, (size_t)n_paths, store, options, stats, err);
    progress_clear(&l->line);
    return st;
}

int ingesting(const cli_settings *settings, char *const *paths, int n_paths,
              const suitor_extractor *extractor, suitor_ingest_options *options)
{
    suitor_ingest_stats stats = { 0 };
    suitor_store *store = NULL;
    suitor_error err;
    listener l;
    int status = STATUS_DONE;

    if (open_store(settings->db, options->dry_run, &store, &err) != SUITOR_OK)
        return say_error(&err);
    listen(&l, settings, options);
    if (read_all(paths, n_paths, extractor, store, &l, options, &stats, &err) != SUITOR_OK)
        status = say_error(&err);
    if (stats.stopped)
        say("stopped%s", options->dry_run ? ""
                                          : ": what was read is kept, and the same command goes on "
                                            "from there");
    if (stats.skipped || stats.stopped)
        status = STATUS_FAILED;
    settings->json ? report_json(&stats, options->dry_run) : report(&stats, options->dry_run);
    suitor_store_close(store);
    return status;
}

/* Say what came since the last time. */
static bool on_caught_up(const suitor_ingest_stats *so_far, void *user)
{
    listener *l = user;
    suitor_ingest_stats fresh = *so_far;

    fresh.read -= l->told.read;
    fresh.added -= l->told.added;
    fresh.unchanged -= l->told.unchanged;
    fresh.claims -= l->told.claims;
    fresh.foreign -= l->told.foreign;
    fresh.files -= l->told.files;
    fresh.known = 0;
    fresh.skipped = 0; /* they were named, and the same ones may be met again */
    l->told = *so_far;
    progress_clear(&l->line);
    if (fresh.read > 0)
        l->settings->json ? report_json(&fresh, false) : report(&fresh, false);
    progress_start(&l->line);
    return fflush(stdout) == 0;
}

int ingesting_follow(const cli_settings *settings, char *const *folders, int n_folders,
                     const suitor_extractor *extractor, suitor_ingest_options *options,
                     uint32_t every)
{
    suitor_ingest_stats stats = { 0 };
    suitor_store *store = NULL;
    suitor_error err;
    listener l;
    int status = STATUS_DONE;

    if (open_store(settings->db, false, &store, &err) != SUITOR_OK)
        return say_error(&err);
    listen(&l, settings, options);
    options->on_caught_up = on_caught_up;
    if (suitor_ingest_follow((const char *const *)folders, (size_t)n_folders, extractor, store,
                             options, every, &stats, &err) != SUITOR_OK)
        status = say_error(&err);
    progress_clear(&l.line);
    suitor_store_close(store);
    return status;
}
