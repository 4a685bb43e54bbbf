/* UTF-8 checking; the tables behind letter and case are utf8proc's. */
#include "utf8.h"

#include <utf8proc.h>

#include "ascii.h"

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
