/* Addresses of pages: "https://…", "nyti.ms/x", "bbc.com". */
#include "scan.h"

#include <stdbool.h>

static bool is_host_char(uint32_t c)
{
    return c < 0x80 && byte_kinds[c] & (BYTE_LETTER | BYTE_DIGIT | BYTE_HOST);
}

/* Whether what begins as a word and is one up to `i` goes on as a host does. */
static bool looks_like_host(suitor_sv text, size_t i)
{
    while (byte_is(text, i, BYTE_LETTER | BYTE_DIGIT) || text.ptr[i] == '-')
        i++;
    if (i + 2 >= text.len)
        return false;
    bool dotted = text.ptr[i] == '.' && text.ptr[i + 1] >= 'a' && text.ptr[i + 1] <= 'z';
    return dotted || (text.ptr[i] == ':' && text.ptr[i + 1] == '/');
}

/* Its host has dots, and at least two small letters behind the last of them. */
typedef struct {
    size_t dots, letters_after_dot;
    bool slash; /* behind it anything goes */
} address;

/* Reads the byte at `at` of a host; false at one that cannot be in it. */
static bool read_byte(suitor_sv text, size_t at, bool scheme, address *a)
{
    char c = text.ptr[at];

    if (c == '/') {
        a->slash = true;
        return scheme || (a->dots && a->letters_after_dot >= 2);
    }
    if (c == '.') {
        a->dots++;
        a->letters_after_dot = 0;
        return true;
    }
    a->letters_after_dot += c >= 'a' && c <= 'z';
    return is_host_char((unsigned char)c) || c == ':';
}

/* Whether the "." at `at` stands behind the address, not in it. */
static bool is_full_stop(suitor_sv text, size_t at)
{
    return !is_host_char(scan_char(text, at + 1).code);
}

size_t address_length(suitor_sv text, size_t at, size_t word_end)
{
    size_t end = at;
    bool scheme = text.len - at > 8 && (memcmp(text.ptr + at, "http://", 7) == 0 ||
                                        memcmp(text.ptr + at, "https://", 8) == 0);
    address a = { 0 };

    if (!looks_like_host(text, word_end))
        return 0;
    while (!a.slash && !byte_is(text, end, BYTE_CLOSER)) { /* the zero behind the text is one */
        if (text.ptr[end] == '.' && is_full_stop(text, end))
            break;
        if (!read_byte(text, end, scheme, &a))
            return 0;
        end++;
    }
    while (a.slash && !byte_is(text, end, BYTE_CLOSER))
        end++;
    while (end > at && strchr(".!?:", text.ptr[end - 1]))
        end--;
    if (scheme)
        return end - at;
    if (!a.dots || a.letters_after_dot < 2)
        return 0;
    return a.slash || a.letters_after_dot <= 4 ? end - at : 0;
}
