#include "claims_scan.h"

#include <math.h>
#include <string.h>

#include "fail.h"
#include "number.h"

suitor_status line_wrong(const line *l, const char *what)
{
    return fail(l->err, SUITOR_ERR_PARSE, "%.*s: %s", SUITOR_SV_ARG(l->where), what);
}

suitor_status line_no_memory(const line *l)
{
    return fail(l->err, SUITOR_ERR_NOMEM, "%.*s: no memory", SUITOR_SV_ARG(l->where));
}

suitor_status line_scanned(const line *l, const json_scan *s)
{
    if (s->no_memory)
        return line_no_memory(l);
    return s->problem ? line_wrong(l, s->problem) : SUITOR_OK;
}

bool line_key_is(suitor_sv key, const char *name)
{
    return suitor_sv_equal(key, suitor_sv_of(name));
}

suitor_sv line_text(json_scan *s)
{
    suitor_sv text = { NULL, 0 };

    if (json_scan_kind(s) == '"')
        json_scan_string(s, &text);
    else
        json_scan_skip(s);
    return text;
}

double line_number(json_scan *s)
{
    suitor_sv text;
    double value = NAN;

    if (json_scan_kind(s) != '0')
        json_scan_skip(s);
    else if (json_scan_number(s, &text))
        (void)number_read_exactly(text, &value);
    return value;
}

uint32_t line_offset(json_scan *s)
{
    double value = line_number(s);

    return value >= 0 && value < UINT32_MAX && floor(value) == value ? (uint32_t)value : UINT32_MAX;
}

void *line_add(const line *l, pool *p, size_t size)
{
    if (p->count == p->cap) {
        const uint32_t cap = p->cap * 2 + 8;
        void *more = p->cap <= UINT32_MAX / 4 ? arena_zeros(l->memory, cap, size) : NULL;
        if (!more)
            return NULL;
        if (p->count)
            memcpy(more, p->items, p->count * size);
        p->items = more;
        p->cap = cap;
    }
    return (char *)p->items + p->count++ * size;
}

bool line_enter(const json_scan *place, json_scan *s)
{
    *s = *place;
    return s->at && json_scan_kind(s) == '[' && json_scan_open(s, '[');
}

suitor_status line_object(line *l, json_scan *s, row_reader read, void *row)
{
    suitor_status st;

    if (!row)
        return line_no_memory(l);
    if (json_scan_kind(s) != '{')
        return line_wrong(l, "expected an object in a list");
    json_scan_open(s, '{');
    st = read(l, s, row);
    return st == SUITOR_OK ? line_scanned(l, s) : st;
}

void *line_objects(line *l, const json_scan *place, size_t size, row_reader read, uint32_t *n,
                   suitor_status *st)
{
    pool rows = { 0 };
    json_scan s;

    if (*st == SUITOR_OK && line_enter(place, &s))
        while (*st == SUITOR_OK && json_scan_item(&s))
            *st = line_object(l, &s, read, line_add(l, &rows, size));
    *n = rows.count;
    return rows.items;
}
