/* Words. Those of up to sixteen letters of ASCII, which are most of a text, are cut and
 * looked up without a loop over their letters; characters beyond ASCII and entities are read
 * one by one. */
#include "ascii.h"
#include "scanner.h"
#include "utf8.h"

bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return byte_kinds[c] & BYTE_LETTER;
    return c >= 0xAA && utf8_is_letter(c);
}

bool is_upper(uint32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : utf8_is_upper(c); }

bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`';
}

size_t clitic_length(const scanner *s, size_t at)
{
    char first = s->text.ptr[at], second = s->text.ptr[at + 1];
    bool one = first == 's' || first == 'd' || first == 'm' || first == 'S';
    bool two = (first == 'r' && second == 'e') || (first == 'v' && second == 'e') ||
               (first == 'l' && second == 'l');

    if (!one && !two)
        return 0;
    size_t len = one ? 1 : 2;
    uint32_t after = code_at(s, at + len);
    return is_letter(after) || is_digit(after) ? 0 : len;
}

/* What has been read of a word. */
typedef struct {
    size_t end;
    size_t letters; /* and digits */
    bool small;     /* some of them are no capitals */
} spelled;

/* Letters and digits of ASCII from `w.end` on. */
static inline spelled spell_ascii(suitor_sv text, spelled w)
{
    ascii_letters run;

    do {
        run = ascii_begin(text.ptr + w.end);
        w.small |= run.small != 0;
        w.letters += run.n;
        w.end += run.n;
    } while (run.n == ASCII_RUN);
    for (; byte_is(text, w.end, BYTE_LETTER | BYTE_DIGIT); w.end++, w.letters++)
        w.small |= byte_is(text, w.end, BYTE_LETTER) && text.ptr[w.end] >= 'a';
    return w;
}

/* What may stand behind: letters beyond ASCII, entities, apostrophes inside the word. */
static spelled spell_on(const scanner *s, spelled w)
{
    while (byte_is(s->text, w.end, BYTE_WIDE)) {
        scanned c = scan_char(s->text, w.end);
        if (is_letter(c.code) || (is_digit(c.code) && w.letters)) {
            w.letters++;
            w.small |= !is_upper(c.code) && !is_digit(c.code);
        } else if (!is_apostrophe(c.code) || !is_letter(code_at(s, w.end + c.len)) ||
                   clitic_length(s, w.end + c.len)) {
            break;
        }
        w.end += c.len;
        w = spell_ascii(s->text, w);
    }
    return w;
}

static void add_spelled(scanner *s, spelled w, bool capital)
{
    unsigned upper = w.letters > 1 && !w.small ? TOKEN_UPPER : 0;

    scanner_add_word(s, TOKEN_WORD, w.end, 0, upper | (capital ? TOKEN_CAPITAL : 0u),
                     capital ? MARK_NAMING : 0u);
}

void take_wide_word(scanner *s, uint32_t c)
{
    add_spelled(s, spell_on(s, (spelled){ .end = s->at }), is_upper(c));
}

/* Any word that begins with a letter of ASCII, or the address that it begins. */
static void take_word(scanner *s)
{
    spelled w = spell_ascii(s->text, (spelled){ .end = s->at });

    if (byte_is(s->text, w.end, BYTE_WIDE)) {
        w = spell_on(s, w);
    } else if (goes_on_as_address(s->text, w.end) && !(s->flags & (TOKEN_GLUED | TOKEN_JOINED))) {
        size_t address = address_length(s->text, s->at, w.end);
        if (address) {
            scanner_add(s, TOKEN_URL, s->at + address, 0, MARK_SIGN);
            return;
        }
    }
    add_spelled(s, w, s->text.ptr[s->at] < 'a');
}

/* Whether a word ends before `at`, whatever it is. */
static inline bool ends_word(suitor_sv text, size_t at)
{
    unsigned kinds = byte_is(text, at, BYTE_ENDS | BYTE_SIGN);

    return kinds & BYTE_ENDS || (kinds && !goes_on_as_address(text, at));
}

/* Words of up to sixteen letters of ASCII with blanks between them: the scanner stays in
 * registers until something else comes. */
static inline void take_plain_words(scanner *s)
{
    const suitor_sv text = s->text;
    const vocab words = *s->words;
    token *next = s->next, *limit = s->limit;
    uint8_t *mark = s->mark;
    size_t at = s->at;
    unsigned flags = s->flags;

    while (next < limit) {
        ascii_letters run = ascii_begin(text.ptr + at);
        size_t end = at + run.n;
        if (run.n == 0 || !ends_word(text, end))
            break;
        vocab_word word = vocab_slot_of(&words, vocab_key_of(text.ptr + at, run.n))->word;
        unsigned capital = ~run.small & TOKEN_CAPITAL;
        unsigned upper = run.n > 1 && !run.small ? TOKEN_UPPER : 0;
        *mark++ = (uint8_t)(word.marks | capital);
        *next++ = (token){ .begin = (uint32_t)at,
                           .end = (uint32_t)end,
                           .word = word.id,
                           .kind = TOKEN_WORD,
                           .flags = (uint8_t)(flags | capital | upper),
                           .classes = word.classes };
        at = end;
        flags &= TOKEN_QUOTED;
        if (text.ptr[end] != ' ') {
            flags |= TOKEN_GLUED;
            break;
        }
        at++;
    }
    s->at = at;
    s->next = next;
    s->mark = mark;
    s->flags = (uint8_t)flags;
}

_Static_assert((int)TOKEN_CAPITAL == (int)MARK_NAMING && TOKEN_CAPITAL == 1,
               "the lowest bit of the small letters tells both");

void take_words(scanner *s)
{
    take_plain_words(s);
    if (byte_is(s->text, s->at, BYTE_LETTER))
        take_word(s);
}
