/* Inner to text/: reading one character, entities included, and what bytes are. All of it
 * reads the padded text, in which a zero stands behind the end. */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include "suitor/sv.h"

/* The character at `at`: its code and its length in bytes. "&amp;", "&#163;"
 * and "&#xA3;" are read as one character. */
typedef struct {
    uint32_t code;
    uint32_t len;
} scanned;

/* Where the byte is "&" or no ASCII. */
scanned scan_wide(suitor_sv text, size_t at);

static inline scanned scan_char(suitor_sv text, size_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];

    return c < 0x80 && c != '&' ? (scanned){ c, 1 } : scan_wide(text, at);
}

/* What a byte alone tells. */
enum {
    BYTE_LETTER = 1, /* of ASCII */
    BYTE_DIGIT = 2,
    BYTE_BLANK = 4,   /* between words of a line */
    BYTE_SIGN = 8,    /* a mark whatever stands around it */
    BYTE_HOST = 16,   /* "-" and "_": inside the name of a host, as letters and digits */
    BYTE_CLOSER = 32, /* an address ends before it */
    BYTE_WIDE = 64,   /* "'", "`", "&", no ASCII: a word may go on behind it */
    BYTE_ENDS = 128   /* a word ends before it, whatever follows */
};

extern const uint8_t byte_kinds[256];

/* Which of `kinds` the byte at `p` is. */
static inline unsigned byte_kind(const char *p, unsigned kinds)
{
    return byte_kinds[(unsigned char)*p] & kinds;
}

/* The same of a place in the text. */
static inline unsigned byte_is(suitor_sv text, size_t at, unsigned kinds)
{
    return byte_kind(text.ptr + at, kinds);
}

/* Whether what stands before `p` may be the beginning of an address. */
static inline int goes_on_as_address(const char *p)
{
    return p[0] == '.' ? p[1] >= 'a' && p[1] <= 'z' : p[0] == ':' ? p[1] == '/' : p[0] == '-';
}

/* Bytes of an address ("https://…", "nyti.ms/x", "bbc.com") that begins at `at` with what
 * looks like a word up to `word_end`; 0 if none. */
size_t address_length(suitor_sv text, size_t at, size_t word_end);

#endif
