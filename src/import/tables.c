#include "tables.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "fail.h"
#include "number.h"
#include "stream.h"
#include "utf8.h"

static const uint64_t MAX_TABLE = UINT64_C(1) << 30; /* bytes */

suitor_status table_read_file(const char *path, arena *memory, suitor_sv *bytes, suitor_error *err)
{
    const bool is_pipe = strcmp(path, "-") == 0;
    int fd = is_pipe ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    stream s = { 0 };
    suitor_error cause = { SUITOR_OK, "" };
    suitor_sv whole;

    if (fd < 0)
        return fail(err, SUITOR_ERR_IO, "%s: cannot be opened: %s", path, strerror(errno));
    stream_begin(&s, fd);
    suitor_status st = stream_whole(&s, MAX_TABLE, &whole, &cause);
    *bytes = st == SUITOR_OK ? arena_copy(memory, whole) : suitor_sv_make(NULL, 0);
    if (st != SUITOR_OK)
        fail(err, st, "%s: %s", path, cause.message);
    else if (!bytes->ptr)
        st = fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    stream_free(&s);
    if (!is_pipe)
        close(fd);
    return st;
}

/* "player, club, date": the columns that there are, for messages. */
static const char *list_columns(table *t)
{
    const char *list = "";

    for (unsigned i = 0; list && i < t->rows.n_fields; i++)
        list = arena_printf(&t->scratch, "%s%s%.*s", list, i ? ", " : "",
                            SUITOR_SV_ARG(t->rows.header[i]));
    return list ? list : "";
}

static int column_named(const csv *rows, suitor_sv name)
{
    for (unsigned i = 0; i < rows->n_fields; i++)
        if (suitor_sv_equal(rows->header[i], name))
            return (int)i;
    return CSV_NO_COLUMN;
}

/* Columns that the caller names. */
static suitor_status map_columns(table *t, const table_kind *kind,
                                 const suitor_import_options *options, suitor_error *err)
{
    for (uint32_t i = 0; i < options->n_columns; i++) {
        const suitor_import_column *c = &options->columns[i];
        import_field field;
        if (!spellings_field(&t->words, kind->what, c->field, &field))
            return fail(err, SUITOR_ERR_INVALID, "no field is called '%.*s': they are %s",
                        SUITOR_SV_ARG(c->field), kind->fields);
        t->columns[field] = column_named(&t->rows, c->column);
        if (t->columns[field] == CSV_NO_COLUMN)
            return fail(err, SUITOR_ERR_INVALID, "%s: no column is called '%.*s': there are %s",
                        t->path, SUITOR_SV_ARG(c->column), list_columns(t));
    }
    return SUITOR_OK;
}

/* Those whose names are known, in the order of the table. */
static void guess_columns(table *t, const table_kind *kind)
{
    for (unsigned i = 0; i < t->rows.n_fields; i++) {
        import_field field;
        if (spellings_field(&t->words, kind->what, t->rows.header[i], &field) &&
            t->columns[field] == CSV_NO_COLUMN)
            t->columns[field] = (int)i;
    }
}

static suitor_status find_columns(table *t, const table_kind *kind,
                                  const suitor_import_options *options, suitor_error *err)
{
    suitor_status st;

    for (int i = 0; i < N_FIELDS; i++)
        t->columns[i] = CSV_NO_COLUMN;
    if ((st = map_columns(t, kind, options, err)) != SUITOR_OK)
        return st;
    guess_columns(t, kind);
    for (int i = 0; i < N_FIELDS; i++)
        if (kind->needed >> i & 1 && t->columns[i] == CSV_NO_COLUMN)
            return fail(err, SUITOR_ERR_INVALID,
                        "%s: which column is the %s? Say it by --map %s=COLUMN: there are %s",
                        t->path, spellings_field_name((import_field)i),
                        spellings_field_name((import_field)i), list_columns(t));
    return SUITOR_OK;
}

