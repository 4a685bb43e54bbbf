/* suitor ingest: files → store. Ctrl-C keeps what was read so far. */
#include <inttypes.h>
#include <stdio.h>

#include "json.h"
#include "load.h"
#include "options.h"
#include "progress.h"
#include "say.h"
#include "stop.h"

static const cli_option options[] = {
    { "clubs", 0, "FILE", "know the clubs of that register too; may be repeated", true },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "ingest [--clubs FILE]… PATH…",
    .about = "Read articles into the store, which is made if it is missing. A PATH is a file,\n"
             "a folder, or - for standard input: text, HTML, JSON or JSON lines. Bad inputs\n"
             "are named and skipped; reading an article again changes nothing.",
    .options = options,
    .examples = "  suitor ingest articles/\n"
                "  suitor --db summer.db ingest posts.jsonl page.html\n"
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

static void report_json(const suitor_ingest_stats *s)
{
    cJSON *o = cJSON_CreateObject();

    cJSON_AddNumberToObject(o, "read", (double)s->read);
    cJSON_AddNumberToObject(o, "added", (double)s->added);
    cJSON_AddNumberToObject(o, "unchanged", (double)s->unchanged);
    cJSON_AddNumberToObject(o, "skipped", (double)s->skipped);
    cJSON_AddNumberToObject(o, "claims", (double)s->claims);
    json_print(o);
}

static void report(const suitor_ingest_stats *s)
{
    printf("%" PRIu64 " article%s read: %" PRIu64 " new with %" PRIu64 " claim%s, %" PRIu64
           " known already",
           s->read, say_s(s->read), s->added, s->claims, say_s(s->claims), s->unchanged);
    if (s->skipped)
        printf("; %" PRIu64 " input%s skipped", s->skipped, say_s(s->skipped));
    puts("");
}

static suitor_status ingest_all(const cli_arguments *args, suitor_extractor *extractor,
                                suitor_store *store, suitor_ingest_stats *stats, suitor_error *err)
{
    suitor_ingest_options ingest = SUITOR_INGEST_OPTIONS_INIT;
    suitor_status st = SUITOR_OK;
    progress line;

    progress_start(&line);
    ingest.on_problem = on_problem;
    ingest.on_progress = on_progress;
    ingest.user = &line;
    ingest.read.stop = stop_listen();
    for (int i = 0; i < args->n_names && st == SUITOR_OK && !stats->stopped; i++)
        st = suitor_ingest(args->names[i], extractor, store, &ingest, stats, err);
    progress_clear(&line);
    return st;
}

int cmd_ingest(cli_settings *settings, int argc, char **argv)
{
    suitor_ingest_stats stats = { 0 };
    suitor_extractor *extractor = NULL;
    suitor_store *store = NULL;
    cli_arguments args;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (load_extractor(args.repeated, args.n_repeated, &extractor, &err) != SUITOR_OK ||
        suitor_store_open(settings->db, SUITOR_STORE_CREATE, &store, &err) != SUITOR_OK) {
        status = say_error(&err);
        goto done;
    }
    if (ingest_all(&args, extractor, store, &stats, &err) != SUITOR_OK)
        status = say_error(&err);
    if (stats.stopped)
        say("stopped: what was read is kept, ingest again to go on");
    if (stats.skipped || stats.stopped)
        status = STATUS_FAILED;
    settings->json ? report_json(&stats) : report(&stats);
done:
    suitor_store_close(store);
    suitor_extractor_free(extractor);
    return status;
}
