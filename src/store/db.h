/* The store's handle, and the few ways in which SQLite is spoken to: a statement
 * is named, its values are bound, its rows are stepped. Every SQL text used after
 * opening stands in statements.c and is prepared once, when first asked for. */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <sqlite3.h>

#include "arena.h"
#include "keys.h"
#include "prints.h"
#include "statements.h"
#include "strmap.h"
#include "suitor/store.h"

/* Where a name was found or put, so that it is looked up in SQLite once. */
typedef struct {
    int64_t entity, spelling;
} known_name;

struct suitor_store {
    sqlite3 *db;
    char *path; /* owned; as given, for messages */
    suitor_store_mode mode;
    sqlite3_stmt *statements[N_STATEMENTS]; /* NULL until used */
    arena scratch, prepared;                /* of one call */
    arena quoted;                           /* what suitor_store_quote() lent out */
    strmap name_index, source_index;        /* see entity.c; emptied by every rollback */
    known_name *names;
    uint32_t n_names, cap_names;
    key_maker own; /* see copies.c, as the next three */
    prints prints;
    int64_t *alike;
    uint32_t n_alike, cap_alike;
};

/* The failure that SQLite last reported, with what to do about it. */
suitor_status db_fail(const suitor_store *store, suitor_error *err);
suitor_status db_fail_at(sqlite3 *db, const char *path, suitor_error *err);

/* A row that breaks the schema's rules: the file was damaged or tampered with. */
suitor_status db_damaged(const suitor_store *store, const char *what, suitor_error *err);

typedef struct {
    enum { DB_NULL, DB_INTEGER, DB_REAL, DB_TEXT, DB_BLOB } type;
    int64_t integer;
    double real;
    suitor_sv bytes; /* borrowed until the statement was run or reset */
} db_value;

static inline db_value db_null(void) { return (db_value){ .type = DB_NULL }; }

static inline db_value db_integer(int64_t value)
{
    return (db_value){ .type = DB_INTEGER, .integer = value };
}

static inline db_value db_real(double value)
{
    return (db_value){ .type = DB_REAL, .real = value };
}

static inline db_value db_text(suitor_sv value)
{
    return (db_value){ .type = DB_TEXT, .bytes = value };
}

static inline db_value db_blob(const void *ptr, size_t len)
{
    return (db_value){ .type = DB_BLOB, .bytes = suitor_sv_make(ptr, len) };
}

/* Have the statement at hand; db_query() does so too. */
suitor_status db_prepare(suitor_store *store, statement_id id, suitor_error *err);

/* Bind one value to each parameter of the statement, ready to be stepped. */
suitor_status db_query(suitor_store *store, statement_id id, const db_value *values,
                       sqlite3_stmt **out, suitor_error *err);

/* Step to the next row; *row false, and the statement reset, when there is none.
 * A loop that ends before that resets the statement itself. */
suitor_status db_next(const suitor_store *store, sqlite3_stmt *statement, bool *row,
                      suitor_error *err);

/* Run a statement that gives no rows. */
suitor_status db_run(suitor_store *store, statement_id id, const db_value *values,
                     suitor_error *err);

/* The same for an INSERT, with the rowid it gave. */
suitor_status db_insert(suitor_store *store, statement_id id, const db_value *values,
                        int64_t *rowid, suitor_error *err);

/* The integer in the first column of the first row, 0 where there is none. */
suitor_status db_look_up(suitor_store *store, statement_id id, const db_value *values, int64_t *out,
                         suitor_error *err);

/* Text of a column, borrowed until the next step or reset. */
static inline suitor_sv db_column_text(sqlite3_stmt *statement, int column)
{
    const char *ptr = (const char *)sqlite3_column_text(statement, column);

    return suitor_sv_make(ptr, (size_t)sqlite3_column_bytes(statement, column));
}

/* A span of several reads that see one state of the file. */
suitor_status db_read_begin(suitor_store *store, suitor_error *err);
void db_read_end(suitor_store *store);

/* All or nothing: a transaction of its own, or a part of the one that is open.
 * db_write_end() keeps what was written if `st` is SUITOR_OK and takes it back
 * otherwise; it gives `st`, or the failure to keep. */
suitor_status db_write_begin(suitor_store *store, bool *nested, suitor_error *err);
suitor_status db_write_end(suitor_store *store, bool nested, suitor_status st, suitor_error *err);

#endif
