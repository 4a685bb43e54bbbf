/* Rows of the ledger by the day on which they came to be known. Inner to timeline.c. */
#ifndef ANALYSE_TIMELINE_ROWS_H
#define ANALYSE_TIMELINE_ROWS_H

#include "suitor/timeline.h"

/* A row of the ledger, and the day on which it came to be known. */
typedef struct {
    int32_t day;
    uint32_t row;
} dated_row;

/* The rows of one player; used again from player to player. */
typedef struct {
    uint32_t player;
    dated_row *dated; /* all of them, by day, then as in the ledger */
    uint32_t n_dated, cap_dated;
    int32_t undated; /* the day that undated articles count as */
    int32_t *days;   /* on which something of him was printed, each once, rising */
    uint32_t n_days, cap_days;
    uint32_t *seen; /* of origins, then of articles: the last round that met them */
    uint32_t round;
} timeline_rows;

suitor_status timeline_rows_init(timeline_rows *rows, const suitor_ledger *ledger,
                                 suitor_error *err);
void timeline_rows_free(timeline_rows *rows);

/* The rows of `player`. With `club` other than SUITOR_NO_INDEX the days begin with the first
 * on which that club was told of, and there are none where it never was. */
suitor_status timeline_rows_read(timeline_rows *rows, const suitor_ledger *ledger, uint32_t player,
                                 uint32_t club, suitor_error *err);

/* Fill in what rows on the two of the event say that day: its row, the strongest of those that
 * may have brought it about, origins and articles. */
void timeline_rows_of_day(timeline_rows *rows, const suitor_ledger *ledger, suitor_event *event);

/* Whether a done deal with `club` is told that day. */
bool timeline_rows_tell_deal(const timeline_rows *rows, const suitor_ledger *ledger, int32_t day,
                             uint32_t club);

/* Whether interest of `club` is told to be over that day. */
bool timeline_rows_tell_end(const timeline_rows *rows, const suitor_ledger *ledger, int32_t day,
                            uint32_t club);

/* Fill in first and last report, origins and articles of a track. */
void timeline_rows_sum_up(timeline_rows *rows, const suitor_ledger *ledger, suitor_track *track);

/* The day of the first report of interest in or of `entity`; undated ones count as being of
 * the first dated article. SUITOR_NO_DAY where there is none, or nothing is dated. */
int32_t timeline_first_day(const suitor_ledger *ledger, uint32_t entity);

#endif
