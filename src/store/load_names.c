/* Entities and their spellings, and who is who on the day: what articles tell of
 * players is read, surnames are tied, and each player gets the name, position and
 * age that follow from it, unless a correction says otherwise. */
#include "entity.h"
#include "grow.h"
#include "known.h"
#include "load.h"
#include "order.h"

static suitor_sv keep(load *l, sqlite3_stmt *row, int column)
{
    return arena_copy(&l->passing, db_column_text(row, column));
}

static suitor_status add_entity(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t place = l->entity_ids.count;
    entity_note note = { .age = -1 };
    unsigned kind;
    suitor_status st = load_code(l, row, 1, SUITOR_N_KINDS, &kind);

    if (st != SUITOR_OK)
        return st;
    note.kind = (suitor_kind)kind;
    note.folded = keep(l, row, 2);
    if (!note.folded.ptr || !grow(&l->entities, cap, place + 1, sizeof note) ||
        !ids_add(&l->entity_ids, sqlite3_column_int64(row, 0)))
        return load_no_memory(l);
    l->entities[place] = note;
    return SUITOR_OK;
}

static suitor_status add_spelling(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t place = l->spelling_ids.count;
    spelling_note note = { .text = keep(l, row, 2),
                           .entity = ids_place(&l->entity_ids, sqlite3_column_int64(row, 1)) };

    if (note.entity == SUITOR_NO_INDEX)
        return db_damaged(l->store, "a spelling of nobody", l->err);
    if (!note.text.ptr || !grow(&l->spellings, cap, place + 1, sizeof note) ||
        !ids_add(&l->spelling_ids, sqlite3_column_int64(row, 0)))
        return load_no_memory(l);
    note.is_surname = tie_is_surname(note.text);
    note.kind = l->entities[note.entity].kind;
    l->entities[note.entity].is_told = true;
    l->spellings[place] = note;
    return SUITOR_OK;
}

suitor_status load_names(load *l)
{
    suitor_status st = load_table(l, ALL_ENTITIES, &l->entity_ids, add_entity);

    if (st == SUITOR_OK)
        st = load_table(l, ALL_SPELLINGS, &l->spelling_ids, add_spelling);
    return st == SUITOR_OK ? load_overlay(l) : st;
}

static bool is_told(sqlite3_stmt *row, int column)
{
    return sqlite3_column_type(row, column) != SQLITE_NULL;
}

/* The row as a note; articles not known on the day are passed over. */
static suitor_status add_told(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t n = l->told_ids.count, told_cap = *cap;
    uint32_t article = ids_place(&l->article_ids, sqlite3_column_int64(row, 1));
    told_note note = { .spelling = ids_place(&l->spelling_ids, sqlite3_column_int64(row, 2)),
                       .age = is_told(row, 5) ? sqlite3_column_int(row, 5) : -1 };
    tie_told told = { .club = SUITOR_NO_INDEX };
    unsigned position = SUITOR_POS_NONE;
    suitor_status st = SUITOR_OK;

    if (article == SUITOR_NO_INDEX)
        return SUITOR_OK;
    note.article = l->article_notes[article].index;
    note.day = l->article_notes[article].day;
    if (note.spelling == SUITOR_NO_INDEX)
        return db_damaged(l->store, "a player without a name", l->err);
    told.player = load_resolved(l, l->spellings[note.spelling].entity);
    if (l->spellings[note.spelling].kind != SUITOR_KIND_PLAYER)
        return db_damaged(l->store, "a club among the players", l->err);
    if (is_told(row, 3))
        st = load_club(l, sqlite3_column_int64(row, 3), note.article, &told.club);
    if (st == SUITOR_OK && is_told(row, 4))
        st = load_code(l, row, 4, SUITOR_N_POSITIONS, &position);
    if (st != SUITOR_OK)
        return st;
    note.position = (suitor_position)position;
    if (!grow(&l->told_notes, cap, n + 1, sizeof note) ||
        !grow(&l->told, &told_cap, n + 1, sizeof told) ||
        !ids_add(&l->told_ids, sqlite3_column_int64(row, 0)))
        return load_no_memory(l);
    l->told_notes[n] = note;
    l->told[n] = told;
    return SUITOR_OK;
}

