/* UTF-8 checking; the tables behind letter and case are utf8proc's. */
#include "utf8.h"

#include <utf8proc.h>

size_t utf8_length(const char *text, size_t len)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)(len < 4 ? len : 4), &c);

    return n > 0 ? (size_t)n : 0;
}

static bool eight_are_ascii(const char *text)
{
    uint64_t word;

    memcpy(&word, text, sizeof word);
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

size_t utf8_check(suitor_sv text)
{
    size_t i = 0;

    while (i < text.len) {
        if (text.len - i >= 8 && eight_are_ascii(text.ptr + i)) {
            i += 8;
            continue;
        }
        size_t n = (unsigned char)text.ptr[i] < 0x80 ? 1 : utf8_length(text.ptr + i, text.len - i);
        if (n == 0)
            return i;
        i += n;
    }
    return text.len;
}

uint32_t utf8_decode(const char *text, size_t left, size_t *len)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text,
                                          (utf8proc_ssize_t)(left < 4 ? left : 4), &c);

    *len = n > 0 ? (size_t)n : 0;
    return n > 0 ? (uint32_t)c : 0xFFFD;
}

bool utf8_is_upper(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU ||
           utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LT;
}

bool utf8_is_letter(uint32_t c)
{
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
