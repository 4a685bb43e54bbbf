/* TSV reading: views into the bytes, nothing copied. */
#include "tsv.h"

#include <stdio.h>
#include <unistd.h>

#include "fail.h"
#include "file.h"
#include "folder.h"

enum { MAX_PATH = 4096, MAX_TABLE_BYTES = 64 << 20 };

static bool next_line(tsv *t, suitor_sv *line)
{
    while (t->rest.len) {
        const char *nl = memchr(t->rest.ptr, '\n', t->rest.len);
        size_t len = nl ? (size_t)(nl - t->rest.ptr) : t->rest.len;
        size_t step = nl ? len + 1 : len;

        *line = suitor_sv_make(t->rest.ptr, len);
        t->rest = suitor_sv_make(t->rest.ptr + step, t->rest.len - step);
        t->line++;
        if (len && line->ptr[len - 1] == '\r')
            line->len--;
        if (line->len && line->ptr[0] != '#')
            return true;
    }
    return false;
}

static unsigned split(suitor_sv line, suitor_sv fields[TSV_MAX_FIELDS])
{
    unsigned n = 0;

    for (;;) {
        const char *tab = memchr(line.ptr, '\t', line.len);
        size_t len = tab ? (size_t)(tab - line.ptr) : line.len;
        if (n < TSV_MAX_FIELDS)
            fields[n] = suitor_sv_make(line.ptr, len);
        n++;
        if (!tab)
            return n;
        line = suitor_sv_make(tab + 1, line.len - len - 1);
    }
}

static bool header_is(suitor_sv line, const char *header)
{
    if (line.len != strlen(header))
        return false;
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] != (header[i] == ' ' ? '\t' : header[i]))
            return false;
    return true;
}

suitor_status tsv_begin(tsv *t, const char *path, suitor_sv bytes, const char *header,
                        suitor_error *err)
{
    suitor_sv line, fields[TSV_MAX_FIELDS];

    *t = (tsv){ .path = path, .rest = bytes };
    if (!next_line(t, &line) || !header_is(line, header))
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: expected the header line \"%s\" (tab-separated)",
                    path, t->line, header);
    t->n_fields = split(line, fields);
    return SUITOR_OK;
}

suitor_status tsv_next(tsv *t, suitor_sv fields[TSV_MAX_FIELDS], bool *more, suitor_error *err)
{
    suitor_sv line;

    *more = next_line(t, &line);
    if (!*more)
        return SUITOR_OK;
    unsigned n = split(line, fields);
    if (n != t->n_fields)
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: %u fields, expected %u separated by tabs",
                    t->path, t->line, n, t->n_fields);
    if (fields[0].len == 0)
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: the first field is empty", t->path, t->line);
    return SUITOR_OK;
}

suitor_status tsv_each(const char *path, const char *header, tsv_row_fn on_row, void *user,
                       suitor_error *err)
{
    suitor_sv bytes, fields[TSV_MAX_FIELDS];
    arena memory = { 0 };
    bool more = true;
    tsv t;
    suitor_status st = file_read(path, MAX_TABLE_BYTES, &memory, &bytes, err);

    if (st == SUITOR_OK)
        st = tsv_begin(&t, path, bytes, header, err);
    while (st == SUITOR_OK && more) {
        st = tsv_next(&t, fields, &more, err);
        if (st == SUITOR_OK && more)
            st = on_row(user, &t, fields, err);
    }
    arena_free(&memory);
    return st;
}

/* What is done with each table of a folder. */
typedef struct {
    const char *dir, *header;
    tsv_row_fn on_row;
    void *user;
} tables;

static suitor_status read_table(void *user, const char *name, suitor_error *err)
{
    const tables *t = user;
    char path[MAX_PATH];

    snprintf(path, sizeof path, "%s/%s", t->dir, name);
    return tsv_each(path, t->header, t->on_row, t->user, err);
}

suitor_status tsv_each_in(const char *dir, const char *header, tsv_row_fn on_row, void *user,
                          suitor_error *err)
{
    tables t = { dir, header, on_row, user };
    uint32_t n;

    if (access(dir, R_OK) != 0)
        return SUITOR_OK;
    return folder_each(dir, ".tsv", read_table, &t, &n, err);
}

bool tsv_list_next(suitor_sv *list, suitor_sv *part)
{
    if (list->len == 0)
        return false;
    const char *bar = memchr(list->ptr, '|', list->len);
    size_t len = bar ? (size_t)(bar - list->ptr) : list->len;
    *part = suitor_sv_make(list->ptr, len);
    *list = bar ? suitor_sv_make(bar + 1, list->len - len - 1) : suitor_sv_make(bar, 0);
    return true;
}
