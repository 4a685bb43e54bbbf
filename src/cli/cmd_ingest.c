/* suitor ingest: files → store. Ctrl-C keeps what was read so far. */
#include <sys/stat.h>

#include "ingesting.h"
#include "load.h"
#include "options.h"
#include "say.h"

enum { CLUBS, THREADS, DRY_RUN, AGAIN, FOLLOW, EVERY };

enum { LONGEST_PAUSE = 86400 };

static const cli_option options[] = {
    [CLUBS] = { "clubs", 0, "FILE", "know the clubs of that register too; may be repeated", true },
    [THREADS] = { "threads", 0, "N", "threads that extract (default: one a core, 16 at most)",
                  false },
    [DRY_RUN] = { "dry-run", 0, NULL, "say what would come of it, store nothing", false },
    [AGAIN] = { "again", 0, NULL, "read files, too, that are unchanged since they were read",
                false },
    [FOLLOW] = { "follow", 0, NULL, "go on with what comes into the folders, until Ctrl-C", false },
    [EVERY] = { "every", 0, "SECONDS",
                "look so often, where the system does not tell (network folders)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "ingest [OPTION…] PATH…",
    .about = "Read articles into the store, which is made if it is missing. A PATH is a file,\n"
             "a folder, or - for standard input: text, HTML, JSON, JSON lines, RSS, Atom, JSON\n"
             "Feed, WARC; each may be packed as .gz (docs/inputs.md). Bad inputs are named\n"
             "and skipped; reading an article again changes nothing. Files that are in and\n"
             "unchanged are passed over, and JSON lines are read on from where they were left,\n"
             "so that what was interrupted is finished by the same command. The store is the\n"
             "same for any number of threads.",
    .options = options,
    .examples = "  suitor ingest articles/\n"
                "  suitor --db summer.db ingest posts.jsonl page.html\n"
                "  suitor ingest --dry-run crawl/\n"
                "  suitor ingest --follow feeds/\n"
                "  curl -s https://example.org/story.html | suitor ingest -\n",
    .min_names = 1,
    .max_names = -1,
};

/* Whether what --follow and --every ask for makes sense; said if not. */
static bool may_follow(const cli_arguments *args, bool dry_run, uint32_t *every)
{
    const char *seconds = args->value[EVERY];
    struct stat info;

    if (seconds && !options_number("every", NULL, seconds, 1, LONGEST_PAUSE, every))
        return false;
    if (!args->value[FOLLOW]) {
        if (seconds)
            say("--every goes with --follow");
        return !seconds;
    }
    if (dry_run)
        say("--follow stores what comes, which --dry-run forbids");
    for (int i = 0; i < args->n_names && !dry_run; i++)
        if (stat(args->names[i], &info) != 0 || !S_ISDIR(info.st_mode)) {
            say("--follow: '%s' is no folder", args->names[i]);
            return false;
        }
    return !dry_run;
}

int cmd_ingest(cli_settings *settings, int argc, char **argv)
{
    suitor_ingest_options ingest = SUITOR_INGEST_OPTIONS_INIT;
    suitor_extractor *extractor = NULL;
    cli_arguments args;
    uint32_t every = 0;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    ingest.again = args.value[AGAIN] != NULL;
    ingest.dry_run = args.value[DRY_RUN] != NULL;
    if (!options_threads(args.value[THREADS], &ingest.n_threads) ||
        !may_follow(&args, ingest.dry_run, &every))
        return STATUS_USAGE;
    if (load_extractor(args.repeated, args.n_repeated, settings->db, &extractor, &err) != SUITOR_OK)
        status = say_error(&err);
    else if (args.value[FOLLOW])
        status = ingesting_follow(settings, args.names, args.n_names, extractor, &ingest, every);
    else
        status = ingesting(settings, args.names, args.n_names, extractor, &ingest);
    suitor_extractor_free(extractor);
    return status;
}
