/* Opening and closing. A file is looked at before anything is written to it, so
 * that another program's database stays as it was. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "copies.h"
#include "db.h"
#include "entity.h"
#include "fail.h"
#include "schema.h"

/* Wait this long for another writer: the largest batch takes well under a second. */
enum { BUSY_MILLISECONDS = 10000, PAUSE_MILLISECONDS = 5 };

static bool is_in_memory(const char *path) { return strcmp(path, ":memory:") == 0; }

/* Why a file cannot be made: SQLite, having tried to read it after that, only knows that it is not
 * there. */
static int reason_for_none(const char *path)
{
    const char *name = strrchr(path, '/');
    size_t len = name ? (size_t)(name - path) + 1 : 0;
    char *folder = len ? strndup(path, len) : strdup(".");
    int reason = ENOENT;

    if (!folder)
        reason = ENOMEM;
    else if (faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0)
        reason = errno;
    free(folder);
    return reason;
}

static suitor_status connect_to(suitor_store *store, const char *name, int flags, suitor_error *err)
{
    if (sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        int reason = store->db ? sqlite3_system_errno(store->db) : ENOMEM;
        if (reason == ENOENT)
            reason = reason_for_none(store->path);
        return fail(err, store->db ? SUITOR_ERR_DB : SUITOR_ERR_NOMEM, "%s: cannot be opened: %s",
                    store->path, reason ? strerror(reason) : "not a file");
    }
    /* a file from elsewhere must not run functions or write to internal tables */
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    /* nor may looking at it bring another program's log into its database */
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
    return SUITOR_OK;
}

/* Whether a read-only connection fails only because SQLite may not put its
 * shared memory beside the file: a store at rest on a medium that cannot be
 * written, which nobody else can be writing to either. */
static bool is_at_rest(const suitor_store *store, bool *out)
{
    buf wal = { 0 };
    int rc = sqlite3_exec(store->db, "PRAGMA user_version", NULL, NULL, NULL);

    *out = false;
    if (rc != SQLITE_CANTOPEN && rc != SQLITE_READONLY)
        return true;
    buf_add(&wal, store->path);
    buf_add(&wal, "-wal");
    if (!wal.failed)
        *out = access(wal.ptr, F_OK) != 0;
    bool ok = !wal.failed;
    buf_free(&wal);
    return ok;
}

/* The path as a URI that tells SQLite that the file does not change. */
static bool write_immutable_uri(const char *path, buf *uri)
{
    buf_add(uri, "file:");
    for (const char *c = path; *c; c++)
        if (*c == '%' || *c == '?' || *c == '#')
            buf_printf(uri, "%%%02X", (unsigned)(unsigned char)*c);
        else
            buf_char(uri, *c);
    buf_add(uri, "?immutable=1");
    return !uri->failed;
}

static bool is_there(const char *path) { return access(path, F_OK) == 0 || errno != ENOENT; }

static suitor_status no_store_yet(const suitor_store *store, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOTFOUND, "%s: there is no store yet; ingest articles first",
                store->path);
}

