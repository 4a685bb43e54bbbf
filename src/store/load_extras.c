/* Fees, needs and either-or: read here, numbered and sorted in load_sort.c. */
#include "grow.h"
#include "load.h"

/* What told[] `id` stands for; false where its article is not known on the day. */
static bool told_place(const load *l, int64_t id, uint32_t *told)
{
    *told = ids_place(&l->told_ids, id);
    return *told != SUITOR_NO_INDEX;
}

/* The article `id` and its day; false where it is not known on the day. */
static bool find_article(const load *l, int64_t id, uint32_t *index, int32_t *day)
{
    uint32_t place = ids_place(&l->article_ids, id);

    if (place == SUITOR_NO_INDEX)
        return false;
    *index = l->article_notes[place].index;
    *day = l->article_notes[place].day;
    return true;
}

static suitor_status add_fee(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    suitor_ledger_fee fee = { .low = sqlite3_column_double(row, 3),
                              .high = sqlite3_column_double(row, 4) };
    suitor_sv currency = db_column_text(row, 2);
    uint32_t told;
    unsigned kind;

    if (!told_place(l, sqlite3_column_int64(row, 0), &told))
        return SUITOR_OK;
    suitor_status st = load_code(l, row, 1, SUITOR_N_FEE_KINDS, &kind);
    if (st != SUITOR_OK)
        return st;
    if (currency.len >= sizeof fee.currency)
        return db_damaged(l->store, "a currency of more than three letters", l->err);
    memcpy(fee.currency, currency.ptr, currency.len);
    fee.kind = (suitor_fee_kind)kind;
    fee.player = l->told[told].tied;
    fee.article = l->told_notes[told].article;
    fee.day = l->told_notes[told].day;
    if (!grow(&l->fees, cap, l->n_fees + 1, sizeof fee))
        return load_no_memory(l);
    l->fees[l->n_fees++] = fee;
    return SUITOR_OK;
}

static suitor_status add_need(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    suitor_ledger_need need = { 0 };
    unsigned position;

    if (!find_article(l, sqlite3_column_int64(row, 0), &need.article, &need.day))
        return SUITOR_OK;
    suitor_status st = load_club(l, sqlite3_column_int64(row, 1), need.article, &need.club);
    if (st == SUITOR_OK)
        st = load_code(l, row, 2, SUITOR_N_POSITIONS, &position);
    if (st != SUITOR_OK)
        return st;
    need.position = (suitor_position)position;
    if (!grow(&l->needs, cap, l->n_needs + 1, sizeof need))
        return load_no_memory(l);
    l->needs[l->n_needs++] = need;
    return SUITOR_OK;
}

static suitor_status add_either_or(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    suitor_ledger_either_or either = { 0 };

    if (!find_article(l, sqlite3_column_int64(row, 1), &either.article, &either.day))
        return SUITOR_OK;
    suitor_status st = load_club(l, sqlite3_column_int64(row, 2), either.article, &either.club);
    if (st != SUITOR_OK)
        return st;
    if (!grow(&l->either_or, cap, l->n_either_or + 1, sizeof either) ||
        !ids_add(&l->either_or_ids, sqlite3_column_int64(row, 0)))
        return load_no_memory(l);
    l->either_or[l->n_either_or++] = either;
    return SUITOR_OK;
}

static suitor_status add_member(load *l, sqlite3_stmt *row, uint32_t *cap)
{
    member_note note = { .either_or = ids_place(&l->either_or_ids, sqlite3_column_int64(row, 0)) };
    uint32_t told;

    if (note.either_or == SUITOR_NO_INDEX || !told_place(l, sqlite3_column_int64(row, 1), &told))
        return SUITOR_OK;
    note.player = l->told[told].tied;
    if (!grow(&l->members, cap, l->n_members + 1, sizeof note))
        return load_no_memory(l);
    l->members[l->n_members++] = note;
    return SUITOR_OK;
}

suitor_status load_extras(load *l)
{
    suitor_status st = load_table(l, ALL_FEES, NULL, add_fee);

    if (st == SUITOR_OK)
        st = load_table(l, ALL_NEEDS, NULL, add_need);
    if (st == SUITOR_OK)
        st = load_table(l, ALL_EITHER_OR, &l->either_or_ids, add_either_or);
    return st == SUITOR_OK ? load_table(l, ALL_EITHER_OR_MEMBERS, NULL, add_member) : st;
}
