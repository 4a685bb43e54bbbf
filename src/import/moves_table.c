/* Transfers that happened, out of tables: who went from where to where, when, and for how much. */
#include <string.h>

#include "fail.h"
#include "registers.h"
#include "when.h"

enum { MAX_NAME = 200, SEASON_BEGINS = 7, SEASON_ENDS = 6 /* months */ };

static bool read_year(suitor_sv text, int *out)
{
    *out = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        *out = *out * 10 + (text.ptr[i] - '0');
    }
    return text.len == 4;
}

bool suitor_season_days(suitor_sv text, int32_t *since, int32_t *until)
{
    int year;

    if (text.len < 4 || !read_year(suitor_sv_make(text.ptr, 4), &year))
        return false;
    if (text.len == 4)
        return suitor_day_of(year, 1, 1, since) && suitor_day_of(year, 12, 31, until);
    if (text.len != 7 && text.len != 9)
        return false;
    int digits = (year + 1) % 100;
    const char *last = text.ptr + text.len - 2;
    return last[0] == '0' + digits / 10 && last[1] == '0' + digits % 10 &&
           suitor_day_of(year, SEASON_BEGINS, 1, since) &&
           suitor_day_of(year + 1, SEASON_ENDS, 30, until);
}

static bool starts_with(suitor_sv text, const char *word)
{
    size_t n = strlen(word);

    if (text.len < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if ((text.ptr[i] | 0x20) != word[i])
            return false;
    return true;
}

/* "loan transfer", "Loan fee:1.00m", "end of loan", "free transfer", "0", "12.50m", "?". */
static void read_fee(suitor_sv text, suitor_transfer *out)
{
    const char *colon = memchr(text.ptr, ':', text.len);

    out->kind = starts_with(text, "end")    ? SUITOR_MOVE_LOAN_END
                : starts_with(text, "loan") ? SUITOR_MOVE_LOAN
                : starts_with(text, "free") ? SUITOR_MOVE_FREE
                                            : SUITOR_MOVE_TRANSFER;
    if (colon)
        text = table_trim(suitor_sv_make(colon + 1, text.len - (size_t)(colon + 1 - text.ptr)));
    out->fee = -1;
    double fee;
    /* a fee of 0 stands where it is not known, as often as where there was none */
    if (table_money(text, &fee, out->currency) && fee > 0)
        out->fee = fee;
    else
        out->currency[0] = '\0';
}

static suitor_status read_days(const register_file *f, const suitor_sv *fields,
                               suitor_transfer *out, suitor_error *err)
{
    const table *t = &f->table;
    suitor_sv date = table_field(t, fields, FIELD_DATE);
    suitor_sv season = table_field(t, fields, FIELD_SEASON);

    out->since = f->options->day;
    out->until = f->options->until != SUITOR_NO_DAY ? f->options->until : f->options->day;
    if (out->since != SUITOR_NO_DAY)
        return SUITOR_OK;
    if (date.len && when_read(date, &out->since)) {
        out->until = out->since;
        return SUITOR_OK;
    }
    if (season.len && suitor_season_days(season, &out->since, &out->until))
        return SUITOR_OK;
    return table_wrong(t, "expected a date, or a season (2024-25)", date.len ? date : season, err);
}

suitor_status moves_table_next(register_file *f, register_row *out, bool *more, suitor_error *err)
{
    const table *t = &f->table;
    suitor_sv fields[CSV_MAX_FIELDS], whole;
    suitor_transfer *move = &out->transfer;
    suitor_status st = table_next(&f->table, fields, &whole, more, err);

    out->line = t->rows.line;
    if (st != SUITOR_OK || !*more)
        return st;
    move->player = table_field(t, fields, FIELD_PLAYER);
    move->from = table_field(t, fields, FIELD_OWNER);
    move->to = table_field(t, fields, FIELD_CLUB);
    if (move->player.len == 0)
        return table_wrong(t, "a player is needed, and it is empty", suitor_sv_make("", 0), err);
    if (move->player.len > MAX_NAME || move->from.len > MAX_NAME || move->to.len > MAX_NAME)
        return table_wrong(t, "a name of more than 200 bytes", suitor_sv_make("", 0), err);
    read_fee(table_field(t, fields, FIELD_FEE), move);
    return read_days(f, fields, move, err);
}
