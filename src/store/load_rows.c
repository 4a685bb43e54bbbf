/* Claims and their evidence, and the origins behind them. */
#include "grow.h"
#include "load.h"

static suitor_status add_claim(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t n = l->claim_ids.count;
    claim_note note = { .told = ids_place(&l->told_ids, sqlite3_column_int64(row, 1)) };
    unsigned relation;

    if (note.told == SUITOR_NO_INDEX) /* of an article not known on the day */
        return SUITOR_OK;
    suitor_status st =
        load_club(l, sqlite3_column_int64(row, 2), l->told_notes[note.told].article, &note.club);
    if (st == SUITOR_OK)
        st = load_code(l, row, 3, SUITOR_N_RELATIONS, &relation);
    if (st != SUITOR_OK)
        return st;
    note.relation = (suitor_relation)relation;
    if (!grow(&l->claims, cap, n + 1, sizeof note) ||
        !ids_add(&l->claim_ids, sqlite3_column_int64(row, 0)))
        return load_no_memory(l);
    l->claims[n] = note;
    return SUITOR_OK;
}

static suitor_status add_row(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t claim = ids_place(&l->claim_ids, sqlite3_column_int64(row, 1));
    unsigned stage, hedge;
    bool is_rejected;

    if (claim == SUITOR_NO_INDEX)
        return SUITOR_OK;
    suitor_status st = load_code(l, row, 3, SUITOR_N_STAGES, &stage);
    if (st == SUITOR_OK)
        st = load_code(l, row, 4, SUITOR_N_HEDGES, &hedge);
    if (st != SUITOR_OK)
        return st;
    uint32_t origin = ids_place(&l->source_ids, sqlite3_column_int64(row, 2));
    if (origin == SUITOR_NO_INDEX)
        return db_damaged(l->store, "evidence without an origin", l->err);
    const claim_note *c = &l->claims[claim];
    const told_note *told = &l->told_notes[c->told];
    const suitor_ledger_row item = { .evidence = sqlite3_column_int64(row, 0),
                                     .player = l->told[c->told].tied,
                                     .club = c->club,
                                     .origin = origin,
                                     .article = told->article,
                                     .original = told->article,
                                     .day = told->day,
                                     .relation = c->relation,
                                     .stage = (suitor_stage)stage,
                                     .hedge = (suitor_hedge)hedge,
                                     .confidence = sqlite3_column_double(row, 5) };
    st = load_reject(l, &item, &is_rejected);
    if (st != SUITOR_OK || is_rejected)
        return st;
    if (!grow(&l->rows, cap, l->n_rows + 1, sizeof *l->rows))
        return load_no_memory(l);
    l->rows[l->n_rows++] = item;
    return SUITOR_OK;
}

static suitor_status add_source(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    uint32_t n = l->source_ids.count;
    suitor_sv name = arena_copy(&l->passing, db_column_text(row, 1));

    if (!name.ptr || !grow(&l->sources, cap, n + 1, sizeof name) ||
        !ids_add(&l->source_ids, sqlite3_column_int64(row, 0)))
        return load_no_memory(l);
    l->sources[n] = name;
    return SUITOR_OK;
}

suitor_status load_rows(load *l)
{
    suitor_status st = load_table(l, ALL_SOURCES, &l->source_ids, add_source);

    if (st == SUITOR_OK)
        st = load_table(l, ALL_CLAIMS, &l->claim_ids, add_claim);
    if (st == SUITOR_OK)
        st = load_table(l, ALL_EVIDENCE, NULL, add_row);
    if (st == SUITOR_OK)
        st = load_copies(l);
    return st == SUITOR_OK ? load_origins(l) : st;
}
