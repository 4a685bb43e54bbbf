/* Folding by utf8proc's decomposition, with what Unicode does not decompose
 * (ø, đ, ł, ß, æ, œ, ı, þ, ð) named here. */
#include "fold.h"

#include <utf8proc.h>

#include "utf8.h"

static const struct {
    uint32_t from;
    const char *to;
} specials[] = {
    { 0x00D8, "o" },  { 0x00F8, "o" },  { 0x0110, "d" },  { 0x0111, "d" },  { 0x0141, "l" },
    { 0x0142, "l" },  { 0x00DF, "ss" }, { 0x00C6, "ae" }, { 0x00E6, "ae" }, { 0x0152, "oe" },
    { 0x0153, "oe" }, { 0x0131, "i" },  { 0x00DE, "th" }, { 0x00FE, "th" }, { 0x00D0, "d" },
    { 0x00F0, "d" },  { 0x2018, "'" },  { 0x2019, "'" },  { 0x02BC, "'" },  { 0x00B4, "'" },
    { 0x2010, "-" },  { 0x2011, "-" },  { 0x2013, "-" },  { 0x2014, "-" },  { 0x00A0, " " },
};

static size_t put(const char *bytes, size_t n, char *out, size_t at, size_t cap)
{
    if (n > cap - at)
        return 0;
    memcpy(out + at, bytes, n);
    return n;
}

static const char *special(uint32_t c)
{
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
        if (specials[i].from == c)
            return specials[i].to;
    return NULL;
}

/* Fold one character beyond ASCII; false when `out` is full. */
static int fold_wide(uint32_t c, char *out, size_t *at, size_t cap)
{
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const char *to = special(c);

    if (to) {
        size_t n = put(to, strlen(to), out, *at, cap);
        *at += n;
        return n > 0;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)c, parts, 8,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 8; i++) {
        utf8proc_uint8_t bytes[4];
        utf8proc_ssize_t len = utf8proc_encode_char(parts[i], bytes);
        if (!put((const char *)bytes, (size_t)len, out, *at, cap))
            return 0;
        *at += (size_t)len;
    }
    return 1;
}

size_t fold(suitor_sv text, char *out, size_t cap)
{
    size_t at = 0;

    for (size_t i = 0; i < text.len;) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c < 0x80) {
            if (at == cap)
                return at;
            out[at++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
            i++;
            continue;
        }
        size_t len;
        uint32_t wide = utf8_decode(text.ptr + i, text.len - i, &len);
        if (len && !fold_wide(wide, out, &at, cap))
            return at;
        i += len ? len : 1;
    }
    return at;
}

static int is_word_byte(unsigned char c)
{
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

size_t fold_name(suitor_sv text, char *out, size_t cap)
{
    size_t n = fold(text, out, cap), at = 0;
    int gap = 0;

    for (size_t i = 0; i < n; i++) {
        if (out[i] == '\'')
            continue;
        if (!is_word_byte((unsigned char)out[i])) {
            gap = at > 0;
            continue;
        }
        if (gap)
            out[at++] = ' ';
        gap = 0;
        out[at++] = out[i];
    }
    return at;
}
