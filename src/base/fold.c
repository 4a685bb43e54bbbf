/* Folding by utf8proc's decomposition, with what Unicode does not decompose
 * (ø, đ, ł, ß, æ, œ, ı, þ, ð, ħ) named here. */
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
    { 0x00F0, "d" },  { 0x0126, "h" },  { 0x0127, "h" },  { 0x2018, "'" },  { 0x2019, "'" },
    { 0x02BC, "'" },  { 0x00B4, "'" },  { 0x2010, "-" },  { 0x2011, "-" },  { 0x2013, "-" },
    { 0x2014, "-" },  { 0x00A0, " " },
};

static const char *special(uint32_t c)
{
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
        if (specials[i].from == c)
            return specials[i].to;
    return NULL;
}

enum { LONGEST = 18 }; /* characters that one decomposes into at most (U+FDFA) */

static size_t put(uint32_t c, char *out)
{
    const char *to = special(c);

    if (!to)
        return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
    memcpy(out, to, strlen(to));
    return strlen(to);
}

/* Fold the character `c` into `out`; its bytes, 0 where nothing is left of it. */
static size_t fold_wide(uint32_t c, char out[4 * LONGEST])
{
    utf8proc_int32_t parts[LONGEST];
    int boundary = 0;
    size_t n = 0;

    if (special(c))
        return put(c, out);
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)c, parts, LONGEST,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < LONGEST; i++)
        n += put((uint32_t)parts[i], out + n); /* "ǿ" is ø and an accent */
    return n;
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
        char folded[4 * LONGEST];
        size_t len;
        uint32_t wide = utf8_decode(text.ptr + i, text.len - i, &len);
        size_t n = len ? fold_wide(wide, folded) : 0;
        if (n > cap - at)
            return at;
        memcpy(out + at, folded, n);
        at += n;
        i += len ? len : 1;
    }
    return at;
}

static bool is_word_char(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0x80 && utf8_is_letter(c));
}

size_t fold_name(suitor_sv text, char *out, size_t cap)
{
    size_t n = fold(text, out, cap), at = 0, len;
    bool gap = false;

    for (size_t i = 0; i < n; i += len) {
        uint32_t c = utf8_decode(out + i, n - i, &len);
        if (c == '\'')
            continue;
        if (!is_word_char(c)) {
            gap = at > 0;
            continue;
        }
        if (gap)
            out[at++] = ' ';
        gap = false;
        memmove(out + at, out + i, len);
        at += len;
    }
    return at;
}
