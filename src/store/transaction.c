/* Transactions: one a batch of articles where the caller asks for it, else one
 * an article, with a savepoint around each article so that a failure takes back
 * that article and no other. */
#include "db.h"
#include "entity.h"
#include "fail.h"

/* SQLite ends a transaction by itself on some failures (disk full, out of
 * memory), so that it and not a flag of ours knows whether one is open. */
static bool is_open(const suitor_store *store) { return !sqlite3_get_autocommit(store->db); }

/* Ids handed out since the beginning of what is taken back are void. */
static void take_back(suitor_store *store, statement_id how)
{
    if (is_open(store))
        (void)db_run(store, how, NULL, NULL);
    names_forget(store);
    prints_forget(&store->prints);
}

suitor_status suitor_store_begin(suitor_store *store, suitor_error *err)
{
    if (store->mode == SUITOR_STORE_READ)
        return fail(err, SUITOR_ERR_INVALID, "%s: opened for reading only", store->path);
    if (is_open(store))
        return fail(err, SUITOR_ERR_INVALID, "%s: a transaction is open already", store->path);
    suitor_status st = db_run(store, BEGIN_WRITE, NULL, err);
    if (st != SUITOR_OK)
        take_back(store, ROLLBACK);
    return st;
}

suitor_status suitor_store_commit(suitor_store *store, suitor_error *err)
{
    if (!is_open(store))
        return fail(err, SUITOR_ERR_INVALID, "%s: no transaction is open to be committed",
                    store->path);
    return db_run(store, COMMIT, NULL, err);
}

void suitor_store_rollback(suitor_store *store) { take_back(store, ROLLBACK); }

suitor_status db_write_begin(suitor_store *store, bool *nested, suitor_error *err)
{
    *nested = is_open(store);
    return *nested ? db_run(store, PUT_BEGIN, NULL, err) : suitor_store_begin(store, err);
}

suitor_status db_write_end(suitor_store *store, bool nested, suitor_status st, suitor_error *err)
{
    if (st == SUITOR_OK)
        st = db_run(store, nested ? PUT_KEEP : COMMIT, NULL, err);
    if (st == SUITOR_OK)
        return SUITOR_OK;
    take_back(store, nested ? PUT_UNDO : ROLLBACK);
    if (nested && is_open(store))
        (void)db_run(store, PUT_KEEP, NULL, NULL);
    return st;
}

suitor_status db_read_begin(suitor_store *store, suitor_error *err)
{
    suitor_status st = db_run(store, READ_BEGIN, NULL, err);

    if (st != SUITOR_OK)
        db_read_end(store);
    return st;
}

void db_read_end(suitor_store *store) { (void)db_run(store, READ_END, NULL, NULL); }
