/* JSON writing into a buf: commas, escapes and number form are its business. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "buf.h"

/* A zeroed writer with `out` set is ready. */
typedef struct {
    buf *out;
    bool comma; /* an item stands before, so that the next one needs a comma */
} json;

/* Write what stands before the next item to `out`; its length, 2 at most. */
static inline size_t json_separate(const json *j, char *out)
{
    memcpy(out, ", ", 2);
    return j->comma ? 2 : 0;
}

/* Append `len` bytes as the next item. */
static inline void json_put(json *j, const char *text, size_t len)
{
    char *at = buf_room(j->out, len + 2);

    if (!at)
        return;
    size_t n = json_separate(j, at);
    memcpy(at + n, text, len);
    buf_wrote(j->out, n + len);
    j->comma = true;
}

void json_begin_object(json *j);
void json_end_object(json *j);
void json_begin_array(json *j);
void json_end_array(json *j);

/* A key that may need escapes. */
void json_key(json *j, suitor_sv key);

/* A key given as a literal, which needs none. */
static inline void json_literal_key(json *j, const char *written, size_t len)
{
    json_put(j, written, len);
    j->comma = false;
}
#define JSON_KEY(j, key) json_literal_key(j, "\"" key "\": ", sizeof("\"" key "\": ") - 1)

/* Bytes that are no valid UTF-8 become U+FFFD. */
void json_string(json *j, suitor_sv text);
void json_text(json *j, const char *text);

/* A word of ours that needs no escapes. */
void json_word(json *j, const char *word);
void json_integer(json *j, int64_t value);

/* Rounded to `digits` significant digits (17 read back exactly), with a point in
 * every locale; NaN and infinities become null. */
void json_number(json *j, double value, int digits);
void json_bool(json *j, bool value);
void json_null(json *j);

/* "YYYY-MM-DD", or null for SUITOR_NO_DAY */
void json_day(json *j, int32_t day);

/* The text, null for an empty one. */
void json_string_or_null(json *j, suitor_sv text);

/* key, a literal, and value in one call */
#define JSON_PUT(j, key, kind, value) (JSON_KEY(j, key), json_##kind(j, value))

#endif
