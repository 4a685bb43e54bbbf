#include "import_rumours.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "importing.h"
#include "json.h"
#include "load.h"
#include "memory.h"
#include "options.h"
#include "progress.h"
#include "say.h"
#include "stop.h"

enum { MAP, SOURCE, STAGE, ON, AS_OF, DRY_RUN, CLUBS };

static const cli_option options[] = {
    [MAP] = { "map", 0, "FIELD=COLUMN,…", "which column is what, where its name does not tell",
              false },
    [SOURCE] = { "source", 0, "NAME", "whose reports they are, where no column tells", false },
    [STAGE] = { "stage", 0, "STAGE",
                "how far the club has gone, where no column tells "
                "(default: keen)",
                false },
    [ON] = { "on", 0, "DATE", "take every row as of that day, whatever its own", false },
    [AS_OF] = { "as-of", 0, "DATE",
                "when players are where the table has them (default: its "
                "last day)",
                false },
    [DRY_RUN] = { "dry-run", 0, NULL, "say what would come of it, store nothing", false },
    [CLUBS] = { "clubs", 0, "FILE", "a register of further clubs (repeatable)", true },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "import rumours [OPTION…] FILE",
    .about = "Read a table of rumours, CSV or TSV with a header line, into the store: each row is\n"
             "a club that wants a player. Fields are player, club, owner (where he is), date,\n"
             "stage, source, url, value, position; columns are known by their usual names\n"
             "(data/tables.tsv). Rows that were imported before change nothing; bad ones are\n"
             "named and left out.",
    .options = options,
    .examples = "  suitor import rumours rumours.csv\n"
                "  suitor import rumours list.csv --map player=Spieler,club=an --source Kicker\n"
                "  suitor import rumours rumours.csv --on 2025-05-31   # the whole graph at once\n",
    .min_names = 2,
    .max_names = 2,
};

static bool read_stage(const char *text, suitor_stage *out)
{
    static const char *const names[] = { "linked", "watching", "keen", "talks",
                                         "bid",    "agreed",   "done" };
    enum { N = sizeof names / sizeof *names };

    for (int i = 0; i < N; i++)
        if (strcmp(text, names[i]) == 0)
            return suitor_stage_parse(suitor_sv_of(text), out);
    const char *closest = say_closest(text, names, N);
    say("--stage: '%s' is none of linked, watching, keen, talks, bid, agreed, done%s%s%s", text,
        closest ? "; did you mean '" : "", closest ? closest : "", closest ? "'?" : "");
    return false;
}

static bool read_options(const cli_arguments *args,
                         suitor_import_column columns[IMPORT_MOST_COLUMNS],
                         suitor_import_options *out)
{
    const char *map = args->value[MAP], *stage = args->value[STAGE], *on = args->value[ON];
    const char *as_of = args->value[AS_OF];

    out->columns = columns;
    out->source = args->value[SOURCE];
    out->dry_run = args->value[DRY_RUN] != NULL;
    return (!map || import_read_map(map, columns, &out->n_columns)) &&
           (!stage || read_stage(stage, &out->stage)) &&
           (!on || options_day("on", on, &out->day)) &&
           (!as_of || options_day("as-of", as_of, &out->owned));
}

static void report(const suitor_ingest_stats *s, bool dry_run, bool json)
{
    if (json) {
        cJSON *o = cJSON_CreateObject();
        cJSON_AddNumberToObject(o, "read", (double)s->read);
        cJSON_AddNumberToObject(o, "added", (double)s->added);
        cJSON_AddNumberToObject(o, "unchanged", (double)s->unchanged);
        cJSON_AddNumberToObject(o, "skipped", (double)s->skipped);
        cJSON_AddNumberToObject(o, "claims", (double)s->claims);
        cJSON_AddBoolToObject(o, "dry_run", dry_run);
        json_print(o);
        return;
    }
    printf("%" PRIu64 " row%s read: %" PRIu64 " claim%s %s, %" PRIu64 " known already", s->read,
           say_s(s->read), s->claims, say_s(s->claims), dry_run ? "would be new" : "new",
           s->unchanged);
    if (s->skipped)
        printf("; %" PRIu64 " row%s left out", s->skipped, say_s(s->skipped));
    puts("");
}

static int read_table(const cli_settings *settings, const cli_arguments *args,
                      suitor_import_options *import_options)
{
    suitor_ingest_stats stats = { 0 };
    suitor_extractor *extractor = NULL;
    suitor_store *store = NULL;
    suitor_error err;
    progress line;
    int status = STATUS_DONE;

    progress_start(&line);
    import_options->user = &line;
    import_options->on_problem = import_on_problem;
    import_options->on_progress = import_on_progress;
    import_options->stop = stop_listen();
    if (load_extractor(args->repeated, args->n_repeated, settings->db, &extractor, &err) !=
            SUITOR_OK ||
        (!import_options->dry_run &&
         suitor_store_open(settings->db, SUITOR_STORE_CREATE, &store, &err) != SUITOR_OK) ||
        suitor_import_rumours(args->names[1], extractor, store, import_options, &stats, &err) !=
            SUITOR_OK) {
        progress_clear(&line);
        say_error(&err);
        status = err.code == SUITOR_ERR_INVALID ? STATUS_USAGE : STATUS_FAILED;
    }
    progress_clear(&line);
    if (stats.stopped)
        say("stopped: what was read is kept, import again to go on");
    if (status == STATUS_DONE && (stats.skipped || stats.stopped))
        status = STATUS_FAILED;
    if (status == STATUS_DONE || stats.read)
        report(&stats, import_options->dry_run, settings->json);
    suitor_store_close(store);
    suitor_extractor_free(extractor);
    return status;
}

int import_rumours(cli_settings *settings, int argc, char **argv)
{
    suitor_import_options import_options = SUITOR_IMPORT_OPTIONS_INIT;
    suitor_import_column columns[IMPORT_MOST_COLUMNS];
    cli_arguments args;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (!read_options(&args, columns, &import_options))
        return STATUS_USAGE;
    return read_table(settings, &args, &import_options);
}
