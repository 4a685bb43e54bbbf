/* A folder of made-up articles, and stores as text, to compare them. */
#ifndef TESTS_INGEST_SCENE_H
#define TESTS_INGEST_SCENE_H

#include <dirent.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "suitor/ingest.h"
#include "table.h"

static struct {
    char folder[40];
    suitor_extractor *extractor;
} scene;

static int scene_begin(void **state)
{
    (void)state;
    strcpy(scene.folder, "/tmp/suitor-ingest-XXXXXX");
    assert_non_null(mkdtemp(scene.folder));
    if (!scene.extractor)
        assert_int_equal(suitor_extractor_load(NULL, &scene.extractor, NULL), SUITOR_OK);
    return 0;
}

/* The path of a file in the folder; two may be in use at a time. */
static const char *in_folder(const char *name)
{
    static char paths[2][320];
    static unsigned turn;
    char *path = paths[turn++ % 2];

    snprintf(path, sizeof paths[0], "%s/%s", scene.folder, name);
    return path;
}

static int scene_end(void **state)
{
    DIR *dir = opendir(scene.folder);
    const struct dirent *entry;

    (void)state;
    while ((entry = readdir(dir)))
        unlink(in_folder(entry->d_name));
    closedir(dir);
    rmdir(scene.folder);
    return 0;
}

static int scene_over(void **state)
{
    (void)state;
    suitor_extractor_free(scene.extractor);
    return 0;
}

/* Line `i` of many: now and then one printed before, a new version of one, or a bad one. */
static inline void add_line(FILE *out, unsigned i)
{
    static const char *const players[] = { "Murillo", "Alessandro Bastoni", "Marc Guehi",
                                           "Eberechi Eze", "Viktor Gyokeres" };
    static const char *const clubs[] = { "Chelsea",   "Arsenal",       "Inter",    "Liverpool",
                                         "Barcelona", "Bayern Munich", "Tottenham" };
    const char *player = players[i % N_ROWS(players)], *club = clubs[i / 2 % N_ROWS(clubs)];
    const unsigned day = 1 + i % 28;

    if (i % 17 == 16)
        fprintf(out, "{\"id\": \"a%u\", \"text\": \"\"}\n", i);
    else if (i % 23 == 22)
        fprintf(out, "{\"id\": \"a%u\", \"text\": \n", i);
    else if (i % 5 == 4)
        fprintf(out,
                "{\"url\": \"https://example.org/%u\", \"date\": \"2026-03-%02u\", \"text\": "
                "\"%s, a centre-back of 26, is wanted by %s, who bid EUR 40m at %u o'clock on "
                "the day after the match, it was said.\"}\n",
                i / 40, day, player, club, i);
    else if (i % 3 == 2)
        fprintf(out,
                "{\"id\": \"a%u\", \"author\": \"Outlet %u\", \"date\": \"2026-03-%02u\", "
                "\"text\": \"The club of the city have opened talks with the agent of %s and "
                "hope to sign him in the coming summer, says Sky Sports. %s are keen, too.\"}\n",
                i, i % 7, day, player, club);
    else
        fprintf(out,
                "{\"id\": \"a%u\", \"author\": \"Outlet %u\", \"text\": \"%s are monitoring %s. "
                "It is %u o'clock.\"}\n",
                i, i % 7, club, player, i);
}

/* Append lines `from` to `to` to a file, without the newline of the last if it is `cut`. */
static inline const char *write_lines(const char *name, unsigned from, unsigned to, bool cut)
{
    const char *path = in_folder(name);
    FILE *out = fopen(path, "a");

    assert_non_null(out);
    for (unsigned i = from; i < to; i++)
        add_line(out, i);
    assert_int_equal(fclose(out), 0);
    if (cut) {
        struct stat info;
        assert_int_equal(stat(path, &info), 0);
        assert_int_equal(truncate(path, info.st_size - 1), 0);
    }
    return path;
}

static inline const char *write_text(const char *name, const char *text)
{
    const char *path = in_folder(name);
    FILE *out = fopen(path, "w");

    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
    return path;
}

static suitor_store *open_store(const char *name)
{
    suitor_store *store = NULL;
    suitor_error err;

    if (suitor_store_open(in_folder(name), SUITOR_STORE_CREATE, &store, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    return store;
}

static inline void add_row(sqlite3_stmt *row, buf *out)
{
    for (int i = 0; i < sqlite3_column_count(row); i++) {
        const char *text = (const char *)sqlite3_column_text(row, i);
        buf_append(out, suitor_sv_make(text, (size_t)sqlite3_column_bytes(row, i)));
        buf_char(out, '|');
    }
    buf_char(out, '\n');
}

/* Every row of every table of a store but `without`. */
static inline void dump(const char *name, const char *without, buf *out)
{
    sqlite3 *db;
    sqlite3_stmt *tables, *rows;

    buf_reset(out);
    assert_int_equal(sqlite3_open(in_folder(name), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                        " ORDER BY name",
                                        -1, &tables, NULL),
                     SQLITE_OK);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(tables, 0);
        char sql[120];
        if (without && strcmp(table, without) == 0)
            continue;
        snprintf(sql, sizeof sql, "SELECT * FROM %s", table);
        assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &rows, NULL), SQLITE_OK);
        buf_printf(out, "%s\n", table);
        while (sqlite3_step(rows) == SQLITE_ROW)
            add_row(rows, out);
        sqlite3_finalize(rows);
    }
    sqlite3_finalize(tables);
    sqlite3_close(db);
    assert_false(out->failed);
}

static inline void check_same_stores(size_t i, const char *what, const char *a, const char *b)
{
    buf left = { 0 }, right = { 0 };

    dump(a, NULL, &left);
    dump(b, NULL, &right);
    check_row(i, what, left.len > 1000 && strcmp(left.ptr, right.ptr) == 0);
    buf_free(&left);
    buf_free(&right);
}

#endif
