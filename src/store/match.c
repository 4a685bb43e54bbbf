/* Matches: sorted before they are resolved, so that neither the answer nor the
 * list in a message depends on the order in which articles were put. */
#include "match.h"

#include <stdlib.h>

#include "entity.h"
#include "fail.h"
#include "grow.h"
#include "order.h"
#include "tie.h"

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

/* Add the entity under the name it is shown by, unless it is there already or
 * nothing is told of it. */
static suitor_status add_known(suitor_store *store, matches *m, match item, suitor_error *err)
{
    const statement_id id = item.kind == SUITOR_KIND_PLAYER ? NAME_OF_PLAYER : NAME_OF_CLUB;
    sqlite3_stmt *row;
    bool more;
    suitor_status st;

    for (uint32_t i = 0; i < m->count; i++)
        if (m->items[i].id == item.id)
            return SUITOR_OK;
    st = db_query(store, id, (db_value[]){ db_integer(item.id) }, &row, err);
    if (st == SUITOR_OK)
        st = db_next(store, row, &more, err);
    if (st != SUITOR_OK || !more)
        return st;
    item.name = arena_copy(&store->scratch, db_column_text(row, 0));
    sqlite3_reset(row);
    return item.name.ptr && push(m, item) ? SUITOR_OK : no_memory(store, err);
}

/* All that is told of the players who share a last word. */
typedef struct {
    match *players;
    tie_name *names; /* beside players */
    tie_told *told;
    uint32_t n_players, n_told, cap_players, cap_names, cap_told;
} family;

static bool add_player(suitor_store *store, family *f, sqlite3_stmt *row)
{
    uint32_t n = f->n_players;
    suitor_sv folded = arena_copy(&store->scratch, db_column_text(row, 1));

    if (!folded.ptr || !grow(&f->players, &f->cap_players, n + 1, sizeof *f->players) ||
        !grow(&f->names, &f->cap_names, n + 1, sizeof *f->names))
        return false;
    f->players[n] =
        (match){ .id = sqlite3_column_int64(row, 0), .kind = SUITOR_KIND_PLAYER, .folded = folded };
    f->names[n] = (tie_name){ folded, false };
    f->n_players++;
    return true;
}

static bool add_telling(suitor_store *store, family *f, sqlite3_stmt *row)
{
    uint32_t n = f->n_players;
    bool has_club = sqlite3_column_type(row, 2) != SQLITE_NULL;

    if ((n == 0 || f->players[n - 1].id != sqlite3_column_int64(row, 0)) &&
        !add_player(store, f, row))
        return false;
    if (!grow(&f->told, &f->cap_told, f->n_told + 1, sizeof *f->told))
        return false;
    n = f->n_players - 1;
    f->names[n].is_surname |= tie_is_surname(db_column_text(row, 3));
    f->told[f->n_told++] =
        (tie_told){ .player = n,
                    .club = has_club ? (uint32_t)sqlite3_column_int64(row, 2) : SUITOR_NO_INDEX };
    return true;
}

static suitor_status read_family(suitor_store *store, suitor_sv last_word, family *f,
                                 suitor_error *err)
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st =
        db_query(store, TOLD_OF_LAST_WORD, (db_value[]){ db_text(last_word) }, &row, err);

    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(store, row, &more, err)) == SUITOR_OK && more)
        if (!add_telling(store, f, row)) {
            st = no_memory(store, err);
            break;
        }
    sqlite3_reset(row);
    if (st == SUITOR_OK && !tie_players(f->names, f->n_players, f->told, f->n_told))
        st = no_memory(store, err);
    return st;
}

/* The player himself while anything told under his name is tied to nobody else,
 * otherwise all those whom it is tied to. */
static suitor_status add_player_known(suitor_store *store, matches *m, const match *player,
                                      suitor_error *err)
{
    family f = { 0 };
    bool is_own = false;
    suitor_status st = read_family(store, name_last_word(player->folded), &f, err);

    for (uint32_t i = 0; st == SUITOR_OK && i < f.n_told; i++)
        is_own |=
            f.told[i].tied == f.told[i].player && f.players[f.told[i].player].id == player->id;
    if (st == SUITOR_OK && is_own)
        st = add_known(store, m, *player, err);
    for (uint32_t i = 0; st == SUITOR_OK && !is_own && i < f.n_told; i++) {
        if (f.players[f.told[i].player].id != player->id)
            continue;
        match tied = f.players[f.told[i].tied];
        tied.distance = player->distance;
        st = add_known(store, m, tied, err);
    }
    free(f.players);
    free(f.names);
    free(f.told);
    return st;
}

suitor_status matches_resolve(suitor_store *store, matches *m, uint32_t most, suitor_error *err)
{
    matches raw = *m;
    suitor_status st = SUITOR_OK;

    *m = (matches){ 0 };
    if (raw.count > 1)
        qsort(raw.items, raw.count, sizeof *raw.items, compare);
    for (uint32_t i = 0; st == SUITOR_OK && i < raw.count && m->count < most; i++)
        st = raw.items[i].kind == SUITOR_KIND_PLAYER
                 ? add_player_known(store, m, &raw.items[i], err)
                 : add_known(store, m, raw.items[i], err);
    if (m->count > 1)
        qsort(m->items, m->count, sizeof *m->items, compare);
    m->count = m->count < most ? m->count : most;
    matches_clear(&raw);
    return st;
}
