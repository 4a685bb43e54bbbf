/* One character at a time: ASCII, UTF-8, or an HTML entity left in the text. */
#include "scan.h"

#include "utf8.h"

enum { LONGEST_ENTITY = 10 };

static const struct {
    const char *name;
    uint32_t code;
} entities[] = {
    { "amp", '&' },      { "lt", '<' },       { "gt", '>' },        { "quot", '"' },
    { "apos", '\'' },    { "nbsp", 0xA0 },    { "pound", 0xA3 },    { "euro", 0x20AC },
    { "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 },  { "rsquo", 0x2019 },
    { "ldquo", 0x201C }, { "rdquo", 0x201D }, { "hellip", 0x2026 },
};

static uint32_t numeric(suitor_sv digits)
{
    uint32_t value = 0;
    unsigned base = 10;
    size_t i = 0;

    if (digits.len && (digits.ptr[0] == 'x' || digits.ptr[0] == 'X')) {
        base = 16;
        i = 1;
    }
    for (; i < digits.len; i++) {
        char c = digits.ptr[i];
        unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
                         : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                         : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10
                                                : 99;
        if (digit >= base)
            return 0;
        value = value * base + digit;
    }
    return value < 0x110000 ? value : 0;
}

static uint32_t named(suitor_sv name)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (suitor_sv_equal(name, suitor_sv_of(entities[i].name)))
            return entities[i].code;
    return 0;
}

static scanned scan_entity(suitor_sv text, size_t at)
{
    scanned plain = { '&', 1 };
    size_t end = at + 1;

    while (end < text.len && end - at < LONGEST_ENTITY && text.ptr[end] != ';' &&
           text.ptr[end] != ' ')
        end++;
    if (end >= text.len || text.ptr[end] != ';' || end < at + 3)
        return plain;
    suitor_sv inner = suitor_sv_make(text.ptr + at + 1, end - at - 1);
    uint32_t code =
        inner.ptr[0] == '#' ? numeric(suitor_sv_make(inner.ptr + 1, inner.len - 1)) : named(inner);
    if (!code)
        return plain;
    return (scanned){ code, (uint32_t)(end + 1 - at) };
}

scanned scan_wide(suitor_sv text, size_t at)
{
    size_t len;

    if (text.ptr[at] == '&')
        return scan_entity(text, at);
    uint32_t code = utf8_decode(text.ptr + at, text.len - at, &len);
    return (scanned){ code, len ? (uint32_t)len : 1 };
}
