/* What registers tell, with who tells it. */
#include "known_list.h"

#include <stdlib.h>

#include "entity.h"
#include "fail.h"
#include "grow.h"

suitor_status known_list_no_memory(const suitor_store *store, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory for the registers", store->path);
}

known_list *known_list_new(const suitor_store *store, suitor_error *err)
{
    known_list *list = calloc(1, sizeof *list);

    if (!list)
        known_list_no_memory(store, err);
    return list;
}

suitor_status known_list_end(known_list *list, suitor_status st, suitor_registers **out)
{
    *out = NULL;
    if (st != SUITOR_OK) {
        suitor_registers_free(&list->list);
        return st;
    }
    list->list.registers = list->registers;
    list->list.entries = list->entries;
    list->list.transfers = list->transfers;
    list->list.conflicts = list->conflicts;
    *out = &list->list;
    return SUITOR_OK;
}

void suitor_registers_free(suitor_registers *registers)
{
    known_list *list = (known_list *)registers;

    if (!list)
        return;
    free(list->registers);
    free(list->entries);
    free(list->transfers);
    free(list->conflicts);
    arena_free(&list->memory);
    free(list);
}

bool known_list_keep(known_list *list, sqlite3_stmt *row, int column, suitor_sv *out)
{
    *out = arena_copy(&list->memory, db_column_text(row, column));
    return out->ptr != NULL;
}

static suitor_status add_register(suitor_store *store, known_list *list, sqlite3_stmt *row,
                                  suitor_error *err)
{
    suitor_register r = { .number = sqlite3_column_int64(row, 0),
                          .kind = (suitor_register_kind)sqlite3_column_int(row, 1),
                          .made = sqlite3_column_int64(row, 3),
                          .whole = sqlite3_column_int(row, 4) != 0,
                          .entries = (uint64_t)sqlite3_column_int64(row, 5) };

    if (!known_list_keep(list, row, 2, &r.path) ||
        !grow(&list->registers, &list->cap_registers, list->list.n_registers + 1, sizeof r))
        return known_list_no_memory(store, err);
    list->registers[list->list.n_registers++] = r;
    return SUITOR_OK;
}

suitor_status suitor_store_registers(suitor_store *store, suitor_registers **out, suitor_error *err)
{
    known_list *list = known_list_new(store, err);
    sqlite3_stmt *row;
    bool more;
    suitor_status st = SUITOR_OK;

    *out = NULL;
    if (!list)
        return SUITOR_ERR_NOMEM;
    st = db_query(store, ALL_REGISTERS, NULL, &row, err);
    while (st == SUITOR_OK && (st = db_next(store, row, &more, err)) == SUITOR_OK && more)
        st = add_register(store, list, row, err);
    return known_list_end(list, st, out);
}

/* The facts of entry `known` as told, by field and register. */
static suitor_status read_facts(suitor_store *store, known_list *list, int64_t known,
                                suitor_known_entry *entry, suitor_error *err)
{
    suitor_told_fact *facts = NULL;
    uint32_t cap = 0, n = 0;
    sqlite3_stmt *row;
    bool more;
    suitor_status st =
        db_query(store, FACTS_OF_KNOWN, (db_value[]){ db_integer(known) }, &row, err);

    while (st == SUITOR_OK && (st = db_next(store, row, &more, err)) == SUITOR_OK && more) {
        suitor_told_fact f = { .field = (suitor_known_field)sqlite3_column_int(row, 0),
                               .place = { .number = sqlite3_column_int64(row, 2),
                                          .line = (uint32_t)sqlite3_column_int64(row, 3) } };
        if (!known_list_keep(list, row, 1, &f.value) ||
            !known_list_keep(list, row, 4, &f.place.path) || !grow(&facts, &cap, n + 1, sizeof f)) {
            st = known_list_no_memory(store, err);
            sqlite3_reset(row);
            break;
        }
        facts[n++] = f;
    }
    suitor_told_fact *kept = arena_zeros(&list->memory, n, sizeof *kept);
    if (kept && n)
        memcpy(kept, facts, n * sizeof *kept);
    free(facts);
    entry->facts = kept;
    entry->n_facts = n;
    return st == SUITOR_OK && !kept ? known_list_no_memory(store, err) : st;
}

/* Those hold that agree with the first of their field. */
static void mark_holding(const suitor_known_entry *entry)
{
    suitor_told_fact *facts = (suitor_told_fact *)entry->facts;
    uint32_t first = 0;

    for (uint32_t i = 0; i < entry->n_facts; i++) {
        first = facts[first].field == facts[i].field ? first : i;
        facts[i].holds = known_agree(facts[i].field, facts[first].value, facts[i].value);
    }
}

/* The facts of the last `n` entries are read when no other statement runs. */
typedef struct {
    int64_t *ids;
    uint32_t n, cap;
} found_ids;

