/* Registers as tables for the reader of articles (src/extract/gazetteer/register.c): of what
 * contradicts itself only that which holds. */
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "fail.h"
#include "known.h"

enum { MOST_SPELLINGS = 64 };

/* One club or person, as far as its rows have come. */
typedef struct {
    int64_t id; /* 0: none yet */
    suitor_sv name, fields[SUITOR_N_KNOWN_FIELDS];
    suitor_sv spellings[MOST_SPELLINGS];
    uint32_t n_spellings;
    arena memory;
} entry;

/* What would break a table. */
static bool fits(suitor_sv text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < ' ' || text.ptr[i] == '|')
            return false;
    return text.len > 0;
}

static void write_field(suitor_sv text, FILE *out)
{
    if (fits(text))
        fwrite(text.ptr, 1, text.len, out);
}

static void write_club(const entry *e, FILE *out)
{
    bool first = true;

    write_field(e->name, out);
    fputc('\t', out);
    write_field(e->fields[SUITOR_KNOWN_COUNTRY], out);
    fputc('\t', out);
    for (uint32_t i = 0; i < e->n_spellings; i++) {
        if (!fits(e->spellings[i]) || suitor_sv_equal(e->spellings[i], e->name))
            continue;
        fputs(first ? "" : "|", out);
        write_field(e->spellings[i], out);
        first = false;
    }
    fputc('\n', out);
}

static void write_person(const entry *e, FILE *out)
{
    static const suitor_known_field fields[] = { SUITOR_KNOWN_ROLE, SUITOR_KNOWN_BORN,
                                                 SUITOR_KNOWN_COUNTRY, SUITOR_KNOWN_POSITION };

    write_field(e->name, out);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        fputc('\t', out);
        write_field(e->fields[fields[i]], out);
    }
    fputc('\n', out);
}

static void write_entry(suitor_register_kind kind, const entry *e, FILE *out)
{
    if (e->id == 0 || !fits(e->name))
        return;
    if (kind == SUITOR_REGISTER_CLUBS)
        write_club(e, out);
    else
        write_person(e, out);
}

/* The row's fact, of the entry at hand. */
static bool take_fact(entry *e, sqlite3_stmt *row)
{
    int field = sqlite3_column_int(row, 2);
    suitor_sv value = arena_copy(&e->memory, db_column_text(row, 3));

    if (!value.ptr || field < 0 || field >= SUITOR_N_KNOWN_FIELDS)
        return value.ptr != NULL;
    if (known_is_single((suitor_known_field)field)) {
        if (e->fields[field].len == 0)
            e->fields[field] = value;
    } else if (e->n_spellings < MOST_SPELLINGS) {
        e->spellings[e->n_spellings++] = value;
    }
    return true;
}

static bool take_row(suitor_register_kind kind, entry *e, sqlite3_stmt *row, FILE *out)
{
    int64_t id = sqlite3_column_int64(row, 0);

    if (id != e->id) {
        arena memory = e->memory;
        write_entry(kind, e, out);
        arena_reset(&memory);
        *e = (entry){ .id = id, .memory = memory };
        e->name = arena_copy(&e->memory, db_column_text(row, 1));
        if (!e->name.ptr)
            return false;
    }
    return take_fact(e, row);
}

static suitor_status write_rows(suitor_store *store, suitor_register_kind kind, FILE *out,
                                suitor_error *err)
{
    const suitor_kind of = kind == SUITOR_REGISTER_CLUBS ? SUITOR_KIND_CLUB : SUITOR_KIND_PLAYER;
    entry e = { 0 };
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(store, ALL_KNOWN, (db_value[]){ db_integer(of) }, &row, err);

    while (st == SUITOR_OK && (st = db_next(store, row, &more, err)) == SUITOR_OK && more)
        if (!take_row(kind, &e, row, out)) {
            sqlite3_reset(row);
            st = fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
        }
    if (st == SUITOR_OK)
        write_entry(kind, &e, out);
    arena_free(&e.memory);
    return st;
}

suitor_status suitor_store_write_register(suitor_store *store, suitor_register_kind kind, FILE *out,
                                          suitor_error *err)
{
    uint64_t stamp;
    suitor_status st = db_read_begin(store, err);

    if (st != SUITOR_OK)
        return st;
    st = suitor_store_register_stamp(store, &stamp, err);
    if (st == SUITOR_OK) {
        fprintf(out, "# stamp %016" PRIx64 "\n", stamp);
        fputs(kind == SUITOR_REGISTER_CLUBS ? "name\tcountry\tspellings\n"
                                            : "name\trole\tborn\tnation\tposition\n",
              out);
        st = write_rows(store, kind, out, err);
    }
    db_read_end(store);
    if (st == SUITOR_OK && (fflush(out) != 0 || ferror(out)))
        return fail(err, SUITOR_ERR_IO, "the register cannot be written: %s", strerror(errno));
    return st;
}