static bool tie_all(load *l)
{
    uint32_t n = l->entity_ids.count;
    tie_name *names = arena_zeros(&l->passing, n, sizeof *names);

    if (!names)
        return false;
    for (uint32_t i = 0; i < n; i++)
        names[i].folded = l->entities[i].folded;
    for (uint32_t i = 0; i < l->told_ids.count; i++) {
        const spelling_note *spelling = &l->spellings[l->told_notes[i].spelling];
        if (spelling->entity == l->told[i].player) /* else it is the name of one merged into him */
            names[l->told[i].player].is_surname |= spelling->is_surname;
    }
    if (!tie_players(names, n, l->told, l->told_ids.count))
        return false;
    for (uint32_t i = 0; l->n_splits > 0 && i < l->told_ids.count; i++)
        l->told[i].tied = load_split(l, l->told[i].tied, l->told_notes[i].article, l->told[i].club);
    return true;
}

static bool is_general(suitor_position position)
{
    return position == SUITOR_DF || position == SUITOR_FB || position == SUITOR_MF ||
           position == SUITOR_W || position == SUITOR_FW;
}

static void note_position(entity_note *player, suitor_position position, uint32_t from)
{
    if (position == SUITOR_POS_NONE)
        return;
    if (from >= player->position_from) {
        player->position = position;
        player->position_from = from;
    }
    if (!is_general(position) && from >= player->exact_from) {
        player->exact = position;
        player->exact_from = from;
    }
}

/* Later articles have the last word on position and age. */
static void note_telling(load *l, uint32_t i)
{
    const told_note *note = &l->told_notes[i];
    entity_note *player = &l->entities[l->told[i].tied];

    player->is_used = true;
    if (l->told[i].tied == l->told[i].player)
        l->spellings[note->spelling].count++;
    note_position(player, note->position, note->article + 1);
    if (note->age >= 0 && note->article + 1 >= player->age_from) {
        player->age = note->age;
        player->age_from = note->article + 1;
    }
}

/* The commonest spelling; of equals the last in the order of bytes, which is the
 * one with accents and small letters. */
static void name_entities(load *l)
{
    for (uint32_t i = 0; i < l->spelling_ids.count; i++) {
        const spelling_note *spelling = &l->spellings[i];
        entity_note *entity = &l->entities[spelling->entity];
        if (entity->name.ptr && (spelling->count < entity->name_count ||
                                 (spelling->count == entity->name_count &&
                                  order_bytes(spelling->text, entity->name) < 0)))
            continue;
        entity->name = spelling->text;
        entity->name_count = spelling->count;
    }
}

/* Where articles tell no position, or one in general, a register may tell the exact one. */
static suitor_status add_known_positions(load *l)
{
    suitor_position known;
    uint64_t stamp;
    suitor_status st = suitor_store_register_stamp(l->store, &stamp, l->err);

    if (stamp == 0)
        return st;
    for (uint32_t i = 0; st == SUITOR_OK && i < l->entity_ids.count; i++) {
        entity_note *e = &l->entities[i];
        if (e->kind != SUITOR_KIND_PLAYER || !e->is_used ||
            (e->position != SUITOR_POS_NONE && !is_general(e->position)))
            continue;
        st = known_position(l->store, e->folded, &known, l->err);
        if (e->position == SUITOR_POS_NONE || position_covers(e->position, known))
            e->position = known;
    }
    return st;
}

suitor_status load_players(load *l)
{
    suitor_status st = load_table(l, ALL_ARTICLE_PLAYERS, &l->told_ids, add_told);

    if (st != SUITOR_OK)
        return st;
    if (!tie_all(l))
        return load_no_memory(l);
    for (uint32_t i = 0; i < l->told_ids.count; i++)
        note_telling(l, i);
    for (uint32_t i = 0; i < l->entity_ids.count; i++)
        if (position_covers(l->entities[i].position, l->entities[i].exact))
            l->entities[i].position = l->entities[i].exact;
    name_entities(l);
    st = add_known_positions(l);
    if (st == SUITOR_OK)
        load_overlay_names(l);
    return st;
}
