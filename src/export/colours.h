/* Colours of the clubs, from the gazetteer. */
#ifndef EXPORT_COLOURS_H
#define EXPORT_COLOURS_H

#include <stdbool.h>

#include "strmap.h"
#include "suitor/status.h"

typedef struct {
    char fill[8], rim[8]; /* "#rrggbb" */
} club_colours;

typedef struct {
    strmap names; /* club → index */
    club_colours *colours;
    uint32_t count, cap;
} colour_table;

/* Read name and colours of every club in DATA_DIR/gazetteer/clubs (NULL:
 * suitor_data_dir()). A folder that is not there gives an empty table: clubs are
 * then drawn in the style's plain colour. Released with colours_clear(), after a
 * failure too. */
suitor_status colours_load(const char *data_dir, colour_table *out, suitor_error *err);
void colours_clear(colour_table *table);

/* Colours of the club called `name`; false where they are not known. */
bool colours_find(const colour_table *table, suitor_sv name, club_colours *out);

/* Relative luminance of `colour`, "#rrggbb", 0–1 (WCAG 2). */
double colour_luminance(const char *colour);

/* Whether `colour`, "#rrggbb", asks for light letters on it. */
bool colour_is_dark(const char *colour);

#endif
