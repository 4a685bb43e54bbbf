/* The one place that writes error messages. */
#ifndef BASE_FAIL_H
#define BASE_FAIL_H

#include "suitor/status.h"

/* Write `code` and the formatted message into `err` (may be NULL) and return
 * `code`, so that a caller can `return fail(…)` or `st = fail(…)`. */
__attribute__((format(printf, 3, 4))) suitor_status fail(suitor_error *err, suitor_status code,
                                                         const char *format, ...);

#endif
