/* Decoding JSON strings. */
#ifndef READ_JSON_STRING_H
#define READ_JSON_STRING_H

#include <stdbool.h>

#include "arena.h"

/* Read the string whose contents begin at *at, behind the opening quote, and move *at
 * behind the closing one. `out` is a view into the input, or into `memory` if there were
 * escapes; `memory` NULL passes over them unread. Returns NULL, or what is wrong, with
 * *at left where it was. */
const char *json_string_read(const char **at, const char *end, arena *memory, suitor_sv *out);

/* What json_string_read returns when memory ran out. */
extern const char json_string_no_memory[];

#endif
