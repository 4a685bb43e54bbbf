#include "import_registers.h"

#include <inttypes.h>
#include <stdio.h>

#include "importing.h"
#include "json.h"
#include "load.h"
#include "options.h"
#include "progress.h"
#include "say.h"
#include "stop.h"

enum { MAP, DRY_RUN, SEASON, ON };

/* Contradictions that are told one by one; the others are counted. */
enum { TOLD_CONFLICTS = 5 };

#define MAP_OPTION                                                                                 \
    {                                                                                              \
        "map", 0, "FIELD=COLUMN,…", "which column is what, where its name does not tell", false    \
    }
#define DRY_RUN_OPTION                                                                             \
    {                                                                                              \
        "dry-run", 0, NULL, "say what would come of it, store nothing", false                      \
    }

static const cli_option known_options[] = {
    [MAP] = MAP_OPTION,
    [DRY_RUN] = DRY_RUN_OPTION,
    { NULL, 0, NULL, NULL, false },
};

static const cli_option move_options[] = {
    [MAP] = MAP_OPTION,
    [DRY_RUN] = DRY_RUN_OPTION,
    [SEASON] = { "season", 0, "SEASON", "when they happened, where no column tells: 2024-25, 2024",
                 false },
    [ON] = { "on", 0, "DATE", "the same of a day", false },
    { NULL, 0, NULL, NULL, false },
};

#define RULES                                                                                      \
    "The same file again changes nothing; one that changed takes the place of what it\n"           \
    "was. Where registers contradict each other the first has its way, and what you\n"             \
    "corrected goes before all of them: 'suitor registers' tells who says what."

static const cli_spec clubs_spec = {
    .usage = "import clubs [OPTION…] FILE…",
    .about = "Read registers of clubs into the store: tables (CSV, TSV) with at least a column\n"
             "name, and country, founded, stadium, aliases, a key; or the notation of\n"
             "football.txt. What is ingested after that knows the clubs by these names.\n" RULES,
    .options = known_options,
    .examples = "  suitor import clubs clubs.csv\n"
                "  suitor import clubs england.clubs.txt wales.clubs.txt\n",
    .min_names = 2,
    .max_names = -1,
};

static const cli_spec players_spec = {
    .usage = "import players [OPTION…] FILE…",
    .about = "Read registers of people into the store: tables (CSV, TSV) with at least a column\n"
             "name, and type, date_of_birth, nationality, position, a key. Where no article\n"
             "tells a player's position theirs is taken, and what is ingested after that tells\n"
             "players from managers by them.\n" RULES,
    .options = known_options,
    .examples = "  suitor import players people.csv.gz\n"
                "  suitor import players squad.csv --map name=Spieler,position=Rolle\n",
    .min_names = 2,
    .max_names = -1,
};

static const cli_spec transfers_spec = {
    .usage = "import transfers [OPTION…] FILE…",
    .about = "Read moves that happened into the store: tables (CSV, TSV) with player, owner\n"
             "(where he was), club, date or season, fee. They are no claims and weigh nothing:\n"
             "'suitor registers PLAYER' shows them, 'suitor backtest' holds what was foreseen\n"
             "against them.\n" RULES,
    .options = move_options,
    .examples = "  suitor import transfers --season 2024-25 moves.csv\n"
                "  suitor import transfers moves.csv --map date=Datum,club=zu\n",
    .min_names = 2,
    .max_names = -1,
};

typedef struct {
    progress line; /* first: what the listeners of rumours are handed */
    uint64_t told;
} listener;

static void on_conflict(const suitor_register_conflict *c, void *user)
{
    listener *l = user;

    if (l->told++ >= TOLD_CONFLICTS)
        return;
    progress_clear(&l->line);
    if (c->keeper.number == 0)
        say("%.*s: %s is %.*s by your correction, %.*s by %.*s:%u; the correction stands",
            SUITOR_SV_ARG(c->subject), c->field, SUITOR_SV_ARG(c->kept), SUITOR_SV_ARG(c->told),
            SUITOR_SV_ARG(c->teller.path), c->teller.line);
    else
        say("%.*s: %s is %.*s by %.*s:%u, %.*s by %.*s:%u; the first stands",
            SUITOR_SV_ARG(c->subject), c->field, SUITOR_SV_ARG(c->kept),
            SUITOR_SV_ARG(c->keeper.path), c->keeper.line, SUITOR_SV_ARG(c->told),
            SUITOR_SV_ARG(c->teller.path), c->teller.line);
}

static void report_json(const suitor_ingest_stats *s, bool dry_run)
{
    cJSON *o = cJSON_CreateObject();

    cJSON_AddNumberToObject(o, "read", (double)s->read);
    cJSON_AddNumberToObject(o, "added", (double)s->added);
    cJSON_AddNumberToObject(o, "known", (double)s->unchanged);
    cJSON_AddNumberToObject(o, "skipped", (double)s->skipped);
    cJSON_AddNumberToObject(o, "contradictions", (double)s->claims);
    cJSON_AddNumberToObject(o, "files_unchanged", (double)s->known);
    cJSON_AddBoolToObject(o, "dry_run", dry_run);
    json_print(o);
}

