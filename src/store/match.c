/* Matches: sorted before they are resolved, so that neither the answer nor the
 * list in a message depends on the order in which articles were put. */
#include "match.h"

#include <stdlib.h>

#include "entity.h"
#include "fail.h"
#include "family.h"
#include "grow.h"
#include "order.h"

static suitor_status no_memory(const suitor_store *store, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
}

static bool push(matches *m, match item)
{
    if (!grow(&m->items, &m->cap, m->count + 1, sizeof item))
        return false;
    m->items[m->count++] = item;
    return true;
}

suitor_status matches_add(suitor_store *store, matches *m, sqlite3_stmt *row, unsigned distance,
                          suitor_error *err)
{
    match item = { .id = sqlite3_column_int64(row, 0),
                   .kind = sqlite3_column_int(row, 1) == 0 ? SUITOR_KIND_PLAYER : SUITOR_KIND_CLUB,
                   .distance = distance,
                   .folded = arena_copy(&store->scratch, db_column_text(row, 2)) };

    return item.folded.ptr && push(m, item) ? SUITOR_OK : no_memory(store, err);
}

void matches_clear(matches *m)
{
    free(m->items);
    *m = (matches){ 0 };
}

static int compare(const void *left, const void *right)
{
    const match *a = left, *b = right;

    if (a->distance != b->distance)
        return a->distance < b->distance ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return order_bytes(a->folded, b->folded);
}

/* The name that the statement gives; ptr NULL where there is none. */
static suitor_status ask_name(suitor_store *store, statement_id id, int64_t entity, suitor_sv *out,
                              suitor_error *err)
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(store, id, (db_value[]){ db_integer(entity) }, &row, err);

    *out = suitor_sv_make(NULL, 0);
    if (st == SUITOR_OK)
        st = db_next(store, row, &more, err);
    if (st != SUITOR_OK || !more)
        return st;
    if (sqlite3_column_type(row, 0) != SQLITE_NULL) {
        *out = arena_copy(&store->scratch, db_column_text(row, 0));
        if (!out->ptr)
            st = no_memory(store, err);
    }
    sqlite3_reset(row);
    return st;
}

/* As load_names.c has it. */
suitor_status match_name(suitor_store *store, const overlay *o, const match *item, suitor_sv *out,
                         suitor_error *err)
{
    const overlay_name *given = overlay_name_of(o, item->id);
    suitor_status st = SUITOR_OK;

    *out = suitor_sv_make(NULL, 0);
    if (given && given->is_forced) {
        *out = given->name;
        return SUITOR_OK;
    }
    if (item->kind == SUITOR_KIND_PLAYER)
        st = ask_name(store, NAME_OF_PLAYER, item->id, out, err);
    if (st == SUITOR_OK && !out->ptr)
        st = ask_name(store, NAME_OF_CLUB, item->id, out, err);
    if (st == SUITOR_OK && !out->ptr && given)
        *out = given->name;
    return st;
}

/* Add the entity under the name it is shown by, unless it is there already. */
static suitor_status add_known(suitor_store *store, const overlay *o, matches *m, match item,
                               suitor_error *err)
{
    suitor_status st;

    for (uint32_t i = 0; i < m->count; i++)
        if (m->items[i].id == item.id)
            return SUITOR_OK;
    st = match_name(store, o, &item, &item.name, err);
    if (st != SUITOR_OK || !item.name.ptr)
        return st;
    return push(m, item) ? SUITOR_OK : no_memory(store, err);
}

/* Entity `id` in place of the one that was found. */
static match found_as(const overlay *o, const match *found, int64_t id)
{
    suitor_sv folded = id == found->id ? found->folded : overlay_folded(o, id);

    return (match){ .id = id, .kind = found->kind, .distance = found->distance, .folded = folded };
}

/* Whether anything is told of player `id` in the families that he may be told of in: that of
 * his name, and those he was split from. */
static suitor_status is_told_of(suitor_store *store, const overlay *o, const match *player,
                                family *own, bool *out, suitor_error *err)
{
    suitor_status st = family_read(store, o, name_last_word(player->folded), own, err);

    *out = st == SUITOR_OK && family_tells_of(own, player->id);
    for (uint32_t i = 0; st == SUITOR_OK && !*out && i < o->n_splits; i++) {
        family other = { 0 };
        suitor_sv from = overlay_folded(o, overlay_resolve(o, o->splits[i].from));
        if (overlay_resolve(o, o->splits[i].into) != player->id)
            continue;
        st = family_read(store, o, name_last_word(from), &other, err);
        *out = st == SUITOR_OK && family_tells_of(&other, player->id);
        family_clear(&other);
    }
    return st;
}

/* The player himself while anything told under his name is tied to nobody else,
 * otherwise all those whom it is tied to. */
static suitor_status add_player_known(suitor_store *store, const overlay *o, matches *m,
                                      const match *found, suitor_error *err)
{
    match player = found_as(o, found, overlay_resolve(o, found->id));
    family f = { 0 };
    bool is_own;
    suitor_status st = is_told_of(store, o, &player, &f, &is_own, err);

    if (st == SUITOR_OK && is_own)
        st = add_known(store, o, m, player, err);
    for (uint32_t i = 0; st == SUITOR_OK && !is_own && i < f.n_told; i++) {
        if (f.players[f.told[i].player].id != player.id)
            continue;
        match tied = f.players[f.told[i].tied];
        if (f.notes[i].final != tied.id)
            tied = found_as(o, found, f.notes[i].final);
        tied.distance = player.distance;
        st = add_known(store, o, m, tied, err);
    }
    family_clear(&f);
    return st;
}

suitor_status matches_resolve(suitor_store *store, const overlay *o, matches *m, uint32_t most,
                              suitor_error *err)
{
    matches raw = *m;
    suitor_status st = SUITOR_OK;

    *m = (matches){ 0 };
    if (raw.count > 1)
        qsort(raw.items, raw.count, sizeof *raw.items, compare);
    for (uint32_t i = 0; st == SUITOR_OK && i < raw.count && m->count < most; i++)
        st = raw.items[i].kind == SUITOR_KIND_PLAYER
                 ? add_player_known(store, o, m, &raw.items[i], err)
                 : add_known(store, o, m,
                             found_as(o, &raw.items[i], overlay_resolve(o, raw.items[i].id)), err);
    if (m->count > 1)
        qsort(m->items, m->count, sizeof *m->items, compare);
    m->count = m->count < most ? m->count : most;
    matches_clear(&raw);
    return st;
}