suitor_status table_open(table *out, const char *path, suitor_sv bytes, const table_kind *kind,
                         const suitor_import_options *options, suitor_error *err)
{
    suitor_status st;

    out->path = path;
    if ((st = spellings_load(&out->words, suitor_data_dir(), err)) != SUITOR_OK ||
        (st = csv_begin(&out->rows, path, bytes, &out->memory, err)) != SUITOR_OK)
        return st;
    return find_columns(out, kind, options, err);
}

void table_close(table *t)
{
    spellings_free(&t->words);
    arena_free(&t->memory);
    arena_free(&t->scratch);
}

suitor_status table_rewind(table *t, suitor_error *err)
{
    /* the header begins what was read, and its last field is followed by the rest */
    suitor_sv all = suitor_sv_make(t->rows.header[0].ptr, 0);

    all.len = (size_t)(t->rows.rest.ptr + t->rows.rest.len - all.ptr);
    return csv_begin(&t->rows, t->path, all, &t->memory, err);
}

/* Pass what is left of a line that could not be read. */
static void pass_line(csv *rows, const char *before)
{
    const char *nl;

    if (rows->rest.ptr != before)
        return;
    nl = memchr(rows->rest.ptr, '\n', rows->rest.len);
    size_t n = nl ? (size_t)(nl - rows->rest.ptr) + 1 : rows->rest.len;
    rows->rest = suitor_sv_make(rows->rest.ptr + n, rows->rest.len - n);
    rows->n_lines++;
}

suitor_sv table_trim(suitor_sv text)
{
    while (text.len && (unsigned char)text.ptr[0] <= ' ')
        text = suitor_sv_make(text.ptr + 1, text.len - 1);
    while (text.len && (unsigned char)text.ptr[text.len - 1] <= ' ')
        text.len--;
    return text;
}

suitor_status table_next(table *t, suitor_sv fields[CSV_MAX_FIELDS], suitor_sv *row, bool *more,
                         suitor_error *err)
{
    const char *before = t->rows.rest.ptr;
    suitor_status st = csv_next(&t->rows, fields, more, err);

    if (st != SUITOR_OK) {
        pass_line(&t->rows, before);
        *more = true;
        return st;
    }
    if (!*more)
        return SUITOR_OK;
    *row = table_trim(suitor_sv_make(before, (size_t)(t->rows.rest.ptr - before)));
    return utf8_check(*row) < row->len ? table_wrong(t, "is no UTF-8", suitor_sv_make("", 0), err)
                                       : SUITOR_OK;
}

suitor_sv table_field(const table *t, const suitor_sv *fields, import_field which)
{
    int column = t->columns[which];

    return column == CSV_NO_COLUMN ? suitor_sv_make("", 0) : table_trim(fields[column]);
}

suitor_status table_wrong(const table *t, const char *what, suitor_sv found, suitor_error *err)
{
    return fail(err, SUITOR_ERR_PARSE, "%s:%u: %s%s%.*s%s", t->path, t->rows.line, what,
                found.len ? ", got '" : "", (int)(found.len > 80 ? 80 : found.len), found.ptr,
                found.len ? "'" : "");
}

bool table_money(suitor_sv text, double *out, char currency[4])
{
    static const struct {
        const char *sign, *currency;
    } signs[] = { { "€", "EUR" }, { "£", "GBP" }, { "$", "USD" } };
    double number, scale = 1e-6;

    memcpy(currency, "EUR", 4);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i].sign);
        if (text.len > n && memcmp(text.ptr, signs[i].sign, n) == 0) {
            memcpy(currency, signs[i].currency, 4);
            text = suitor_sv_make(text.ptr + n, text.len - n);
        }
    }
    if (text.len && (text.ptr[text.len - 1] == 'm' || text.ptr[text.len - 1] == 'M'))
        scale = 1;
    else if (text.len && (text.ptr[text.len - 1] == 'k' || text.ptr[text.len - 1] == 'K'))
        scale = 1e-3;
    text.len -= scale > 1e-6;
    bool is_sum = number_read(text, &number);
    *out = is_sum ? number * scale : 0;
    return is_sum;
}
