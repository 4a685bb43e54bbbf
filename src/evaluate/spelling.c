/* Folding for the score. It is a part of the measure, so it stays as it is when that of
 * the extractor (base/fold.h) is improved: letters that Unicode does not decompose are
 * split at but for those named here, and so are apostrophes. */
#include "spelling.h"

#include <stdbool.h>

#include <utf8proc.h>

#include "utf8.h"

/* Of a club's name, what may be left out or added. */
static const char *const shared_words[] = { "fc",  "afc", "cf", "sc", "ac", "as", "ssc", "club",
                                            "the", "bsc", "fk", "sk", "ud", "cd", "rc",  "rcd" };

static const struct {
    utf8proc_int32_t from;
    const char *to;
} specials[] = { { 0xF8, "o" }, { 0x111, "d" }, { 0x142, "l" }, { 0xDF, "ss" }, { 0x131, "i" } };

enum { LONGEST = 18 }; /* characters that one decomposes into at most (U+FDFA) */

typedef struct {
    char *out;
    size_t len, cap;
} writer;

/* Write `c`, or a blank that ends a word. */
static void put(writer *w, char c)
{
    bool blank = c == ' ';

    if ((blank && (w->len == 0 || w->out[w->len - 1] == ' ')) || w->len == w->cap)
        return;
    w->out[w->len++] = c;
}

static void put_part(writer *w, utf8proc_int32_t c)
{
    if (utf8proc_get_property(c)->combining_class)
        return;
    c = utf8proc_tolower(c);
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
        if (specials[i].from == c) {
            for (const char *to = specials[i].to; *to; to++)
                put(w, *to);
            return;
        }
    put(w, (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? (char)c : ' ');
}

static void put_character(writer *w, uint32_t c)
{
    utf8proc_int32_t parts[LONGEST];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, LONGEST,
                                                 UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &boundary);

    for (utf8proc_ssize_t i = 0; i < n && i < LONGEST; i++)
        put_part(w, parts[i]);
}

/* Bytes of an ampersand as HTML writes it, which is no word, at `text`; 0 if none. */
static size_t entity_length(const char *text, size_t left)
{
    static const char entity[] = "&amp;";
    size_t n = 0;

    while (n < left && n < sizeof entity - 1 && (text[n] | 0x20) == (entity[n] | 0x20))
        n++;
    return n == sizeof entity - 1 ? n : 0;
}

static bool is_shared(const char *word, size_t len)
{
    for (size_t i = 0; i < sizeof shared_words / sizeof *shared_words; i++)
        if (strlen(shared_words[i]) == len && memcmp(shared_words[i], word, len) == 0)
            return true;
    return false;
}

/* Take out of `text`, of `len` bytes, the words that are shared; what is left. */
static size_t drop_shared(char *text, size_t len)
{
    size_t kept = 0, next;

    for (size_t i = 0; i < len; i = next + 1) {
        for (next = i; next < len && text[next] != ' ';)
            next++;
        if (is_shared(text + i, next - i))
            continue;
        if (kept)
            text[kept++] = ' ';
        memmove(text + kept, text + i, next - i);
        kept += next - i;
    }
    return kept ? kept : len;
}

suitor_sv spelling_fold(suitor_sv name, arena *memory)
{
    /* no character is written as more than twice its bytes of letters */
    writer w = { arena_alloc(memory, 2 * name.len + 1), 0, 2 * name.len };
    size_t step;

    if (!w.out)
        return suitor_sv_make(NULL, 0);
    for (size_t i = 0; i < name.len; i += step) {
        size_t entity = entity_length(name.ptr + i, name.len - i);
        uint32_t c = utf8_decode(name.ptr + i, name.len - i, &step);
        if (entity) {
            put(&w, ' ');
            step = entity;
        } else if (step) {
            put_character(&w, c);
        } else {
            step = 1;
        }
    }
    if (w.len && w.out[w.len - 1] == ' ')
        w.len--;
    return suitor_sv_make(w.out, drop_shared(w.out, w.len));
}
