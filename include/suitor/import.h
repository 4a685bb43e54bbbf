/* Tables of other people into the store: each row becomes a small article of its own, dated and
 * credited, so that every command shows it like a sentence.
 */
#ifndef SUITOR_IMPORT_H
#define SUITOR_IMPORT_H

#include "suitor/extractor.h"
#include "suitor/ingest.h"
#include "suitor/register.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Which column of the table holds a field: player, club, owner, date, stage, source, url, value
 * or position. */
typedef struct {
    suitor_sv field, column;
} suitor_import_column;

typedef struct {
    /* Beyond what data/tables.tsv finds by the columns' names. */
    const suitor_import_column *columns;
    uint32_t n_columns;
    const char *source; /* whose report a row is that has none; NULL: nobody's */
    suitor_stage stage; /* of a row that tells none */
    int32_t day;        /* of all rows, whatever their own dates; SUITOR_NO_DAY: their own */
    /* The day on which players belong to the clubs in the column `owner`; SUITOR_NO_DAY: the
     * last day of the table, as such columns tell where players are when the table is made. */
    int32_t owned;
    int32_t until; /* of transfers: with `day`, they happened from that on until this day */
    suitor_conflict_fn on_conflict;    /* of registers: told of contradictions; may be NULL */
    bool dry_run;                      /* read and count, store nothing */
    const volatile sig_atomic_t *stop; /* once not 0, the rest is left; may be NULL */
    suitor_problem_fn on_problem;      /* told of rows left out; may be NULL */
    suitor_progress_fn on_progress;    /* may be NULL */
    void *user;                        /* handed to all three */
} suitor_import_options;

/* Rows are keen interest on their own days, and nothing else is done. */
#define SUITOR_IMPORT_OPTIONS_INIT                                                                 \
    {                                                                                              \
        NULL, 0, NULL, SUITOR_KEEN, SUITOR_NO_DAY, SUITOR_NO_DAY, SUITOR_NO_DAY, NULL, false,      \
            NULL, NULL, NULL, NULL                                                                 \
    }

/* Import a table of rumours, CSV or TSV with a header line: a club wants a player. At least the
 * columns player and club, and a date in some way, must be there: else SUITOR_ERR_INVALID, with
 * the columns that there are.
 * Spellings of clubs become their usual names by `extractor`. A row that was imported before
 * changes nothing, and what the user has corrected stands. Bad rows are told to on_problem with
 * file and line, and left out. Rows are committed in batches; asked to stop, all so far are kept.
 * options  NULL for the defaults
 * stats    as for suitor_ingest(): rows in the place of articles */
SUITOR_API suitor_status suitor_import_rumours(const char *path, const suitor_extractor *extractor,
                                               suitor_store *store,
                                               const suitor_import_options *options,
                                               suitor_ingest_stats *stats, suitor_error *err);

/* The days of a season: "2024-25", "2024/25" or "2024/2025" from the first of July to the last of
 * June, "2024" of a season within a year. False, and nothing told, for what is none. */
SUITOR_API bool suitor_season_days(suitor_sv text, int32_t *since, int32_t *until);

/* Import a register (include/suitor/register.h) of `kind`: of clubs a table, CSV or TSV with a
 * header line, or the notation of football.txt; of people and of transfers a table. Columns are
 * found as for rumours: a name at least, and of transfers player, club and a date in some way.
 * The same file again changes nothing; one that changed takes the place of what it was. Rows are
 * committed in batches: broken off, the same call goes on.
 * extractor  gives clubs of transfers their usual names; of the others not used, may be NULL
 * stats      rows as articles; `claims` are the facts that contradict what was there */
SUITOR_API suitor_status suitor_import_register(const char *path, suitor_register_kind kind,
                                                const suitor_extractor *extractor,
                                                suitor_store *store,
                                                const suitor_import_options *options,
                                                suitor_ingest_stats *stats, suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
