/* Escaping, character by character: what a character becomes is looked up in the
 * table of its place, everything else is copied. */
#include "escape.h"

#include <math.h>
#include <stdio.h>

#include "utf8.h"

enum { MAX_NAME_LETTERS = 48 };

typedef struct {
    char from;
    const char *to;
} escape;

/* XML 1.0 allows neither U+FFFE nor U+FFFF. */
static bool is_forbidden(uint32_t c) { return c == 0xFFFE || c == 0xFFFF; }

static const char *escaped(const escape *table, uint32_t c)
{
    for (; table->from; table++)
        if ((unsigned char)table->from == c)
            return table->to;
    return NULL;
}

static void put_escaped(buf *out, suitor_sv text, const escape *table)
{
    for (size_t i = 0; i < text.len;) {
        size_t len;
        uint32_t c = utf8_decode(text.ptr + i, text.len - i, &len);
        const char *to = escaped(table, c);

        if (len == 0 || is_forbidden(c))
            buf_add(out, "\xEF\xBF\xBD");
        else if (utf8_acts(c))
            buf_char(out, ' ');
        else if (to)
            buf_add(out, to);
        else
            buf_append(out, suitor_sv_make(text.ptr + i, len));
        i += len ? len : 1;
    }
}

static bool is_space(uint32_t c) { return c == '\t' || c == '\n'; }

bool escape_acting(buf *out, suitor_sv text)
{
    bool replaced = false;

    for (size_t at = 0; at < text.len;) {
        size_t len;
        uint32_t c = utf8_decode(text.ptr + at, text.len - at, &len);
        bool fit = len && !is_forbidden(c) && (is_space(c) || !utf8_acts(c));
        if (fit)
            buf_append(out, suitor_sv_make(text.ptr + at, len));
        else
            buf_add(out, "\xEF\xBF\xBD");
        replaced |= !fit;
        at += len ? len : 1;
    }
    return replaced;
}

static bool is_blank(suitor_sv text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] > ' ')
            return false;
    return true;
}

void escape_html(buf *out, suitor_sv text)
{
    static const escape table[] = { { '&', "&amp;" },  { '<', "&lt;" },  { '>', "&gt;" },
                                    { '"', "&quot;" }, { '\\', "\\\\" }, { 0, NULL } };

    put_escaped(out, is_blank(text) ? suitor_sv_of("?") : text, table);
}

/* The bytes of the first `most` letters of `text`. */
static size_t letters_fit(suitor_sv text, size_t most)
{
    size_t letters = 0, len = 0;

    for (; len < text.len; len++) {
        letters += ((unsigned char)text.ptr[len] & 0xC0) != 0x80;
        if (letters > most)
            break;
    }
    return len;
}

void escape_html_name(buf *out, suitor_sv name)
{
    size_t len = letters_fit(name, MAX_NAME_LETTERS);

    escape_html(out, suitor_sv_make(name.ptr, len));
    if (len < name.len)
        buf_add(out, "\xE2\x80\xA6");
}

void escape_xml(buf *out, suitor_sv text, size_t most_letters)
{
    static const escape table[] = {
        { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { 0, NULL }
    };
    size_t len = letters_fit(text, most_letters);

    put_escaped(out, suitor_sv_make(text.ptr, len), table);
    if (len < text.len)
        buf_add(out, "\xE2\x80\xA6");
}

void escape_plain(buf *out, suitor_sv text)
{
    static const escape table[] = { { '&', "&amp;" }, { '\\', "\\\\" }, { 0, NULL } };

    put_escaped(out, text, table);
}

void escape_tooltip(buf *out, suitor_sv text)
{
    static const escape table[] = { { '&', "&amp;" }, { '\\', "\\\\\\\\" }, { 0, NULL } };

    put_escaped(out, text, table);
}

void escape_url(buf *out, suitor_sv url)
{
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.ptr[i];
        if (c == '&') /* or Graphviz takes "&lt" for an entity */
            buf_add(out, "&amp;");
        else if (c <= ' ' || c >= 0x7f || strchr("\"'<>\\^`{|}", c))
            buf_printf(out, "%%%02X", c);
        else
            buf_char(out, (char)c);
    }
}

void escape_name(buf *out, suitor_sv text)
{
    static const escape table[] = { { '\\', "\xE2\x88\x96" }, { 0, NULL } };

    if (text.len && text.ptr[0] == '%') { /* Graphviz keeps such names for itself */
        buf_add(out, "\xEF\xBC\x85");
        text = suitor_sv_make(text.ptr + 1, text.len - 1);
    }
    put_escaped(out, is_blank(text) && out->len == 0 ? suitor_sv_of("?") : text, table);
}

const char *decimal(char out[DECIMAL_SIZE], double value)
{
    long long scaled = llround(fabs(value) * 10000), part = scaled % 10000;
    const char *sign = value < 0 && scaled ? "-" : "";
    int digits = 4;

    for (; part && part % 10 == 0; part /= 10)
        digits--;
    if (part)
        snprintf(out, DECIMAL_SIZE, "%s%lld.%0*lld", sign, scaled / 10000, digits, part);
    else
        snprintf(out, DECIMAL_SIZE, "%s%lld", sign, scaled / 10000);
    return out;
}

void put_decimal(buf *out, double value)
{
    char text[DECIMAL_SIZE];

    buf_add(out, decimal(text, value));
}

void put_percent(buf *out, double share)
{
    if (share > 0 && share < 0.005)
        buf_add(out, "<1%");
    else
        buf_printf(out, "%ld%%", lround(share * 100));
}
