/* JSON writing into a buf: commas, escapes and number form are its business. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "buf.h"

/* A zeroed writer with `out` set is ready. Depth is limited to 64. */
typedef struct {
    buf *out;
    uint64_t has_item; /* bit d: the container at depth d holds something already */
    unsigned depth;
    bool after_key;
} json;

void json_begin_object(json *j);
void json_end_object(json *j);
void json_begin_array(json *j);
void json_end_array(json *j);
void json_key(json *j, const char *key);

/* Bytes that are no valid UTF-8 become U+FFFD. */
void json_string(json *j, suitor_sv text);
void json_text(json *j, const char *text);
void json_integer(json *j, int64_t value);

/* Rounded to `digits` significant digits (17 read back exactly), with a point in
 * every locale; NaN and infinities become null. */
void json_number(json *j, double value, int digits);
void json_bool(json *j, bool value);
void json_null(json *j);

/* key and value in one call, for the commonest kinds */
void json_put_string(json *j, const char *key, suitor_sv value);
void json_put_integer(json *j, const char *key, int64_t value);
void json_put_number(json *j, const char *key, double value);

/* "YYYY-MM-DD", or null for SUITOR_NO_DAY */
void json_put_day(json *j, const char *key, int32_t day);

#endif
