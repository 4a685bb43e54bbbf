/* Reading a family: by the last word of the name that corrections leave everybody. */
#include "family.h"

#include <stdlib.h>

#include "entity.h"
#include "fail.h"
#include "grow.h"

static suitor_status no_memory(const suitor_store *store, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
}

/* The place of player `id`, put in when new; rows of a player mostly stand together. */
static bool add_player(suitor_store *store, family *f, int64_t id, suitor_sv folded,
                       uint32_t *place)
{
    uint32_t n = f->n_players;

    for (*place = n; (*place)-- > 0;)
        if (f->players[*place].id == id)
            return true;
    folded = arena_copy(&store->scratch, folded);
    if (!folded.ptr || !grow(&f->players, &f->cap_players, n + 1, sizeof *f->players) ||
        !grow(&f->names, &f->cap_names, n + 1, sizeof *f->names))
        return false;
    f->players[n] = (match){ .id = id, .kind = SUITOR_KIND_PLAYER, .folded = folded };
    f->names[n] = (tie_name){ folded, false };
    *place = f->n_players++;
    return true;
}

/* Who `tied` is in that article, as load_split() has it. */
static int64_t split(const overlay *o, int64_t tied, int64_t article, uint32_t club)
{
    int64_t into = tied;

    for (uint32_t i = 0; i < o->n_splits; i++) {
        const overlay_split *s = &o->splits[i];
        bool applies =
            s->article ? s->article == article : (uint32_t)overlay_resolve(o, s->club) == club;
        if (applies && overlay_resolve(o, s->from) == tied)
            into = overlay_resolve(o, s->into);
    }
    return into;
}

/* A telling of `id`, who is called `folded`. */
static bool add_telling(suitor_store *store, const overlay *o, family *f, int64_t id,
                        suitor_sv folded, sqlite3_stmt *row)
{
    bool has_club = sqlite3_column_type(row, 2) != SQLITE_NULL;
    uint32_t club = SUITOR_NO_INDEX, place, n = f->n_told;

    if (!add_player(store, f, id, folded, &place) ||
        !grow(&f->told, &f->cap_told, n + 1, sizeof *f->told) ||
        !grow(&f->notes, &f->cap_notes, n + 1, sizeof *f->notes))
        return false;
    if (has_club)
        club = (uint32_t)split(o, overlay_resolve(o, sqlite3_column_int64(row, 2)),
                               sqlite3_column_int64(row, 4), SUITOR_NO_INDEX);
    if (id == sqlite3_column_int64(row, 0))
        f->names[place].is_surname |= tie_is_surname(db_column_text(row, 3));
    f->told[n] = (tie_told){ .player = place, .club = club };
    f->notes[n] = (family_note){ .article = sqlite3_column_int64(row, 4) };
    f->n_told++;
    return true;
}

/* Take down the rows of a statement whose players have that last word. */
static suitor_status collect(suitor_store *store, const overlay *o, statement_id statement,
                             db_value parameter, suitor_sv last_word, family *f, suitor_error *err)
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(store, statement, &parameter, &row, err);

    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(store, row, &more, err)) == SUITOR_OK && more) {
        int64_t own = sqlite3_column_int64(row, 0), id = overlay_resolve(o, own);
        suitor_sv folded = id == own ? db_column_text(row, 1) : overlay_folded(o, id);
        if (!suitor_sv_equal(name_last_word(folded), last_word))
            continue;
        if (!add_telling(store, o, f, id, folded, row)) {
            st = no_memory(store, err);
            break;
        }
    }
    sqlite3_reset(row);
    return st;
}

suitor_status family_read(suitor_store *store, const overlay *o, suitor_sv last_word, family *f,
                          suitor_error *err)
{
    suitor_status st = collect(store, o, TOLD_OF_LAST_WORD, db_text(last_word), last_word, f, err);

    for (uint32_t i = 0; st == SUITOR_OK && i < o->n_merges; i++) {
        suitor_sv own = name_last_word(overlay_folded(o, o->merges[i].from));
        if (!suitor_sv_equal(own, last_word)) /* else he is there already */
            st =
                collect(store, o, TOLD_OF_ENTITY, db_integer(o->merges[i].from), last_word, f, err);
    }
    if (st == SUITOR_OK && !tie_players(f->names, f->n_players, f->told, f->n_told))
        st = no_memory(store, err);
    for (uint32_t i = 0; st == SUITOR_OK && i < f->n_told; i++)
        f->notes[i].final =
            split(o, f->players[f->told[i].tied].id, f->notes[i].article, f->told[i].club);
    return st;
}

bool family_tells_of(const family *f, int64_t id)
{
    for (uint32_t i = 0; i < f->n_told; i++)
        if (f->notes[i].final == id)
            return true;
    return false;
}

void family_clear(family *f)
{
    free(f->players);
    free(f->names);
    free(f->told);
    free(f->notes);
    *f = (family){ 0 };
}
