/* Reading the corrections that hold. Undoings are rows that come after what they undo, so
 * one walk from the last to the first tells what holds; the rest is worked out from the
 * first to the last. */
#include "overlay.h"

#include <stdlib.h>

#include "bound.h"
#include "fail.h"
#include "grow.h"

/* A row of the table; texts are in the overlay's memory. */
typedef struct {
    int64_t id, subject, object, club, undoes; /* 0 for none */
    suitor_correction_kind kind;
    suitor_position position;
    int32_t since, known;
    suitor_sv subject_folded, object_folded, subject_name, object_name;
    bool is_undone;
} correction;

typedef struct {
    suitor_store *store;
    overlay *o;
    correction *rows;
    uint32_t count, cap;
    suitor_error *err;
} reading;

static suitor_status no_memory(const reading *r)
{
    return fail(r->err, SUITOR_ERR_NOMEM, "%s: out of memory for the corrections", r->store->path);
}

static int32_t day_of(sqlite3_stmt *row, int column)
{
    return sqlite3_column_type(row, column) == SQLITE_NULL ? SUITOR_NO_DAY
                                                           : sqlite3_column_int(row, column);
}

static suitor_status add_row(reading *r, sqlite3_stmt *row)
{
    int64_t kind = sqlite3_column_int64(row, 1), position = sqlite3_column_int64(row, 9);
    correction c = { .id = sqlite3_column_int64(row, 0),
                     .subject = sqlite3_column_int64(row, 2),
                     .object = sqlite3_column_int64(row, 3),
                     .club = sqlite3_column_int64(row, 4),
                     .subject_folded = arena_copy(&r->o->memory, db_column_text(row, 5)),
                     .object_folded = arena_copy(&r->o->memory, db_column_text(row, 6)),
                     .subject_name = arena_copy(&r->o->memory, db_column_text(row, 7)),
                     .object_name = arena_copy(&r->o->memory, db_column_text(row, 8)),
                     .since = day_of(row, 10),
                     .known = day_of(row, 11),
                     .undoes = sqlite3_column_int64(row, 12) };

    if (kind < 0 || kind >= SUITOR_N_CORRECTIONS || position < 0 || position >= SUITOR_N_POSITIONS)
        return db_damaged(r->store, "a correction out of range", r->err);
    c.kind = (suitor_correction_kind)kind;
    c.position = (suitor_position)position;
    if (!c.subject_folded.ptr || !c.object_folded.ptr || !c.subject_name.ptr ||
        !c.object_name.ptr || !grow(&r->rows, &r->cap, r->count + 1, sizeof c))
        return no_memory(r);
    r->rows[r->count++] = c;
    return SUITOR_OK;
}

static correction *find(const reading *r, int64_t id)
{
    uint32_t low = bound_i64(r->rows, r->count, sizeof *r->rows, offsetof(correction, id), id);

    return low < r->count && r->rows[low].id == id ? &r->rows[low] : NULL;
}

static suitor_status each_row(reading *r, statement_id id,
                              suitor_status (*take)(reading *r, sqlite3_stmt *row))
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(r->store, id, NULL, &row, r->err);

    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(r->store, row, &more, r->err)) == SUITOR_OK && more)
        if ((st = take(r, row)) != SUITOR_OK)
            break;
    sqlite3_reset(row);
    return st;
}

/* Merges are few: they are kept in order by moving what comes after. */
static bool add_merge(overlay *o, int64_t from, int64_t to)
{
    uint32_t at = o->n_merges;

    if (!grow(&o->merges, &o->cap_merges, at + 1, sizeof *o->merges))
        return false;
    for (; at > 0 && o->merges[at - 1].from > from; at--)
        o->merges[at] = o->merges[at - 1];
    o->merges[at] = (overlay_merge){ from, to };
    o->n_merges++;
    return true;
}

static overlay_merge *find_merge(const overlay *o, int64_t from)
{
    uint32_t low =
        bound_i64(o->merges, o->n_merges, sizeof *o->merges, offsetof(overlay_merge, from), from);

    return low < o->n_merges && o->merges[low].from == from ? &o->merges[low] : NULL;
}

int64_t overlay_resolve(const overlay *o, int64_t entity)
{
    const overlay_merge *merge = o->n_merges ? find_merge(o, entity) : NULL;

    return merge ? merge->to : entity;
}

/* All who are `from` are `to` from here on; `to` itself may have been one of them. */
static bool merge_into(overlay *o, int64_t from, int64_t to)
{
    overlay_merge *back = find_merge(o, to);

    for (uint32_t i = 0; i < o->n_merges; i++)
        if (o->merges[i].to == from)
            o->merges[i].to = to;
    if (!back)
        return add_merge(o, from, to);
    size_t after = (size_t)(o->merges + o->n_merges - (back + 1));
    memmove(back, back + 1, after * sizeof *back);
    o->n_merges--;
    return add_merge(o, from, to);
}

/* Both have a name, even where none is left in any article. */
static bool add_entities(overlay *o, const correction *c)
{
    bool is_forced = c->kind == SUITOR_RENAME;

    if (c->subject == 0)
        return true;
    if (!grow(&o->entities, &o->cap_entities, o->n_entities + 2, sizeof *o->entities) ||
        !grow(&o->names, &o->cap_names, o->n_names + 2, sizeof *o->names))
        return false;
    o->entities[o->n_entities++] = (overlay_entity){ c->subject, c->subject_folded };
    o->names[o->n_names++] = (overlay_name){ c->subject, c->subject_name, false };
    if (c->object == 0)
        return true;
    o->entities[o->n_entities++] = (overlay_entity){ c->object, c->object_folded };
    o->names[o->n_names++] = (overlay_name){ c->object, c->object_name, is_forced };
    return true;
}

