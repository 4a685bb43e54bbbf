/* Moves that happened, as registers tell them. */
#include <stdlib.h>

#include "entity.h"
#include "fail.h"
#include "grow.h"
#include "known_list.h"
#include "order.h"

typedef struct {
    suitor_sv player, to; /* folded */
} folded_names;

static bool fold_names(suitor_store *store, const suitor_transfer *t, folded_names *out)
{
    arena_reset(&store->scratch);
    out->player = name_fold(&store->scratch, t->player);
    out->to = name_fold(&store->scratch, t->to);
    return out->player.ptr && out->to.ptr;
}

static suitor_status check(const suitor_register_place *place, const suitor_transfer *t,
                           suitor_error *err)
{
    const char *wrong = NULL;

    if (t->player.len == 0)
        wrong = "no player is named";
    else if (t->from.len == 0 && t->to.len == 0)
        wrong = "no club is named";
    else if (t->since > t->until)
        wrong = "it ends before it begins";
    if (!wrong)
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_INVALID, "%.*s:%u: %s", SUITOR_SV_ARG(place->path), place->line,
                wrong);
}

static const char *fee_text(double fee, suitor_sv currency, char out[64])
{
    snprintf(out, 64, "%.6g m %.*s", fee, (int)(currency.len > 3 ? 3 : currency.len), currency.ptr);
    return out;
}

/* What the same move was told to be before, and by another. */
static void tell_conflicts(sqlite3_stmt *row, const suitor_register_place *place,
                           const suitor_transfer *t, suitor_conflict_fn on_conflict, void *user)
{
    char kept[64], told[64];
    suitor_sv from = db_column_text(row, 1);
    bool has_fee = sqlite3_column_type(row, 2) != SQLITE_NULL;
    double fee = sqlite3_column_double(row, 2);
    suitor_register_conflict c = { .subject = t->player,
                                   .field = "from",
                                   .kept = from,
                                   .told = t->from,
                                   .keeper = { sqlite3_column_int64(row, 4), db_column_text(row, 6),
                                               (uint32_t)sqlite3_column_int64(row, 5) },
                                   .teller = *place };

    if (from.len && t->from.len && !suitor_sv_equal(from, t->from))
        on_conflict(&c, user);
    if (!has_fee || t->fee < 0 || (fee >= t->fee && fee <= t->fee))
        return;
    c.field = "fee";
    c.kept = suitor_sv_of(fee_text(fee, db_column_text(row, 3), kept));
    c.told = suitor_sv_of(fee_text(t->fee, suitor_sv_of(t->currency), told));
    on_conflict(&c, user);
}

/* Whether the move is known already, by an earlier row. */
static suitor_status look_up(suitor_store *store, const suitor_register_place *place,
                             const suitor_transfer *t, const folded_names *names, bool *known,
                             suitor_conflict_fn on_conflict, void *user, suitor_error *err)
{
    sqlite3_stmt *row;
    suitor_status st = db_query(store, FIND_TRANSFER,
                                (db_value[]){ db_text(names->player), db_text(names->to),
                                              db_integer(t->until), db_integer(t->since) },
                                &row, err);

    *known = false;
    if (st == SUITOR_OK)
        st = db_next(store, row, known, err);
    if (st != SUITOR_OK || !*known)
        return st;
    if (on_conflict)
        tell_conflicts(row, place, t, on_conflict, user);
    sqlite3_reset(row);
    return SUITOR_OK;
}

static suitor_status put(suitor_store *store, const suitor_register_place *place,
                         const suitor_transfer *t, const folded_names *names, suitor_error *err)
{
    return db_run(store, ADD_TRANSFER,
                  (db_value[]){ db_text(names->player), db_text(name_last_word(names->player)),
                                db_text(names->to), db_text(t->player), db_text(t->from),
                                db_text(t->to), db_integer(t->since), db_integer(t->until),
                                db_integer(t->kind), t->fee < 0 ? db_null() : db_real(t->fee),
                                db_text(suitor_sv_of(t->currency)), db_integer(place->number),
                                db_integer(place->line) },
                  err);
}

suitor_status suitor_store_put_transfer(suitor_store *store, const suitor_register_place *place,
                                        const suitor_transfer *transfer, bool *added,
                                        suitor_conflict_fn on_conflict, void *user,
                                        suitor_error *err)
{
    bool nested, known = false;
    folded_names names;
    suitor_status st = check(place, transfer, err);

    if (st != SUITOR_OK)
        return st;
    if (!fold_names(store, transfer, &names))
        return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
    if ((st = db_write_begin(store, &nested, err)) != SUITOR_OK)
        return st;
    st = look_up(store, place, transfer, &names, &known, on_conflict, user, err);
    if (st == SUITOR_OK)
        st = put(store, place, transfer, &names, err);
    st = db_write_end(store, nested, st, err);
    if (added)
        *added = st == SUITOR_OK && !known;
    return st;
}

