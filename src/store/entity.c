/* Names to ids. Two names are one entity if they fold alike, whichever came
 * first. What was found is remembered, because the same few hundred names come
 * again and again and each would cost two searches in SQLite. */
#include "entity.h"

#include "fail.h"
#include "fold.h"
#include "grow.h"

/* Remember at most so many names (some 30 MB); then begin again. */
enum { MOST_NAMES = 200000 };

/* A character folds to at most 8 of at most 4 bytes each, and has at least 2. */
enum { MOST_GROWTH = 16 };

static suitor_status no_memory(const suitor_store *store, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
}

suitor_sv name_fold(arena *a, suitor_sv name)
{
    size_t cap = name.len * MOST_GROWTH;
    char *out = arena_alloc(a, cap);

    if (!out)
        return suitor_sv_make(NULL, 0);
    size_t len = fold_name(name, out, cap);
    return len > 0 ? suitor_sv_make(out, len) : arena_copy(a, name);
}

suitor_sv name_last_word(suitor_sv folded)
{
    size_t at = folded.len;

    while (at > 0 && folded.ptr[at - 1] != ' ')
        at--;
    return suitor_sv_make(folded.ptr + at, folded.len - at);
}

void names_forget(suitor_store *store)
{
    strmap_reset(&store->name_index);
    strmap_reset(&store->source_index);
    store->n_names = 0;
}

/* The id that `find` finds, else the one that `add` gives, both with `values`. */
static suitor_status find_or_add(suitor_store *store, statement_id find, statement_id add,
                                 const db_value *values, int64_t *id, suitor_error *err)
{
    suitor_status st = db_look_up(store, find, values, id, err);

    if (st != SUITOR_OK || *id != 0)
        return st;
    return db_insert(store, add, values, id, err);
}

static suitor_status name_put_in_db(suitor_store *store, suitor_kind kind, suitor_sv name,
                                    known_name *out, suitor_error *err)
{
    suitor_sv folded = name_fold(&store->scratch, name);

    if (!folded.ptr)
        return no_memory(store, err);
    const db_value entity[] = { db_text(folded), db_integer(kind),
                                db_text(name_last_word(folded)) };
    suitor_status st = find_or_add(store, FIND_ENTITY, ADD_ENTITY, entity, &out->entity, err);
    if (st != SUITOR_OK)
        return st;
    const db_value spelling[] = { db_integer(out->entity), db_text(name) };
    return find_or_add(store, FIND_SPELLING, ADD_SPELLING, spelling, &out->spelling, err);
}

/* The name with a byte for the kind in front of it. */
static suitor_sv key_of(suitor_store *store, suitor_kind kind, suitor_sv name)
{
    char *key = arena_alloc(&store->scratch, name.len + 1);

    if (!key)
        return suitor_sv_make(NULL, 0);
    key[0] = (char)('0' + kind);
    memcpy(key + 1, name.ptr, name.len);
    return suitor_sv_make(key, name.len + 1);
}

suitor_status name_put(suitor_store *store, suitor_kind kind, suitor_sv name, known_name *out,
                       suitor_error *err)
{
    suitor_sv key = key_of(store, kind, name);
    uint32_t at;

    if (!key.ptr)
        return no_memory(store, err);
    if (strmap_get(&store->name_index, key, &at)) {
        *out = store->names[at];
        return SUITOR_OK;
    }
    suitor_status st = name_put_in_db(store, kind, name, out, err);
    if (st != SUITOR_OK)
        return st;
    if (store->n_names == MOST_NAMES)
        names_forget(store);
    if (!grow(&store->names, &store->cap_names, store->n_names + 1, sizeof *store->names) ||
        !strmap_put(&store->name_index, key, store->n_names, NULL))
        return no_memory(store, err);
    store->names[store->n_names++] = *out;
    return SUITOR_OK;
}

suitor_status alias_put(suitor_store *store, int64_t entity, suitor_sv name, suitor_sv alias,
                        suitor_error *err)
{
    suitor_sv folded = name_fold(&store->scratch, alias);
    suitor_sv own = name_fold(&store->scratch, name);

    if (!folded.ptr || !own.ptr)
        return no_memory(store, err);
    if (alias.len == 0 || suitor_sv_equal(folded, own))
        return SUITOR_OK;
    return db_run(store, ADD_ALIAS,
                  (db_value[]){ db_text(folded), db_integer(entity), db_text(alias) }, err);
}

suitor_status source_put(suitor_store *store, suitor_sv name, int64_t *source, suitor_error *err)
{
    uint32_t known;

    if (strmap_get(&store->source_index, name, &known)) {
        *source = known;
        return SUITOR_OK;
    }
    const db_value values[] = { db_text(name) };
    suitor_status st = find_or_add(store, FIND_SOURCE, ADD_SOURCE, values, source, err);
    if (st != SUITOR_OK || *source >= UINT32_MAX)
        return st;
    if (store->source_index.count >= MOST_NAMES)
        strmap_reset(&store->source_index);
    if (!strmap_put(&store->source_index, name, (uint32_t)*source, NULL))
        return no_memory(store, err);
    return SUITOR_OK;
}
