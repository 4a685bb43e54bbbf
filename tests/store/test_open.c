/* Opening: files that are no store, that are of another program, that cannot be
 * written, that are in use; none of them is changed. */
#include <sys/stat.h>
#include <sys/wait.h>

#include "db.h"
#include "made.h"
#include "schema.h"
#include "scratch.h"

static suitor_status try_open(const char *path, suitor_store_mode mode, suitor_error *err)
{
    suitor_store *store = NULL;
    suitor_status st = suitor_store_open(path, mode, &store, err);

    assert_int_equal(store != NULL, st == SUITOR_OK);
    suitor_store_close(store);
    return st;
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    char *message = NULL;

    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void test_create_and_reopen(void **state)
{
    scratch *s = *state;
    suitor_error err = { 0 };

    assert_int_equal(try_open(s->path, SUITOR_STORE_READ, &err), SUITOR_ERR_NOTFOUND);
    assert_non_null(strstr(err.message, "there is no store yet; ingest articles first"));
    assert_int_not_equal(access(s->path, F_OK), 0);
    assert_int_equal(try_open(s->path, SUITOR_STORE_CREATE, &err), SUITOR_OK);
    assert_int_equal(try_open(s->path, SUITOR_STORE_CREATE, &err), SUITOR_OK);
    assert_int_equal(try_open(s->path, SUITOR_STORE_READ, &err), SUITOR_OK);
    assert_int_equal(try_open("", SUITOR_STORE_CREATE, &err), SUITOR_ERR_INVALID);
    assert_int_equal(try_open(NULL, SUITOR_STORE_CREATE, NULL), SUITOR_ERR_INVALID);
    suitor_store_close(NULL);
}

static void test_settings(void **state)
{
    static const struct {
        const char *sql, *expected;
    } rows[] = { { "PRAGMA journal_mode", "wal" },
                 { "PRAGMA foreign_keys", "1" },
                 { "PRAGMA synchronous", "1" },
                 { "PRAGMA busy_timeout", "10000" },
                 { "PRAGMA integrity_check", "ok" } };
    scratch *s = *state;
    suitor_store *store = NULL;

    assert_int_equal(suitor_store_open(s->path, SUITOR_STORE_CREATE, &store, NULL), SUITOR_OK);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        sqlite3_stmt *statement = NULL;
        sqlite3_prepare_v2(store->db, rows[i].sql, -1, &statement, NULL);
        assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
        check_row(i, rows[i].sql,
                  strcmp((const char *)sqlite3_column_text(statement, 0), rows[i].expected) == 0);
        sqlite3_finalize(statement);
    }
    suitor_store_close(store);
}

static const char sqlite_head[] = "SQLite format 3";

static const struct {
    const char *what, *bytes; /* of the file */
    size_t len;
    const char *sql; /* run on it */
    suitor_status create, read;
    const char *message; /* part of it, for both */
} rows[] = {
    { "a text", "Liverpool want Bastoni.", 23, NULL, SUITOR_ERR_DB, SUITOR_ERR_DB,
      "not a suitor store, nor any SQLite database; name another file" },
    { "three letters", "abc", 3, NULL, SUITOR_ERR_DB, SUITOR_ERR_DB, "not a suitor store" },
    { "the head of a database alone", sqlite_head, sizeof sqlite_head, NULL, SUITOR_ERR_DB,
      SUITOR_ERR_DB, "not a suitor store" },
    { "another program's database", "", 0, "CREATE TABLE bookmarks (url)", SUITOR_ERR_DB,
      SUITOR_ERR_DB, "a database of another program; it was left as it is" },
    { "another program's, in WAL", "", 0, "PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url)",
      SUITOR_ERR_DB, SUITOR_ERR_DB, "a database of another program" },
    { "a newer store", "", 0,
      "PRAGMA application_id = 1400203636; PRAGMA user_version = 99; CREATE TABLE x (y)",
      SUITOR_ERR_DB, SUITOR_ERR_DB, "made by a newer suitor (schema 99" },
    { "a store without tables", "", 0,
      "PRAGMA application_id = 1400203636; PRAGMA user_version = 7", SUITOR_ERR_DB, SUITOR_OK, "" },
};