/* A renaming to one's own former name brings that name back. */
static bool apply_identity(overlay *o, const correction *c)
{
    int64_t from = overlay_resolve(o, c->subject), to = overlay_resolve(o, c->object);

    if (from != to)
        return merge_into(o, from, to);
    return c->kind == SUITOR_MERGE || from == c->object || merge_into(o, from, c->object);
}

static bool add_split(overlay *o, const correction *c, int64_t article)
{
    if (!grow(&o->splits, &o->cap_splits, o->n_splits + 1, sizeof *o->splits))
        return false;
    o->splits[o->n_splits++] = (overlay_split){ c->subject, c->object, article, c->club, c->id };
    return true;
}

static bool apply(overlay *o, const correction *c)
{
    if (!add_entities(o, c))
        return false;
    switch (c->kind) {
    case SUITOR_MERGE:
    case SUITOR_RENAME: return apply_identity(o, c);
    case SUITOR_SPLIT: return c->club == 0 || add_split(o, c, 0);
    case SUITOR_SET_POSITION:
        if (!grow(&o->positions, &o->cap_positions, o->n_positions + 1, sizeof *o->positions))
            return false;
        o->positions[o->n_positions++] = (overlay_position){ c->subject, c->position };
        return true;
    case SUITOR_SET_CLUB:
        if (!grow(&o->clubs, &o->cap_clubs, o->n_clubs + 1, sizeof *o->clubs))
            return false;
        o->clubs[o->n_clubs++] = (overlay_club){ c->subject, c->object, c->since, c->known };
        return true;
    default: return true;
    }
}

static suitor_status add_claim(reading *r, sqlite3_stmt *row)
{
    const correction *c = find(r, sqlite3_column_int64(row, 0));
    overlay *o = r->o;

    if (!c)
        return db_damaged(r->store, "a place of no correction", r->err);
    if (c->is_undone)
        return SUITOR_OK;
    if (!grow(&o->claims, &o->cap_claims, o->n_claims + 1, sizeof *o->claims))
        return no_memory(r);
    o->claims[o->n_claims++] = (overlay_claim){ .evidence = sqlite3_column_int64(row, 1),
                                                .player = c->subject,
                                                .club = c->object,
                                                .correction = c->id,
                                                .is_rejected = c->kind == SUITOR_REJECT };
    return SUITOR_OK;
}

static suitor_status add_article(reading *r, sqlite3_stmt *row)
{
    const correction *c = find(r, sqlite3_column_int64(row, 0));

    if (!c)
        return db_damaged(r->store, "a place of no correction", r->err);
    if (c->is_undone)
        return SUITOR_OK;
    return add_split(r->o, c, sqlite3_column_int64(row, 1)) ? SUITOR_OK : no_memory(r);
}

static int compare_claims(const void *left, const void *right)
{
    const overlay_claim *a = left, *b = right;

    if (a->evidence != b->evidence)
        return a->evidence < b->evidence ? -1 : 1;
    return (a->correction < b->correction) - (a->correction > b->correction);
}

static int compare_splits(const void *left, const void *right)
{
    const overlay_split *a = left, *b = right;

    if (a->correction != b->correction)
        return a->correction < b->correction ? -1 : 1;
    return (a->article > b->article) - (a->article < b->article);
}

static suitor_status mark_undone(reading *r)
{
    for (uint32_t i = r->count; i-- > 0;) {
        correction *undone = NULL;
        if (r->rows[i].kind != SUITOR_UNDO || r->rows[i].is_undone)
            continue;
        undone = find(r, r->rows[i].undoes);
        if (!undone || undone >= &r->rows[i])
            return db_damaged(r->store, "an undoing of no correction", r->err);
        undone->is_undone = true;
    }
    return SUITOR_OK;
}

suitor_status overlay_read(suitor_store *store, bool with_claims, overlay *o, suitor_error *err)
{
    reading r = { .store = store, .o = o, .err = err };
    suitor_status st = each_row(&r, ALL_CORRECTIONS, add_row);

    if (st == SUITOR_OK)
        st = mark_undone(&r);
    for (uint32_t i = 0; st == SUITOR_OK && i < r.count; i++)
        if (!r.rows[i].is_undone && !apply(o, &r.rows[i]))
            st = no_memory(&r);
    if (st == SUITOR_OK && r.count > 0)
        st = each_row(&r, CORRECTED_ARTICLES, add_article);
    if (st == SUITOR_OK && r.count > 0 && with_claims)
        st = each_row(&r, CORRECTED_CLAIMS, add_claim);
    if (st == SUITOR_OK && o->n_claims > 1)
        qsort(o->claims, o->n_claims, sizeof *o->claims, compare_claims);
    if (st == SUITOR_OK && o->n_splits > 1)
        qsort(o->splits, o->n_splits, sizeof *o->splits, compare_splits);
    free(r.rows);
    return st;
}

void overlay_free(overlay *o)
{
    void *const arrays[] = { o->merges,    o->entities, o->names, o->splits,
                             o->positions, o->clubs,    o->claims };

    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free(arrays[i]);
    arena_free(&o->memory);
    *o = (overlay){ 0 };
}

suitor_sv overlay_folded(const overlay *o, int64_t entity)
{
    for (uint32_t i = 0; i < o->n_entities; i++)
        if (o->entities[i].entity == entity)
            return o->entities[i].folded;
    return suitor_sv_make(NULL, 0);
}

const overlay_name *overlay_name_of(const overlay *o, int64_t entity)
{
    const overlay_name *found = NULL;

    for (uint32_t i = 0; i < o->n_names; i++)
        if (o->names[i].entity == entity && (o->names[i].is_forced || !found || !found->is_forced))
            found = &o->names[i];
    return found;
}
