/* Tables for people: columns aligned by display width, cut to fit the terminal. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "terminal.h"

typedef enum {
    COLUMN_LEFT,
    COLUMN_RIGHT,
    COLUMN_NAME /* left, and cut when room is short */
} column_kind;

typedef struct {
    const char *title;
    column_kind kind;
} table_column;

typedef struct table table;

/* columns  borrowed: must outlive the table
 * Release with table_free(). */
table *table_new(const table_column *columns, int n_columns);
void table_free(table *t);

/* Fill the next cell, row by row. Text is cleaned for the terminal. */
__attribute__((format(printf, 2, 3))) void table_cell(table *t, const char *format, ...);
void table_name(table *t, suitor_sv text);
void table_day(table *t, int32_t day);
void table_change(table *t, double change); /* "+0.120", "−0.011", "0.000" */

/* Make the row that the last cell stands in stand out, with a star before it. */
void table_lead(table *t);

/* Put `owned`, which may have marks, under the row that the last cell stands in, wrapped;
 * released with the table. */
void table_note(table *t, char *owned);

/* Print titles and rows, each after a margin of two columns. */
void table_print(const table *t, FILE *out);

#endif
