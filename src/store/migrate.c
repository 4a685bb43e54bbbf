/* Schema versions: whose file it is stands in application_id, how old it is in
 * user_version. */
#include <stdio.h>

#include "db.h"
#include "fail.h"
#include "schema.h"

static suitor_status integer_of(sqlite3 *db, const char *path, const char *sql, int *out,
                                suitor_error *err)
{
    sqlite3_stmt *statement = NULL;
    suitor_status st = SUITOR_OK;

    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        *out = sqlite3_column_int(statement, 0);
    else
        st = db_fail_at(db, path, err);
    sqlite3_finalize(statement);
    return st;
}

static bool run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

typedef struct {
    int application, objects, user;
} marks;

/* Read in one transaction, for another process may be making the store just now. */
static suitor_status read_marks(sqlite3 *db, const char *path, marks *out, suitor_error *err)
{
    bool alone = sqlite3_get_autocommit(db) && run(db, "BEGIN");
    suitor_status st = integer_of(db, path, "PRAGMA application_id", &out->application, err);

    if (st == SUITOR_OK)
        st = integer_of(db, path, "SELECT count(*) FROM sqlite_schema", &out->objects, err);
    if (st == SUITOR_OK)
        st = integer_of(db, path, "PRAGMA user_version", &out->user, err);
    if (alone)
        run(db, "COMMIT");
    return st;
}

suitor_status schema_check(sqlite3 *db, const char *path, const schema *s, int *version,
                           suitor_error *err)
{
    marks m = { 0 };
    suitor_status st = read_marks(db, path, &m, err);

    if (st != SUITOR_OK)
        return st;
    bool is_empty = m.application == 0 && m.objects == 0 && m.user == 0;
    if (!is_empty && m.application != SCHEMA_APPLICATION_ID)
        return fail(err, SUITOR_ERR_DB,
                    "%s: a database of another program; it was left as it is, name another file",
                    path);
    if (m.user < 0 || m.user > s->n_migrations)
        return fail(
            err, SUITOR_ERR_DB,
            "%s: made by a newer suitor (schema %d, this one knows up to %d); update suitor", path,
            m.user, s->n_migrations);
    *version = m.user;
    return SUITOR_OK;
}

/* Why a step failed: by the disk, by another program, for want of memory, or by what is in it. */
static suitor_status step_failed(sqlite3 *db, const char *path, int version, suitor_error *err)
{
    switch (sqlite3_errcode(db)) {
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return fail(err, SUITOR_ERR_DB,
                    "%s: cannot be brought from schema %d to %d: %s; it was left as it is, ingest "
                    "into a new file",
                    path, version, version + 1, sqlite3_errmsg(db));
    default: return db_fail_at(db, path, err);
    }
}

/* One step, unless another process has taken it in the meantime. */
static suitor_status step(sqlite3 *db, const char *path, const schema *s, int *version,
                          suitor_error *err)
{
    char settings[96];
    suitor_status st = SUITOR_OK;

    if (!run(db, "BEGIN IMMEDIATE"))
        return db_fail_at(db, path, err);
    st = schema_check(db, path, s, version, err);
    if (st != SUITOR_OK || *version == s->n_migrations)
        goto done;
    snprintf(settings, sizeof settings, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             SCHEMA_APPLICATION_ID, *version + 1);
    if (!run(db, s->migrations[*version]) || !run(db, settings) || !run(db, "COMMIT"))
        st = step_failed(db, path, *version, err);
    else
        ++*version;
done:
    if (!sqlite3_get_autocommit(db))
        run(db, "ROLLBACK");
    return st;
}

suitor_status schema_migrate(sqlite3 *db, const char *path, const schema *s, suitor_error *err)
{
    int version = 0;
    suitor_status st = schema_check(db, path, s, &version, err);

    while (st == SUITOR_OK && version < s->n_migrations)
        st = step(db, path, s, &version, err);
    return st;
}
