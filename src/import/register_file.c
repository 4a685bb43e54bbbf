/* What a register is written in, and its rows one by one. */
#include <string.h>

#include "fail.h"
#include "registers.h"
#include "utf8.h"

enum { MAX_NAME = 200, MAX_VALUE = 400 }; /* bytes that are believed */

static suitor_status open_table(register_file *out, suitor_sv bytes, suitor_error *err)
{
    const bool dated = out->options->day != SUITOR_NO_DAY;
    const table_kind known = { "known", 1U << FIELD_NAME,
                               "name, key, country, founded, ground, born, position, role, "
                               "aliases" };
    const table_kind moves = { "column", 1U << FIELD_PLAYER | 1U << FIELD_CLUB,
                               "player, owner, club, date, season, fee" };
    suitor_status st =
        table_open(&out->table, out->path, bytes,
                   out->kind == SUITOR_REGISTER_TRANSFERS ? &moves : &known, out->options, err);

    if (st == SUITOR_OK && out->kind == SUITOR_REGISTER_TRANSFERS && !dated &&
        out->table.columns[FIELD_DATE] == CSV_NO_COLUMN &&
        out->table.columns[FIELD_SEASON] == CSV_NO_COLUMN)
        return fail(err, SUITOR_ERR_INVALID,
                    "%s: no column tells when: say it by --season 2024-25, or which column does "
                    "by --map date=COLUMN",
                    out->path);
    return st;
}

suitor_status register_open(register_file *out, const char *path, suitor_sv bytes,
                            suitor_register_kind kind, const suitor_import_options *options,
                            suitor_error *err)
{
    out->path = path;
    out->kind = kind;
    out->options = options;
    out->is_notation = kind == SUITOR_REGISTER_CLUBS && football_txt_begins(bytes);
    if (!out->is_notation)
        return open_table(out, bytes, err);
    if (utf8_check(bytes) < bytes.len)
        return fail(err, SUITOR_ERR_INVALID, "%s: is no valid UTF-8 at byte %zu; convert it", path,
                    utf8_check(bytes));
    football_txt_begin(&out->notation, bytes);
    return spellings_load(&out->table.words, suitor_data_dir(), err);
}

void register_close(register_file *f) { table_close(&f->table); }

static bool has_control(suitor_sv text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < ' ' || text.ptr[i] == 0x7F)
            return true;
    return false;
}

/* What nobody is called. */
static suitor_status check_name(const register_file *f, const register_row *row, suitor_error *err)
{
    if (row->known.name.len <= MAX_NAME && !has_control(row->known.name))
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_PARSE,
                "%s:%u: a name of more than 200 bytes, or with control characters", f->path,
                row->line);
}

void register_add(register_row *row, suitor_known_field field, suitor_sv value)
{
    if (value.len && value.len <= MAX_VALUE && row->known.n_facts < REGISTER_MOST_FACTS)
        row->facts[row->known.n_facts++] = (suitor_known_fact){ field, value };
}

static bool notation_next(register_file *f, register_row *out)
{
    football_txt_club club;

    if (!football_txt_next(&f->notation, &club))
        return false;
    out->line = club.line;
    out->known.name = club.name;
    register_add(out, SUITOR_KNOWN_COUNTRY, spellings_country(&f->table.words, club.country));
    register_add(out, SUITOR_KNOWN_FOUNDED, club.founded);
    register_add(out, SUITOR_KNOWN_GROUND, club.ground);
    for (uint32_t i = 0; i < club.n_names; i++)
        register_add(out, club.names[i].is_former ? SUITOR_KNOWN_FORMER : SUITOR_KNOWN_SPELLING,
                     club.names[i].name);
    return true;
}

suitor_sv register_plain(suitor_sv name, char *room)
{
    size_t n = 0, letters = 0;

    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.ptr[i];
        bool dropped = c == '.' && letters == 1;
        letters = c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ? letters + 1 : 0;
        if (!dropped)
            room[n++] = name.ptr[i];
    }
    return suitor_sv_make(room, n);
}

/* A club goes by its name without dots, and as the register writes it. */
static suitor_status name_club(register_file *f, register_row *out, suitor_error *err)
{
    suitor_sv written = out->known.name;
    char *room;

    if (written.len == 0 || !memchr(written.ptr, '.', written.len))
        return SUITOR_OK;
    room = arena_alloc(&f->table.scratch, written.len);
    if (!room)
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", f->path);
    out->known.name = register_plain(written, room);
    register_add(out, SUITOR_KNOWN_SPELLING, written);
    return SUITOR_OK;
}

suitor_status register_next(register_file *f, register_row *out, bool *more, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    arena_reset(&f->table.scratch);
    out->is_nameless = false;
    out->known = (suitor_known){ .kind = f->kind == SUITOR_REGISTER_CLUBS ? SUITOR_KIND_CLUB
                                                                          : SUITOR_KIND_PLAYER,
                                 .facts = out->facts };
    if (f->kind == SUITOR_REGISTER_TRANSFERS)
        return moves_table_next(f, out, more, err);
    if (f->is_notation)
        *more = notation_next(f, out);
    else
        st = known_table_next(f, out, more, err);
    if (st == SUITOR_OK && *more)
        st = check_name(f, out, err);
    if (st == SUITOR_OK && *more && f->kind == SUITOR_REGISTER_CLUBS)
        st = name_club(f, out, err);
    return st;
}
