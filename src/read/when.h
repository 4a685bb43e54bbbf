/* Publishing days as articles and file names write them. */
#ifndef READ_WHEN_H
#define READ_WHEN_H

#include <stdbool.h>

#include "suitor/sv.h"

/* Read the date that `text` holds: ISO 8601 ("2026-03-02T09:30:00Z", "2026/03/02",
 * "20260302"), RFC 2822 ("Mon, 02 Mar 2026 09:30:00 GMT"), in words ("2nd March
 * 2026", "March 2, 2026"), or seconds or milliseconds since 1970. The day is the one
 * written there: a time zone does not shift it. False where none is understood. */
bool when_read(suitor_sv text, int32_t *day);

/* Read the first date ("2026-03-02", "2026_03_02", "20260302") in a file name. */
bool when_in_name(suitor_sv name, int32_t *day);

#endif
