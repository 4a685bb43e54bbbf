#include "import_claims.h"

#include "ingesting.h"
#include "options.h"

enum { THREADS, DRY_RUN, AGAIN };

static const cli_option options[] = {
    [THREADS] = { "threads", 0, "N", "threads that read lines (default: one a core, 16 at most)",
                  false },
    [DRY_RUN] = { "dry-run", 0, NULL, "say what would come of it, store nothing", false },
    [AGAIN] = { "again", 0, NULL, "read files, too, that are unchanged since they were read",
                false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "import claims [OPTION…] FILE…",
    .about = "Read what 'suitor extract --with-text' printed into the store, as if its articles\n"
             "had been ingested here: so a text can be read on many machines and its claims\n"
             "gathered on one. A FILE is one of JSON lines, a folder of them, or - for standard\n"
             "input. Bad lines are named and skipped. As with ingest, what is in is not read\n"
             "again.",
    .options = options,
    .examples = "  suitor extract --with-text shard-07.jsonl > claims-07.jsonl   # anywhere\n"
                "  suitor import claims claims-*.jsonl\n",
    .min_names = 2,
    .max_names = -1,
};

int import_claims(cli_settings *settings, int argc, char **argv)
{
    suitor_ingest_options ingest = SUITOR_INGEST_OPTIONS_INIT;
    cli_arguments args;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    ingest.again = args.value[AGAIN] != NULL;
    ingest.dry_run = args.value[DRY_RUN] != NULL;
    if (!options_threads(args.value[THREADS], &ingest.n_threads))
        return STATUS_USAGE;
    return ingesting(settings, args.names + 1, args.n_names - 1, NULL, &ingest);
}
