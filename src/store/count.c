/* What is in the store. Players and clubs are counted as corrections and the tying of
 * surnames leave them; the rest are rows. */
#include "load.h"

/* Clubs need not stand in a claim: what counts is that articles name them. */
static void count_clubs(load *l, uint64_t *out)
{
    for (uint32_t i = 0; i < l->entity_ids.count; i++)
        if (l->entities[i].kind == SUITOR_KIND_CLUB && l->entities[i].is_told)
            l->entities[load_resolved(l, i)].is_used = true;
    *out = 0;
    for (uint32_t i = 0; i < l->entity_ids.count; i++)
        *out += l->entities[i].kind == SUITOR_KIND_CLUB && l->entities[i].is_used;
}

static suitor_status count_names(suitor_store *store, uint64_t *players, uint64_t *clubs,
                                 suitor_error *err)
{
    suitor_ledger ledger = { .at = SUITOR_NO_DAY };
    arena memory = { 0 };
    load l = { .store = store, .out = &ledger, .memory = &memory, .err = err };
    suitor_status st = load_articles(&l);

    if (st == SUITOR_OK)
        st = load_names(&l);
    if (st == SUITOR_OK)
        st = load_players(&l);
    *players = *clubs = 0;
    for (uint32_t i = 0; st == SUITOR_OK && i < l.entity_ids.count; i++)
        *players += l.entities[i].kind == SUITOR_KIND_PLAYER && l.entities[i].is_used;
    if (st == SUITOR_OK)
        count_clubs(&l, clubs);
    load_clear(&l);
    arena_free(&memory);
    return st;
}

static int32_t day_of(sqlite3_stmt *row, int column)
{
    return sqlite3_column_type(row, column) == SQLITE_NULL ? SUITOR_NO_DAY
                                                           : sqlite3_column_int(row, column);
}

static suitor_status count_rows(suitor_store *store, suitor_store_stats *out, suitor_error *err)
{
    uint64_t *const counts[] = { &out->articles, &out->claims, &out->evidence, &out->sources };
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(store, COUNT_ROWS, NULL, &row, err);

    if (st == SUITOR_OK)
        st = db_next(store, row, &more, err);
    if (st != SUITOR_OK)
        return st;
    for (int i = 0; i < 4; i++)
        *counts[i] = (uint64_t)sqlite3_column_int64(row, i);
    out->first_day = day_of(row, 4);
    out->last_day = day_of(row, 5);
    sqlite3_reset(row);
    return SUITOR_OK;
}

static suitor_status count_languages(suitor_store *store, suitor_store_stats *out,
                                     suitor_error *err)
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(store, COUNT_LANGUAGES, NULL, &row, err);

    while (st == SUITOR_OK && (st = db_next(store, row, &more, err)) == SUITOR_OK && more) {
        suitor_sv code = db_column_text(row, 0);
        if (out->n_languages == SUITOR_MOST_LANGUAGES || code.len >= sizeof out->languages[0].code)
            continue;
        memcpy(out->languages[out->n_languages].code, code.ptr, code.len);
        out->languages[out->n_languages++].articles = (uint64_t)sqlite3_column_int64(row, 1);
    }
    return st;
}

suitor_status suitor_store_count(suitor_store *store, suitor_store_stats *out, suitor_error *err)
{
    suitor_store_stats stats = { .n_languages = 0 };
    suitor_status st = db_read_begin(store, err);

    if (st != SUITOR_OK)
        return st;
    st = count_rows(store, &stats, err);
    if (st == SUITOR_OK)
        st = count_languages(store, &stats, err);
    if (st == SUITOR_OK)
        st = count_names(store, &stats.players, &stats.clubs, err);
    db_read_end(store);
    if (st == SUITOR_OK)
        *out = stats;
    return st;
}
