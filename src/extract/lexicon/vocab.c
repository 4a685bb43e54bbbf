/* The vocabulary as a hash table of short words, with a string map for long ones. */
#include "lexicon/vocab.h"

#include <stdlib.h>

#include "ascii.h"
#include "fold.h"
#include "grow.h"

enum { SHORT = sizeof(vocab_key), FIRST_SLOTS = 1024 };

static uint32_t hash_of(vocab_key key)
{
    uint64_t h =
        (key.head ^ key.tail * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xD6E8FEB86659FD93);

    return (uint32_t)(h >> 32);
}

/* The slot of `key`, or the free one where it would stand. */
static inline vocab_slot *slot_of(const vocab *v, vocab_key key)
{
    uint32_t i = hash_of(key) & v->mask;

    while ((v->slots[i].key.head != key.head || v->slots[i].key.tail != key.tail) && v->slots[i].id)
        i = (i + 1) & v->mask;
    return &v->slots[i];
}

static vocab_key key_of(suitor_sv word)
{
    char padded[SHORT] = { 0 };

    if (word.len)
        memcpy(padded, word.ptr, word.len);
    return (vocab_key){ ascii_load(padded), ascii_load(padded + 8) };
}

uint32_t vocab_find(const vocab *v, suitor_sv folded)
{
    uint32_t id = 0;

    if (folded.len > SHORT)
        strmap_get(&v->longer, folded, &id);
    else if (v->slots)
        id = slot_of(v, key_of(folded))->id;
    return id;
}

suitor_sv *vocab_words(const vocab *v, arena *memory)
{
    suitor_sv *words = arena_zeros(memory, (size_t)v->count + 1, sizeof *words);

    for (uint32_t i = 0; words && v->slots && i <= v->mask; i++)
        if (v->slots[i].id) {
            const char *bytes = (const char *)&v->slots[i].key;
            words[v->slots[i].id] =
                arena_copy(memory, suitor_sv_make(bytes, strnlen(bytes, SHORT)));
        }
    for (uint32_t i = 0; words && v->longer.slots && i <= v->longer.mask; i++)
        if (v->longer.slots[i].key.ptr)
            words[v->longer.slots[i].value] = v->longer.slots[i].key;
    return words;
}

