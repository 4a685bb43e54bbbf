/* Tables: cells are kept as text, widths are measured when it is printed. */
#include "table.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

#include "memory.h"

enum { MARGIN = 2, LEAST_NAME = 6, NOTE_INDENT = 4 };

struct table {
    const table_column *columns;
    char **cells; /* owned strings, row by row */
    bool *leads;  /* one a row */
    char **notes; /* likewise, owned; NULL for none */
    int n_columns, n_cells;
};

table *table_new(const table_column *columns, int n_columns)
{
    table *t = memory_get(sizeof *t);

    *t = (table){ .columns = columns, .n_columns = n_columns };
    return t;
}

void table_free(table *t)
{
    if (!t)
        return;
    for (int i = 0; i < t->n_cells; i++)
        free(t->cells[i]);
    for (int row = 0; row < t->n_cells / t->n_columns; row++)
        free(t->notes[row]);
    free(t->cells);
    free(t->leads);
    free(t->notes);
    free(t);
}

static void add(table *t, char *owned)
{
    int row = t->n_cells / t->n_columns;

    t->cells = memory_resize(t->cells, (size_t)t->n_cells + 1, sizeof *t->cells);
    t->cells[t->n_cells] = owned;
    if (t->n_cells % t->n_columns == 0) {
        t->leads = memory_resize(t->leads, (size_t)row + 1, sizeof *t->leads);
        t->leads[row] = false;
        t->notes = memory_resize(t->notes, (size_t)row + 1, sizeof *t->notes);
        t->notes[row] = NULL;
    }
    t->n_cells++;
}

void table_cell(table *t, const char *format, ...)
{
    char text[512];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    add(t, terminal_clean(suitor_sv_of(text)));
}

void table_name(table *t, suitor_sv text) { add(t, terminal_clean(text)); }

void table_day(table *t, int32_t day)
{
    char text[SUITOR_DATE_SIZE];

    table_cell(t, "%s", suitor_day_format(day, text));
}

void table_change(table *t, double change)
{
    double size = fabs(change);

    table_cell(t, "%s%.3f", size < 0.0005 ? "" : change < 0 ? "−" : "+", size);
}

void table_lead(table *t) { t->leads[(t->n_cells - 1) / t->n_columns] = true; }

void table_note(table *t, char *owned)
{
    int row = (t->n_cells - 1) / t->n_columns;

    free(t->notes[row]);
    t->notes[row] = owned;
}

/* Blanks before column `i`: one before figures, which seldom fill their column. */
static int gap(const table *t, int i)
{
    return i == 0 ? 0 : t->columns[i].kind == COLUMN_RIGHT ? 1 : 2;
}

static int room_needed(const table *t, const int *widths)
{
    int total = MARGIN;

    for (int i = 0; i < t->n_columns; i++)
        total += gap(t, i) + widths[i];
    return total;
}

/* Take columns off the widest name until the row fits or no name can give more. */
static void shrink(const table *t, int *widths)
{
    while (room_needed(t, widths) > terminal_width()) {
        int widest = -1;
        for (int i = 0; i < t->n_columns; i++)
            if (t->columns[i].kind == COLUMN_NAME && widths[i] > LEAST_NAME &&
                (widest < 0 || widths[i] > widths[widest]))
                widest = i;
        if (widest < 0)
            return;
        widths[widest]--;
    }
}

static void measure(const table *t, int *widths)
{
    for (int i = 0; i < t->n_columns; i++)
        widths[i] = terminal_columns(t->columns[i].title);
    for (int i = 0; i < t->n_cells; i++) {
        int columns = terminal_columns(t->cells[i]);
        if (columns > widths[i % t->n_columns])
            widths[i % t->n_columns] = columns;
    }
    shrink(t, widths);
}

static void print_cell(FILE *out, const char *text, int width, column_kind kind, bool last)
{
    int columns = terminal_columns(text), pad;
    bool cut = columns > width;
    size_t len = cut ? terminal_fit(text, width - 1) : strlen(text);

    if (cut) /* a wide character at the cut leaves a column over */
        columns = terminal_columns(text) - terminal_columns(text + len) + 1;
    pad = width - columns;
    fprintf(out, "%*s", kind == COLUMN_RIGHT ? pad : 0, "");
    fwrite(text, 1, len, out);
    fputs(cut ? "…" : "", out);
    fprintf(out, "%*s", kind == COLUMN_RIGHT || last ? 0 : pad, "");
}

/* Empty cells at the end of a row leave no blanks behind. */
static void print_row(const table *t, const char *const *cells, const int *widths, FILE *out)
{
    int last = t->n_columns - 1;

    while (last > 0 && !*cells[last])
        last--;
    for (int i = 0; i <= last; i++) {
        fprintf(out, "%*s", gap(t, i), "");
        print_cell(out, cells[i], widths[i], t->columns[i].kind, i == last);
    }
}

static void print_titles(const table *t, const int *widths, FILE *out)
{
    const char **titles = memory_resize(NULL, (size_t)t->n_columns, sizeof *titles);

    for (int i = 0; i < t->n_columns; i++)
        titles[i] = t->columns[i].title;
    fprintf(out, "%s%*s", terminal_code(STYLE_DIM), MARGIN, "");
    print_row(t, titles, widths, out);
    fprintf(out, "%s\n", terminal_code(STYLE_PLAIN));
    free(titles);
}

void table_print(const table *t, FILE *out)
{
    int *widths = memory_resize(NULL, (size_t)t->n_columns, sizeof *widths);

    measure(t, widths);
    print_titles(t, widths, out);
    for (int row = 0; row < t->n_cells / t->n_columns; row++) {
        const char *const *cells = (const char *const *)t->cells + (ptrdiff_t)row * t->n_columns;
        fprintf(out, "%s%-*s", t->leads[row] ? terminal_code(STYLE_LEADER) : "", MARGIN,
                t->leads[row] ? "*" : "");
        print_row(t, cells, widths, out);
        fprintf(out, "%s\n", t->leads[row] ? terminal_code(STYLE_PLAIN) : "");
        if (t->notes[row])
            terminal_wrap(out, NOTE_INDENT, t->notes[row]);
    }
    free(widths);
}
