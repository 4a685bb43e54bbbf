/* UTF-8: checking, stepping, and what kind a character is. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>

#include "suitor/sv.h"

/* Bytes of the character at `text` (1–4), 0 where no valid one begins. */
size_t utf8_length(const char *text, size_t len);

/* Offset of the first byte that is not valid UTF-8, or text.len. */
size_t utf8_check(suitor_sv text);

enum { UTF8_BROKEN = 0xFFFD };

static inline bool utf8_goes_on(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/* The character at `text`, its length in *len (0 and U+FFFD when broken). Table 3-7 of the
 * Unicode standard tells which bytes begin a character, and what may follow. */
static inline uint32_t utf8_decode(const char *text, size_t left, size_t *len)
{
    const unsigned char *b = (const unsigned char *)text;
    uint32_t c;

    *len = 0;
    if (left >= 1 && b[0] < 0x80) {
        *len = 1;
        return b[0];
    }
    if (left < 2 || b[0] < 0xC2 || b[0] > 0xF4 || !utf8_goes_on(b[1]))
        return UTF8_BROKEN;
    c = (uint32_t)(b[1] & 0x3F);
    if (b[0] < 0xE0) {
        *len = 2;
        return (b[0] & 0x1Fu) << 6 | c;
    }
    if (left < 3 || !utf8_goes_on(b[2]))
        return UTF8_BROKEN;
    c = c << 6 | (b[2] & 0x3F);
    if (b[0] < 0xF0) {
        c |= (b[0] & 0x0Fu) << 12;
        if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) /* overlong, surrogates */
            return UTF8_BROKEN;
        *len = 3;
        return c;
    }
    if (left < 4 || !utf8_goes_on(b[3]))
        return UTF8_BROKEN;
    c = (b[0] & 0x07u) << 18 | c << 6 | (b[3] & 0x3F);
    if (c < 0x10000 || c > 0x10FFFF)
        return UTF8_BROKEN;
    *len = 4;
    return c;
}

/* Whether a character acts on what shows it instead of being shown: controls (C0, C1), line and
 * paragraph separators, the byte order mark, and marks of writing direction (UAX #9 and those
 * before it), which can reorder a line. */
static inline bool utf8_acts(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF;
}

bool utf8_is_upper(uint32_t c);
bool utf8_is_letter(uint32_t c); /* letters and combining marks */

#endif
