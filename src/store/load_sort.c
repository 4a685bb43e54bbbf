/* What was read in the order of ids, into the order of the ledger. Articles are
 * sorted by day already, so that the article stands for both. */
#include "load.h"
#include "order.h"

/* The 32-bit field of a record that begins `offset` bytes into it, of n records. */
static const uint32_t *column(load *l, const void *records, size_t size, size_t offset, uint32_t n)
{
    uint32_t *values = arena_alloc(&l->passing, (size_t)n * sizeof *values);

    for (uint32_t i = 0; values && i < n; i++)
        memcpy(&values[i], (const char *)records + i * size + offset, sizeof *values);
    return values;
}

/* Sort the records by the fields at `offsets`, each less than its bound. */
static bool sort(load *l, void *records, size_t size, uint32_t n, const size_t *offsets,
                 const uint32_t *bounds, unsigned n_keys)
{
    order_key keys[4];
    uint32_t *order = arena_alloc(&l->passing, (size_t)n * sizeof *order);

    for (unsigned k = 0; k < n_keys; k++) {
        keys[k] = (order_key){ column(l, records, size, offsets[k], n), bounds[k] };
        if (!keys[k].values)
            return false;
    }
    return order && order_by(keys, n_keys, n, order) && order_apply(order, n, records, size);
}

/* Who belongs to which either-or, each member once, by player. */
static bool sort_members(load *l)
{
    const size_t offsets[] = { offsetof(member_note, either_or), offsetof(member_note, player) };
    const uint32_t bounds[] = { l->n_either_or, l->out->n_entities };
    uint32_t *players = arena_zeros(l->memory, l->n_members, sizeof *players);
    uint32_t n = 0;

    if (!players || !sort(l, l->members, sizeof *l->members, l->n_members, offsets, bounds, 2))
        return false;
    for (uint32_t i = 0; i < l->n_members; i++) {
        suitor_run *run = &l->either_or[l->members[i].either_or].members;
        if (run->count > 0 && players[n - 1] == l->members[i].player)
            continue;
        run->first = run->count == 0 ? n : run->first;
        run->count++;
        players[n++] = l->members[i].player;
    }
    l->out->either_or_players = players;
    l->out->n_either_or_players = n;
    return true;
}

static bool sort_rows(load *l)
{
    const size_t offsets[] = { offsetof(suitor_ledger_row, player),
                               offsetof(suitor_ledger_row, club),
                               offsetof(suitor_ledger_row, original),
                               offsetof(suitor_ledger_row, article) };
    const uint32_t n = l->out->n_entities;
    const uint32_t bounds[] = { n, n, l->out->n_articles, l->out->n_articles };

    return sort(l, l->rows, sizeof *l->rows, l->n_rows, offsets, bounds, 4);
}

static bool sort_extras(load *l)
{
    const uint32_t bounds[] = { l->out->n_entities, l->out->n_articles };
    const size_t fee[] = { offsetof(suitor_ledger_fee, player),
                           offsetof(suitor_ledger_fee, article) };
    const size_t need[] = { offsetof(suitor_ledger_need, club),
                            offsetof(suitor_ledger_need, article) };
    const size_t either[] = { offsetof(suitor_ledger_either_or, club),
                              offsetof(suitor_ledger_either_or, article) };

    return sort(l, l->fees, sizeof *l->fees, l->n_fees, fee, bounds, 2) &&
           sort(l, l->needs, sizeof *l->needs, l->n_needs, need, bounds, 2) &&
           sort(l, l->either_or, sizeof *l->either_or, l->n_either_or, either, bounds, 2);
}

suitor_status load_sort(load *l)
{
    suitor_ledger *out = l->out;

    if (!sort_rows(l) || !sort_members(l) || !sort_extras(l))
        return load_no_memory(l);
    out->rows = l->rows;
    out->fees = l->fees;
    out->needs = l->needs;
    out->either_or = l->either_or;
    out->n_rows = l->n_rows;
    out->n_fees = l->n_fees;
    out->n_needs = l->n_needs;
    out->n_either_or = l->n_either_or;
    l->articles = NULL; /* the ledger's from here, as are the rest */
    l->rows = NULL;
    l->fees = NULL;
    l->needs = NULL;
    l->either_or = NULL;
    return SUITOR_OK;
}
