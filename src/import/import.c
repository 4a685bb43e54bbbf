/* A table of rumours into the store, in batches of one transaction each.
 *
 * Where players are by the column `owner` is known on another day than the rumour's, so of each
 * player it is an article of its own, once.
 */
#include <stdio.h>
#include <stdlib.h>

#include "batch.h"
#include "facts.h"
#include "fail.h"
#include "rumours.h"
#include "suitor/market.h"
#include "suitor/store.h"

enum { BATCH = 256 };

typedef struct {
    table rows;
    const suitor_extractor *extractor;
    suitor_extraction *extraction;
    const suitor_import_options *options;
    batch batch;
    int32_t owned; /* day on which the column `owner` holds */
    strmap told;   /* players whose owner is told, folded by nothing: a table spells alike */
} intake;

/* Store an article; whether it `counts` as the row that was read. */
static suitor_status put(intake *in, const row_facts *row, bool counts, suitor_error *err)
{
    bool added = true;
    suitor_status st = SUITOR_OK;

    if (!in->options->dry_run)
        st = suitor_store_put(in->batch.store, &row->article, &row->facts, &added, err);
    if (st != SUITOR_OK)
        return st;
    in->batch.stats->added += counts && added;
    in->batch.stats->unchanged += counts && !added;
    in->batch.stats->claims += added ? row->facts.n_claims : 0;
    return st;
}

/* The usual name of a club, kept while the row is worked on. */
static suitor_status usual_name(intake *in, suitor_sv spelling, suitor_sv *out, suitor_error *err)
{
    *out = spelling;
    return spelling.len ? suitor_club_name(in->extractor, in->extraction, spelling, out, err)
                        : SUITOR_OK;
}

/* An article that tells where the player is, on the day on which that is known. */
static suitor_status put_owner(intake *in, const rumour *row, suitor_sv id, suitor_sv owner,
                               suitor_error *err)
{
    rumour told = *row;
    row_facts facts;
    bool fresh;

    if (!strmap_put(&in->told, row->player, 1, &fresh))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", in->rows.path);
    if (!fresh || owner.len == 0)
        return SUITOR_OK;
    told.day = in->owned;
    told.stage = SUITOR_KEEN;
    row_facts_fill(&facts, &told, id, suitor_sv_make("", 0), owner, in->options, in->rows.path);
    facts.article.title = suitor_sv_of("where he plays"); /* the row's text is the rumour's too */
    return put(in, &facts, false, err);
}

static suitor_status put_row(intake *in, const rumour *row, suitor_error *err)
{
    const char *base = strrchr(in->rows.path, '/');
    suitor_sv club, owner;
    row_facts facts;
    suitor_status st;
    const char *name = base ? base + 1 : in->rows.path;
    const char *id = arena_printf(&in->rows.scratch, "%s:%u", name, row->line);
    const char *owner_id = arena_printf(&in->rows.scratch, "%s:%u:owner", name, row->line);

    if (!id || !owner_id)
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", in->rows.path);
    if ((st = usual_name(in, row->club, &club, err)) != SUITOR_OK ||
        (st = usual_name(in, row->owner, &owner, err)) != SUITOR_OK)
        return st;
    if (suitor_sv_equal(club, owner))
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: '%.*s' is the club that he is at already",
                    in->rows.path, row->line, SUITOR_SV_ARG(club));
    row_facts_fill(&facts, row, suitor_sv_of(id), club, suitor_sv_make("", 0), in->options,
                   in->rows.path);
    st = put(in, &facts, true, err);
    return st == SUITOR_OK ? put_owner(in, row, suitor_sv_of(owner_id), owner, err) : st;
}

static suitor_status take(intake *in, const rumour *row, suitor_error *err)
{
    suitor_status st = batch_open(&in->batch, err);

    if (st != SUITOR_OK)
        return st;
    st = put_row(in, row, err);
    arena_reset(&in->rows.scratch);
    if (st == SUITOR_ERR_PARSE || st == SUITOR_ERR_INVALID || st == SUITOR_ERR_LIMIT) {
        batch_report(&in->batch, err);
        st = SUITOR_OK;
    }
    return st == SUITOR_OK ? batch_close(&in->batch, err) : st;
}

/* Whether the names of a row are those of nobody: clubs that tables keep for people without. */
static bool is_no_club(const suitor_model *model, const rumour *row)
{
    return !suitor_model_is_club(model, row->club);
}

static suitor_status take_all(intake *in, const suitor_model *model, suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    bool more = true;
    rumour row;

    while (st == SUITOR_OK && more && !batch_is_stopped(&in->batch)) {
        st = rumours_next(&in->rows, in->options, &row, &more, err);
        if (st == SUITOR_OK && !more)
            break;
        in->batch.stats->read++;
        if (st == SUITOR_OK && is_no_club(model, &row))
            st = fail(err, SUITOR_ERR_PARSE, "%s:%u: '%.*s' is no club", in->rows.path, row.line,
                      SUITOR_SV_ARG(row.club));
        if (st == SUITOR_OK && !suitor_model_is_club(model, row.owner))
            row.owner.len = 0;
        if (st == SUITOR_OK) {
            st = take(in, &row, err);
        } else if (st == SUITOR_ERR_PARSE) {
            batch_report(&in->batch, err);
            st = SUITOR_OK;
        }
    }
    return st;
}

/* The last day of the table: such tables tell where players are when they are made. */
static suitor_status find_last_day(intake *in, suitor_error *err)
{
    suitor_status st;
    bool more = true;
    rumour row;

    in->owned = in->options->owned != SUITOR_NO_DAY ? in->options->owned : in->options->day;
    if (in->owned != SUITOR_NO_DAY)
        return SUITOR_OK;
    while (more) {
        st = rumours_next(&in->rows, in->options, &row, &more, err);
        if (st == SUITOR_OK && more && row.day > in->owned)
            in->owned = row.day;
        else if (st != SUITOR_OK && st != SUITOR_ERR_PARSE)
            return st;
    }
    return table_rewind(&in->rows, err);
}

suitor_status suitor_import_rumours(const char *path, const suitor_extractor *extractor,
                                    suitor_store *store, const suitor_import_options *options,
                                    suitor_ingest_stats *stats, suitor_error *err)
{
    static const suitor_import_options usual = SUITOR_IMPORT_OPTIONS_INIT;
    intake in = { .extractor = extractor,
                  .options = options ? options : &usual,
                  .batch = { .store = store, .stats = stats, .kept = *stats, .size = BATCH } };
    suitor_model *model = NULL;
    suitor_error own; /* reports need the text where the caller does not */
    suitor_status st;

    err = err ? err : &own;
    in.batch.options = in.options;
    stats->stopped = false;
    if ((st = suitor_extraction_new(&in.extraction, err)) == SUITOR_OK &&
        (st = suitor_model_load(NULL, &model, err)) == SUITOR_OK &&
        (st = rumours_open(&in.rows, path, in.options, err)) == SUITOR_OK &&
        (st = find_last_day(&in, err)) == SUITOR_OK &&
        (st = take_all(&in, model, err)) == SUITOR_OK)
        st = batch_commit(&in.batch, err);
    batch_undo(&in.batch);
    table_close(&in.rows);
    strmap_free(&in.told);
    suitor_model_free(model);
    suitor_extraction_free(in.extraction);
    return st;
}
