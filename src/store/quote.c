/* The words behind a piece of evidence, cut from the text as it was stored, and whole articles. */
#include "db.h"
#include "fail.h"

/* The bytes of the row's text between the offsets in two columns. */
static suitor_status cut(suitor_store *store, sqlite3_stmt *row, int begin_column, suitor_sv *out,
                         suitor_error *err)
{
    suitor_sv text = db_column_text(row, 0);
    int64_t begin = sqlite3_column_int64(row, begin_column);
    int64_t end = sqlite3_column_int64(row, begin_column + 1);

    if (begin < 0 || end < begin || (uint64_t)end > text.len)
        return db_damaged(store, "a quote outside its text", err);
    *out = arena_copy(&store->quoted, suitor_sv_make(text.ptr + begin, (size_t)(end - begin)));
    return out->ptr ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
}

static suitor_status read_quote(suitor_store *store, sqlite3_stmt *row, suitor_quote *out,
                                suitor_error *err)
{
    suitor_sv *const texts[] = { &out->article, &out->outlet, &out->title, &out->url };
    suitor_status st = cut(store, row, 1, &out->quote, err);

    out->begin = (size_t)sqlite3_column_int64(row, 1);
    out->end = (size_t)sqlite3_column_int64(row, 2);
    if (st == SUITOR_OK)
        st = cut(store, row, 3, &out->sentence, err);
    for (int i = 0; st == SUITOR_OK && i < 4; i++) {
        *texts[i] = arena_copy(&store->quoted, db_column_text(row, 5 + i));
        if (!texts[i]->ptr)
            st = fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
    }
    out->day =
        sqlite3_column_type(row, 9) == SQLITE_NULL ? SUITOR_NO_DAY : sqlite3_column_int(row, 9);
    return st;
}

suitor_status suitor_store_quote(suitor_store *store, int64_t evidence, suitor_quote *out,
                                 suitor_error *err)
{
    suitor_quote quote = { 0 };
    sqlite3_stmt *row;
    bool found;
    suitor_status st = db_query(store, QUOTE, (db_value[]){ db_integer(evidence) }, &row, err);

    arena_reset(&store->quoted);
    if (st == SUITOR_OK)
        st = db_next(store, row, &found, err);
    if (st != SUITOR_OK)
        return st;
    if (!found)
        return fail(err, SUITOR_ERR_NOTFOUND,
                    "%s: no evidence %lld; its article may have been replaced since", store->path,
                    (long long)evidence);
    st = read_quote(store, row, &quote, err);
    sqlite3_reset(row);
    if (st == SUITOR_OK)
        *out = quote;
    return st;
}

static suitor_status read_article(suitor_store *store, sqlite3_stmt *row, suitor_article *out,
                                  suitor_error *err)
{
    suitor_sv *const texts[] = { &out->id,    &out->outlet, &out->url,
                                 &out->title, &out->path,   &out->text };

    for (int i = 0; i < (int)(sizeof texts / sizeof *texts); i++) {
        *texts[i] = arena_copy(&store->quoted, db_column_text(row, i));
        if (!texts[i]->ptr)
            return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
    }
    out->day =
        sqlite3_column_type(row, 6) == SQLITE_NULL ? SUITOR_NO_DAY : sqlite3_column_int(row, 6);
    return SUITOR_OK;
}

suitor_status suitor_store_article(suitor_store *store, suitor_sv name, suitor_article *out,
                                   suitor_error *err)
{
    suitor_article article = { 0 };
    sqlite3_stmt *row;
    bool found;
    suitor_status st = db_query(store, ARTICLE_BY_NAME, (db_value[]){ db_text(name) }, &row, err);

    arena_reset(&store->quoted);
    if (st == SUITOR_OK)
        st = db_next(store, row, &found, err);
    if (st != SUITOR_OK)
        return st;
    if (!found)
        return fail(err, SUITOR_ERR_NOTFOUND, "no article called \"%.*s\" in %s",
                    SUITOR_SV_ARG(name), store->path);
    st = read_article(store, row, &article, err);
    sqlite3_reset(row);
    if (st == SUITOR_OK)
        *out = article;
    return st;
}