static suitor_status open_for_reading(suitor_store *store, suitor_error *err)
{
    buf uri = { 0 };
    bool at_rest = false;

    if (!is_there(store->path))
        return no_store_yet(store, err);
    /* writable if may be, so that the log of the last to close is tidied away */
    suitor_status st = connect_to(store, store->path, SQLITE_OPEN_READWRITE, err);
    if (st != SUITOR_OK)
        return st;
    if (!is_at_rest(store, &at_rest) || (at_rest && !write_immutable_uri(store->path, &uri))) {
        st = fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
    } else if (at_rest) {
        sqlite3_close(store->db);
        store->db = NULL;
        st = connect_to(store, uri.ptr, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
    }
    buf_free(&uri);
    return st;
}

static suitor_status check_for_reading(suitor_store *store, suitor_error *err)
{
    int version = 0;
    suitor_status st = schema_check(store->db, store->path, &schema_present, &version, err);

    if (st != SUITOR_OK)
        return st;
    if (version == schema_present.n_migrations) {
        sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
        if (sqlite3_exec(store->db, "PRAGMA query_only = ON", NULL, NULL, NULL) != SQLITE_OK)
            st = db_fail(store, err);
        return st;
    }
    if (version == 0)
        return fail(err, SUITOR_ERR_NOTFOUND, "%s: the store is empty; ingest articles first",
                    store->path);
    return fail(err, SUITOR_ERR_DB,
                "%s: made by an older suitor (schema %d, this one has %d); ingest anything into it "
                "once, which brings it up to date",
                store->path, version, schema_present.n_migrations);
}

static int pause_for_others(void *waited_milliseconds, int calls)
{
    int *waited = waited_milliseconds;

    (void)calls;
    if (*waited >= BUSY_MILLISECONDS)
        return 0;
    sqlite3_sleep(PAUSE_MILLISECONDS);
    *waited += PAUSE_MILLISECONDS;
    return 1;
}

/* The log lets readers go on beside a writer. Programs that make one file a store at the
 * same moment all read it and then want to write, which SQLite refuses all but one of
 * them at once, since none may wait for the others with a read lock in hand. So they let
 * go and come again here. */
static suitor_status switch_to_log(suitor_store *store, suitor_error *err)
{
    static const char sql[] = "PRAGMA journal_mode = WAL";
    int waited = 0, rc;

    sqlite3_busy_handler(store->db, pause_for_others, &waited);
    do
        rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    while (rc == SQLITE_BUSY && pause_for_others(&waited, 0));
    sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
    return rc == SQLITE_OK ? SUITOR_OK : db_fail(store, err);
}

static suitor_status make_ready(suitor_store *store, suitor_error *err)
{
    static const char settings[] =
        "PRAGMA synchronous = NORMAL;" /* whole after a power cut */
        "PRAGMA foreign_keys = ON;"
        "PRAGMA temp_store = MEMORY;"        /* a savepoint an article: 4.5 times fewer writes */
        "PRAGMA cache_size = -65536;"        /* KiB */
        "PRAGMA wal_autocheckpoint = 8192;"; /* pages; 6 times fewer waits than at 1000 */
    int version = 0;
    suitor_status st = schema_check(store->db, store->path, &schema_present, &version, err);

    if (st != SUITOR_OK)
        return st;
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    st = switch_to_log(store, err);
    if (st != SUITOR_OK)
        return st;
    if (sqlite3_exec(store->db, settings, NULL, NULL, NULL) != SQLITE_OK)
        return db_fail(store, err);
    st = schema_migrate(store->db, store->path, &schema_present, err);
    /* prepared beforehand, so that going back needs no memory */
    static const statement_id ways_back[] = { ROLLBACK, PUT_UNDO, PUT_KEEP };
    for (size_t i = 0; st == SUITOR_OK && i < sizeof ways_back / sizeof *ways_back; i++)
        st = db_prepare(store, ways_back[i], err);
    return st == SUITOR_OK ? copies_catch_up(store, err) : st;
}

suitor_status suitor_store_open(const char *path, suitor_store_mode mode, suitor_store **out,
                                suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    suitor_store *store = NULL;

    *out = NULL;
    if (!path || !*path)
        return fail(err, SUITOR_ERR_INVALID, "the store needs a file name");
    store = calloc(1, sizeof *store);
    if (store)
        store->path = strdup(path);
    if (!store || !store->path) {
        st = fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", path);
        goto done;
    }
    store->mode = mode;
    if (mode == SUITOR_STORE_READ && !is_in_memory(path))
        st = open_for_reading(store, err);
    else if (mode == SUITOR_STORE_WRITE && !is_in_memory(path) && !is_there(path))
        st = no_store_yet(store, err);
    else
        st = connect_to(store, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
    if (st == SUITOR_OK)
        st = mode == SUITOR_STORE_READ ? check_for_reading(store, err) : make_ready(store, err);
    if (st != SUITOR_OK)
        goto done;
    *out = store;
    store = NULL;
done:
    suitor_store_close(store);
    return st;
}

void suitor_store_close(suitor_store *store)
{
    if (!store)
        return;
    for (int i = 0; i < N_STATEMENTS; i++)
        sqlite3_finalize(store->statements[i]);
    sqlite3_close(store->db);
    names_forget(store);
    strmap_free(&store->name_index);
    strmap_free(&store->source_index);
    free(store->names);
    key_maker_free(&store->own);
    prints_free(&store->prints);
    free(store->alike);
    arena_free(&store->scratch);
    arena_free(&store->prepared);
    arena_free(&store->quoted);
    free(store->path);
    free(store);
}
