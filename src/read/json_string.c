/* JSON strings: found with memchr, decoded only if they hold a backslash. A surrogate
 * without its other half becomes U+FFFD; \u0000 is refused, for no text holds it. */
#include "json_string.h"

enum { REPLACEMENT = 0xFFFD };

/* The closing quote of the string whose contents begin at `at`, or NULL. */
static const char *find_quote(const char *at, const char *end, bool *escaped)
{
    const char *quote = memchr(at, '"', (size_t)(end - at));

    *escaped = false;
    while (quote) {
        const char *slash = memchr(at, '\\', (size_t)(quote - at));
        if (!slash)
            return quote;
        *escaped = true;
        if (slash + 2 > end)
            return NULL;
        at = slash + 2;
        if (at > quote)
            quote = memchr(at, '"', (size_t)(end - at));
    }
    return NULL;
}

static char *put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        *out++ = (char)c;
    } else if (c < 0x800) {
        *out++ = (char)(0xC0 | c >> 6);
        *out++ = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *out++ = (char)(0xE0 | c >> 12);
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
        *out++ = (char)(0x80 | (c & 0x3F));
    } else {
        *out++ = (char)(0xF0 | c >> 18);
        *out++ = (char)(0x80 | (c >> 12 & 0x3F));
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
        *out++ = (char)(0x80 | (c & 0x3F));
    }
    return out;
}

/* Value of four hexadecimal digits, or UINT32_MAX. */
static uint32_t hex4(const char *at, const char *end)
{
    uint32_t value = 0;

    if (end - at < 4)
        return UINT32_MAX;
    for (int i = 0; i < 4; i++) {
        char c = at[i];
        if (c >= '0' && c <= '9')
            value = value << 4 | (uint32_t)(c - '0');
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            value = value << 4 | (uint32_t)((c | 0x20) - 'a' + 10);
        else
            return UINT32_MAX;
    }
    return value;
}

/* Decode what follows "\u" at *at, both halves of a pair; 0 where it is malformed or NUL. */
static uint32_t decode_unicode(const char **at, const char *end)
{
    uint32_t high = hex4(*at, end), low;

    if (high == UINT32_MAX)
        return 0;
    *at += 4;
    if (high < 0xD800 || high > 0xDFFF)
        return high;
    if (high > 0xDBFF || end - *at < 6 || (*at)[0] != '\\' || (*at)[1] != 'u')
        return REPLACEMENT;
    low = hex4(*at + 2, end);
    if (low < 0xDC00 || low > 0xDFFF)
        return REPLACEMENT;
    *at += 6;
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

/* Decode the escape at *at (behind the backslash) to `out`; NULL where it is malformed. */
static char *decode_escape(const char **at, const char *end, char *out)
{
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    char name = *(*at)++;
    const char *found = memchr(names, name, sizeof names - 1);
    uint32_t c;

    if (found) {
        *out = values[found - names];
        return out + 1;
    }
    if (name != 'u' || (c = decode_unicode(at, end)) == 0)
        return NULL;
    return put_utf8(out, c);
}

/* Decode `raw`; no decoded form is longer than the written one. */
static const char *decode(suitor_sv raw, arena *memory, suitor_sv *out)
{
    const char *at = raw.ptr, *end = raw.ptr + raw.len;
    char *begin = arena_alloc(memory, raw.len), *to = begin;

    if (!begin)
        return json_string_no_memory;
    while (at < end) {
        const char *slash = memchr(at, '\\', (size_t)(end - at));
        size_t plain = (size_t)((slash ? slash : end) - at);
        memcpy(to, at, plain);
        to += plain;
        at += plain;
        if (!slash)
            break;
        at++;
        to = decode_escape(&at, end, to);
        if (!to)
            return "an escape that JSON does not know, or \\u0000";
    }
    *out = suitor_sv_make(begin, (size_t)(to - begin));
    return NULL;
}

const char json_string_no_memory[] = "no memory";

const char *json_string_read(const char **at, const char *end, arena *memory, suitor_sv *out)
{
    bool escaped;
    const char *quote = find_quote(*at, end, &escaped);
    const char *problem = NULL;

    if (!quote)
        return "a string without its closing quote";
    *out = suitor_sv_make(*at, (size_t)(quote - *at));
    if (escaped && memory)
        problem = decode(*out, memory, out);
    if (!problem)
        *at = quote + 1;
    return problem;
}
