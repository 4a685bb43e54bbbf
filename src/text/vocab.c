/* The vocabulary as a hash table of short words, with a string map for long ones. */
#include "vocab.h"

#include <stdlib.h>

#include "fold.h"
#include "grow.h"
#include "utf8.h"

enum { FIRST_SLOTS = 1024 };

static vocab_key key_of(suitor_sv word)
{
    char padded[VOCAB_SHORT] = { 0 };

    if (word.len)
        memcpy(padded, word.ptr, word.len);
    return (vocab_key){ ascii_load(padded), ascii_load(padded + 8) };
}

uint32_t vocab_find(const vocab *v, suitor_sv folded)
{
    uint32_t id = 0;

    if (folded.len > VOCAB_SHORT)
        strmap_get(&v->longer, folded, &id);
    else if (v->slots)
        id = vocab_slot_of(v, key_of(folded))->word.id;
    return id;
}

suitor_sv *vocab_words(const vocab *v, arena *memory)
{
    suitor_sv *words = arena_zeros(memory, (size_t)v->count + 1, sizeof *words);

    for (uint32_t i = 0; words && v->slots && i <= v->mask; i++)
        if (v->slots[i].word.id) {
            const char *bytes = (const char *)&v->slots[i].key;
            words[v->slots[i].word.id] =
                arena_copy(memory, suitor_sv_make(bytes, strnlen(bytes, VOCAB_SHORT)));
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
        if (v->slots[i].word.id)
            *vocab_slot_of(&wider, v->slots[i].key) = v->slots[i];
    free(v->slots);
    v->slots = wider.slots;
    v->mask = wider.mask;
    return true;
}

/* Where the id of `folded` stands, 0 there when it is new; NULL when out of memory. */
static uint32_t *place_of(vocab *v, suitor_sv folded)
{
    if (folded.len > VOCAB_SHORT)
        return strmap_put(&v->longer, folded, 0, NULL);
    if ((!v->slots || v->n_short * 2 > v->mask) && !widen(v))
        return NULL;
    vocab_slot *slot = vocab_slot_of(v, key_of(folded));
    v->n_short += slot->word.id == 0;
    slot->key = key_of(folded);
    return &slot->word.id;
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
    if (t->kind == TOKEN_PUNCT && t->sign == '>' && t->end - t->begin > 1) /* an arrow */
        return suitor_sv_of("to");
    return suitor_sv_make(NULL, 0);
}

/* The site of an address, "bbc.com" of "https://www.bbc.com/sport". */
static suitor_sv host_of(suitor_sv address)
{
    size_t from = 0, end;

    for (size_t i = 0; i + 3 <= address.len && from == 0; i++)
        if (memcmp(address.ptr + i, "://", 3) == 0)
            from = i + 3;
    if (address.len - from > 4 && memcmp(address.ptr + from, "www.", 4) == 0)
        from += 4;
    for (end = from; end < address.len && address.ptr[end] != '/';)
        end++;
    return suitor_sv_make(address.ptr + from, end - from);
}

/* The folded form of a token that can be a word; length 0 for one that cannot. */
static suitor_sv folded_token(const document *doc, uint32_t i, char out[VOCAB_MAX_WORD])
{
    if (doc->tokens[i].kind == TOKEN_URL)
        return suitor_sv_make(out, fold(host_of(token_text(doc, i)), out, VOCAB_MAX_WORD));
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

/* The key of a tag, which is known by "#" and its folded name. */
static vocab_key key_of_tag(const char *text, size_t len)
{
    vocab_key key = vocab_key_of(text, len);

    if (memchr(text, '_', len)) /* which is not folded like letters */
        return (vocab_key){ 0, ASCII_TOPS };
    key.head = (key.head & ~UINT64_C(0xFF)) | '#';
    return key;
}

/* The key of a clitic; its apostrophe may be one beyond ASCII. */
static vocab_key key_of_clitic(const char *text, size_t len)
{
    const size_t before = utf8_length(text, len) - 1; /* of the apostrophe's last byte */
    vocab_key key = vocab_key_of(text + before, len - before);

    if (before)
        key.head = (key.head & ~UINT64_C(0xFF)) | '\'';
    return key;
}

/* The key of a token that can be a word, is short, and folds to ASCII byte by byte; one that
 * is not ASCII for any other. */
static vocab_key key_of_token(const document *doc, const token *t)
{
    const char *text = doc->padded + t->begin;
    const size_t len = t->end - t->begin;

    if (len > VOCAB_SHORT)
        return (vocab_key){ 0, ASCII_TOPS };
    switch ((token_kind)t->kind) {
    case TOKEN_WORD:
    case TOKEN_NUMBER: return vocab_key_of(text, len);
    case TOKEN_CLITIC: return key_of_clitic(text, len);
    case TOKEN_HANDLE:
    case TOKEN_HASHTAG: return key_of_tag(text, len);
    default: return (vocab_key){ 0, ASCII_TOPS };
    }
}

vocab_word vocab_token(const vocab *v, const document *doc, uint32_t i)
{
    if (!v->count)
        return (vocab_word){ 0 };
    vocab_key key = key_of_token(doc, &doc->tokens[i]);
    if (v->slots && !((key.head | key.tail) & ASCII_TOPS))
        return vocab_slot_of(v, key)->word;
    uint32_t id = find_token(v, doc, i);
    return (vocab_word){ v->classes[id], id, v->marks[id] };
}

void vocab_settle(vocab *v)
{
    for (uint32_t i = 0; v->slots && i <= v->mask; i++) {
        v->slots[i].word.classes = v->classes[v->slots[i].word.id];
        v->slots[i].word.marks = v->marks[v->slots[i].word.id];
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
