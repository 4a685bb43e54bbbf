#include "rumours.h"

#include "fail.h"
#include "when.h"

enum { MAX_FIELD = 1000 }; /* bytes of a field that is believed */

suitor_status rumours_open_bytes(table *out, const char *path, suitor_sv bytes,
                                 const suitor_import_options *options, suitor_error *err)
{
    const bool dated = options->day != SUITOR_NO_DAY;
    const table_kind kind = { "column",
                              1U << FIELD_PLAYER | 1U << FIELD_CLUB |
                                  (dated ? 0U : 1U << FIELD_DATE),
                              "player, club, owner, date, stage, source, url, value, position" };

    return table_open(out, path, bytes, &kind, options, err);
}

suitor_status rumours_open(table *out, const char *path, const suitor_import_options *options,
                           suitor_error *err)
{
    suitor_sv bytes;
    suitor_status st;

    *out = (table){ 0 };
    st = table_read_file(path, &out->memory, &bytes, err);
    return st == SUITOR_OK ? rumours_open_bytes(out, path, bytes, options, err) : st;
}

static suitor_status understand(const table *t, const suitor_import_options *options,
                                const suitor_sv *fields, rumour *out, suitor_error *err)
{
    suitor_sv date = table_field(t, fields, FIELD_DATE),
              stage = table_field(t, fields, FIELD_STAGE);

    out->player = table_field(t, fields, FIELD_PLAYER);
    out->club = table_field(t, fields, FIELD_CLUB);
    out->owner = table_field(t, fields, FIELD_OWNER);
    out->source = table_field(t, fields, FIELD_SOURCE);
    out->url = table_field(t, fields, FIELD_URL);
    out->day = options->day;
    out->stage = options->stage;
    out->position = SUITOR_POS_NONE;
    if (out->player.len == 0 || out->club.len == 0)
        return table_wrong(t, "a player and a club are needed, and one is empty",
                           suitor_sv_make("", 0), err);
    if (out->player.len > MAX_FIELD || out->club.len > MAX_FIELD || out->owner.len > MAX_FIELD)
        return table_wrong(t, "a name of more than 1,000 bytes", suitor_sv_make("", 0), err);
    if (out->day == SUITOR_NO_DAY && !when_read(date, &out->day))
        return table_wrong(t, "expected a date", date, err);
    if (stage.len && !spellings_stage(&t->words, stage, &out->stage))
        return table_wrong(t, "expected a stage (linked, watching, keen, talks, bid, agreed, done)",
                           stage, err);
    spellings_position(&t->words, table_field(t, fields, FIELD_POSITION), &out->position);
    table_money(table_field(t, fields, FIELD_VALUE), &out->value, out->currency);
    return SUITOR_OK;
}

suitor_status rumours_next(table *t, const suitor_import_options *options, rumour *out, bool *more,
                           suitor_error *err)
{
    suitor_sv fields[CSV_MAX_FIELDS], text;
    suitor_status st = table_next(t, fields, &text, more, err);

    *out = (rumour){ .line = t->rows.line };
    if (st != SUITOR_OK || !*more)
        return st;
    out->text = text;
    return understand(t, options, fields, out, err);
}
