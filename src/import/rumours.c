#include "rumours.h"

#include <string.h>

#include "fail.h"
#include "file.h"
#include "number.h"
#include "utf8.h"
#include "when.h"

static const uint64_t MAX_TABLE = UINT64_C(1) << 30; /* bytes */
enum { MAX_FIELD = 1000 };                           /* bytes of a field that is believed */

/* "player, club, date": the columns that there are, for messages. */
static const char *list_columns(rumours *r)
{
    const char *list = "";

    for (unsigned i = 0; list && i < r->table.n_fields; i++)
        list = arena_printf(&r->scratch, "%s%s%.*s", list, i ? ", " : "",
                            SUITOR_SV_ARG(r->table.header[i]));
    return list ? list : "";
}

static int column_named(const csv *t, suitor_sv name)
{
    for (unsigned i = 0; i < t->n_fields; i++)
        if (suitor_sv_equal(t->header[i], name))
            return (int)i;
    return CSV_NO_COLUMN;
}

/* Columns that the caller names. */
static suitor_status map_columns(rumours *r, suitor_error *err)
{
    for (uint32_t i = 0; i < r->options->n_columns; i++) {
        const suitor_import_column *c = &r->options->columns[i];
        import_field field;
        if (!spellings_field(&r->words, c->field, &field))
            return fail(err, SUITOR_ERR_INVALID,
                        "no field of a rumour is called '%.*s': they are player, club, owner, "
                        "date, stage, source, url, value, position",
                        SUITOR_SV_ARG(c->field));
        r->columns[field] = column_named(&r->table, c->column);
        if (r->columns[field] == CSV_NO_COLUMN)
            return fail(err, SUITOR_ERR_INVALID, "%s: no column is called '%.*s': there are %s",
                        r->path, SUITOR_SV_ARG(c->column), list_columns(r));
    }
    return SUITOR_OK;
}

/* Those whose names are known, in the order of the table. */
static void guess_columns(rumours *r)
{
    for (unsigned i = 0; i < r->table.n_fields; i++) {
        import_field field;
        if (spellings_field(&r->words, r->table.header[i], &field) &&
            r->columns[field] == CSV_NO_COLUMN)
            r->columns[field] = (int)i;
    }
}

static suitor_status find_columns(rumours *r, suitor_error *err)
{
    bool dated = r->options->day != SUITOR_NO_DAY;
    suitor_status st;

    for (int i = 0; i < N_FIELDS; i++)
        r->columns[i] = CSV_NO_COLUMN;
    if ((st = map_columns(r, err)) != SUITOR_OK)
        return st;
    guess_columns(r);
    for (int i = 0; i < N_FIELDS; i++) {
        bool needed = i == FIELD_PLAYER || i == FIELD_CLUB || (i == FIELD_DATE && !dated);
        if (needed && r->columns[i] == CSV_NO_COLUMN)
            return fail(err, SUITOR_ERR_INVALID,
                        "%s: which column is the %s? Say it by --map %s=COLUMN: there are %s",
                        r->path, spellings_field_name((import_field)i),
                        spellings_field_name((import_field)i), list_columns(r));
    }
    return SUITOR_OK;
}

suitor_status rumours_open_bytes(rumours *out, const char *path, suitor_sv bytes,
                                 const suitor_import_options *options, suitor_error *err)
{
    suitor_status st;

    out->path = path;
    out->options = options;
    if ((st = spellings_load(&out->words, suitor_data_dir(), err)) != SUITOR_OK ||
        (st = csv_begin(&out->table, path, bytes, &out->memory, err)) != SUITOR_OK)
        return st;
    return find_columns(out, err);
}

suitor_status rumours_open(rumours *out, const char *path, const suitor_import_options *options,
                           suitor_error *err)
{
    suitor_sv bytes;
    suitor_status st;

    *out = (rumours){ 0 };
    st = file_read(path, MAX_TABLE, &out->memory, &bytes, err);
    return st == SUITOR_OK ? rumours_open_bytes(out, path, bytes, options, err) : st;
}

void rumours_close(rumours *r)
{
    spellings_free(&r->words);
    arena_free(&r->memory);
    arena_free(&r->scratch);
}

suitor_status rumours_rewind(rumours *r, suitor_error *err)
{
    /* the header begins what was read, and its last field is followed by the rest */
    suitor_sv all = suitor_sv_make(r->table.header[0].ptr, 0);

    all.len = (size_t)(r->table.rest.ptr + r->table.rest.len - all.ptr);
    return csv_begin(&r->table, r->path, all, &r->memory, err);
}

