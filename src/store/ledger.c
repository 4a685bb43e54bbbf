/* The ledger: everything known on a day, read in one pass over each table. */
#include <stdlib.h>

#include "fail.h"
#include "load.h"
#include "near.h"

/* The larger columns are allocated each, so that they can grow while they are read. */
typedef struct {
    suitor_ledger ledger; /* first: what the caller sees of it */
    arena memory;         /* of texts and of the smaller columns */
} owned_ledger;

/* Blocks as large as a big ledger's columns are cheaper than many small ones. */
enum { BLOCK_SIZE = 1 << 20 };

suitor_status load_no_memory(load *l)
{
    return fail(l->err, SUITOR_ERR_NOMEM, "%s: out of memory for the ledger", l->store->path);
}

suitor_status load_code(load *l, sqlite3_stmt *row, int column, int n_codes, unsigned *out)
{
    int64_t code = sqlite3_column_int64(row, column);

    if (code < 0 || code >= n_codes)
        return db_damaged(l->store, "a code out of range", l->err);
    *out = (unsigned)code;
    return SUITOR_OK;
}

suitor_status load_club(load *l, int64_t id, uint32_t article, uint32_t *place)
{
    *place = ids_place(&l->entity_ids, id);
    if (*place == SUITOR_NO_INDEX || l->entities[*place].kind != SUITOR_KIND_CLUB)
        return db_damaged(l->store, "a row that points to nobody", l->err);
    *place = load_split(l, load_resolved(l, *place), article, SUITOR_NO_INDEX);
    l->entities[*place].is_used = true;
    return SUITOR_OK;
}

suitor_status load_table(load *l, statement_id id, ids *map,
                         suitor_status (*add)(load *l, sqlite3_stmt *row, uint32_t *cap))
{
    const db_value day[] = { db_integer(l->out->at == SUITOR_NO_DAY ? INT32_MAX : l->out->at) };
    uint32_t cap = 0;
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(l->store, id, day, &row, l->err);

    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(l->store, row, &more, l->err)) == SUITOR_OK && more) {
        st = add(l, row, &cap);
        if (st != SUITOR_OK)
            break;
    }
    sqlite3_reset(row);
    if (st == SUITOR_OK && map && !ids_finish(map))
        st = load_no_memory(l);
    return st;
}

void load_clear(load *l)
{
    ids *const maps[] = { &l->article_ids, &l->entity_ids, &l->spelling_ids, &l->told_ids,
                          &l->claim_ids,   &l->source_ids, &l->either_or_ids };
    void *const arrays[] = { l->digests, l->entities,  l->spellings, l->told_notes, l->told,
                             l->claims,  l->sources,   l->articles,  l->rows,       l->fees,
                             l->needs,   l->either_or, l->members,   l->copies,     l->rejected };

    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        ids_free(maps[i]);
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free(arrays[i]);
    overlay_free(&l->overlay);
    arena_free(&l->passing);
}

/* What rows are read on: everybody, a player, or those of an article. */
typedef struct {
    suitor_status (*begin)(suitor_store *store, int64_t id, suitor_error *err); /* NULL: all */
    int64_t id;
} scope;

static suitor_status load_all(load *l, scope of)
{
    static suitor_status (*const parts[])(load *) = { load_articles, load_names,  load_players,
                                                      load_rows,     load_extras, load_number,
                                                      load_sort };
    suitor_status st = db_read_begin(l->store, l->err);

    if (st != SUITOR_OK)
        return st;
    if (of.begin)
        st = of.begin(l->store, of.id, l->err);
    for (size_t i = 0; st == SUITOR_OK && i < sizeof parts / sizeof *parts; i++)
        st = parts[i](l);
    if (of.begin)
        near_end(l->store);
    db_read_end(l->store);
    return st;
}

static suitor_status make(suitor_store *store, int32_t at, scope of, suitor_ledger **out,
                          suitor_error *err)
{
    owned_ledger *owned = calloc(1, sizeof *owned);
    load l = { .store = store, .err = err, .passing = { .block_size = BLOCK_SIZE } };
    suitor_status st;

    *out = NULL;
    if (!owned)
        return load_no_memory(&l);
    owned->memory.block_size = BLOCK_SIZE;
    owned->ledger.at = at;
    l.out = &owned->ledger;
    l.memory = &owned->memory;
    st = load_all(&l, of);
    load_clear(&l);
    if (st != SUITOR_OK) {
        arena_free(&owned->memory);
        free(owned);
        return st;
    }
    *out = &owned->ledger;
    return SUITOR_OK;
}

suitor_status suitor_store_ledger(suitor_store *store, int32_t at, suitor_ledger **out,
                                  suitor_error *err)
{
    return make(store, at, (scope){ NULL, 0 }, out, err);
}

suitor_status suitor_store_ledger_about(suitor_store *store, int32_t at, int64_t player,
                                        suitor_ledger **out, suitor_error *err)
{
    return make(store, at, (scope){ near_begin, player }, out, err);
}

suitor_status suitor_store_ledger_of_article(suitor_store *store, int32_t at, suitor_sv name,
                                             suitor_ledger **out, int64_t *id, suitor_error *err)
{
    suitor_status st = db_look_up(store, ARTICLE_ID, (db_value[]){ db_text(name) }, id, err);

    *out = NULL;
    if (st != SUITOR_OK)
        return st;
    if (*id == 0)
        return fail(err, SUITOR_ERR_NOTFOUND, "no article called \"%.*s\" in %s",
                    SUITOR_SV_ARG(name), store->path);
    return make(store, at, (scope){ near_begin_article, *id }, out, err);
}

void suitor_ledger_free(suitor_ledger *ledger)
{
    owned_ledger *owned = (owned_ledger *)ledger;

    if (!owned)
        return;
    free((void *)ledger->articles);
    free((void *)ledger->rows);
    free((void *)ledger->fees);
    free((void *)ledger->needs);
    free((void *)ledger->either_or);
    arena_free(&owned->memory);
    free(owned);
}

uint32_t suitor_ledger_find(const suitor_ledger *ledger, int64_t id)
{
    for (uint32_t i = 0; i < ledger->n_entities; i++)
        if (ledger->entities[i].id == id)
            return i;
    return SUITOR_NO_INDEX;
}
