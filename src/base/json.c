/* JSON writer. Strings are copied in runs between characters to be escaped. */
#include "json.h"

#include <math.h>
#include <stdio.h>

#include "suitor/date.h"
#include "utf8.h"

static void separate(json *j)
{
    uint64_t bit = UINT64_C(1) << (j->depth & 63);

    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->has_item & bit)
        buf_add(j->out, ", ");
    j->has_item |= bit;
}

static void begin(json *j, char c)
{
    separate(j);
    buf_char(j->out, c);
    j->depth++;
    j->has_item &= ~(UINT64_C(1) << (j->depth & 63));
}

static void end(json *j, char c)
{
    j->depth--;
    buf_char(j->out, c);
}

void json_begin_object(json *j) { begin(j, '{'); }
void json_end_object(json *j) { end(j, '}'); }
void json_begin_array(json *j) { begin(j, '['); }
void json_end_array(json *j) { end(j, ']'); }

static void escape(buf *out, unsigned char c)
{
    switch (c) {
    case '"': buf_add(out, "\\\""); break;
    case '\\': buf_add(out, "\\\\"); break;
    case '\n': buf_add(out, "\\n"); break;
    case '\t': buf_add(out, "\\t"); break;
    case '\r': buf_add(out, "\\r"); break;
    default: buf_printf(out, "\\u%04x", c);
    }
}

static void quoted(buf *out, suitor_sv text)
{
    size_t run = 0, i = 0;

    buf_char(out, '"');
    while (i < text.len) {
        unsigned char c = (unsigned char)text.ptr[i];
        size_t len = c < 0x80 ? 1 : utf8_length(text.ptr + i, text.len - i);
        if (len && c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) {
            i += len;
            continue;
        }
        buf_append(out, suitor_sv_make(text.ptr + run, i - run));
        if (len)
            escape(out, c);
        else
            buf_add(out, "\xEF\xBF\xBD");
        run = ++i;
    }
    buf_append(out, suitor_sv_make(text.ptr + run, i - run));
    buf_char(out, '"');
}

void json_key(json *j, const char *key)
{
    separate(j);
    quoted(j->out, suitor_sv_of(key));
    buf_add(j->out, ": ");
    j->after_key = true;
}

void json_string(json *j, suitor_sv text)
{
    separate(j);
    quoted(j->out, text);
}

void json_text(json *j, const char *text) { json_string(j, suitor_sv_of(text)); }

void json_integer(json *j, int64_t value)
{
    separate(j);
    buf_printf(j->out, "%lld", (long long)value);
}

/* printf writes the decimal point of the locale that the host program has set. */
static void use_point(buf *out, size_t begin)
{
    size_t at = begin;

    for (size_t i = begin; i < out->len; i++) {
        char c = out->ptr[i];
        bool point = !memchr("0123456789+-e", c, 13);
        if (!point)
            out->ptr[at++] = c;
        else if (at == begin || out->ptr[at - 1] != '.')
            out->ptr[at++] = '.';
    }
    if (at < out->len)
        out->ptr[at] = '\0';
    out->len = at;
}

void json_number(json *j, double value, int digits)
{
    if (!isfinite(value)) {
        json_null(j);
        return;
    }
    separate(j);
    size_t begin = j->out->len;
    buf_printf(j->out, "%.*g", digits, value == 0 ? 0.0 : value);
    use_point(j->out, begin);
}

void json_bool(json *j, bool value)
{
    separate(j);
    buf_add(j->out, value ? "true" : "false");
}

void json_null(json *j)
{
    separate(j);
    buf_add(j->out, "null");
}

void json_put_string(json *j, const char *key, suitor_sv value)
{
    json_key(j, key);
    json_string(j, value);
}

void json_put_integer(json *j, const char *key, int64_t value)
{
    json_key(j, key);
    json_integer(j, value);
}

void json_put_number(json *j, const char *key, double value)
{
    json_key(j, key);
    json_number(j, value, 6);
}

void json_put_day(json *j, const char *key, int32_t day)
{
    char text[SUITOR_DATE_SIZE];

    json_key(j, key);
    if (day == SUITOR_NO_DAY)
        json_null(j);
    else
        json_text(j, suitor_day_format(day, text));
}
