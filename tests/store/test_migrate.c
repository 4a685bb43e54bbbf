/* Schema versions, with migrations made up for the purpose. */
#include "schema.h"

#include <string.h>

#include "table.h"

static const char first[] = "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1);";
static const char second[] = "ALTER TABLE a ADD COLUMN y INTEGER DEFAULT 7;";
static const char broken[] = "CREATE TABLE b (x INTEGER); CREATE TABLE a (x INTEGER);";

static int number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;

    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int out = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return out;
}

static int open_db(void **state) { return sqlite3_open(":memory:", (sqlite3 **)state); }

static int close_db(void **state) { return sqlite3_close(*state); }

/* Step by step, and nothing twice. */
static void test_forward(void **state)
{
    const char *const steps[] = { first, second };
    sqlite3 *db = *state;
    suitor_error err;
    int version = -1;

    for (int n = 1; n <= 2; n++) {
        const schema s = { steps, n };
        for (int again = 0; again < 2; again++)
            assert_int_equal(schema_migrate(db, "x.db", &s, &err), SUITOR_OK);
        assert_int_equal(schema_check(db, "x.db", &s, &version, &err), SUITOR_OK);
        assert_int_equal(version, n);
    }
    assert_int_equal(number(db, "SELECT y FROM a"), 7);
    assert_int_equal(number(db, "PRAGMA application_id"), SCHEMA_APPLICATION_ID);
}

/* A step that fails leaves the version before it, whole. */
static void test_failing_step(void **state)
{
    const char *const steps[] = { first, broken };
    const schema s = { steps, 2 };
    sqlite3 *db = *state;
    suitor_error err;

    assert_int_equal(schema_migrate(db, "x.db", &s, &err), SUITOR_ERR_DB);
    assert_string_equal(
        err.message,
        "x.db: cannot be brought from schema 1 to 2: table a already exists; it was left "
        "as it is, ingest into a new file");
    assert_int_equal(number(db, "PRAGMA user_version"), 1);
    assert_int_equal(number(db, "SELECT count(*) FROM sqlite_schema"), 1);
    assert_true(sqlite3_get_autocommit(db));
}

static const struct {
    const char *setup;
    suitor_status expected;
    int version;
    const char *message; /* part of it */
} rows[] = {
    { "", SUITOR_OK, 0, "" },
    { "PRAGMA application_id = 1400203636; PRAGMA user_version = 1", SUITOR_OK, 1, "" },
    { "PRAGMA application_id = 1400203636; PRAGMA user_version = 2", SUITOR_ERR_DB, -1,
      "made by a newer suitor (schema 2, this one knows up to 1); update suitor" },
    { "PRAGMA application_id = 1400203636; PRAGMA user_version = -1", SUITOR_ERR_DB, -1, "newer" },
    { "CREATE TABLE article (id)", SUITOR_ERR_DB, -1, "a database of another program" },
    { "PRAGMA user_version = 1", SUITOR_ERR_DB, -1, "a database of another program" },
    { "PRAGMA application_id = 5", SUITOR_ERR_DB, -1, "a database of another program" },
};

static void test_check(void **state)
{
    const char *const steps[] = { first };
    const schema s = { steps, 1 };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        sqlite3 *db = NULL;
        suitor_error err = { 0 };
        int version = -1;
        assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
        assert_int_equal(sqlite3_exec(db, rows[i].setup, NULL, NULL, NULL), SQLITE_OK);
        suitor_status st = schema_check(db, "x.db", &s, &version, &err);
        check_row(i, rows[i].setup, st == rows[i].expected && version == rows[i].version);
        check_row(i, rows[i].setup, strstr(err.message, rows[i].message) != NULL);
        sqlite3_close(db);
    }
}

/* The present schema is one that SQLite takes, with every rule kept. */
static void test_present(void **state)
{
    sqlite3 *db = *state;
    suitor_error err;

    assert_int_equal(schema_migrate(db, "x.db", &schema_present, &err), SUITOR_OK);
    assert_int_equal(number(db, "PRAGMA user_version"), 7);
    assert_int_equal(number(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                                " AND sql NOT LIKE '%STRICT%'"),
                     0);
    assert_int_equal(number(db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_forward, open_db, close_db),
        cmocka_unit_test_setup_teardown(test_failing_step, open_db, close_db),
        cmocka_unit_test(test_check),
        cmocka_unit_test_setup_teardown(test_present, open_db, close_db),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
