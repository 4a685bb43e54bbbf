/* Words. Those of up to sixteen letters of ASCII, which are most of a text, are cut and
 * looked up without a loop over their letters; characters beyond ASCII and entities are read
 * one by one. */
#include "ascii.h"
#include "scanner.h"

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
    const size_t begin = w.end;
    uint32_t n;

    do {
        n = ascii_letters(text.ptr + w.end);
        w.end += n;
    } while (n == ASCII_RUN);
    w.small |= !ascii_is_upper(text.ptr + begin, w.end - begin);
    for (; byte_is(text, w.end, BYTE_LETTER | BYTE_DIGIT); w.end++)
        w.small |= byte_is(text, w.end, BYTE_LETTER) && text.ptr[w.end] >= 'a';
    w.letters += w.end - begin;
    return w;
}

/* What may stand behind: letters beyond ASCII, entities, apostrophes inside the word. */
static spelled spell_on(const scanner *s, spelled w)
{
    while (byte_is(s->text, w.end, BYTE_WIDE)) {
        scanned c = scan_char(s->text, w.end);
        if (is_apostrophe(c.code)) {
            if (!is_letter(code_at(s, w.end + c.len)) || clitic_length(s, w.end + c.len))
                break;
        } else if (is_letter(c.code) || (is_digit(c.code) && w.letters)) {
            w.letters++;
            w.small |= !is_upper(c.code) && !is_digit(c.code);
        } else {
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

void take_word(scanner *s)
{
    spelled w = spell_ascii(s->text, (spelled){ .end = s->at });

    if (byte_is(s->text, w.end, BYTE_WIDE)) {
        w = spell_on(s, w);
    } else if (goes_on_as_address(s->text.ptr + w.end) &&
               !(s->flags & (TOKEN_GLUED | TOKEN_JOINED))) {
        size_t address = address_length(s->text, s->at, w.end);
        if (address) {
            scanner_add_word(s, TOKEN_URL, s->at + address, 0, 0, MARK_SIGN | MARK_NAMING);
            return;
        }
    }
    add_spelled(s, w, s->text.ptr[s->at] < 'a');
}

/* Whether "'s" and the end of a word stand at `p`, beyond doubt. */
static bool is_possessive(const char *p)
{
    size_t len = p[0] == '\'' ? 1 : memcmp(p, "\u2019", 3) == 0 ? 3 : 0;

    return len && p[len] == 's' && !byte_kind(p + len + 1, BYTE_LETTER | BYTE_DIGIT | BYTE_WIDE);
}

/* Whether a word ends before `p`, whatever word it is. */
static inline bool ends_word(const char *p)
{
    unsigned kinds = byte_kind(p, BYTE_ENDS | BYTE_SIGN | BYTE_WIDE);

    return kinds & BYTE_ENDS || (kinds & BYTE_SIGN && !goes_on_as_address(p)) ||
           (kinds & BYTE_WIDE && is_possessive(p));
}

/* Fields one by one, for compilers build a whole token elsewhere and copy it. */
static inline void set_token(token *t, uint32_t begin, uint32_t len, token_kind kind, char sign)
{
    t->begin = begin;
    t->end = begin + len;
    t->kind = (uint8_t)kind;
    t->sign = sign;
}

_Static_assert((int)TOKEN_CAPITAL == (int)MARK_NAMING, "what tells the one tells the other");

/* Whether the first two bytes at `p` lack the bit of small letters. */
static inline bool begin_upper(const char *p) { return !((p[0] | p[1]) & 0x20); }

/* The word of the `n` letters at `p`. */
static inline void put_word(token *t, uint8_t *mark, const char *p, uint32_t begin, uint32_t n,
                            unsigned flags, const vocab_word *known)
{
    const unsigned capital = *p & 0x20 ? 0 : TOKEN_CAPITAL;

    if (begin_upper(p) && n > 1 && ascii_is_upper(p, n)) /* which is rare */
        flags |= TOKEN_UPPER;
    set_token(t, begin, n, TOKEN_WORD, 0);
    t->flags = (uint8_t)(flags | capital);
    t->word = known->id;
    t->classes = known->classes;
    *mark = (uint8_t)(known->marks | capital);
}

static inline void put_sign(token *t, uint8_t *mark, char sign, uint32_t begin, unsigned flags)
{
    set_token(t, begin, 1, TOKEN_PUNCT, sign);
    t->flags = (uint8_t)flags;
    t->word = 0;
    t->classes = 0;
    *mark = (uint8_t)sign_marks(sign);
}

void take_plain(scanner *s)
{
    const char *const base = s->text.ptr, *p = base + s->at;
    const vocab words = *s->words;
    token *next = s->next, *const limit = s->limit;
    uint8_t *mark = s->mark;
    uint64_t classes = s->classes;
    unsigned flags = s->flags;

    while (next < limit) {
        unsigned kinds = byte_kind(p, BYTE_LETTER | BYTE_SIGN | BYTE_BLANK);
        if (kinds & BYTE_LETTER) {
            const uint32_t n = ascii_letters(p);
            if (!ends_word(p + n))
                break;
            const vocab_word *known = &vocab_slot_of(&words, vocab_key_of(p, n))->word;
            put_word(next, mark, p, (uint32_t)(p - base), n, flags, known);
            classes |= known->classes;
            p += n;
        } else if (kinds & BYTE_SIGN) {
            put_sign(next, mark, *p, (uint32_t)(p - base), flags);
            p++;
        } else if (kinds) {
            flags &= TOKEN_QUOTED;
            p++;
            continue;
        } else {
            break;
        }
        next++;
        mark++;
        flags &= TOKEN_QUOTED;
        if (*p == ' ')
            p++;
        else
            flags |= TOKEN_GLUED;
    }
    s->at = (size_t)(p - base);
    s->next = next;
    s->mark = mark;
    s->classes = classes;
    s->flags = (uint8_t)flags;
}
