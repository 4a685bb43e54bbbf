/* The lexicon: word classes, positions and cue patterns of data/lexicon/LANG.
 * The pattern language is described in docs/lexicon.md. */
#ifndef EXTRACT_LEXICON_H
#define EXTRACT_LEXICON_H

#include "arena.h"
#include "lexicon/call.h"
#include "lexicon/origins.h"
#include "lexicon/trie.h"
#include "lexicon/word_class.h"
#include "suitor/extraction.h"
#include "vocab.h"

#define CLASS_BIT(c) (UINT64_C(1) << (c))

typedef enum {
    ELEMENT_WORDS,    /* one of several word sequences */
    ELEMENT_CLUB,     /* C: the club that wants, buys */
    ELEMENT_PLAYER,   /* P */
    ELEMENT_SELLER,   /* S: the club he belongs to */
    ELEMENT_RIVAL,    /* R: a club that loses out */
    ELEMENT_POSITION, /* N: a position, for needs */
    ELEMENT_GAP,      /* …: up to six units of anything */
    ELEMENT_END       /* .: the clause ends here */
} element_kind;

typedef struct {
    uint8_t kind; /* element_kind */
    bool optional;
    bool tight;            /* an argument right beside its neighbour */
    bool near;             /* only auxiliaries, adverbs and asides stand between */
    bool possessive;       /* an argument with 's, or his, their */
    uint32_t first, count; /* into sequences[], by their first words */
    uint64_t heads;        /* filter of the first words */
    uint64_t other_heads;  /* likewise, by other_bit() */
} element;

typedef struct {
    uint32_t head;         /* the first word */
    uint32_t first, count; /* into word_pool[] */
} sequence;

/* What a cue says. The first six are suitor_relation's. */
typedef enum {
    CUE_NEED = SUITOR_N_RELATIONS, /* the club looks for position N */
    CUE_SUCCESSOR,                 /* the club looks for a successor of P */
    CUE_EITHER_OR,                 /* only one of the players around */
    CUE_SAME,                      /* the club does as the one before did */
    CUE_OPEN,                      /* what is agreed of P lacks the word of one side still */
    CUE_NONE,                      /* blocks what would match otherwise */
    N_CUES
} cue_kind;

typedef enum {
    NEGATED_DROP,
    NEGATED_ENDED,
    NEGATED_STAYING,
    NEGATED_LEAVING,
    NEGATED_SAME
} cue_negated;

typedef struct {
    uint8_t kind;    /* suitor_relation or cue_kind */
    uint8_t stage;   /* suitor_stage */
    uint8_t negated; /* what it says under a negation */
    bool context;    /* missing arguments may come from the sentences before */
    bool timeless;   /* holds in sentences about the past, too */
    bool pair;       /* of two clubs the second is his own: "talks between C for P" */
    double confidence;
} cue;

/* Words that may stand between two elements and belong to neither. */
enum { MAX_SKIPS = 3 };

typedef struct {
    uint32_t first, count; /* into elements[] */
    uint32_t cue;          /* into cues[] */
    uint32_t anchor;       /* of the elements: the first words */
    uint32_t wants;        /* kinds of its elements that are not optional, a bit each */
    bool breaks_off;       /* ends in "in P" or the like, which may be left out */
    bool sum;              /* a sum of money must stand in it or beside it */
    suitor_sv text;        /* as written in the file */
} pattern;

/* How many elements of the pattern a sentence must hold. */
static inline uint32_t pattern_needed(const pattern *p)
{
    return p->breaks_off ? p->count - 2 : p->count;
}

typedef struct {
    vocab words;
    trie names;   /* gazetteer names, positions; see gazetteer.h for the kinds */
    trie signals; /* phrases of signals.json; refs are classes, signal_names[] */
    suitor_sv *signal_names;
    arena memory;
    uint32_t *word_pool;
    sequence *sequences;
    element *elements;
    cue *cues;
    pattern *patterns;
    uint32_t n_signal_names, signal_names_cap, n_words, words_cap, n_sequences, sequences_cap,
        n_elements, elements_cap;
    uint32_t n_cues, cues_cap, n_patterns, patterns_cap;
    call *calls;         /* of patterns: first those of single words, then those of pairs */
    word_calls *by_word; /* by word id, and one more */
    pair_calls *by_pair; /* open addressing, linear probing */
    uint16_t *needs;     /* numbers of needed elements */
    uint32_t n_calls, pair_mask, n_needs;
    uint32_t n_needed;    /* elements that have a number; they run from 1 */
    uint8_t *filter_bits; /* by word */
    uint32_t *heads;      /* of sequences[]: apart, for they are searched */
} lexicon;

/* Add a name of `n` words to lex->names; false when out of memory. */
bool lexicon_add_name(lexicon *lex, const uint32_t *words, uint32_t n, trie_entry entry);

/* Load `dir` (…/lexicon/en) into a zeroed lexicon.
 * origins  zeroed, filled with where everything comes from; release with origins_free() in
 *          any case. NULL where nobody wants to know */
suitor_status lexicon_load(lexicon *lex, const char *dir, lexicon_origins *origins,
                           suitor_error *err);
void lexicon_free(lexicon *lex);

/* To be called when all words have their classes and all names are added. */
void lexicon_settle(lexicon *lex);

static inline bool word_in(const lexicon *lex, uint32_t word, word_class c)
{
    return word && (lex->words.classes[word] >> c & 1);
}

/* A filter is a set of words of patterns, each one bit of 64, which some share: a word whose
 * bit is missing is not in it. */
static inline uint64_t filter_bit(const lexicon *lex, uint32_t word)
{
    return UINT64_C(1) << lex->filter_bits[word];
}

/* A second bit of each word, which other words share. */
static inline uint64_t other_bit(uint32_t word)
{
    return UINT64_C(1) << (word * UINT32_C(0x9E3779B9) >> 26);
}

/* The place of the two words, or the free one, of no calls, where they would stand. */
static inline pair_calls *pair_calls_of(const lexicon *lex, uint32_t first, uint32_t second)
{
    uint64_t words = (uint64_t)first << 32 | second;
    uint32_t i = (uint32_t)(words * UINT64_C(0x9E3779B97F4A7C15) >> 32) & lex->pair_mask;

    while (lex->by_pair[i].words && lex->by_pair[i].words != words)
        i = (i + 1) & lex->pair_mask;
    return &lex->by_pair[i];
}

/* The first alternative of the element that begins with the word, else one that begins with
 * a later word, or its end. */
static inline uint32_t first_alternative(const lexicon *lex, const element *e, uint32_t word)
{
    const uint32_t *heads = lex->heads + e->first;
    uint32_t at = 0;

    for (uint32_t n = e->count; n > 1;) {
        uint32_t half = n / 2;
        at += heads[at + half - 1] < word ? half : 0;
        n -= half;
    }
    return e->first + at + (heads[at] < word);
}

#endif
