/* The schema and its versions; docs/schema.md explains the tables. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include <sqlite3.h>
#include <stdbool.h>

#include "suitor/status.h"

enum { SCHEMA_APPLICATION_ID = 0x53756974 }; /* "Suit" */

/* Migration i brings a store from version i to version i + 1. */
typedef struct {
    const char *const *migrations; /* SQL, any number of statements each */
    int n_migrations;
} schema;

extern const schema schema_present;

/* Make sure that the database behind `db` is a suitor store of a version that is
 * known here, or empty. Nothing is written.
 * version  0 for an empty database */
suitor_status schema_check(sqlite3 *db, const char *path, const schema *s, int *version,
                           suitor_error *err);

/* Bring the database to the last version of `s`, each step in a transaction of
 * its own; a step that fails leaves the version before it. */
suitor_status schema_migrate(sqlite3 *db, const char *path, const schema *s, suitor_error *err);

#endif
