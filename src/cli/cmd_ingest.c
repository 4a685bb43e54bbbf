/* suitor ingest: files → store. Ctrl-C keeps what was read so far. */
#include <inttypes.h>
#include <stdio.h>

#include "json.h"
#include "load.h"
#include "options.h"
#include "progress.h"
#include "say.h"
#include "stop.h"

enum { CLUBS, THREADS, DRY_RUN, AGAIN };

static const cli_option options[] = {
    [CLUBS] = { "clubs", 0, "FILE", "know the clubs of that register too; may be repeated", true },
    [THREADS] = { "threads", 0, "N", "threads that extract (default: one a core, 16 at most)",
                  false },
    [DRY_RUN] = { "dry-run", 0, NULL, "say what would come of it, store nothing", false },
    [AGAIN] = { "again", 0, NULL, "read files, too, that are unchanged since they were read",
                false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "ingest [OPTION…] PATH…",
    .about = "Read articles into the store, which is made if it is missing. A PATH is a file,\n"
             "a folder, or - for standard input: text, HTML, JSON or JSON lines. Bad inputs\n"
             "are named and skipped; reading an article again changes nothing. Files that are\n"
             "in and unchanged are passed over, and JSON lines are read on from where they were\n"
             "left, so that what was interrupted is finished by the same command. The store is\n"
             "the same for any number of threads.",
    .options = options,
    .examples = "  suitor ingest articles/\n"
                "  suitor --db summer.db ingest posts.jsonl page.html\n"
                "  suitor ingest --dry-run crawl/\n"
                "  curl -s https://example.org/story.html | suitor ingest -\n",
    .min_names = 1,
    .max_names = -1,
};

static void on_problem(const suitor_error *problem, void *user)
{
    progress_clear(user);
    say_error(problem);
}

static bool on_progress(const suitor_ingest_stats *so_far, void *user)
{
    progress_show(user, so_far);
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
    if (s->known)
        printf("; %" PRIu64 " file%s unchanged since %s read", s->known, say_s(s->known),
               s->known == 1 ? "it was" : "they were");
    if (s->skipped)
        printf("; %" PRIu64 " input%s skipped", s->skipped, say_s(s->skipped));
    puts("");
}

static suitor_status ingest_all(const cli_arguments *args, suitor_ingest_options *ingest,
                                suitor_extractor *extractor, suitor_store *store,
                                suitor_ingest_stats *stats, suitor_error *err)
{
    suitor_status st;
    progress line;

    progress_start(&line);
    ingest->on_problem = on_problem;
    ingest->on_progress = on_progress;
    ingest->user = &line;
    ingest->read.stop = stop_listen();
    progress_expect(&line, args->names, args->n_names, &ingest->read);
    st = suitor_ingest_all((const char *const *)args->names, (size_t)args->n_names, extractor,
                           store, ingest, stats, err);
    progress_clear(&line);
    return st;
}

/* A dry run does without a store where there is none. */
static suitor_status open_store(const char *path, bool dry_run, suitor_store **store,
                                suitor_error *err)
{
    suitor_status st =
        suitor_store_open(path, dry_run ? SUITOR_STORE_READ : SUITOR_STORE_CREATE, store, err);

    return dry_run && st == SUITOR_ERR_NOTFOUND ? SUITOR_OK : st;
}

int cmd_ingest(cli_settings *settings, int argc, char **argv)
{
    suitor_ingest_stats stats = { 0 };
    suitor_extractor *extractor = NULL;
    suitor_store *store = NULL;
    suitor_ingest_options ingest = SUITOR_INGEST_OPTIONS_INIT;
    cli_arguments args;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    ingest.again = args.value[AGAIN] != NULL;
    ingest.dry_run = args.value[DRY_RUN] != NULL;
    if (!options_threads(args.value[THREADS], &ingest.n_threads))
        return STATUS_USAGE;
    if (load_extractor(args.repeated, args.n_repeated, &extractor, &err) != SUITOR_OK ||
        open_store(settings->db, ingest.dry_run, &store, &err) != SUITOR_OK) {
        status = say_error(&err);
        goto done;
    }
    if (ingest_all(&args, &ingest, extractor, store, &stats, &err) != SUITOR_OK)
        status = say_error(&err);
    if (stats.stopped)
        say(ingest.dry_run ? "stopped" : "stopped: what was read is kept, ingest again to go on");
    if (stats.skipped || stats.stopped)
        status = STATUS_FAILED;
    settings->json ? report_json(&stats, ingest.dry_run) : report(&stats, ingest.dry_run);
done:
    suitor_store_close(store);
    suitor_extractor_free(extractor);
    return status;
}
