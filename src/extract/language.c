#include "language.h"

#include <stdlib.h>

#include "fail.h"
#include "fold.h"
#include "grow.h"
#include "hash.h"
#include "lexicon/lexicon.h"
#include "tsv.h"
#include "utf8.h"

enum {
    FIRST_SLOTS = 4096,
    MAX_WORD = 64,
    GLANCE = 64,         /* words that are looked at first */
    LONG_ENOUGH = 600,   /* words of a text by which its language is told */
    LONGEST_ARTICLE = 6, /* bytes before an apostrophe: "jusqu'", "dell'" */
    FEW = 3              /* fewer words of another language may be names and quotations */
};

/* An ordinary English word speaks half as much for English as a small one does. */
static const double COMMON_WORD = 0.5;

static uint64_t hash_of(suitor_sv folded)
{
    uint64_t hash = hash_bytes(0, folded.ptr, folded.len);

    return hash ? hash : 1;
}

static language_word *slot_of(const languages *l, uint64_t hash)
{
    uint32_t i = (uint32_t)(hash >> 32) & l->mask;

    while (l->words[i].hash && l->words[i].hash != hash)
        i = (i + 1) & l->mask;
    return &l->words[i];
}

typedef struct {
    languages *l;
    arena *memory;
    uint32_t cap;
} loading;

static suitor_status add_word(languages *l, suitor_sv word, const tsv *t, suitor_error *err)
{
    char folded[MAX_WORD];
    uint64_t hash = hash_of(suitor_sv_make(folded, fold(word, folded, sizeof folded)));
    language_word *slot = slot_of(l, hash);

    if (!slot->hash && ++l->n_words > l->mask / 4 * 3)
        return fail(err, SUITOR_ERR_LIMIT, "%s:%u: more than %u words", t->path, t->line,
                    l->mask / 4 * 3);
    slot->hash = hash;
    slot->languages |= UINT32_C(1) << (l->n - 1);
    return SUITOR_OK;
}

static suitor_status add_language(void *user, const tsv *t, const suitor_sv *row, suitor_error *err)
{
    loading *loads = user;
    languages *l = loads->l;
    suitor_sv list = row[2], word;
    suitor_status st = SUITOR_OK;

    if (l->n == LANGUAGES_MOST)
        return fail(err, SUITOR_ERR_LIMIT, "%s:%u: more than %d languages", t->path, t->line,
                    LANGUAGES_MOST);
    suitor_sv code = arena_copy(loads->memory, row[0]);
    if (!code.ptr || !grow(&l->codes, &loads->cap, l->n + 1, sizeof code))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", t->path);
    l->codes[l->n++] = code;
    while (st == SUITOR_OK && tsv_list_next(&list, &word))
        st = add_word(l, word, t, err);
    return st;
}

suitor_status languages_load(languages *out, const char *path, arena *memory, suitor_error *err)
{
    loading loads = { out, memory, 0 };

    out->mask = FIRST_SLOTS - 1;
    out->words = calloc(FIRST_SLOTS, sizeof *out->words);
    if (!out->words)
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    suitor_status st = tsv_each(path, "code name words", add_language, &loads, err);
    if (st == SUITOR_OK && out->n == 0)
        return fail(err, SUITOR_ERR_PARSE, "%s: names no language", path);
    return st;
}

void languages_free(languages *l)
{
    free(l->codes);
    free(l->words);
    *l = (languages){ 0 };
}

/* Scripts that none of the languages is written in, by their first and last letters. */
static const struct {
    uint32_t first, last;
    const char *code;
} scripts[] = {
    { 0x0370, 0x03FF, "und-Grek" }, { 0x0400, 0x052F, "und-Cyrl" }, { 0x0590, 0x05FF, "und-Hebr" },
    { 0x0600, 0x06FF, "und-Arab" }, { 0x0900, 0x097F, "und-Deva" }, { 0x0E00, 0x0E7F, "und-Thai" },
    { 0x1100, 0x11FF, "und-Hang" }, { 0x3040, 0x30FF, "und-Jpan" }, { 0x4E00, 0x9FFF, "und-Hani" },
    { 0xAC00, 0xD7AF, "und-Hang" },
};

enum { N_SCRIPTS = sizeof scripts / sizeof *scripts };