static suitor_status add_transfer(suitor_store *store, known_list *list, sqlite3_stmt *row,
                                  suitor_error *err)
{
    suitor_told_transfer t = { .place = { .number = sqlite3_column_int64(row, 8),
                                          .line = (uint32_t)sqlite3_column_int64(row, 9) } };
    suitor_sv currency = db_column_text(row, 7);

    t.transfer.since = sqlite3_column_int(row, 3);
    t.transfer.until = sqlite3_column_int(row, 4);
    t.transfer.kind = (suitor_move_kind)sqlite3_column_int(row, 5);
    t.transfer.fee =
        sqlite3_column_type(row, 6) == SQLITE_NULL ? -1 : sqlite3_column_double(row, 6);
    if (currency.len >= sizeof t.transfer.currency)
        return db_damaged(store, "a currency of more than three letters", err);
    memcpy(t.transfer.currency, currency.ptr, currency.len);
    if (!known_list_keep(list, row, 0, &t.transfer.player) ||
        !known_list_keep(list, row, 1, &t.transfer.from) ||
        !known_list_keep(list, row, 2, &t.transfer.to) ||
        !known_list_keep(list, row, 10, &t.place.path) ||
        !grow(&list->transfers, &list->cap_transfers, list->list.n_transfers + 1, sizeof t))
        return known_list_no_memory(store, err);
    list->transfers[list->list.n_transfers++] = t;
    return SUITOR_OK;
}

/* What tells a move from others in the rows of TRANSFER, which come by these. */
typedef struct {
    suitor_sv player, to; /* folded */
} move_key;

/* Whether the row, of key `own`, is the last move of the list once more, told by another. */
static bool is_told_again(const known_list *list, const move_key *last, const move_key *own,
                          sqlite3_stmt *row)
{
    uint32_t n = list->list.n_transfers;

    return n > 0 && suitor_sv_equal(own->player, last->player) &&
           suitor_sv_equal(own->to, last->to) &&
           sqlite3_column_int(row, 3) <= list->transfers[n - 1].transfer.until;
}

/* Of two tellings of a move the days in common are when it was, and fee and club of whoever tells
 * them first. */
static void unite(suitor_told_transfer *into, const suitor_told_transfer *again)
{
    suitor_transfer *t = &into->transfer;

    t->since = again->transfer.since > t->since ? again->transfer.since : t->since;
    t->until = again->transfer.until < t->until ? again->transfer.until : t->until;
    if (t->from.len == 0)
        t->from = again->transfer.from;
    if (t->fee < 0) {
        t->fee = again->transfer.fee;
        memcpy(t->currency, again->transfer.currency, sizeof t->currency);
    }
}

static suitor_status take_row(suitor_store *store, known_list *list, move_key *last,
                              sqlite3_stmt *row, suitor_error *err)
{
    move_key own = { db_column_text(row, 11), db_column_text(row, 12) };
    bool again = is_told_again(list, last, &own, row);
    suitor_status st = add_transfer(store, list, row, err);

    if (st != SUITOR_OK)
        return st;
    if (again) {
        list->list.n_transfers--;
        unite(&list->transfers[list->list.n_transfers - 1],
              &list->transfers[list->list.n_transfers]);
        return SUITOR_OK;
    }
    *last = (move_key){ arena_copy(&list->memory, own.player), arena_copy(&list->memory, own.to) };
    return last->player.ptr && last->to.ptr ? SUITOR_OK : known_list_no_memory(store, err);
}

static int compare_transfers(const void *left, const void *right)
{
    const suitor_told_transfer *a = left, *b = right;

    if (a->transfer.since != b->transfer.since)
        return a->transfer.since < b->transfer.since ? -1 : 1;
    int by_player = order_bytes(a->transfer.player, b->transfer.player);
    return by_player ? by_player : order_bytes(a->transfer.to, b->transfer.to);
}

suitor_status known_list_transfers(suitor_store *store, known_list *list, statement_id id,
                                   const db_value *values, uint32_t most, suitor_error *err)
{
    move_key last = { { "", 0 }, { "", 0 } };
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(store, id, values, &row, err);

    while (st == SUITOR_OK && (st = db_next(store, row, &more, err)) == SUITOR_OK && more)
        if ((st = take_row(store, list, &last, row, err)) != SUITOR_OK)
            sqlite3_reset(row);
    if (st == SUITOR_OK && list->list.n_transfers > 1)
        qsort(list->transfers, list->list.n_transfers, sizeof *list->transfers, compare_transfers);
    if (most && list->list.n_transfers > most)
        list->list.n_transfers = most;
    return st;
}

suitor_status suitor_store_transfers(suitor_store *store, int32_t since, int32_t until,
                                     suitor_registers **out, suitor_error *err)
{
    known_list *list = known_list_new(store, err);
    const db_value days[] = { db_integer(since == SUITOR_NO_DAY ? INT32_MIN : since),
                              db_integer(until == SUITOR_NO_DAY ? INT32_MAX : until) };

    *out = NULL;
    if (!list)
        return SUITOR_ERR_NOMEM;
    return known_list_end(list, known_list_transfers(store, list, TRANSFERS_BETWEEN, days, 0, err),
                          out);
}
