/* Statements prepared once and kept, values always bound, and SQLite's failures
 * turned into messages that say which file and what to do. */
#include "db.h"

#include "fail.h"

/* SQLite's own words, and what to do about it. */
static suitor_status fail_with(sqlite3 *db, const char *path, const char *advice, suitor_error *err)
{
    return fail(err, SUITOR_ERR_DB, "%s: %s%s", path, sqlite3_errmsg(db), advice);
}

suitor_status db_fail_at(sqlite3 *db, const char *path, suitor_error *err)
{
    switch (sqlite3_errcode(db)) {
    case SQLITE_NOMEM: return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", path);
    case SQLITE_TOOBIG:
        return fail(err, SUITOR_ERR_LIMIT, "%s: a text is larger than the store can hold", path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(err, SUITOR_ERR_DB,
                    "%s: another program is writing to it; try again when that has finished", path);
    case SQLITE_NOTADB:
        return fail(err, SUITOR_ERR_DB,
                    "%s: not a suitor store, nor any SQLite database; name another file", path);
    case SQLITE_FULL:
        return fail_with(db, path,
                         "; free some space and ingest again, for no article is in by "
                         "halves",
                         err);
    case SQLITE_READONLY:
        return fail_with(db, path, "; check the permissions of the file and its folder", err);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return fail_with(db, path, "; check the disk and the permissions", err);
    case SQLITE_CORRUPT:
        return fail_with(db, path, "; go back to a copy, or ingest into a new file", err);
    default: return fail_with(db, path, "", err);
    }
}

suitor_status db_fail(const suitor_store *store, suitor_error *err)
{
    return db_fail_at(store->db, store->path, err);
}

suitor_status db_damaged(const suitor_store *store, const char *what, suitor_error *err)
{
    return fail(err, SUITOR_ERR_DB,
                "%s: damaged (%s); go back to a copy, or ingest into a new file", store->path,
                what);
}

static int bind(sqlite3_stmt *statement, int i, const db_value *value)
{
    const char *bytes = value->bytes.ptr ? value->bytes.ptr : "";

    switch (value->type) {
    case DB_INTEGER: return sqlite3_bind_int64(statement, i, value->integer);
    case DB_REAL: return sqlite3_bind_double(statement, i, value->real);
    case DB_TEXT:
        return sqlite3_bind_text64(statement, i, bytes, value->bytes.len, SQLITE_STATIC,
                                   SQLITE_UTF8);
    case DB_BLOB: return sqlite3_bind_blob64(statement, i, bytes, value->bytes.len, SQLITE_STATIC);
    default: return sqlite3_bind_null(statement, i);
    }
}

suitor_status db_prepare(suitor_store *store, statement_id id, suitor_error *err)
{
    sqlite3_stmt **kept = &store->statements[id];

    if (*kept)
        sqlite3_reset(*kept);
    else if (sqlite3_prepare_v3(store->db, statement_texts[id], -1, SQLITE_PREPARE_PERSISTENT, kept,
                                NULL) != SQLITE_OK)
        return db_fail(store, err);
    return SUITOR_OK;
}

suitor_status db_query(suitor_store *store, statement_id id, const db_value *values,
                       sqlite3_stmt **out, suitor_error *err)
{
    sqlite3_stmt **kept = &store->statements[id];
    suitor_status st = db_prepare(store, id, err);

    if (st != SUITOR_OK)
        return st;
    int count = sqlite3_bind_parameter_count(*kept);
    for (int i = 0; i < count; i++)
        if (bind(*kept, i + 1, &values[i]) != SQLITE_OK)
            return db_fail(store, err);
    *out = *kept;
    return SUITOR_OK;
}

suitor_status db_next(const suitor_store *store, sqlite3_stmt *statement, bool *row,
                      suitor_error *err)
{
    int rc = sqlite3_step(statement);
    suitor_status st = SUITOR_OK;

    *row = rc == SQLITE_ROW;
    if (*row)
        return SUITOR_OK;
    if (rc != SQLITE_DONE)
        st = db_fail(store, err);
    sqlite3_reset(statement);
    return st;
}

suitor_status db_run(suitor_store *store, statement_id id, const db_value *values,
                     suitor_error *err)
{
    sqlite3_stmt *statement;
    bool row;
    suitor_status st = db_query(store, id, values, &statement, err);

    return st == SUITOR_OK ? db_next(store, statement, &row, err) : st;
}

suitor_status db_insert(suitor_store *store, statement_id id, const db_value *values,
                        int64_t *rowid, suitor_error *err)
{
    suitor_status st = db_run(store, id, values, err);

    if (st == SUITOR_OK)
        *rowid = sqlite3_last_insert_rowid(store->db);
    return st;
}

suitor_status db_look_up(suitor_store *store, statement_id id, const db_value *values, int64_t *out,
                         suitor_error *err)
{
    sqlite3_stmt *statement;
    bool row;
    suitor_status st = db_query(store, id, values, &statement, err);

    if (st == SUITOR_OK)
        st = db_next(store, statement, &row, err);
    if (st != SUITOR_OK)
        return st;
    *out = row ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return SUITOR_OK;
}