/* The script of most letters; NULL where that is Latin. Kana among Han letters are Japanese. */
static const char *other_script(suitor_sv text)
{
    uint32_t counts[N_SCRIPTS] = { 0 }, latin = 0, best = 0;
    const size_t n = text.len < 8 * LONG_ENOUGH ? text.len : 8 * LONG_ENOUGH;
    size_t len;

    for (size_t i = 0; i < n; i += len ? len : 1) {
        if ((unsigned char)text.ptr[i] < 0x80) {
            len = 1;
            latin += (text.ptr[i] | 0x20) >= 'a' && (text.ptr[i] | 0x20) <= 'z';
            continue;
        }
        uint32_t c = utf8_decode(text.ptr + i, text.len - i, &len);
        latin += c < 0x0250 && utf8_is_letter(c);
        for (uint32_t k = 0; c >= 0x0370 && k < N_SCRIPTS; k++)
            counts[k] += c >= scripts[k].first && c <= scripts[k].last;
    }
    for (uint32_t k = 1; k < N_SCRIPTS; k++)
        best = counts[k] > counts[best] ? k : best;
    if (counts[best] <= latin)
        return NULL;
    return scripts[best].first == 0x4E00 && counts[best - 1] ? "und-Jpan" : scripts[best].code;
}

/* The languages that have the word of token `i`: its beginning where an apostrophe follows
 * ("dell'Inter"). */
static uint32_t languages_with(const languages *l, const document *doc, uint32_t i)
{
    char folded[MAX_WORD];
    suitor_sv word = suitor_sv_make(folded, fold(token_text(doc, i), folded, sizeof folded));
    const char *apostrophe = memchr(word.ptr, '\'', word.len);

    if (apostrophe && apostrophe - word.ptr <= LONGEST_ARTICLE &&
        apostrophe - word.ptr + 2 < (ptrdiff_t)word.len)
        word.len = (size_t)(apostrophe - word.ptr);
    return slot_of(l, hash_of(word))->languages;
}

/* Whether token `i` stands in a name: "de Ligt", "van de Ven". */
static bool is_in_name(const document *doc, uint32_t i)
{
    const token *t = &doc->tokens[i];

    if (!(t->classes & CLASS_BIT(CLASS_PARTICLE)))
        return false;
    for (uint32_t k = i + 1; k < doc->n_tokens && k <= i + 2; k++) {
        if (doc->tokens[k].flags & TOKEN_CAPITAL)
            return true;
        if (!(doc->tokens[k].classes & CLASS_BIT(CLASS_PARTICLE)))
            return false;
    }
    return false;
}

/* Words without capitals: those with one may be names. */
static void count_words(const languages *l, const document *doc, double counts[LANGUAGES_MOST])
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < doc->n_tokens && n < LONG_ENOUGH; i++) {
        const token *t = &doc->tokens[i];
        if (t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL))
            continue;
        n++;
        uint32_t with = is_in_name(doc, i) ? 0 : languages_with(l, doc, i);
        if (t->classes & CLASS_BIT(CLASS_COMMON) && !(with & 1))
            counts[0] += with ? 1 : COMMON_WORD; /* "met", "over": shared with another */
        for (uint32_t k = 0; with >> k; k++)
            counts[k] += with >> k & 1;
    }
}

/* Whether the first words show at once that the text is in the lexicon's language, as those of
 * nearly all do: in no other are as many small words those of its classes. */
static bool is_plainly_own(const document *doc)
{
    const uint64_t small =
        CLASS_BIT(CLASS_AUX) | CLASS_BIT(CLASS_DETERMINER) | CLASS_BIT(CLASS_PREPOSITION);
    uint32_t n = 0, own = 0;

    for (uint32_t i = 0; i < doc->n_tokens && n < GLANCE; i++) {
        const token *t = &doc->tokens[i];
        if (t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL))
            continue;
        n++;
        own += (t->classes & small) != 0;
    }
    return own >= GLANCE / 4;
}

suitor_sv languages_of(const languages *l, const document *doc)
{
    double counts[LANGUAGES_MOST] = { 0 };
    uint32_t best = 0;

    if (is_plainly_own(doc))
        return l->codes[0];
    const char *script = other_script(doc->text);
    if (script)
        return suitor_sv_of(script);
    count_words(l, doc, counts);
    for (uint32_t k = 1; k < l->n; k++)
        best = counts[k] > counts[best] ? k : best;
    bool sure = counts[best] >= FEW || counts[0] <= 0 || counts[best] >= 2 * counts[0];
    return l->codes[sure ? best : 0];
}
