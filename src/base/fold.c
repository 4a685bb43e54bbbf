/* Folding by utf8proc's decomposition, with what Unicode does not decompose
 * (ø, đ, ł, ß, æ, œ, ı, þ, ð, ħ) named here. */
#include "fold.h"

#include <utf8proc.h>

#include "utf8.h"

/* U+00C0 to U+017F as far as one letter of ASCII is left of them; the rest is " ". */
enum { LATIN_FIRST = 0xC0, LATIN_LAST = 0x17F };

static const char latin[] =
    "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y" /* U+00C0 */
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkk llllll " /* U+0100 */
    " llnnnnnn   oooooo  rrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzzs" /* U+0140 */;

static const char *special(uint32_t c)
{
    switch (c) {
    case 0x00D8:
    case 0x00F8: return "o";
    case 0x0110:
    case 0x0111:
    case 0x00D0:
    case 0x00F0: return "d";
    case 0x0141:
    case 0x0142: return "l";
    case 0x00DF: return "ss";
    case 0x00C6:
    case 0x00E6: return "ae";
    case 0x0152:
    case 0x0153: return "oe";
    case 0x0131: return "i";
    case 0x00DE:
    case 0x00FE: return "th";
    case 0x0126:
    case 0x0127: return "h";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4: return "'";
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014: return "-";
    case 0x00A0: return " ";
    default: return NULL;
    }
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

static char lower(unsigned char c) { return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c); }

/* Fold the character at `text`, which is not ASCII, into `out`; its bytes are put in *len. */
static size_t fold_char(suitor_sv text, char out[4 * LONGEST], size_t *len)
{
    uint32_t c = utf8_decode(text.ptr, text.len, len);

    if (*len == 0) {
        *len = 1;
        return 0;
    }
    if (c >= LATIN_FIRST && c <= LATIN_LAST && latin[c - LATIN_FIRST] != ' ') {
        out[0] = latin[c - LATIN_FIRST];
        return 1;
    }
    return fold_wide(c, out);
}

size_t fold(suitor_sv text, char *out, size_t cap)
{
    size_t at = 0, i = 0, len;

    while (i < text.len) {
        while (i < text.len && at < cap && (unsigned char)text.ptr[i] < 0x80)
            out[at++] = lower((unsigned char)text.ptr[i++]);
        if (i == text.len || (unsigned char)text.ptr[i] < 0x80)
            return at;
        char folded[4 * LONGEST];
        size_t n = fold_char(suitor_sv_make(text.ptr + i, text.len - i), folded, &len);
        if (n > cap - at)
            return at;
        memcpy(out + at, folded, n);
        at += n;
        i += len;
    }
    return at;
}

static bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

/* Whether a letter or digit stands at `text`, which is folded; its length in *len. */
static bool is_word_char(suitor_sv text, size_t *len)
{
    unsigned char c = (unsigned char)text.ptr[0];

    *len = 1;
    if (c < 0x80)
        return is_small_letter((char)c) || (c >= '0' && c <= '9');
    return utf8_is_letter(utf8_decode(text.ptr, text.len, len));
}

size_t fold_name(suitor_sv text, char *out, size_t cap)
{
    size_t at = 0, len;
    bool gap = false;

    while (at < text.len && at < cap && is_small_letter(lower((unsigned char)text.ptr[at]))) {
        out[at] = lower((unsigned char)text.ptr[at]);
        at++;
    }
    size_t n = at + fold(suitor_sv_make(text.ptr + at, text.len - at), out + at, cap - at);
    for (size_t i = at; i < n; i += len) {
        bool inside = is_word_char(suitor_sv_make(out + i, n - i), &len);
        if (!inside) {
            gap = at > 0 && (gap || out[i] != '\'');
            continue;
        }
        if (gap)
            out[at++] = ' ';
        gap = false;
        for (size_t k = 0; k < len; k++)
            out[at++] = out[i + k];
    }
    return at;
}