static bool widen(vocab *v)
{
    vocab wider = { .mask = v->slots ? v->mask * 2 + 1 : FIRST_SLOTS - 1 };

    wider.slots = calloc((size_t)wider.mask + 1, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (uint32_t i = 0; v->slots && i <= v->mask; i++)
        if (v->slots[i].id)
            *slot_of(&wider, v->slots[i].key) = v->slots[i];
    free(v->slots);
    v->slots = wider.slots;
    v->mask = wider.mask;
    return true;
}

/* Where the id of `folded` stands, 0 there when it is new; NULL when out of memory. */
static uint32_t *place_of(vocab *v, suitor_sv folded)
{
    if (folded.len > SHORT)
        return strmap_put(&v->longer, folded, 0, NULL);
    if ((!v->slots || v->n_short * 2 > v->mask) && !widen(v))
        return NULL;
    vocab_slot *slot = slot_of(v, key_of(folded));
    v->n_short += slot->id == 0;
    slot->key = key_of(folded);
    return &slot->id;
}

uint32_t vocab_add(vocab *v, suitor_sv folded)
{
    if (!grow(&v->classes, &v->cap, v->count + 2, sizeof *v->classes) ||
        !grow(&v->marks, &v->marks_cap, v->count + 2, sizeof *v->marks))
        return 0;
    v->classes[0] = v->marks[0] = 0;
    uint32_t *id = place_of(v, folded);
    if (!id)
        return 0;
    if (!*id) {
        *id = ++v->count;
        v->classes[v->count] = v->marks[v->count] = 0;
    }
    return *id;
}

/* The word that the sign `i` stands for; length 0 for none. */
static suitor_sv word_of_sign(const document *doc, uint32_t i)
{
    const token *t = &doc->tokens[i];

    if (t->kind == TOKEN_PUNCT && t->sign == '&')
        return suitor_sv_of("and");
    if (t->kind == TOKEN_PUNCT && t->sign == '>' && token_text(doc, i).len > 1) /* an arrow */
        return suitor_sv_of("to");
    return suitor_sv_make(NULL, 0);
}

/* The folded form of a token that can be a word; length 0 for one that cannot. */
static suitor_sv folded_token(const document *doc, uint32_t i, char out[VOCAB_MAX_WORD])
{
    if (doc->tokens[i].kind > TOKEN_CLITIC)
        return word_of_sign(doc, i);
    return suitor_sv_make(out, fold(token_text(doc, i), out, VOCAB_MAX_WORD));
}

uint32_t vocab_add_token(vocab *v, const document *doc, uint32_t i)
{
    char bytes[VOCAB_MAX_WORD];
    suitor_sv folded = folded_token(doc, i, bytes);

    return folded.len ? vocab_add(v, folded) : 0;
}

static uint32_t find_tag(const vocab *v, suitor_sv tag)
{
    char bytes[VOCAB_MAX_WORD] = "#";
    size_t n = fold(suitor_sv_make(tag.ptr + 1, tag.len - 1), bytes + 1, sizeof bytes - 1);

    return vocab_find(v, suitor_sv_make(bytes, n + 1));
}

static uint32_t find_token(const vocab *v, const document *doc, uint32_t i)
{
    char bytes[VOCAB_MAX_WORD];

    if (doc->tokens[i].kind == TOKEN_HANDLE || doc->tokens[i].kind == TOKEN_HASHTAG)
        return find_tag(v, token_text(doc, i));
    suitor_sv folded = folded_token(doc, i, bytes);
    return folded.len ? vocab_find(v, folded) : 0;
}

/* The bytes of a short token, folded as far as they are ASCII. */
static inline vocab_key key_of_token(const char *text, const token *t)
{
    static const char masks[2 * SHORT] = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"
                                         "\xff\xff";
    const char *bytes = text + t->begin, *mask = masks + SHORT - (t->end - t->begin);

    return (vocab_key){ (ascii_load(bytes) | ASCII_SMALL) & ascii_load(mask),
                        (ascii_load(bytes + 8) | ASCII_SMALL) & ascii_load(mask + 8) };
}

/* Whether the token is none that can be a word. */
static inline bool is_mere_sign(const token *t)
{
    return t->kind > TOKEN_CLITIC && t->kind != TOKEN_HANDLE && t->kind != TOKEN_HASHTAG &&
           t->sign != '&' && t->sign != '>';
}

/* Id of the word of a token that the tokenizer left to be folded. */
static inline uint32_t fold_and_find(const vocab *v, const document *doc, uint32_t i)
{
    const token *t = &doc->tokens[i];

    if (t->kind <= TOKEN_CLITIC && t->end - t->begin <= SHORT) {
        vocab_key key = key_of_token(doc->padded, t);
        if (!((key.head | key.tail) & ASCII_TOPS))
            return slot_of(v, key)->id;
    }
    return find_token(v, doc, i);
}

static inline void set_word(token *t, uint32_t id, uint64_t classes, uint8_t marks)
{
    t->word = id;
    t->classes = classes;
    t->marks = marks;
}

void vocab_number(const vocab *v, document *doc)
{
    const vocab words = *v; /* so that writing to tokens is seen to leave it alone */
    const uint32_t n = doc->n_tokens;
    token *t = doc->tokens;

    for (uint32_t i = 0; i < n; i++, t++) {
        if (words.slots && t->short_word) {
            const vocab_slot *slot = slot_of(&words, (vocab_key){ t->short_word, 0 });
            set_word(t, slot->id, slot->classes, slot->marks);
        } else if (words.slots && !is_mere_sign(t)) {
            uint32_t id = fold_and_find(v, doc, i);
            set_word(t, id, words.classes[id], words.marks[id]);
        } else {
            set_word(t, 0, 0, 0);
        }
    }
}

void vocab_settle(vocab *v)
{
    for (uint32_t i = 0; v->slots && i <= v->mask; i++) {
        v->slots[i].classes = v->classes[v->slots[i].id];
        v->slots[i].marks = v->marks[v->slots[i].id];
    }
}

void vocab_free(vocab *v)
{
    free(v->slots);
    strmap_free(&v->longer);
    free(v->classes);
    free(v->marks);
    *v = (vocab){ 0 };
}