static void test_wrong_files(void **state)
{
    scratch *s = *state;

    for (size_t i = 0; i < N_ROWS(rows); i++) {
        size_t before_len, after_len;
        scratch_write(s->path, rows[i].bytes, rows[i].len);
        if (rows[i].sql)
            run_sql(s->path, rows[i].sql);
        char *before = scratch_read(s->path, &before_len);
        for (int mode = SUITOR_STORE_CREATE; mode <= SUITOR_STORE_READ; mode++) {
            suitor_error err = { 0 };
            suitor_status st = try_open(s->path, (suitor_store_mode)mode, &err);
            check_row(i, rows[i].what,
                      st == (mode == SUITOR_STORE_CREATE ? rows[i].create : rows[i].read));
            check_row(i, err.message, strstr(err.message, rows[i].message) != NULL);
            check_row(i, err.message,
                      st == SUITOR_OK || strncmp(err.message, s->path, strlen(s->path)) == 0);
        }
        if (rows[i].read != SUITOR_OK) {
            char *after = scratch_read(s->path, &after_len);
            check_row(i, rows[i].what,
                      before_len == after_len && memcmp(before, after, before_len) == 0);
            free(after);
        }
        free(before);
        unlink(s->path);
    }
}

static void test_empty_file(void **state)
{
    scratch *s = *state;
    suitor_error err = { 0 };

    scratch_write(s->path, "", 0);
    assert_int_equal(try_open(s->path, SUITOR_STORE_READ, &err), SUITOR_ERR_NOTFOUND);
    assert_non_null(strstr(err.message, "the store is empty; ingest articles first"));
    assert_int_equal(try_open(s->path, SUITOR_STORE_CREATE, &err), SUITOR_OK);
    assert_int_equal(try_open(":memory:", SUITOR_STORE_READ, &err), SUITOR_ERR_NOTFOUND);
}

static void test_unopenable(void **state)
{
    scratch *s = *state;
    char path[160];
    suitor_error err = { 0 };

    assert_int_equal(try_open(s->folder, SUITOR_STORE_CREATE, &err), SUITOR_ERR_DB);
    assert_int_equal(try_open(s->folder, SUITOR_STORE_READ, &err), SUITOR_ERR_DB);
    snprintf(path, sizeof path, "%s/none/market.db", s->folder);
    assert_int_equal(try_open(path, SUITOR_STORE_CREATE, &err), SUITOR_ERR_DB);
    assert_non_null(strstr(err.message, "cannot be opened: No such file or directory"));
    assert_int_equal(try_open(path, SUITOR_STORE_READ, &err), SUITOR_ERR_NOTFOUND);
}

/* A store cut short by a page or more is never taken for a whole one. */
static void test_truncated(void **state)
{
    scratch *s = *state;
    size_t len;
    suitor_error err = { 0 };

    assert_int_equal(try_open(s->path, SUITOR_STORE_CREATE, &err), SUITOR_OK);
    char *whole = scratch_read(s->path, &len);
    for (size_t cut = 50; cut <= len - 4096; cut += 4096 / 2) {
        suitor_store *store = NULL;
        scratch_write(s->path, whole, cut);
        suitor_status st = suitor_store_open(s->path, SUITOR_STORE_CREATE, &store, &err);
        made m;
        made_begin(&m, "a", 1, "Text.");
        if (st == SUITOR_OK)
            st = suitor_store_put(store, &m.article, &m.facts, NULL, &err);
        assert_int_equal(st, SUITOR_ERR_DB);
        suitor_store_close(store);
    }
    free(whole);
}

