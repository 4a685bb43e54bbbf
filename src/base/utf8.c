/* UTF-8 checking; the tables behind letter and case are utf8proc's. */
#include "utf8.h"

#include <utf8proc.h>

#include "ascii.h"

enum { BROKEN = 0xFFFD };

static bool goes_on(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/* Table 3-7 of the Unicode standard: which bytes begin a character, and what may follow. */
uint32_t utf8_decode(const char *text, size_t left, size_t *len)
{
    const unsigned char *b = (const unsigned char *)text;
    uint32_t c;

    *len = 0;
    if (left >= 1 && b[0] < 0x80) {
        *len = 1;
        return b[0];
    }
    if (left < 2 || b[0] < 0xC2 || b[0] > 0xF4 || !goes_on(b[1]))
        return BROKEN;
    c = (uint32_t)(b[1] & 0x3F);
    if (b[0] < 0xE0) {
        *len = 2;
        return (b[0] & 0x1Fu) << 6 | c;
    }
    if (left < 3 || !goes_on(b[2]))
        return BROKEN;
    c = c << 6 | (b[2] & 0x3F);
    if (b[0] < 0xF0) {
        c |= (b[0] & 0x0Fu) << 12;
        if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) /* overlong, surrogates */
            return BROKEN;
        *len = 3;
        return c;
    }
    if (left < 4 || !goes_on(b[3]))
        return BROKEN;
    c = (b[0] & 0x07u) << 18 | c << 6 | (b[3] & 0x3F);
    if (c < 0x10000 || c > 0x10FFFF)
        return BROKEN;
    *len = 4;
    return c;
}

size_t utf8_length(const char *text, size_t len)
{
    size_t n;

    utf8_decode(text, len, &n);
    return n;
}

size_t utf8_check(suitor_sv text)
{
    size_t i = 0;

    while (i < text.len) {
        if (text.len - i >= 8 && !(ascii_load(text.ptr + i) & ASCII_TOPS)) {
            i += 8;
            continue;
        }
        size_t n = utf8_length(text.ptr + i, text.len - i);
        if (n == 0)
            return i;
        i += n;
    }
    return text.len;
}

bool utf8_is_upper(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU ||
           utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LT;
}

bool utf8_is_letter(uint32_t c)
{
    if (c >= 0xC0 && c < 0x250)
        return c != 0xD7 && c != 0xF7; /* × and ÷ */
    /* punctuation, arrows to dingbats, emoji */
    if ((c >= 0x2010 && c < 0x2070) || (c >= 0x2190 && c < 0x2C00) || (c >= 0x1F000 && c < 0x1FB00))
        return false;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return true;
    default: return false;
    }
}
