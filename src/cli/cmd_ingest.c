/* suitor ingest: files → store. Ctrl-C keeps what was read so far. */
#include "ingesting.h"
#include "load.h"
#include "options.h"
#include "say.h"

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

int cmd_ingest(cli_settings *settings, int argc, char **argv)
{
    suitor_ingest_options ingest = SUITOR_INGEST_OPTIONS_INIT;
    suitor_extractor *extractor = NULL;
    cli_arguments args;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    ingest.again = args.value[AGAIN] != NULL;
    ingest.dry_run = args.value[DRY_RUN] != NULL;
    if (!options_threads(args.value[THREADS], &ingest.n_threads))
        return STATUS_USAGE;
    if (load_extractor(args.repeated, args.n_repeated, &extractor, &err) != SUITOR_OK)
        status = say_error(&err);
    else
        status = ingesting(settings, args.names, args.n_names, extractor, &ingest);
    suitor_extractor_free(extractor);
    return status;
}
