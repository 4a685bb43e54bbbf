/* Rows by the day of the article they stand in: a copy is known when it is printed, though
 * it has the day of what it copies. */
#include "timeline_rows.h"

#include <stdlib.h>

#include "bound.h"
#include "fail.h"
#include "grow.h"

/* Day of the first dated article, SUITOR_NO_DAY for none; undated ones come first. */
static int32_t first_dated(const suitor_ledger *ledger)
{
    for (uint32_t i = 0; i < ledger->n_articles; i++)
        if (ledger->articles[i].day != SUITOR_NO_DAY)
            return ledger->articles[i].day;
    return SUITOR_NO_DAY;
}

suitor_status timeline_rows_init(timeline_rows *rows, const suitor_ledger *ledger,
                                 suitor_error *err)
{
    rows->seen = calloc((size_t)ledger->n_origins + ledger->n_articles + 1, sizeof *rows->seen);
    if (!rows->seen)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u origins and %u articles",
                    ledger->n_origins, ledger->n_articles);
    rows->undated = first_dated(ledger);
    return SUITOR_OK;
}

void timeline_rows_free(timeline_rows *rows)
{
    free(rows->dated);
    free(rows->days);
    free(rows->seen);
    *rows = (timeline_rows){ 0 };
}

/* `undated` is the day that undated articles count as. */
static int32_t day_known(const suitor_ledger *ledger, const suitor_ledger_row *row, int32_t undated)
{
    int32_t day = ledger->articles[row->article].day;

    return day == SUITOR_NO_DAY ? undated : day;
}

static bool is_of_interest(const suitor_ledger_row *row)
{
    return row->relation == SUITOR_INTEREST || row->relation == SUITOR_DEAL;
}

/* First of the rows whose player is `player` or one after him. */
static uint32_t first_of(const suitor_ledger *ledger, uint32_t player)
{
    return bound_u32(ledger->rows, ledger->n_rows, sizeof *ledger->rows,
                     offsetof(suitor_ledger_row, player), player);
}

