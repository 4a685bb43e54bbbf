/* A feature: a template with the words, classes or numbers that fill it, and how player and
 * club stand to each other. */
#ifndef EXTRACT_FEATURE_H
#define EXTRACT_FEATURE_H

#include <stdint.h>

/* How the two stand to each other. */
typedef enum {
    LAYOUT_ANY,
    LAYOUT_PLAYER_FIRST,
    LAYOUT_CLUB_FIRST,
    LAYOUT_ONE_PHRASE,
    LAYOUT_PLAYER_IN_MIND,
    LAYOUT_CLUB_IN_MIND,
    LAYOUT_ALONE,
    N_LAYOUTS
} pair_layout;

typedef enum {
    FEATURE_BIAS,
    FEATURE_KINDS, /* kinds of the two units */
    FEATURE_DISTANCE,
    FEATURE_BOUNDARIES,
    FEATURE_CLAUSES,
    FEATURE_COMMAS,
    FEATURE_OTHER_CLUBS,
    FEATURE_OTHER_PLAYERS,
    FEATURE_COUNTS,
    FEATURE_FLAGS,
    FEATURE_KNOWN,    /* what is held of his club */
    FEATURE_REGISTER, /* what the register says of him and the club */
    FEATURE_SENTENCE, /* past, question, length */
    FEATURE_TEXT,     /* length of the text, and how many people a sentence it names */
    FEATURE_RANK,
    FEATURE_CONTEXT,
    FEATURE_LISTED,
    FEATURE_RULE, /* what the cues told of the pair here */
    FEATURE_RULE_OTHER_CLUB,
    FEATURE_RULE_OTHER_PLAYER,
    FEATURE_RULE_ELSEWHERE,
    FEATURE_WORD_BETWEEN,
    FEATURE_WORDS_BETWEEN,
    FEATURE_WORD_LEFT,
    FEATURE_WORD_RIGHT,
    FEATURE_BEFORE_PLAYER,
    FEATURE_BEHIND_PLAYER,
    FEATURE_BEFORE_CLUB,
    FEATURE_BEHIND_CLUB,
    FEATURE_WORD_ANYWHERE,
    FEATURE_SIGNAL_BETWEEN,
    FEATURE_SIGNAL_LEFT,
    FEATURE_SIGNAL_RIGHT,
    FEATURE_SIGNAL_NEAR,
    FEATURE_SIGNALS_NEAR, /* two of them */
    FEATURE_SIGNAL_ANYWHERE,
    N_FEATURES
} feature_template;

/* Values of words: vocabulary ids, or what else a unit is. */
#define VALUE_UNIT 0x80000000u /* | unit kind */
#define VALUE_SIGN 0x40000000u /* | character */
#define VALUE_EDGE 0x20000000u /* begin or end of the sentence */

typedef struct feature {
    uint8_t template, layout;
    uint32_t a, b; /* b: of templates with two values */
} feature;

/* How the values of a template are written. */
typedef enum { VALUE_NUMBER, VALUE_WORD, VALUE_WORDS, VALUE_SIGNAL, VALUE_SIGNALS } value_kind;

extern const struct feature_form {
    const char *name;
    value_kind kind;
} feature_forms[N_FEATURES];

extern const char *const layout_names[N_LAYOUTS];

/* A number that stands for the feature. */
static inline uint64_t feature_key(const feature *f)
{
    uint64_t x = (uint64_t)f->a << 32 | f->b;

    x ^= ((uint64_t)f->template << 8 | f->layout) * UINT64_C(0x9E3779B97F4A7C15);
    x ^= x >> 32;
    x *= UINT64_C(0xD6E8FEB86659FD93);
    x ^= x >> 32;
    x *= UINT64_C(0xD6E8FEB86659FD93);
    return x ^ x >> 32;
}

#endif
