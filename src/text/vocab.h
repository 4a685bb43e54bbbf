/* The vocabulary: every folded word that gazetteer or lexicon know, numbered, with the
 * word classes it belongs to as a bit set, and marks. What they mean is up to who fills it. */
#ifndef TEXT_VOCAB_H
#define TEXT_VOCAB_H

#include "ascii.h"
#include "strmap.h"
#include "token.h"

enum { VOCAB_MAX_WORD = 64 }; /* bytes of a folded word; longer ones are unknown */

/* A word of up to sixteen bytes, as nearly all are: two numbers that hold its bytes and
 * zeros behind them, so that looking it up takes no loop over its letters. */
typedef struct {
    uint64_t head, tail;
} vocab_key;

enum { VOCAB_SHORT = sizeof(vocab_key) };

/* What is known of a word. */
typedef struct {
    uint64_t classes; /* bit c: the word alone is a member of class c */
    uint32_t id;      /* 0: unknown */
    uint8_t marks;    /* WORD_… of token.h */
} vocab_word;

typedef struct {
    vocab_key key;
    vocab_word word; /* classes and marks are copied by vocab_settle(); of id 0 where free */
} vocab_slot;

struct vocab {
    vocab_slot *slots; /* open addressing, linear probing, at most half full */
    uint32_t mask, n_short;
    strmap longer;       /* the words that are too long for a slot */
    uint64_t *classes;   /* by word id */
    uint8_t *marks;      /* likewise */
    uint32_t count, cap; /* ids run from 1 to count */
    uint32_t marks_cap;
};

/* Id of `folded`, added when new; 0 when out of memory. */
uint32_t vocab_add(vocab *v, suitor_sv folded);

/* Id of `folded`, 0 when unknown. */
uint32_t vocab_find(const vocab *v, suitor_sv folded);

/* All words by id, words[0] empty: an array out of `memory`, NULL when that is out. */
suitor_sv *vocab_words(const vocab *v, arena *memory);

/* To be called when all words have their classes and marks, before texts are read. */
void vocab_settle(vocab *v);

/* What is known of token `i`. "&" counts as "and", an arrow as "to", and #name and @name as
 * the word "#name". */
vocab_word vocab_token(const vocab *v, const document *doc, uint32_t i);

/* Id of the word that token `i`, no tag, stands for, added when new; 0 for signs and
 * when out of memory. */
uint32_t vocab_add_token(vocab *v, const document *doc, uint32_t i);
void vocab_free(vocab *v);

/* The key of the first `n` bytes, VOCAB_SHORT at most, at `text`, where as many can be read,
 * folded as far as they are ASCII. */
static inline vocab_key vocab_key_of(const char *text, size_t n)
{
    static const char masks[2 * VOCAB_SHORT] =
        "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";
    const char *mask = &masks[VOCAB_SHORT] - n;

    return (vocab_key){ (ascii_load(text) | ASCII_SMALL) & ascii_load(mask),
                        (ascii_load(text + 8) | ASCII_SMALL) & ascii_load(mask + 8) };
}

/* The slot of `key`, or the free one where it would stand; there are some. */
static inline vocab_slot *vocab_slot_of(const vocab *v, vocab_key key)
{
    uint64_t hash = (key.head + key.tail) * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t i = (uint32_t)(hash >> 40) & v->mask;

    while ((v->slots[i].key.head != key.head || v->slots[i].key.tail != key.tail) &&
           v->slots[i].word.id)
        i = (i + 1) & v->mask;
    return &v->slots[i];
}

#endif
