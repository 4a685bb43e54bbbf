/* Registers as files that were put: which there are, which is an older state of which. */
#include "suitor/register.h"

#include <time.h>

#include "digest.h"
#include "fail.h"
#include "hash.h"
#include "known.h"

/* Out goes an older state of the same file, with all that it alone told. */
static suitor_status take_out(suitor_store *store, int64_t number, suitor_error *err)
{
    static const statement_id of_register[] = { DELETE_KNOWN_FACTS, DELETE_TRANSFERS };
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; st == SUITOR_OK && i < sizeof of_register / sizeof *of_register; i++)
        st = db_run(store, of_register[i], (db_value[]){ db_integer(number) }, err);
    if (st == SUITOR_OK)
        st = db_run(store, DELETE_KNOWN, NULL, err);
    if (st == SUITOR_OK)
        st = db_run(store, DELETE_REGISTER, (db_value[]){ db_integer(number) }, err);
    return st;
}

/* What is there of that kind from that path; *number 0 for nothing. */
static suitor_status find(suitor_store *store, suitor_register_kind kind, suitor_sv path,
                          const unsigned char *bytes, int64_t *number, bool *same, bool *whole,
                          suitor_error *err)
{
    sqlite3_stmt *row;
    bool found;
    suitor_status st =
        db_query(store, FIND_REGISTER, (db_value[]){ db_integer(kind), db_text(path) }, &row, err);

    *number = 0;
    *same = *whole = false;
    if (st == SUITOR_OK)
        st = db_next(store, row, &found, err);
    if (st != SUITOR_OK || !found)
        return st;
    const void *kept = sqlite3_column_blob(row, 1);
    *number = sqlite3_column_int64(row, 0);
    *same = kept && sqlite3_column_bytes(row, 1) == DIGEST_SIZE &&
            memcmp(kept, bytes, DIGEST_SIZE) == 0;
    *whole = *same && sqlite3_column_int(row, 2) != 0;
    sqlite3_reset(row);
    return SUITOR_OK;
}

suitor_status suitor_store_register_begin(suitor_store *store, suitor_register_kind kind,
                                          suitor_sv path, const unsigned char *bytes,
                                          int64_t *number, bool *whole, suitor_error *err)
{
    bool nested, same;
    suitor_status st = db_write_begin(store, &nested, err);

    if (st != SUITOR_OK)
        return st;
    st = find(store, kind, path, bytes, number, &same, whole, err);
    if (st == SUITOR_OK && *number && !same) {
        st = take_out(store, *number, err);
        *number = 0;
    }
    if (st == SUITOR_OK && *number == 0)
        st = db_insert(store, ADD_REGISTER,
                       (db_value[]){ db_integer(kind), db_text(path), db_blob(bytes, DIGEST_SIZE),
                                     db_integer((int64_t)time(NULL)) },
                       number, err);
    return db_write_end(store, nested, st, err);
}

suitor_status suitor_store_register_end(suitor_store *store, int64_t number, suitor_error *err)
{
    bool nested;
    suitor_status st = db_write_begin(store, &nested, err);

    if (st != SUITOR_OK)
        return st;
    st = db_run(store, END_REGISTER, (db_value[]){ db_integer(number) }, err);
    return db_write_end(store, nested, st, err);
}

suitor_status suitor_store_register_stamp(suitor_store *store, uint64_t *stamp, suitor_error *err)
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st;

    *stamp = 0;
    st = db_query(store, REGISTERS_READ, NULL, &row, err);
    while (st == SUITOR_OK && (st = db_next(store, row, &more, err)) == SUITOR_OK && more) {
        const int64_t numbers[] = { sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 2) };
        *stamp = hash_bytes(*stamp, numbers, sizeof numbers);
        *stamp =
            hash_bytes(*stamp, sqlite3_column_blob(row, 1), (size_t)sqlite3_column_bytes(row, 1));
    }
    return st;
}
