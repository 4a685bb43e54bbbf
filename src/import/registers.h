/* Registers row by row: clubs, people, and moves that happened. */
#ifndef IMPORT_REGISTERS_H
#define IMPORT_REGISTERS_H

#include "football_txt.h"
#include "suitor/register.h"
#include "tables.h"

enum { REGISTER_MOST_FACTS = 96 };

/* A row as it is to be understood, borrowed until the next one. */
typedef struct {
    suitor_known known; /* of clubs and people; its facts are those below */
    suitor_known_fact facts[REGISTER_MOST_FACTS];
    suitor_transfer transfer; /* of the others */
    uint32_t line;
    bool is_nameless; /* the register has an identifier, and nothing to call it by */
} register_row;

typedef struct {
    const char *path;
    suitor_register_kind kind;
    const suitor_import_options *options;
    bool is_notation; /* football.txt, not a table */
    football_txt notation;
    table table;
} register_file;

/* Find out what the `bytes` of `path` are, and begin. Zeroed `out` owned: release with
 * register_close(). SUITOR_ERR_INVALID where columns are missing. */
suitor_status register_open(register_file *out, const char *path, suitor_sv bytes,
                            suitor_register_kind kind, const suitor_import_options *options,
                            suitor_error *err);
void register_close(register_file *f);

/* *more false at the end. SUITOR_ERR_PARSE for a row that makes no sense; the next can be read. */
suitor_status register_next(register_file *f, register_row *out, bool *more, suitor_error *err);

/* Add a fact unless it is empty, or there is no more room. */
void register_add(register_row *row, suitor_known_field field, suitor_sv value);

/* A name as it is compared: "A.C. Milan" as "AC Milan". `room` as long as the name. */
suitor_sv register_plain(suitor_sv name, char *room);

/* Tables: known_table.c and moves_table.c. */
suitor_status known_table_next(register_file *f, register_row *out, bool *more, suitor_error *err);
suitor_status moves_table_next(register_file *f, register_row *out, bool *more, suitor_error *err);

#endif
