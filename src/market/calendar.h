/* When clubs may register players: data/windows.tsv, and which country's club each one is. */
#ifndef MARKET_CALENDAR_H
#define MARKET_CALENDAR_H

#include "strmap.h"
#include "suitor/status.h"

/* One line of the table. */
typedef struct {
    uint32_t country;
    uint32_t window;         /* summer, winter … */
    int32_t year;            /* in which it opens, CALENDAR_EVERY for years without a line */
    int opens[2], closes[2]; /* month and day */
} calendar_period;

enum { CALENDAR_EVERY = -1, CALENDAR_DEFAULT = 0 /* the country "*" */ };

typedef struct {
    strmap countries;         /* letters of league codes → index */
    strmap windows;           /* names of windows → index */
    strmap clubs;             /* names as in the gazetteer → country, where it has lines */
    calendar_period *periods; /* in the order of the file */
    uint32_t n_periods, cap_periods;
} calendar;

/* Read windows.tsv and gazetteer/clubs of `data_dir`. Zeroed `out` is released with
 * calendar_free(), after a failure too. */
suitor_status calendar_load(const char *data_dir, calendar *out, suitor_error *err);
void calendar_free(calendar *c);

/* First and last day of the period in which `club` may next register players: the one that
 * `day` lies in, else the first after it. */
void calendar_next(const calendar *c, suitor_sv club, int32_t day, int32_t *opens, int32_t *closes);

#endif
