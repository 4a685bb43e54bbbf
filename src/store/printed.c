#include "printed.h"

#include "fail.h"

static suitor_status no_memory(const suitor_store *store, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
}

static suitor_status read_text(suitor_store *store, printed *p, suitor_error *err)
{
    sqlite3_stmt *row;
    bool found;
    suitor_status st =
        db_query(store, TEXT_OF_ARTICLE, (db_value[]){ db_integer(p->article) }, &row, err);

    if (st == SUITOR_OK)
        st = db_next(store, row, &found, err);
    if (st != SUITOR_OK)
        return st;
    if (!found)
        return db_damaged(store, "an article without a text", err);
    p->text = arena_copy(&store->scratch, db_column_text(row, 0));
    p->day =
        sqlite3_column_type(row, 1) == SQLITE_NULL ? SUITOR_NO_DAY : sqlite3_column_int(row, 1);
    sqlite3_reset(row);
    return p->text.ptr ? SUITOR_OK : no_memory(store, err);
}

static suitor_status add_told(suitor_store *store, sqlite3_stmt *row, printed *p, uint32_t *cap,
                              suitor_error *err)
{
    int64_t begin = sqlite3_column_int64(row, 1), end = sqlite3_column_int64(row, 2);

    if (begin < 0 || end < begin || (uint64_t)end > p->text.len)
        return db_damaged(store, "a sentence outside its text", err);
    if (p->n_told == *cap) {
        told_words *more = arena_zeros(&store->scratch, (size_t)*cap * 2 + 16, sizeof *more);
        if (!more)
            return no_memory(store, err);
        if (p->n_told > 0)
            memcpy(more, p->told, p->n_told * sizeof *more);
        p->told = more;
        *cap = *cap * 2 + 16;
    }
    p->told[p->n_told++] =
        (told_words){ sqlite3_column_int64(row, 0),
                      suitor_sv_make(p->text.ptr + begin, (size_t)(end - begin)) };
    return SUITOR_OK;
}

suitor_status printed_read(suitor_store *store, int64_t id, printed *p, suitor_error *err)
{
    uint32_t cap = 0;
    sqlite3_stmt *row;
    bool more;

    *p = (printed){ .article = id };
    suitor_status st = read_text(store, p, err);
    if (st == SUITOR_OK)
        st = db_query(store, EVIDENCE_OF_ARTICLE, (db_value[]){ db_integer(id) }, &row, err);
    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(store, row, &more, err)) == SUITOR_OK && more)
        if ((st = add_told(store, row, p, &cap, err)) != SUITOR_OK) {
            sqlite3_reset(row);
            break;
        }
    return st;
}
