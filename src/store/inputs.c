/* Files that were read. SQLite's integers are signed: sizes and inodes beyond 2^63 come back as
 * they were. */
#include "db.h"
#include "digest.h"
#include "identity.h"

suitor_status suitor_store_has(suitor_store *store, const suitor_article *article, bool *has,
                               suitor_error *err)
{
    unsigned char digest_of_article[DIGEST_SIZE];
    int64_t id = 0;

    identity_digest(article, digest_of_article);
    suitor_status st = db_look_up(
        store, FIND_DIGEST, (db_value[]){ db_blob(digest_of_article, DIGEST_SIZE) }, &id, err);
    if (st == SUITOR_OK)
        *has = id != 0;
    return st;
}

suitor_status suitor_store_put_input(suitor_store *store, const suitor_store_input *input,
                                     suitor_error *err)
{
    const suitor_place *place = &input->mark.place;
    bool nested;
    suitor_status st = db_write_begin(store, &nested, err);

    if (st != SUITOR_OK)
        return st;
    st = db_run(store, PUT_INPUT,
                (db_value[]){
                    db_text(suitor_sv_of(input->file.path)), db_integer((int64_t)input->file.inode),
                    db_integer((int64_t)input->file.size), db_integer(input->file.modified),
                    db_integer(input->file.changed), db_integer((int64_t)place->articles),
                    db_integer((int64_t)place->offset), db_integer((int64_t)place->line),
                    input->mark.is_digested ? db_blob(input->mark.digest, DIGEST_SIZE) : db_null(),
                    db_integer(input->whole) },
                err);
    return db_write_end(store, nested, st, err);
}

/* The digest in column 7, where it has the size of one. */
static void read_digest(sqlite3_stmt *row, suitor_mark *mark)
{
    const void *bytes = sqlite3_column_blob(row, 7);

    mark->is_digested = bytes && sqlite3_column_bytes(row, 7) == DIGEST_SIZE;
    if (mark->is_digested)
        memcpy(mark->digest, bytes, DIGEST_SIZE);
}

suitor_status suitor_store_find_input(suitor_store *store, const char *path,
                                      suitor_store_input *out, bool *found, suitor_error *err)
{
    sqlite3_stmt *row;
    suitor_status st =
        db_query(store, FIND_INPUT, (db_value[]){ db_text(suitor_sv_of(path)) }, &row, err);

    if (st == SUITOR_OK)
        st = db_next(store, row, found, err);
    if (st != SUITOR_OK || !*found)
        return st;
    *out = (suitor_store_input){
        .file = { path, (uint64_t)sqlite3_column_int64(row, 0),
                  (uint64_t)sqlite3_column_int64(row, 1), sqlite3_column_int64(row, 2),
                  sqlite3_column_int64(row, 3) },
        .mark.place = { (uint64_t)sqlite3_column_int64(row, 4),
                        (uint64_t)sqlite3_column_int64(row, 5),
                        (uint64_t)sqlite3_column_int64(row, 6) },
        .whole = sqlite3_column_int(row, 8) != 0,
    };
    read_digest(row, &out->mark);
    sqlite3_reset(row);
    return SUITOR_OK;
}
