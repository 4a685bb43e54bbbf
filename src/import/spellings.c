#include "spellings.h"

#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "fold.h"
#include "grow.h"
#include "tsv.h"

enum { MAX_PATH = 1024, MAX_WORD = 64 };

static const char *const fields[N_FIELDS] = { "player", "club",    "owner",   "date",     "stage",
                                              "source", "url",     "value",   "position", "name",
                                              "key",    "country", "founded", "ground",   "born",
                                              "role",   "aliases", "fee",     "season" };

const char *spellings_field_name(import_field field)
{
    return (unsigned)field < N_FIELDS ? fields[field] : "unknown";
}

static bool field_of(suitor_sv name, uint32_t *out)
{
    for (uint32_t i = 0; i < N_FIELDS; i++)
        if (suitor_sv_equal(name, suitor_sv_of(fields[i]))) {
            *out = i;
            return true;
        }
    return false;
}

/* The number of what is called `name`, a country aside; false where nothing is. */
static bool number_of(suitor_sv what, suitor_sv name, uint32_t *out)
{
    suitor_position position;
    suitor_stage stage;

    if (suitor_sv_equal(what, suitor_sv_of("column")) ||
        suitor_sv_equal(what, suitor_sv_of("known")))
        return field_of(name, out);
    if (suitor_sv_equal(what, suitor_sv_of("position")) && suitor_position_parse(name, &position)) {
        *out = (uint32_t)position;
        return true;
    }
    if (suitor_sv_equal(what, suitor_sv_of("stage")) && suitor_stage_parse(name, &stage)) {
        *out = (uint32_t)stage;
        return true;
    }
    return false;
}

/* "position:left-back"; empty where it is too long to be in the table. */
static suitor_sv key_of(suitor_sv what, suitor_sv word, char out[MAX_WORD])
{
    size_t n = 0;

    if (what.len + word.len + 1 > MAX_WORD)
        return suitor_sv_make(out, 0);
    for (size_t i = 0; i < what.len; i++)
        out[n++] = what.ptr[i];
    out[n++] = ':';
    return suitor_sv_make(out, n + fold(word, out + n, MAX_WORD - n));
}

/* "-" is a country that football does not know: it has several, or none, in its place. */
static bool add_country(spellings *s, suitor_sv name, uint32_t *number)
{
    suitor_sv own = suitor_sv_equal(name, suitor_sv_of("-")) ? suitor_sv_make("", 0) : name;

    *number = s->n_countries;
    if (!grow(&s->countries, &s->cap_countries, s->n_countries + 1, sizeof own))
        return false;
    own = arena_copy(&s->texts, own);
    s->countries[s->n_countries++] = own;
    return own.ptr != NULL;
}

static suitor_status add_row(void *user, const tsv *t, const suitor_sv *row, suitor_error *err)
{
    spellings *s = user;
    suitor_sv list = row[2], word;
    char key[MAX_WORD];
    uint32_t number;

    if (suitor_sv_equal(row[0], suitor_sv_of("country"))) {
        if (!add_country(s, row[1], &number))
            return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", t->path);
    } else if (!number_of(row[0], row[1], &number))
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: there is no %.*s '%.*s'", t->path, t->line,
                    SUITOR_SV_ARG(row[0]), SUITOR_SV_ARG(row[1]));
    while (tsv_list_next(&list, &word))
        if (!strmap_put(&s->meanings, key_of(row[0], word, key), number, NULL))
            return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", t->path);
    return SUITOR_OK;
}

suitor_status spellings_load(spellings *out, const char *data_dir, suitor_error *err)
{
    char path[MAX_PATH];

    snprintf(path, sizeof path, "%s/tables.tsv", data_dir);
    return tsv_each(path, "what name spellings", add_row, out, err);
}

void spellings_free(spellings *s)
{
    strmap_free(&s->meanings);
    free(s->countries);
    arena_free(&s->texts);
}

static bool find(const spellings *s, const char *what, suitor_sv word, uint32_t *out)
{
    char key[MAX_WORD];

    return strmap_get(&s->meanings, key_of(suitor_sv_of(what), word, key), out);
}

bool spellings_field(const spellings *s, const char *what, suitor_sv word, import_field *out)
{
    uint32_t number;
    bool found = find(s, what, word, &number) || field_of(word, &number);

    if (found)
        *out = (import_field)number;
    return found;
}

bool spellings_position(const spellings *s, suitor_sv word, suitor_position *out)
{
    uint32_t number;
    bool found = find(s, "position", word, &number);

    if (found)
        *out = (suitor_position)number;
    return found;
}

bool spellings_stage(const spellings *s, suitor_sv word, suitor_stage *out)
{
    uint32_t number;
    bool found = find(s, "stage", word, &number);

    if (found)
        *out = (suitor_stage)number;
    return found;
}

suitor_sv spellings_country(const spellings *s, suitor_sv word)
{
    uint32_t number;

    return find(s, "country", word, &number) ? s->countries[number] : word;
}