/* Run `check` as a user whom permissions bind, since root passes them all. */
static int as_nobody(const scratch *s, int (*check)(const scratch *))
{
    pid_t child = fork();
    int status = -1;

    assert_true(child >= 0);
    if (child == 0)
        _exit(geteuid() == 0 && seteuid(65534) != 0 ? 77 : check(s));
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int read_readonly(const scratch *s)
{
    suitor_store *store = NULL;
    suitor_store_stats stats;
    suitor_error err = { 0 };

    if (suitor_store_open(s->path, SUITOR_STORE_READ, &store, &err) != SUITOR_OK)
        return 1;
    if (suitor_store_count(store, &stats, &err) != SUITOR_OK || stats.articles != 1)
        return 2;
    suitor_store_close(store);
    return 0;
}

static int write_readonly(const scratch *s)
{
    suitor_error err = { 0 };
    char other[128];

    if (try_open(s->path, SUITOR_STORE_CREATE, &err) != SUITOR_ERR_DB)
        return 1;
    if (!strstr(err.message, "permission"))
        return 2;
    snprintf(other, sizeof other, "%s/new.db", s->folder);
    if (try_open(other, SUITOR_STORE_CREATE, &err) != SUITOR_ERR_DB)
        return 3;
    return strstr(err.message, "cannot be opened: Permission denied") ? 0 : 4;
}

/* A store in a folder, on a file, that may only be read: it can be read. */
static void test_read_only_medium(void **state)
{
    scratch *s = *state;
    suitor_store *store = NULL;
    made m;

    assert_int_equal(suitor_store_open(s->path, SUITOR_STORE_CREATE, &store, NULL), SUITOR_OK);
    made_begin(&m, "a", 1, "Text.");
    assert_true(made_put(store, &m));
    suitor_store_close(store);
    assert_int_equal(chmod(s->path, 0444), 0);
    assert_int_equal(chmod(s->folder, 0555), 0);
    assert_int_equal(as_nobody(s, read_readonly), 0);
    assert_int_equal(as_nobody(s, write_readonly), 0);
    assert_int_equal(chmod(s->folder, 0755), 0);
}

static void test_two_at_once(void **state)
{
    scratch *s = *state;
    suitor_store *one = NULL, *two = NULL, *reader = NULL;
    suitor_store_stats stats;
    suitor_error err = { 0 };
    made m;

    assert_int_equal(suitor_store_open(s->path, SUITOR_STORE_CREATE, &one, &err), SUITOR_OK);
    assert_int_equal(suitor_store_open(s->path, SUITOR_STORE_CREATE, &two, &err), SUITOR_OK);
    assert_int_equal(suitor_store_open(s->path, SUITOR_STORE_READ, &reader, &err), SUITOR_OK);
    sqlite3_busy_timeout(two->db, 1);
    made_begin(&m, "a", 1, "Text.");
    assert_int_equal(suitor_store_begin(one, &err), SUITOR_OK);
    assert_true(made_put(one, &m));
    assert_int_equal(suitor_store_put(two, &m.article, &m.facts, NULL, &err), SUITOR_ERR_DB);
    assert_non_null(strstr(err.message, "another program is writing to it"));
    assert_int_equal(suitor_store_count(reader, &stats, &err), SUITOR_OK);
    assert_int_equal(stats.articles, 0);
    assert_int_equal(suitor_store_commit(one, &err), SUITOR_OK);
    assert_int_equal(suitor_store_count(reader, &stats, &err), SUITOR_OK);
    assert_int_equal(stats.articles, 1);
    assert_false(made_put(two, &m));
    assert_int_equal(suitor_store_put(reader, &m.article, &m.facts, NULL, &err),
                     SUITOR_ERR_INVALID);
    suitor_store_close(reader);
    suitor_store_close(two);
    suitor_store_close(one);
}

/* Another program in the middle of something, which goes on while SQLite sleeps. */
static struct {
    sqlite3 *db;
    int sleeps_left, slept; /* until it ends; in microseconds */
} other;

static int sleep_made_up(sqlite3_vfs *vfs, int microseconds)
{
    (void)vfs;
    other.slept += microseconds;
    if (other.sleeps_left-- == 0)
        sqlite3_exec(other.db, "COMMIT", NULL, NULL, NULL);
    return microseconds;
}

/* Whatever another program does with the file that shall be a store: it is waited for, with
 * an end, even where SQLite does not wait by itself. */
static void test_waits_for_others(void **state)
{
    enum { NEVER = -1, SECOND = 1000000 };
    static const struct {
        const char *what, *sql;
        int sleeps; /* until it ends */
        suitor_status expected;
    } busy[] = {
        { "it reads", "BEGIN; SELECT * FROM sqlite_schema", 3, SUITOR_OK },
        { "it is about to write", "BEGIN IMMEDIATE", 3, SUITOR_OK },
        { "it writes", "BEGIN EXCLUSIVE", 3, SUITOR_OK },
        { "it reads for ever", "BEGIN; SELECT * FROM sqlite_schema", NEVER, SUITOR_ERR_DB },
        { "it is about to write for ever", "BEGIN IMMEDIATE", NEVER, SUITOR_ERR_DB },
        { "it writes for ever", "BEGIN EXCLUSIVE", NEVER, SUITOR_ERR_DB },
    };
    static sqlite3_vfs vfs;
    sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
    scratch *s = *state;

    vfs = *usual;
    vfs.zName = "sleep made up";
    vfs.xSleep = sleep_made_up;
    assert_int_equal(sqlite3_vfs_register(&vfs, 1), SQLITE_OK);
    for (size_t i = 0; i < N_ROWS(busy); i++) {
        suitor_error err = { 0 };
        assert_int_equal(sqlite3_open(s->path, &other.db), SQLITE_OK);
        assert_int_equal(sqlite3_exec(other.db, busy[i].sql, NULL, NULL, NULL), SQLITE_OK);
        other.sleeps_left = busy[i].sleeps;
        other.slept = 0;
        suitor_status st = try_open(s->path, SUITOR_STORE_CREATE, &err);
        check_row(i, busy[i].what, st == busy[i].expected);
        check_row(i, busy[i].what,
                  st == SUITOR_OK ? other.slept > 0 && other.slept < SECOND
                                  : other.slept >= 9 * SECOND && other.slept <= 11 * SECOND);
        check_row(i, err.message,
                  st == SUITOR_OK || strstr(err.message, "another program is writing to it; try"));
        assert_int_equal(sqlite3_close(other.db), SQLITE_OK);
        unlink(s->path);
    }
    assert_int_equal(sqlite3_vfs_unregister(&vfs), SQLITE_OK);
    assert_int_equal(sqlite3_vfs_register(usual, 1), SQLITE_OK);
}

enum { N_WRITERS = 4, N_EACH = 8 };

static int write_some(const char *path, int32_t writer)
{
    suitor_store *store = NULL;
    suitor_error err = { 0 };
    suitor_status st = suitor_store_open(path, SUITOR_STORE_CREATE, &store, &err);

    for (int32_t i = 0; st == SUITOR_OK && i < N_EACH; i++) {
        made m;
        made_begin(&m, "a", writer * N_EACH + i, "Text.");
        made_player(&m, i % 2 ? "Murillo" : "Alessandro Bastoni", "Inter Milan", NULL);
        st = suitor_store_put(store, &m.article, &m.facts, NULL, &err);
    }
    suitor_store_close(store);
    if (st != SUITOR_OK)
        fprintf(stderr, "writer %d: %s\n", (int)writer, err.message);
    return st == SUITOR_OK ? 0 : 1;
}

/* Several programs make one store at the same moment, and each gets its articles in. */
static void test_writers_from_the_start(void **state)
{
    scratch *s = *state;
    suitor_store *store = NULL;
    suitor_store_stats stats;
    int status = -1;

    for (int round = 0; round < 5; round++) {
        char path[160];
        snprintf(path, sizeof path, "%s.%d", s->path, round);
        for (int32_t writer = 0; writer < N_WRITERS; writer++) {
            pid_t child = fork();
            assert_true(child >= 0);
            if (child == 0)
                _exit(write_some(path, writer));
        }
        int failed = 0; /* only told when all have ended, for the folder goes with the test */
        for (int writer = 0; writer < N_WRITERS; writer++) {
            assert_true(wait(&status) > 0);
            failed += !WIFEXITED(status) || WEXITSTATUS(status) != 0;
        }
        assert_int_equal(failed, 0);
        assert_int_equal(suitor_store_open(path, SUITOR_STORE_READ, &store, NULL), SUITOR_OK);
        assert_int_equal(suitor_store_count(store, &stats, NULL), SUITOR_OK);
        assert_int_equal(stats.articles, N_WRITERS * N_EACH);
        assert_int_equal(stats.players, 2);
        suitor_store_close(store);
    }
}

int main(void)
{
#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_make, scratch_remove)
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_create_and_reopen), WITH_FOLDER(test_settings),
        WITH_FOLDER(test_wrong_files),       WITH_FOLDER(test_empty_file),
        WITH_FOLDER(test_unopenable),        WITH_FOLDER(test_truncated),
        WITH_FOLDER(test_read_only_medium),  WITH_FOLDER(test_two_at_once),
        WITH_FOLDER(test_waits_for_others),  WITH_FOLDER(test_writers_from_the_start),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