static void report(const suitor_ingest_stats *s, bool dry_run)
{
    printf("%" PRIu64 " row%s read: %" PRIu64 " %s, %" PRIu64 " known already", s->read,
           say_s(s->read), s->added, dry_run ? "would be new" : "new", s->unchanged);
    if (s->known)
        printf("; %" PRIu64 " file%s in already", s->known, say_s(s->known));
    if (s->skipped)
        printf("; %" PRIu64 " row%s left out", s->skipped, say_s(s->skipped));
    if (s->claims)
        printf("; %" PRIu64 " contradiction%s ('suitor registers --conflicts')", s->claims,
               say_s(s->claims));
    puts("");
}

static suitor_status read_files(suitor_register_kind kind, const cli_arguments *args,
                                suitor_store *store, const suitor_import_options *options,
                                suitor_ingest_stats *stats, suitor_error *err)
{
    suitor_extractor *extractor = NULL;
    suitor_status st = SUITOR_OK;

    if (kind == SUITOR_REGISTER_TRANSFERS)
        st = load_extractor(NULL, 0, NULL, &extractor, err);
    for (int i = 1; st == SUITOR_OK && i < args->n_names && !stats->stopped; i++)
        st = suitor_import_register(args->names[i], kind, extractor, store, options, stats, err);
    suitor_extractor_free(extractor);
    return st;
}

static int import_all(const cli_settings *settings, suitor_register_kind kind,
                      const cli_arguments *args, suitor_import_options *options)
{
    suitor_ingest_stats stats = { 0 };
    suitor_store *store = NULL;
    listener l = { 0 };
    suitor_error err;
    int status = STATUS_DONE;

    progress_start(&l.line);
    options->user = &l;
    options->on_problem = import_on_problem;
    options->on_progress = import_on_progress;
    options->on_conflict = on_conflict;
    options->stop = stop_listen();
    if ((!options->dry_run &&
         suitor_store_open(settings->db, SUITOR_STORE_CREATE, &store, &err) != SUITOR_OK) ||
        read_files(kind, args, store, options, &stats, &err) != SUITOR_OK) {
        progress_clear(&l.line);
        say_error(&err);
        status = err.code == SUITOR_ERR_INVALID ? STATUS_USAGE : STATUS_FAILED;
    }
    progress_clear(&l.line);
    if (stats.stopped)
        say("stopped: what was read is kept, and the same command goes on from there");
    if (status == STATUS_DONE && (stats.skipped || stats.stopped))
        status = STATUS_FAILED;
    if (status == STATUS_DONE || stats.read) {
        if (settings->json)
            report_json(&stats, options->dry_run);
        else
            report(&stats, options->dry_run);
    }
    suitor_store_close(store);
    return status;
}

static bool read_days(const char *season, const char *on, suitor_import_options *out)
{
    if (season && on) {
        say("give either --season or --on");
        return false;
    }
    if (season && !suitor_season_days(suitor_sv_of(season), &out->day, &out->until)) {
        say("--season: expected 2024-25 or 2024, got '%s'", season);
        return false;
    }
    return !on || options_day("on", on, &out->day);
}

static int import_kind(const cli_spec *spec, suitor_register_kind kind, cli_settings *settings,
                       int argc, char **argv)
{
    suitor_import_options options = SUITOR_IMPORT_OPTIONS_INIT;
    suitor_import_column columns[IMPORT_MOST_COLUMNS];
    cli_arguments args;
    int status;

    if (!options_read(spec, settings, argc, argv, &args, &status))
        return status;
    options.columns = columns;
    options.dry_run = args.value[DRY_RUN] != NULL;
    if ((args.value[MAP] && !import_read_map(args.value[MAP], columns, &options.n_columns)) ||
        (kind == SUITOR_REGISTER_TRANSFERS &&
         !read_days(args.value[SEASON], args.value[ON], &options)))
        return STATUS_USAGE;
    return import_all(settings, kind, &args, &options);
}

int import_clubs(cli_settings *settings, int argc, char **argv)
{
    return import_kind(&clubs_spec, SUITOR_REGISTER_CLUBS, settings, argc, argv);
}

int import_players(cli_settings *settings, int argc, char **argv)
{
    return import_kind(&players_spec, SUITOR_REGISTER_PEOPLE, settings, argc, argv);
}

int import_transfers(cli_settings *settings, int argc, char **argv)
{
    return import_kind(&transfers_spec, SUITOR_REGISTER_TRANSFERS, settings, argc, argv);
}