static suitor_status add_entry(suitor_store *store, known_list *list, sqlite3_stmt *row,
                               found_ids *found, suitor_error *err)
{
    suitor_known_entry e = { .kind = (suitor_kind)sqlite3_column_int(row, 1) };

    if (!known_list_keep(list, row, 2, &e.name) || !known_list_keep(list, row, 3, &e.key) ||
        !grow(&list->entries, &list->cap_entries, list->list.n_entries + 1, sizeof e) ||
        !grow(&found->ids, &found->cap, found->n + 1, sizeof *found->ids))
        return known_list_no_memory(store, err);
    list->entries[list->list.n_entries++] = e;
    found->ids[found->n++] = sqlite3_column_int64(row, 0);
    return SUITOR_OK;
}

/* Entries of the statement's rows; of those with a folded name only such as end in `end`. */
static suitor_status add_entries(suitor_store *store, known_list *list, statement_id id,
                                 const db_value *values, suitor_sv end, uint32_t most,
                                 suitor_error *err)
{
    uint32_t before = list->list.n_entries;
    found_ids found = { 0 };
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(store, id, values, &row, err);

    while (st == SUITOR_OK && (st = db_next(store, row, &more, err)) == SUITOR_OK && more) {
        suitor_sv folded = end.len ? db_column_text(row, 4) : end;
        bool fits =
            folded.len >= end.len &&
            memcmp(folded.ptr + folded.len - end.len, end.ptr, end.len) == 0 &&
            (end.len == 0 || (folded.len > end.len && folded.ptr[folded.len - end.len - 1] == ' '));
        if (most && list->list.n_entries == most) {
            sqlite3_reset(row);
            break;
        }
        if (fits)
            st = add_entry(store, list, row, &found, err);
    }
    for (uint32_t i = 0; st == SUITOR_OK && i < found.n; i++) {
        st = read_facts(store, list, found.ids[i], &list->entries[before + i], err);
        if (st == SUITOR_OK)
            mark_holding(&list->entries[before + i]);
    }
    free(found.ids);
    return st;
}

suitor_status suitor_store_known(suitor_store *store, suitor_sv name, uint32_t most,
                                 suitor_registers **out, suitor_error *err)
{
    known_list *list = known_list_new(store, err);

    *out = NULL;
    if (!list)
        return SUITOR_ERR_NOMEM;
    suitor_sv folded = name_fold(&list->memory, name);
    if (!folded.ptr)
        return known_list_end(list, known_list_no_memory(store, err), out);
    suitor_sv none = suitor_sv_make("", 0);
    suitor_status st = db_read_begin(store, err);
    if (st != SUITOR_OK)
        return known_list_end(list, st, out);
    st = add_entries(store, list, KNOWN_BY_NAME, (db_value[]){ db_text(folded) }, none, most, err);
    if (st == SUITOR_OK)
        st = add_entries(store, list, KNOWN_BY_LAST_WORD,
                         (db_value[]){ db_text(name_last_word(folded)) }, folded, most, err);
    if (st == SUITOR_OK)
        st = add_entries(
            store, list, KNOWN_BY_SPELLING,
            (db_value[]){ db_text(name), db_text(folded), db_text(name_last_word(folded)) }, none,
            most, err);
    if (st == SUITOR_OK)
        st = known_list_transfers(store, list, TRANSFERS_OF, (db_value[]){ db_text(folded) }, most,
                                  err);
    db_read_end(store);
    return known_list_end(list, st, out);
}

static suitor_status add_conflict(const suitor_store *store, known_list *list,
                                  const suitor_known_entry *entry, const suitor_told_fact *kept,
                                  const suitor_told_fact *told, suitor_error *err)
{
    if (!grow(&list->conflicts, &list->cap_conflicts, list->list.n_conflicts + 1,
              sizeof *list->conflicts))
        return known_list_no_memory(store, err);
    list->conflicts[list->list.n_conflicts++] =
        (suitor_register_conflict){ entry->name, suitor_known_field_name(kept->field),
                                    kept->value, told->value,
                                    kept->place, told->place };
    return SUITOR_OK;
}

static suitor_status add_conflicts_of(const suitor_store *store, known_list *list,
                                      const suitor_known_entry *entry, uint32_t most,
                                      suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    uint32_t first = 0;

    for (uint32_t i = 0; st == SUITOR_OK && i < entry->n_facts; i++) {
        first = entry->facts[first].field == entry->facts[i].field ? first : i;
        if (!entry->facts[i].holds && (most == 0 || list->list.n_conflicts < most))
            st = add_conflict(store, list, entry, &entry->facts[first], &entry->facts[i], err);
    }
    return st;
}

suitor_status suitor_store_conflicts(suitor_store *store, uint32_t most, suitor_registers **out,
                                     suitor_error *err)
{
    known_list *list = known_list_new(store, err);

    *out = NULL;
    if (!list)
        return SUITOR_ERR_NOMEM;
    suitor_status st = db_read_begin(store, err);
    if (st != SUITOR_OK)
        return known_list_end(list, st, out);
    st = add_entries(store, list, CONTRADICTED, NULL, suitor_sv_make("", 0), 0, err);
    for (uint32_t i = 0; st == SUITOR_OK && i < list->list.n_entries; i++)
        st = add_conflicts_of(store, list, &list->entries[i], most, err);
    db_read_end(store);
    return known_list_end(list, st, out);
}
