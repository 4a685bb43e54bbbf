/* Names to entities, in four steps from the strictest to the loosest; the first
 * that finds anybody decides. When none does, the nearest names are offered. */
#include "buf.h"
#include "entity.h"
#include "fail.h"
#include "match.h"
#include "spell.h"

enum { MOST_LISTED = 8, MOST_OFFERED = 3 };

/* Longer lists would be cut off in the middle of a name by suitor_error. */
enum { MOST_LIST_BYTES = 360 };

typedef struct {
    suitor_store *store;
    suitor_sv query; /* folded */
    suitor_kind kind;
    suitor_error *err;
    matches found;
    overlay overlay;
} search;

static bool is_of_kind(const search *s, sqlite3_stmt *row)
{
    return s->kind == SUITOR_N_KINDS || sqlite3_column_int(row, 1) == (int)s->kind;
}

/* Take down the rows of a statement that `fits` (which may be NULL: all of them). */
static suitor_status collect(search *s, statement_id id, suitor_sv parameter,
                             bool (*fits)(const search *, sqlite3_stmt *, unsigned *))
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(s->store, id, (db_value[]){ db_text(parameter) }, &row, s->err);

    if (st != SUITOR_OK)
        return st;
    while (st == SUITOR_OK && (st = db_next(s->store, row, &more, s->err)) == SUITOR_OK && more) {
        unsigned distance = 0;
        if (is_of_kind(s, row) && (!fits || fits(s, row, &distance)))
            st = matches_add(s->store, &s->found, row, distance, s->err);
    }
    sqlite3_reset(row);
    return st;
}

static bool ends_in_query(const search *s, sqlite3_stmt *row, unsigned *distance)
{
    *distance = 0;
    return spell_ends_in(db_column_text(row, 2), s->query);
}

static bool begins_words(const search *s, sqlite3_stmt *row, unsigned *distance)
{
    *distance = 0;
    return spell_words_begin(s->query, db_column_text(row, 3));
}

/* One slip, and one more for every four letters. */
static bool is_near(const search *s, sqlite3_stmt *row, unsigned *distance)
{
    unsigned limit = 1 + (unsigned)s->query.len / 4;
    suitor_sv name = db_column_text(row, 3);
    unsigned last = spell_distance(s->query, name_last_word(name), limit);

    *distance = spell_distance(s->query, name, limit);
    *distance = last < *distance ? last : *distance;
    return *distance <= limit;
}

/* 0: exact name, 1: exact alias, 2: last words, 3: beginnings of words, 4: near. */
static suitor_status run_step(search *s, int step)
{
    switch (step) {
    case 0: return collect(s, NAMED_EXACTLY, s->query, NULL);
    case 1: return collect(s, NAMED_BY_ALIAS, s->query, NULL);
    case 2: return collect(s, NAMED_BY_LAST_WORD, name_last_word(s->query), ends_in_query);
    case 3: return collect(s, ALL_NAMES, s->query, begins_words);
    default: return collect(s, ALL_NAMES, s->query, is_near);
    }
}

/* "Roma (club), Roma Soares (player) and others", with the kinds where they differ. */
static void write_list(const matches *m, uint32_t most, buf *out)
{
    bool mixed = m->count > 0 && m->items[0].kind != m->items[m->count - 1].kind;
    uint32_t n = 0;

    for (; n < m->count && n < most && out->len + m->items[n].name.len < MOST_LIST_BYTES; n++) {
        buf_add(out, n ? ", " : "");
        buf_append(out, m->items[n].name);
        if (mixed)
            buf_printf(out, " (%s)", suitor_kind_name(m->items[n].kind));
    }
    if (n < m->count)
        buf_add(out, n ? " and others" : "long names");
}

static suitor_status say_several(const search *s, suitor_sv name)
{
    buf list = { 0 };
    suitor_status st;

    write_list(&s->found, MOST_LISTED, &list);
    st = fail(s->err, SUITOR_ERR_AMBIGUOUS, "\"%.*s\" fits several: %s", SUITOR_SV_ARG(name),
              list.ptr ? list.ptr : "");
    buf_free(&list);
    return st;
}

static suitor_status say_none(const search *s, suitor_sv name)
{
    const char *whom = s->kind == SUITOR_N_KINDS ? "player or club" : suitor_kind_name(s->kind);
    buf list = { 0 };
    suitor_status st;

    write_list(&s->found, MOST_OFFERED, &list);
    if (s->found.count > 0)
        st = fail(s->err, SUITOR_ERR_NOTFOUND, "no %s called \"%.*s\"; did you mean %s?", whom,
                  SUITOR_SV_ARG(name), list.ptr ? list.ptr : "");
    else
        st = fail(s->err, SUITOR_ERR_NOTFOUND, "no %s called \"%.*s\" in %s", whom,
                  SUITOR_SV_ARG(name), s->store->path);
    buf_free(&list);
    return st;
}

/* The first step that finds anybody; *step 4 when only near names were found. */
static suitor_status run(search *s, int *step)
{
    suitor_status st = SUITOR_OK;

    for (*step = 0; *step <= 4; ++*step) {
        st = run_step(s, *step);
        if (st == SUITOR_OK)
            st = matches_resolve(s->store, &s->overlay, &s->found,
                                 *step < 4 ? MOST_LISTED + 1 : MOST_OFFERED, s->err);
        if (st != SUITOR_OK || s->found.count > 0)
            return st;
    }
    return SUITOR_OK;
}

/* A name in a message need not be longer than a name. */
static suitor_sv shown(suitor_sv name)
{
    size_t len = name.len < 80 ? name.len : 80;

    while (len > 0 && len < name.len && ((unsigned char)name.ptr[len] & 0xC0) == 0x80)
        len--;
    return suitor_sv_make(name.ptr, len);
}

suitor_status suitor_store_find(suitor_store *store, suitor_sv name, suitor_kind kind, int64_t *id,
                                suitor_kind *found_kind, suitor_error *err)
{
    search s = {
        .store = store, .query = name_fold(&store->scratch, name), .kind = kind, .err = err
    };
    int step = 0;
    suitor_status st = SUITOR_OK;

    if (name.len == 0)
        return fail(err, SUITOR_ERR_NOTFOUND, "an empty name");
    if (!s.query.ptr)
        return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
    st = db_read_begin(store, err);
    if (st != SUITOR_OK)
        goto done;
    st = overlay_read(store, false, &s.overlay, err);
    if (st == SUITOR_OK)
        st = run(&s, &step);
    db_read_end(store);
    if (st != SUITOR_OK)
        goto done;
    if (step >= 4)
        st = say_none(&s, shown(name));
    else if (s.found.count > 1)
        st = say_several(&s, shown(name));
    if (st != SUITOR_OK)
        goto done;
    if (id)
        *id = s.found.items[0].id;
    if (found_kind)
        *found_kind = s.found.items[0].kind;
done:
    matches_clear(&s.found);
    overlay_free(&s.overlay);
    arena_reset(&store->scratch);
    return st;
}