/* Pass what is left of a line that could not be read. */
static void pass_line(csv *t, const char *before)
{
    const char *nl;

    if (t->rest.ptr != before)
        return;
    nl = memchr(t->rest.ptr, '\n', t->rest.len);
    size_t n = nl ? (size_t)(nl - t->rest.ptr) + 1 : t->rest.len;
    t->rest = suitor_sv_make(t->rest.ptr + n, t->rest.len - n);
    t->n_lines++;
}

static suitor_sv trim(suitor_sv text)
{
    while (text.len && (unsigned char)text.ptr[0] <= ' ')
        text = suitor_sv_make(text.ptr + 1, text.len - 1);
    while (text.len && (unsigned char)text.ptr[text.len - 1] <= ' ')
        text.len--;
    return text;
}

static suitor_sv field(const rumours *r, const suitor_sv *fields, import_field which)
{
    int column = r->columns[which];

    return column == CSV_NO_COLUMN ? suitor_sv_make("", 0) : trim(fields[column]);
}

/* "€20.00m", "20.00m", "500k" or "20000000" as millions; euros where no sign tells. */
static void read_value(suitor_sv text, rumour *out)
{
    static const struct {
        const char *sign, *currency;
    } signs[] = { { "€", "EUR" }, { "£", "GBP" }, { "$", "USD" } };
    double number, scale = 1e-6;

    memcpy(out->currency, "EUR", sizeof out->currency);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i].sign);
        if (text.len > n && memcmp(text.ptr, signs[i].sign, n) == 0) {
            memcpy(out->currency, signs[i].currency, sizeof out->currency);
            text = suitor_sv_make(text.ptr + n, text.len - n);
        }
    }
    if (text.len && (text.ptr[text.len - 1] == 'm' || text.ptr[text.len - 1] == 'M'))
        scale = 1;
    else if (text.len && (text.ptr[text.len - 1] == 'k' || text.ptr[text.len - 1] == 'K'))
        scale = 1e-3;
    text.len -= scale > 1e-6;
    out->value = number_read(text, &number) ? number * scale : 0;
}

static suitor_status wrong(const rumours *r, const char *what, suitor_sv found, suitor_error *err)
{
    return fail(err, SUITOR_ERR_PARSE, "%s:%u: %s%s%.*s%s", r->path, r->table.line, what,
                found.len ? ", got '" : "", (int)(found.len > 80 ? 80 : found.len), found.ptr,
                found.len ? "'" : "");
}

static suitor_status understand(const rumours *r, const suitor_sv *fields, rumour *out,
                                suitor_error *err)
{
    suitor_sv date = field(r, fields, FIELD_DATE), stage = field(r, fields, FIELD_STAGE);

    out->player = field(r, fields, FIELD_PLAYER);
    out->club = field(r, fields, FIELD_CLUB);
    out->owner = field(r, fields, FIELD_OWNER);
    out->source = field(r, fields, FIELD_SOURCE);
    out->url = field(r, fields, FIELD_URL);
    out->day = r->options->day;
    out->stage = r->options->stage;
    out->position = SUITOR_POS_NONE;
    if (out->player.len == 0 || out->club.len == 0)
        return wrong(r, "a player and a club are needed, and one is empty", suitor_sv_make("", 0),
                     err);
    if (out->player.len > MAX_FIELD || out->club.len > MAX_FIELD || out->owner.len > MAX_FIELD)
        return wrong(r, "a name of more than 1,000 bytes", suitor_sv_make("", 0), err);
    if (out->day == SUITOR_NO_DAY && !when_read(date, &out->day))
        return wrong(r, "expected a date", date, err);
    if (stage.len && !spellings_stage(&r->words, stage, &out->stage))
        return wrong(r, "expected a stage (linked, watching, keen, talks, bid, agreed, done)",
                     stage, err);
    spellings_position(&r->words, field(r, fields, FIELD_POSITION), &out->position);
    read_value(field(r, fields, FIELD_VALUE), out);
    return SUITOR_OK;
}

suitor_status rumours_next(rumours *r, rumour *out, bool *more, suitor_error *err)
{
    suitor_sv fields[CSV_MAX_FIELDS];
    const char *before = r->table.rest.ptr;
    suitor_status st = csv_next(&r->table, fields, more, err);

    *out = (rumour){ .line = r->table.line };
    if (st != SUITOR_OK) {
        pass_line(&r->table, before);
        *more = true;
        return st;
    }
    if (!*more)
        return SUITOR_OK;
    out->text = trim(suitor_sv_make(before, (size_t)(r->table.rest.ptr - before)));
    if (utf8_check(out->text) < out->text.len)
        return wrong(r, "is no UTF-8", suitor_sv_make("", 0), err);
    return understand(r, fields, out, err);
}
