/* Clubs and people out of tables, such as the clubs.csv and people.csv of the register Reep. */
#include <string.h>

#include "fail.h"
#include "registers.h"

/* A bare identifier ("Q17104") stands where a register has no name. */
static bool is_identifier(suitor_sv name)
{
    size_t i = 1;

    while (i < name.len && name.ptr[i] >= '0' && name.ptr[i] <= '9')
        i++;
    return name.len > 1 && name.ptr[0] == 'Q' && i == name.len;
}

/* Where every name stands in quotation marks of its own, or a part ("Tito" Gómez), they go. */
static suitor_sv without_quotes(suitor_sv name, arena *memory)
{
    char *out;
    size_t n = 0;

    if (!memchr(name.ptr, '"', name.len))
        return name;
    out = arena_alloc(memory, name.len);
    for (size_t i = 0; out && i < name.len; i++)
        if (name.ptr[i] != '"')
            out[n++] = name.ptr[i];
    return out ? table_trim(suitor_sv_make(out, n)) : suitor_sv_make("", 0);
}

/* "1990-05-03", or "1990" where the rest is not known. */
static suitor_sv date_of(suitor_sv text)
{
    int32_t day;

    if (text.len > 10)
        text.len = 10;
    if (text.len == 10 && suitor_day_parse(text, &day)) {
        bool year_alone = memcmp(text.ptr + 4, "-01-01", 6) == 0; /* as registers write that */
        return suitor_sv_make(text.ptr, year_alone ? 4 : 10);
    }
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return suitor_sv_make("", 0);
    return text.len == 4 ? text : suitor_sv_make("", 0);
}

static void add_aliases(register_row *out, suitor_sv list)
{
    while (list.len) {
        const char *bar = memchr(list.ptr, '|', list.len);
        size_t n = bar ? (size_t)(bar - list.ptr) : list.len;
        register_add(out, SUITOR_KNOWN_SPELLING, table_trim(suitor_sv_make(list.ptr, n)));
        n += bar != NULL;
        list = suitor_sv_make(list.ptr + n, list.len - n);
    }
}

static void add_person(const table *t, const suitor_sv *fields, register_row *out)
{
    suitor_sv role = table_field(t, fields, FIELD_ROLE);
    suitor_position position = SUITOR_POS_NONE;

    register_add(out, SUITOR_KNOWN_BORN, date_of(table_field(t, fields, FIELD_BORN)));
    if (spellings_position(&t->words, table_field(t, fields, FIELD_POSITION), &position))
        register_add(out, SUITOR_KNOWN_POSITION, suitor_sv_of(suitor_position_name(position)));
    if (!suitor_sv_equal(role, suitor_sv_of("player"))) /* as most are, and who tells nothing */
        register_add(out, SUITOR_KNOWN_ROLE, role);
}

static suitor_status understand(register_file *f, const suitor_sv *fields, register_row *out,
                                suitor_error *err)
{
    const table *t = &f->table;
    const suitor_sv none = suitor_sv_make("", 0);
    suitor_sv name = table_field(t, fields, FIELD_NAME);

    if (name.len == 0)
        return table_wrong(t, "a name is needed, and it is empty", none, err);
    out->is_nameless = is_identifier(name);
    if (out->is_nameless)
        return SUITOR_OK;
    out->known.name = without_quotes(name, &f->table.scratch);
    if (out->known.name.len == 0)
        return table_wrong(t, "expected a name", name, err);
    out->known.key = table_field(t, fields, FIELD_KEY);
    register_add(out, SUITOR_KNOWN_COUNTRY,
                 spellings_country(&t->words, table_field(t, fields, FIELD_COUNTRY)));
    add_aliases(out, table_field(t, fields, FIELD_ALIASES));
    if (f->kind == SUITOR_REGISTER_PEOPLE) {
        add_person(t, fields, out);
        return SUITOR_OK;
    }
    register_add(out, SUITOR_KNOWN_FOUNDED, date_of(table_field(t, fields, FIELD_FOUNDED)));
    suitor_sv ground = table_field(t, fields, FIELD_GROUND);
    if (!is_identifier(ground))
        register_add(out, SUITOR_KNOWN_GROUND, ground);
    return SUITOR_OK;
}

suitor_status known_table_next(register_file *f, register_row *out, bool *more, suitor_error *err)
{
    suitor_sv fields[CSV_MAX_FIELDS], whole;
    suitor_status st = table_next(&f->table, fields, &whole, more, err);

    out->line = f->table.rows.line;
    return st == SUITOR_OK && *more ? understand(f, fields, out, err) : st;
}
