/* Registers into the store, many rows a transaction. A correction of the user's stands, and is
 * told of where a register says something else.
 */
#include "registers.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"
#include "digest.h"
#include "fail.h"
#include "suitor/correction.h"

enum { BATCH = 16384, MAX_NAME = 1024 };

typedef struct {
    register_file file;
    const suitor_extractor *extractor;
    suitor_extraction *extraction;
    batch batch;
    suitor_register_place place;
    suitor_corrections *corrections; /* NULL where there is no store */
    uint64_t n_nameless;
    uint32_t first_nameless; /* line */
    strmap corrected; /* players whose position is: by name as called, its place in the list */
} intake;

/* Counted as `claims`, and told. */
static void on_conflict(const suitor_register_conflict *conflict, void *user)
{
    intake *in = user;

    in->batch.stats->claims++;
    if (in->batch.options->on_conflict)
        in->batch.options->on_conflict(conflict, in->batch.options->user);
}

static suitor_status note_corrections(intake *in, suitor_error *err)
{
    suitor_status st = in->batch.store
                           ? suitor_store_corrections(in->batch.store, &in->corrections, err)
                           : SUITOR_OK;

    if (st != SUITOR_OK || !in->corrections)
        return st;
    for (uint32_t i = 0; i < in->corrections->count; i++) {
        const suitor_correction *c = &in->corrections->items[i];
        uint32_t *place;
        if (!c->holds || c->kind != SUITOR_SET_POSITION)
            continue;
        place = strmap_put(&in->corrected, c->subject, i, NULL);
        if (!place)
            return fail(err, SUITOR_ERR_NOMEM, "no memory for the corrections");
        *place = i;
    }
    return SUITOR_OK;
}

/* What the user said of him stands. */
static void compare_corrections(intake *in, const suitor_known *known)
{
    uint32_t at;

    if (in->corrected.count == 0 || !strmap_get(&in->corrected, known->name, &at))
        return;
    const suitor_correction *c = &in->corrections->items[at];
    suitor_sv kept = suitor_sv_of(suitor_position_name(c->position));
    for (uint32_t i = 0; i < known->n_facts; i++)
        if (known->facts[i].field == SUITOR_KNOWN_POSITION &&
            !suitor_sv_equal(known->facts[i].value, kept))
            on_conflict(&(suitor_register_conflict){ known->name,
                                                     suitor_known_field_name(SUITOR_KNOWN_POSITION),
                                                     kept,
                                                     known->facts[i].value,
                                                     { 0, { "", 0 }, 0 },
                                                     in->place },
                        in);
}

static suitor_status put_transfer(intake *in, suitor_transfer *move, bool *added, suitor_error *err)
{
    suitor_sv *const clubs[] = { &move->from, &move->to };
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; st == SUITOR_OK && in->extractor && i < 2; i++) {
        suitor_sv usual = *clubs[i];
        if (usual.len == 0)
            continue;
        st = suitor_club_name(in->extractor, in->extraction, usual, &usual, err);
        *clubs[i] = arena_copy(&in->file.table.scratch, usual);
        if (st == SUITOR_OK && !clubs[i]->ptr)
            st = fail(err, SUITOR_ERR_NOMEM, "%s: no memory", in->file.path);
    }
    if (st != SUITOR_OK || in->batch.options->dry_run)
        return st;
    return suitor_store_put_transfer(in->batch.store, &in->place, move, added, on_conflict, in,
                                     err);
}

static suitor_status put_row(intake *in, register_row *row, suitor_error *err)
{
    bool added = true;
    suitor_status st = SUITOR_OK;

    in->place.line = row->line;
    if (in->file.kind == SUITOR_REGISTER_TRANSFERS) {
        st = put_transfer(in, &row->transfer, &added, err);
    } else {
        compare_corrections(in, &row->known);
        if (!in->batch.options->dry_run)
            st = suitor_store_put_known(in->batch.store, &in->place, &row->known, &added,
                                        on_conflict, in, err);
    }
    if (st == SUITOR_OK) {
        in->batch.stats->added += added;
        in->batch.stats->unchanged += !added;
    }
    return st;
}

/* A row is left out, and the rest goes on, for these. */
static bool is_of_row(suitor_status st)
{
    return st == SUITOR_ERR_PARSE || st == SUITOR_ERR_INVALID || st == SUITOR_ERR_LIMIT;
}

