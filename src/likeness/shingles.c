/* A text to its shingles, in one pass: each word to a number byte by byte, each three
 * numbers to one. */
#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "grow.h"
#include "likeness.h"
#include "utf8.h"

enum { LONGEST_ENTITY = 10, LONGEST_FOLDED = 72 };

static const uint64_t FNV_BASIS = UINT64_C(0xCBF29CE484222325);
static const uint64_t FNV_PRIME = UINT64_C(0x100000001B3);

typedef struct {
    shingles *out;
    suitor_sv text;
    uint64_t word;            /* of its letters so far */
    uint64_t before, earlier; /* the two words before */
    bool in_word, failed;
} scan;

static uint64_t rotate(uint64_t x, int n) { return x << n | x >> (64 - n); }

/* So that all bits of the words reach the high half and the low one. */
static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 32) * UINT64_C(0x94D049BB133111EB);
    return x ^ x >> 32;
}

static void add_letter(scan *s, unsigned char c)
{
    s->word = ((s->in_word ? s->word : FNV_BASIS) ^ c) * FNV_PRIME;
    s->in_word = true;
}

static void end_word(scan *s)
{
    shingles *out = s->out;

    if (!s->in_word)
        return;
    s->in_word = false;
    if (++out->n_words >= 3) {
        if (out->count == out->cap && !grow(&out->hashes, &out->cap, out->count + 1, 8)) {
            s->failed = true;
            return;
        }
        uint64_t hash = mix(s->word ^ rotate(s->before, 21) ^ rotate(s->earlier, 42));
        out->hashes[out->count++] = hash ? hash : 1;
    }
    s->earlier = s->before;
    s->before = s->word;
}

/* A character beyond ASCII, at `at`; returns where the next one begins. */
static size_t take_wide(scan *s, size_t at)
{
    char folded[LONGEST_FOLDED];
    size_t len, left = s->text.len - at;
    uint32_t code = utf8_decode(s->text.ptr + at, left, &len);

    len = len ? len : 1;
    size_t n = fold(suitor_sv_make(s->text.ptr + at, len), folded, sizeof folded);
    if (n == 1 && folded[0] == '\'')
        return at + len;
    bool is_letter = utf8_is_letter(code) || (n && folded[0] >= 'a' && folded[0] <= 'z');
    for (size_t i = 0; is_letter && i < n; i++)
        add_letter(s, (unsigned char)folded[i]);
    if (!is_letter)
        end_word(s);
    return at + len;
}

/* Where the "&amp;" or the like that begins at `at` ends; the next byte where none does. */
static size_t behind_entity(suitor_sv text, size_t at)
{
    for (size_t i = at + 1; i < text.len && i < at + LONGEST_ENTITY && text.ptr[i] > ' '; i++)
        if (text.ptr[i] == ';')
            return i + 1;
    return at + 1;
}

/* Past the rest of an address, whose "://" stands at `at`; its scheme is forgotten. */
static size_t behind_address(scan *s, size_t at)
{
    s->in_word = false;
    while (at < s->text.len && (unsigned char)s->text.ptr[at] > ' ')
        at++;
    return at;
}

static bool is_address(suitor_sv text, size_t at)
{
    return at + 2 < text.len && text.ptr[at + 1] == '/' && text.ptr[at + 2] == '/';
}

/* A byte of ASCII that is neither letter nor digit. */
static size_t take_sign(scan *s, size_t at)
{
    char c = s->text.ptr[at];

    if (c == '\'' || c == '`')
        return at + 1;
    if (c == ':' && is_address(s->text, at))
        return behind_address(s, at);
    end_word(s);
    return c == '&' ? behind_entity(s->text, at) : at + 1;
}

static bool is_plain(unsigned char c)
{
    return (unsigned)(c | 0x20) - 'a' < 26 || (unsigned)c - '0' < 10;
}

/* Letters and digits of ASCII from `at` on, as nearly all are; returns where they end. */
static size_t take_plain(scan *s, size_t at)
{
    const char *text = s->text.ptr;
    uint64_t word = s->in_word ? s->word : FNV_BASIS;

    for (; at < s->text.len && is_plain((unsigned char)text[at]); at++)
        word = (word ^ ((unsigned char)text[at] | 0x20)) * FNV_PRIME; /* digits have that bit */
    s->word = word;
    s->in_word = true;
    return at;
}

bool shingles_read(shingles *s, suitor_sv text)
{
    scan scanning = { .out = s, .text = text };
    size_t at = 0;

    s->count = s->n_words = 0;
    while (at < text.len) {
        unsigned char c = (unsigned char)text.ptr[at];
        if (is_plain(c))
            at = take_plain(&scanning, at);
        else
            at = c < 0x80 ? take_sign(&scanning, at) : take_wide(&scanning, at);
    }
    end_word(&scanning);
    return !scanning.failed;
}

/* Make room for twice as many as there are. */
static bool clear_set(shingles *s)
{
    s->set_bits = 1;
    while ((UINT64_C(1) << s->set_bits) < 2 * (uint64_t)s->count)
        s->set_bits++;
    if (s->set_bits > 31 || !grow(&s->set, &s->set_cap, UINT32_C(1) << s->set_bits, 8))
        return false;
    memset(s->set, 0, sizeof *s->set << s->set_bits);
    return true;
}

bool shingles_index(shingles *s)
{
    uint32_t n = 0;

    if (!clear_set(s))
        return false;
    for (uint32_t i = 0; i < s->count; i++) {
        uint64_t *place = shingles_place(s, s->hashes[i]);
        if (*place == 0)
            s->hashes[n++] = *place = s->hashes[i];
    }
    s->count = n;
    return true;
}

void shingles_free(shingles *s)
{
    free(s->hashes);
    free(s->set);
    *s = (shingles){ 0 };
}
