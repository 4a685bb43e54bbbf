/* The list of corrections, as they were made. */
#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "overlay.h"

typedef struct {
    suitor_corrections list; /* first: what the caller sees of it */
    suitor_correction *items;
    suitor_correction_place *places;
    uint32_t cap_items, cap_places;
    arena memory;
} owned_corrections;

typedef struct {
    suitor_store *store;
    owned_corrections *out;
    suitor_error *err;
} listing;

static suitor_status no_memory(const listing *l)
{
    return fail(l->err, SUITOR_ERR_NOMEM, "%s: out of memory for the corrections", l->store->path);
}

static bool keep(listing *l, sqlite3_stmt *row, int column, suitor_sv *out)
{
    *out = arena_copy(&l->out->memory, db_column_text(row, column));
    return out->ptr != NULL;
}

static suitor_status add_item(listing *l, sqlite3_stmt *row)
{
    owned_corrections *out = l->out;
    int64_t kind = sqlite3_column_int64(row, 2), position = sqlite3_column_int64(row, 7);
    bool has_since = sqlite3_column_type(row, 8) != SQLITE_NULL;
    suitor_correction item = { .number = sqlite3_column_int64(row, 0),
                               .made = sqlite3_column_int64(row, 1),
                               .kind = (suitor_correction_kind)kind,
                               .holds = true,
                               .position = (suitor_position)position,
                               .since = has_since ? sqlite3_column_int(row, 8) : SUITOR_NO_DAY,
                               .undoes = sqlite3_column_int64(row, 9) };

    if (kind < 0 || kind >= SUITOR_N_CORRECTIONS || position < 0 || position >= SUITOR_N_POSITIONS)
        return db_damaged(l->store, "a correction out of range", l->err);
    item.subject_kind =
        sqlite3_column_int(row, 3) == SUITOR_KIND_CLUB ? SUITOR_KIND_CLUB : SUITOR_KIND_PLAYER;
    if (!keep(l, row, 4, &item.subject) || !keep(l, row, 5, &item.object) ||
        !keep(l, row, 6, &item.club) || !keep(l, row, 10, &item.reason) ||
        !grow(&out->items, &out->cap_items, out->list.count + 1, sizeof item))
        return no_memory(l);
    out->items[out->list.count++] = item;
    return SUITOR_OK;
}

static suitor_correction *find(owned_corrections *out, int64_t number)
{
    for (uint32_t i = 0; i < out->list.count; i++)
        if (out->items[i].number == number)
            return &out->items[i];
    return NULL;
}

/* Places come by correction. */
static suitor_status add_place(listing *l, sqlite3_stmt *row)
{
    owned_corrections *out = l->out;
    uint32_t n = out->list.n_places;
    suitor_correction *of = find(out, sqlite3_column_int64(row, 0));
    bool is_claim = sqlite3_column_type(row, 2) != SQLITE_NULL;
    int64_t relation = is_claim ? sqlite3_column_int64(row, 2) : SUITOR_N_RELATIONS;
    suitor_correction_place place = { .relation = (suitor_relation)relation,
                                      .is_there = sqlite3_column_int(row, 4) != 0 };

    if (!of || relation < 0 || relation > SUITOR_N_RELATIONS)
        return db_damaged(l->store, "a place of no correction", l->err);
    if (!keep(l, row, 1, &place.article) || !keep(l, row, 3, &place.sentence) ||
        !grow(&out->places, &out->cap_places, n + 1, sizeof place))
        return no_memory(l);
    of->places.first = of->places.count == 0 ? n : of->places.first;
    of->places.count++;
    out->places[out->list.n_places++] = place;
    return SUITOR_OK;
}

static suitor_status each_row(listing *l, statement_id id,
                              suitor_status (*take)(listing *l, sqlite3_stmt *row))
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(l->store, id, NULL, &row, l->err);

    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(l->store, row, &more, l->err)) == SUITOR_OK && more)
        if ((st = take(l, row)) != SUITOR_OK)
            break;
    sqlite3_reset(row);
    return st;
}

/* From the last to the first, as an undoing may have been undone itself. */
static void mark_undone(owned_corrections *out)
{
    for (uint32_t i = out->list.count; i-- > 0;) {
        suitor_correction *undone = NULL;
        if (out->items[i].kind == SUITOR_UNDO && out->items[i].holds)
            undone = find(out, out->items[i].undoes);
        if (!undone)
            continue;
        undone->holds = false;
        undone->undone_by = out->items[i].number;
    }
}

suitor_status suitor_store_corrections(suitor_store *store, suitor_corrections **out,
                                       suitor_error *err)
{
    listing l = { store, calloc(1, sizeof *l.out), err };
    suitor_status st;

    *out = NULL;
    if (!l.out)
        return no_memory(&l);
    st = db_read_begin(store, err);
    if (st == SUITOR_OK) {
        st = each_row(&l, AUDIT, add_item);
        if (st == SUITOR_OK)
            st = each_row(&l, AUDIT_PLACES, add_place);
        db_read_end(store);
    }
    mark_undone(l.out);
    l.out->list.items = l.out->items;
    l.out->list.places = l.out->places;
    if (st == SUITOR_OK)
        *out = &l.out->list;
    else
        suitor_corrections_free(&l.out->list);
    return st;
}

void suitor_corrections_free(suitor_corrections *corrections)
{
    owned_corrections *owned = (owned_corrections *)corrections;

    if (!owned)
        return;
    free(owned->items);
    free(owned->places);
    arena_free(&owned->memory);
    free(owned);
}
