/* The vocabulary: every folded word that gazetteer or lexicon know, numbered,
 * with the word classes it belongs to as a bit set. */
#ifndef EXTRACT_VOCAB_H
#define EXTRACT_VOCAB_H

#include "strmap.h"
#include "token.h"

enum { VOCAB_MAX_WORD = 64 }; /* bytes of a folded word; longer ones are unknown */

/* Where in names a word stands: elsewhere none is looked for. */
enum {
    WORD_OPENS_NAME = 1,       /* at the beginning of some */
    WORD_OPENS_SMALL_NAME = 2, /* of some that may be written without a capital */
    WORD_GOES_ON_NAME = 4      /* behind the first word */
};

/* A word of up to sixteen bytes, as nearly all are: two numbers that hold its bytes and
 * zeros behind them, so that looking it up takes no loop over its letters. */
typedef struct {
    uint64_t head, tail;
} vocab_key;

typedef struct {
    vocab_key key;
    uint64_t classes; /* copied by vocab_settle(), so that all of a word is at one place */
    uint32_t id;      /* 0: free */
    uint8_t marks;    /* likewise */
} vocab_slot;

typedef struct {
    vocab_slot *slots; /* open addressing, linear probing, at most half full */
    uint32_t mask, n_short;
    strmap longer;       /* the words that are too long for a slot */
    uint64_t *classes;   /* by word id; bit c: the word alone is a member of class c */
    uint8_t *marks;      /* by word id: WORD_… */
    uint32_t count, cap; /* ids run from 1 to count */
    uint32_t marks_cap;
} vocab;

/* Id of `folded`, added when new; 0 when out of memory. */
uint32_t vocab_add(vocab *v, suitor_sv folded);

/* Id of `folded`, 0 when unknown. */
uint32_t vocab_find(const vocab *v, suitor_sv folded);

/* All words by id, words[0] empty: an array out of `memory`, NULL when that is out. */
suitor_sv *vocab_words(const vocab *v, arena *memory);

/* To be called when all words have their classes and marks, before texts are numbered. */
void vocab_settle(vocab *v);

/* Number the words of all tokens and fill in their classes and marks. "&" counts as "and", and
 * #name and @name as the word "#name". */
void vocab_number(const vocab *v, document *doc);

/* Id of the word that token `i`, no tag, stands for, added when new; 0 for signs and
 * when out of memory. */
uint32_t vocab_add_token(vocab *v, const document *doc, uint32_t i);
void vocab_free(vocab *v);

#endif
