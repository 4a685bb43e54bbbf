/* Dates as days since 1970-01-01 in the proleptic Gregorian calendar.
 * Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
 */
#ifndef SUITOR_DATE_H
#define SUITOR_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "suitor/status.h"
#include "suitor/sv.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SUITOR_NO_DAY INT32_MIN /* the date is not known */
#define SUITOR_DATE_SIZE 16     /* bytes that suitor_day_format writes, NUL included */

/* Day of a calendar date; false where there is no such date (2026-02-30). */
SUITOR_API bool suitor_day_of(int year, int month, int day, int32_t *out);

/* Read "YYYY-MM-DD" at the start of `text`, whatever follows ("T09:30:00Z").
 * False where none stands there; *out is then untouched. */
SUITOR_API bool suitor_day_parse(suitor_sv text, int32_t *out);

/* Write `day` as "YYYY-MM-DD", or "" for SUITOR_NO_DAY and for what lies outside the
 * years 1 to 9999. Returns `out`. */
SUITOR_API const char *suitor_day_format(int32_t day, char out[SUITOR_DATE_SIZE]);

/* The year that `day` lies in. */
SUITOR_API int32_t suitor_day_year(int32_t day);

/* Today's day in UTC. */
SUITOR_API int32_t suitor_day_today(void);

#ifdef __cplusplus
}
#endif
#endif
