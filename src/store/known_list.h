/* Inner to the store: what is asked of registers, gathered row by row. */
#ifndef STORE_KNOWN_LIST_H
#define STORE_KNOWN_LIST_H

#include "known.h"

typedef struct {
    suitor_registers list; /* first: what the caller sees of it */
    suitor_register *registers;
    suitor_known_entry *entries;
    suitor_told_transfer *transfers;
    suitor_register_conflict *conflicts;
    uint32_t cap_registers, cap_entries, cap_transfers, cap_conflicts;
    arena memory;
} known_list;

/* An empty list; NULL when out of memory, which is then in `err`. */
known_list *known_list_new(const suitor_store *store, suitor_error *err);

/* Hand `list` over if `st` is SUITOR_OK, else free it; gives `st`. */
suitor_status known_list_end(known_list *list, suitor_status st, suitor_registers **out);

/* A copy of a column; false when out of memory. */
bool known_list_keep(known_list *list, sqlite3_stmt *row, int column, suitor_sv *out);

suitor_status known_list_no_memory(const suitor_store *store, suitor_error *err);

/* Add the transfers of the statement's rows, each move once: at most `most`, 0 for all. */
suitor_status known_list_transfers(suitor_store *store, known_list *list, statement_id id,
                                   const db_value *values, uint32_t most, suitor_error *err);

#endif
