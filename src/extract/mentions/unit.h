/* Units: a sentence as words, signs and noun phrases. */
#ifndef EXTRACT_UNIT_H
#define EXTRACT_UNIT_H

#include "lexicon/lexicon.h"

typedef enum {
    UNIT_WORD,
    UNIT_SIGN,
    UNIT_CLUB,      /* ref: gazetteer club */
    UNIT_PLAYER,    /* ref: person */
    UNIT_DESCRIBED, /* "the Italy star"; ref: person once resolved */
    UNIT_HE,        /* ref: person once resolved */
    UNIT_THEY,      /* "they", "the club"; ref: club once resolved */
    UNIT_WHO,
    UNIT_SUM,    /* ref: index into sums[] */
    UNIT_SOURCE, /* ref: index into sources[] */
    UNIT_STAFF,  /* somebody who is no target; ref: person */
    UNIT_COUNTRY,
    UNIT_LEAGUE,
    UNIT_POSITION /* a kind of player: "a centre-back" */
} unit_kind;

enum {
    UNIT_POSSESSIVE = 1, /* 's behind it, or his, their */
    UNIT_BY_STAFF = 2,   /* a club that its manager stands for */
    UNIT_TAG = 4,
    UNIT_INDEFINITE = 8,
    UNIT_THEIRS = 16, /* "their captain": of the club that "they" are */
    UNIT_BETWEEN = 32 /* a number or a mark that may stand between the words of a cue */
};

/* A word or a noun phrase of a sentence. */
typedef struct {
    uint32_t first, end; /* tokens */
    uint32_t ref;
    uint32_t word;    /* vocabulary id of a word or pronoun; 0 unknown, and of all else */
    uint32_t club;    /* gazetteer club inside the phrase, NONE */
    uint32_t country; /* nationality, or the country of "the Spanish club" */
    int32_t age;
    uint8_t kind;
    uint8_t flags;
    uint8_t position;
    char sign;                      /* of UNIT_SIGN */
    uint64_t classes;               /* of the word, a bit each */
    uint64_t cue_bit;               /* of the word in filters; 0 where it stands in no cue */
    uint32_t list_first, list_last; /* units of the coordination it stands in */
    uint8_t arguments; /* kinds of element that it can be, a bit each: claims/arguments.c */
} unit;

/* Whether the word of the unit is in class `c`; pronouns have their classes, too. */
static inline bool unit_in(const unit *u, word_class c) { return u->classes >> c & 1; }

/* Whether the unit is a plain word of class `c`. */
static inline bool unit_is(const unit *u, word_class c)
{
    return u->kind == UNIT_WORD && unit_in(u, c);
}

#endif