static suitor_status take_row(intake *in, register_row *row, suitor_status st, suitor_error *err)
{
    in->batch.stats->read++;
    if (st == SUITOR_OK && row->is_nameless) {
        in->first_nameless = in->n_nameless++ ? in->first_nameless : row->line;
        return SUITOR_OK;
    }
    if (st == SUITOR_OK && (st = batch_open(&in->batch, err)) != SUITOR_OK)
        return st;
    if (st == SUITOR_OK)
        st = put_row(in, row, err);
    if (is_of_row(st)) {
        batch_report(&in->batch, err);
        return SUITOR_OK;
    }
    return st == SUITOR_OK ? batch_close(&in->batch, err) : st;
}

/* Once for all: a register of half a million may have ten thousand of them. */
static void tell_nameless(const intake *in)
{
    suitor_error note;

    if (in->n_nameless == 0 || !in->batch.options->on_problem)
        return;
    fail(&note, SUITOR_ERR_PARSE,
         "%s: rows with an identifier where a name should be: %llu, the first in line %u; they are "
         "passed over",
         in->file.path, (unsigned long long)in->n_nameless, in->first_nameless);
    in->batch.options->on_problem(&note, in->batch.options->user);
}

static suitor_status take_all(intake *in, suitor_error *err)
{
    register_row *row = malloc(sizeof *row);
    suitor_status st = row ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "no memory for a row");
    bool more = true;

    while (st == SUITOR_OK && !batch_is_stopped(&in->batch)) {
        st = register_next(&in->file, row, &more, err);
        if ((st != SUITOR_OK && !is_of_row(st)) || !more)
            break;
        st = take_row(in, row, st, err);
    }
    free(row);
    tell_nameless(in);
    if (st == SUITOR_OK)
        st = batch_commit(&in->batch, err);
    if (st == SUITOR_OK && !in->batch.stats->stopped && !in->batch.options->dry_run)
        st = suitor_store_register_end(in->batch.store, in->place.number, err);
    return st;
}

/* Where the file stands from the root on, so that it is known wherever it is named from. */
static suitor_status find_place(intake *in, const char *path, suitor_error *err)
{
    const bool is_relative = path[0] != '/' && strcmp(path, "-") != 0;
    char *folder = is_relative ? getcwd(NULL, 0) : NULL;
    const char *whole = folder ? arena_printf(&in->file.table.memory, "%s/%s", folder, path) : path;

    free(folder);
    in->place.path = suitor_sv_of(whole);
    return whole ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
}

/* *whole true where all of it is in already. */
static suitor_status begin(intake *in, const char *path, suitor_register_kind kind, bool *whole,
                           suitor_error *err)
{
    unsigned char digest_of_file[DIGEST_SIZE];
    suitor_sv bytes;
    digest d;
    suitor_status st = table_read_file(path, &in->file.table.memory, &bytes, err);

    *whole = false;
    if (st != SUITOR_OK || (st = find_place(in, path, err)) != SUITOR_OK)
        return st;
    st = register_open(&in->file, path, bytes, kind, in->batch.options, err);
    if (st != SUITOR_OK || in->batch.options->dry_run)
        return st;
    digest_begin(&d);
    digest_add(&d, bytes.ptr, bytes.len);
    digest_add_number(&d, (uint64_t)in->batch.options->day);
    digest_add_number(&d, (uint64_t)in->batch.options->until);
    digest_end(&d, digest_of_file);
    return suitor_store_register_begin(in->batch.store, kind, in->place.path, digest_of_file,
                                       &in->place.number, whole, err);
}

suitor_status suitor_import_register(const char *path, suitor_register_kind kind,
                                     const suitor_extractor *extractor, suitor_store *store,
                                     const suitor_import_options *options,
                                     suitor_ingest_stats *stats, suitor_error *err)
{
    static const suitor_import_options usual = SUITOR_IMPORT_OPTIONS_INIT;
    intake in = { .extractor = extractor,
                  .batch = { .store = store,
                             .options = options ? options : &usual,
                             .stats = stats,
                             .kept = *stats,
                             .size = BATCH } };
    suitor_error own; /* reports need the text where the caller does not */
    suitor_status st;
    bool whole;

    err = err ? err : &own;
    stats->stopped = false;
    if ((st = suitor_extraction_new(&in.extraction, err)) == SUITOR_OK &&
        (st = note_corrections(&in, err)) == SUITOR_OK &&
        (st = begin(&in, path, kind, &whole, err)) == SUITOR_OK) {
        if (whole)
            stats->known++;
        else
            st = take_all(&in, err);
    }
    batch_undo(&in.batch);
    register_close(&in.file);
    strmap_free(&in.corrected);
    suitor_corrections_free(in.corrections);
    suitor_extraction_free(in.extraction);
    return st;
}