static int compare_dated(const void *left, const void *right)
{
    const dated_row *a = left, *b = right;

    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

suitor_status timeline_rows_read(timeline_rows *rows, const suitor_ledger *ledger, uint32_t player,
                                 uint32_t club, suitor_error *err)
{
    int32_t begin = club == SUITOR_NO_INDEX ? INT32_MIN : INT32_MAX;
    uint32_t first = first_of(ledger, player), n = first_of(ledger, player + 1) - first;

    rows->player = player;
    rows->n_days = rows->n_dated = 0;
    if (!grow(&rows->days, &rows->cap_days, n, sizeof *rows->days) ||
        !grow(&rows->dated, &rows->cap_dated, n, sizeof *rows->dated))
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u days", n);
    for (uint32_t i = first; i < first + n; i++) {
        const suitor_ledger_row *row = &ledger->rows[i];
        int32_t day = day_known(ledger, row, rows->undated);
        rows->dated[rows->n_dated++] = (dated_row){ day, i };
        if (row->club == club && is_of_interest(row) && day < begin)
            begin = day;
    }
    if (n > 1)
        qsort(rows->dated, n, sizeof *rows->dated, compare_dated);
    for (uint32_t i = 0; i < n; i++)
        if (rows->dated[i].day >= begin &&
            (rows->n_days == 0 || rows->days[rows->n_days - 1] != rows->dated[i].day))
            rows->days[rows->n_days++] = rows->dated[i].day;
    return SUITOR_OK;
}

/* The first of the dated rows that is of `day` or later. */
static uint32_t first_on(const timeline_rows *rows, int32_t day)
{
    return bound_i32(rows->dated, rows->n_dated, sizeof *rows->dated, offsetof(dated_row, day),
                     day);
}

/* Note that `row` speaks; adds to the counts what it is the first of in this round. */
static void hear(timeline_rows *rows, const suitor_ledger *ledger, const suitor_ledger_row *row,
                 uint32_t *n_origins, uint32_t *n_articles)
{
    uint32_t *origin = &rows->seen[row->origin];
    uint32_t *article = &rows->seen[ledger->n_origins + row->article];

    *n_origins += *origin != rows->round;
    *n_articles += *article != rows->round;
    *origin = *article = rows->round;
}

/* Whether `row` can bring about such a change. */
static bool may_tell(const suitor_event *event, const suitor_ledger_row *row)
{
    switch (event->kind) {
    case SUITOR_EVENT_GONE:
    case SUITOR_EVENT_ENDED: return row->relation == SUITOR_ENDED;
    case SUITOR_EVENT_MOVE:
        return row->relation == SUITOR_DEAL || row->relation == SUITOR_PLAYS_FOR;
    default: return is_of_interest(row);
    }
}

/* A row of the stage that the event leads to tells more than another; then the surer one. */
static bool tells_more(const suitor_event *event, const suitor_ledger_row *a,
                       const suitor_ledger_row *b)
{
    bool a_fits = a->stage == event->after, b_fits = b->stage == event->after;

    if (a_fits != b_fits)
        return a_fits;
    if (a->relation != b->relation)
        return a->relation > b->relation; /* of a move: a deal before plays_for */
    if (a->hedge != b->hedge)
        return a->hedge < b->hedge;
    return a->confidence > b->confidence;
}

void timeline_rows_of_day(timeline_rows *rows, const suitor_ledger *ledger, suitor_event *event)
{
    event->row = SUITOR_NO_INDEX;
    rows->round++;
    for (uint32_t i = first_on(rows, event->day);
         i < rows->n_dated && rows->dated[i].day == event->day; i++) {
        const suitor_ledger_row *row = &ledger->rows[rows->dated[i].row];
        if (row->club != event->club)
            continue;
        hear(rows, ledger, row, &event->n_origins, &event->n_articles);
        if (may_tell(event, row) &&
            (event->row == SUITOR_NO_INDEX || tells_more(event, row, &ledger->rows[event->row])))
            event->row = rows->dated[i].row;
    }
}

static bool tell(const timeline_rows *rows, const suitor_ledger *ledger, int32_t day, uint32_t club,
                 suitor_stage stage)
{
    for (uint32_t i = first_on(rows, day); i < rows->n_dated && rows->dated[i].day == day; i++) {
        const suitor_ledger_row *row = &ledger->rows[rows->dated[i].row];
        if (row->club == club && row->stage == stage)
            return true;
    }
    return false;
}

bool timeline_rows_tell_deal(const timeline_rows *rows, const suitor_ledger *ledger, int32_t day,
                             uint32_t club)
{
    return tell(rows, ledger, day, club, SUITOR_DONE);
}

bool timeline_rows_tell_end(const timeline_rows *rows, const suitor_ledger *ledger, int32_t day,
                            uint32_t club)
{
    return tell(rows, ledger, day, club, SUITOR_OVER);
}

void timeline_rows_sum_up(timeline_rows *rows, const suitor_ledger *ledger, suitor_track *track)
{
    uint32_t end = first_of(ledger, track->player + 1);

    rows->round++;
    track->first = track->last = SUITOR_NO_DAY;
    for (uint32_t i = first_of(ledger, track->player); i < end; i++) {
        const suitor_ledger_row *row = &ledger->rows[i];
        if (row->club != track->club || !is_of_interest(row))
            continue;
        hear(rows, ledger, row, &track->n_origins, &track->n_articles);
        track->first = track->first == SUITOR_NO_DAY ? row->day : track->first;
        track->last = row->day; /* rows of a pair come by day */
    }
}

int32_t timeline_first_day(const suitor_ledger *ledger, uint32_t entity)
{
    int32_t first = SUITOR_NO_DAY, undated = first_dated(ledger);

    for (uint32_t i = 0; i < ledger->n_rows; i++) {
        const suitor_ledger_row *row = &ledger->rows[i];
        int32_t day;
        if (!is_of_interest(row) || (row->player != entity && row->club != entity))
            continue;
        day = day_known(ledger, row, undated);
        first = first == SUITOR_NO_DAY || day < first ? day : first;
    }
    return first;
}
