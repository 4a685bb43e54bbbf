/* Club colours out of data/gazetteer/clubs/<country>.tsv: the columns "name" and
 * "colours" ("#rrggbb|#rrggbb": shirt, then second colour). Files are read in the
 * order of their names, and the first club of a name wins. */
#include "colours.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "suitor/extractor.h"
#include "tsv.h"

static const char header[] = "name league city stadiums aliases nicknames tags colours";

enum { COLUMN_NAME = 0, COLUMN_COLOURS = 7 };

static bool is_colour(suitor_sv text)
{
    return text.len == 7 && text.ptr[0] == '#' &&
           strspn(text.ptr + 1, "0123456789abcdefABCDEF") >= 6;
}

static bool read_colours(suitor_sv list, club_colours *out)
{
    suitor_sv fill, rim;

    if (!tsv_list_next(&list, &fill) || !is_colour(fill))
        return false;
    if (!tsv_list_next(&list, &rim) || !is_colour(rim))
        rim = fill;
    snprintf(out->fill, sizeof out->fill, "%.*s", SUITOR_SV_ARG(fill));
    snprintf(out->rim, sizeof out->rim, "%.*s", SUITOR_SV_ARG(rim));
    return true;
}

static bool add_club(colour_table *table, suitor_sv name, const club_colours *colours)
{
    bool added;

    if (!grow(&table->colours, &table->cap, table->count + 1, sizeof *table->colours) ||
        !strmap_put(&table->names, name, table->count, &added))
        return false;
    if (added)
        table->colours[table->count++] = *colours;
    return true;
}

static suitor_status read_club(void *user, const tsv *t, const suitor_sv *fields, suitor_error *err)
{
    club_colours colours;

    if (read_colours(fields[COLUMN_COLOURS], &colours) &&
        !add_club(user, fields[COLUMN_NAME], &colours))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory for the colours of clubs", t->path);
    return SUITOR_OK;
}

suitor_status colours_load(const char *data_dir, colour_table *out, suitor_error *err)
{
    char path[4096];

    *out = (colour_table){ 0 };
    if (!data_dir)
        data_dir = suitor_data_dir();
    snprintf(path, sizeof path, "%s/gazetteer/clubs", data_dir);
    return tsv_each_in(path, header, read_club, out, err);
}

void colours_clear(colour_table *table)
{
    strmap_free(&table->names);
    free(table->colours);
    *table = (colour_table){ 0 };
}

bool colours_find(const colour_table *table, suitor_sv name, club_colours *out)
{
    uint32_t i;

    if (!strmap_get(&table->names, name, &i))
        return false;
    *out = table->colours[i];
    return true;
}

/* Linear light of one sRGB channel (IEC 61966-2-1). */
static double linear(unsigned channel)
{
    double c = channel / 255.0;

    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

double colour_luminance(const char *colour)
{
    unsigned long rgb = strtoul(colour[0] == '#' ? colour + 1 : colour, NULL, 16);

    return 0.2126 * linear((unsigned)(rgb >> 16) & 255) +
           0.7152 * linear((unsigned)(rgb >> 8) & 255) + 0.0722 * linear(rgb & 255);
}

/* White letters on a luminance of 0.30 still have contrast 3 : 1, what WCAG 2 asks of bold text;
 * black ones win above. */
bool colour_is_dark(const char *colour) { return colour_luminance(colour) < 0.30; }
