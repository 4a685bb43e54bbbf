/* JSON writer. Strings are copied in runs between characters to be escaped. */
#include "json.h"

#include <math.h>

#include "ascii.h"
#include "number.h"
#include "suitor/date.h"
#include "utf8.h"

static void begin(json *j, char c)
{
    json_put(j, &c, 1);
    j->comma = false;
}

static void end(json *j, char c)
{
    buf_char(j->out, c);
    j->comma = true;
}

void json_begin_object(json *j) { begin(j, '{'); }
void json_end_object(json *j) { end(j, '}'); }
void json_begin_array(json *j) { begin(j, '['); }
void json_end_array(json *j) { end(j, ']'); }

static void escape(buf *out, uint32_t c)
{
    switch (c) {
    case '"': buf_add(out, "\\\""); break;
    case '\\': buf_add(out, "\\\\"); break;
    case '\n': buf_add(out, "\\n"); break;
    case '\t': buf_add(out, "\\t"); break;
    case '\r': buf_add(out, "\\r"); break;
    default: buf_printf(out, "\\u%04x", (unsigned)c);
    }
}

/* Whether one of eight bytes is a quote, a backslash, a control or part of a character
 * beyond ASCII. */
static bool eight_need_a_look(const char *text)
{
    uint64_t x = ascii_load(text);

    return ((x & ASCII_TOPS) | ascii_below(x, 0x20) | ascii_below(x ^ ASCII_EACH('"'), 1) |
            ascii_below(x ^ ASCII_EACH('\\'), 1) | ascii_below(x ^ ASCII_EACH(0x7f), 1)) != 0;
}

/* Bytes at the beginning that are ASCII and stand in JSON as they are. */
static size_t plain_length(suitor_sv text)
{
    size_t i = 0;

    while (text.len - i >= 8 && !eight_need_a_look(text.ptr + i))
        i += 8;
    if (text.len - i < 8 && text.len >= 8 && !eight_need_a_look(text.ptr + text.len - 8))
        return text.len;
    for (; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c < 0x20 || c == '"' || c == '\\' || c >= 0x7f)
            break;
    }
    return i;
}

/* Append `text`, and escapes where they must be or what stands there acts: all of that is of the
 * first plane, where one escape is one character. */
static void put_escaped(buf *out, suitor_sv text)
{
    size_t run = 0, i = 0;

    while (i < text.len) {
        i += plain_length(suitor_sv_make(text.ptr + i, text.len - i));
        if (i == text.len)
            break;
        size_t len;
        uint32_t c = utf8_decode(text.ptr + i, text.len - i, &len);
        if (len > 1 && !utf8_acts(c)) {
            i += len;
            continue;
        }
        buf_append(out, suitor_sv_make(text.ptr + run, i - run));
        if (len)
            escape(out, c);
        else
            buf_add(out, "\xEF\xBF\xBD");
        i += len ? len : 1;
        run = i;
    }
    buf_append(out, suitor_sv_make(text.ptr + run, text.len - run));
}

void json_key(json *j, suitor_sv key)
{
    json_string(j, key);
    buf_add(j->out, ": ");
    j->comma = false;
}

/* Append `len` bytes in quotes as the next item. */
static void put_quoted(json *j, const char *text, size_t len)
{
    char *at = buf_room(j->out, len + 4);

    if (!at)
        return;
    size_t n = json_separate(j, at);
    at[n++] = '"';
    memcpy(at + n, text, len);
    at[n + len] = '"';
    buf_wrote(j->out, n + len + 1);
    j->comma = true;
}

void json_string(json *j, suitor_sv text)
{
    if (text.len && plain_length(text) == text.len) {
        put_quoted(j, text.ptr, text.len);
        return;
    }
    json_put(j, "\"", 1);
    put_escaped(j->out, text);
    buf_char(j->out, '"');
}

void json_text(json *j, const char *text) { json_string(j, suitor_sv_of(text)); }

void json_word(json *j, const char *word) { put_quoted(j, word, strlen(word)); }

void json_string_or_null(json *j, suitor_sv text)
{
    if (text.len)
        json_string(j, text);
    else
        json_null(j);
}

void json_integer(json *j, int64_t value)
{
    char text[NUMBER_SIZE];

    json_put(j, text, number_write_integer(value, text));
}

void json_number(json *j, double value, int digits)
{
    char text[NUMBER_SIZE];

    if (isfinite(value))
        json_put(j, text, number_write(value, digits, text));
    else
        json_null(j);
}

void json_bool(json *j, bool value)
{
    if (value)
        json_put(j, "true", 4);
    else
        json_put(j, "false", 5);
}

void json_null(json *j) { json_put(j, "null", 4); }

void json_day(json *j, int32_t day)
{
    char text[SUITOR_DATE_SIZE];

    if (day == SUITOR_NO_DAY)
        json_null(j);
    else
        json_word(j, suitor_day_format(day, text));
}
