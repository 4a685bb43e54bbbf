/* Somebody named in an article, and what is told of him. */
#ifndef EXTRACT_PERSON_H
#define EXTRACT_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "suitor/sv.h"

typedef enum { PERSON_PLAYER, PERSON_STAFF, PERSON_PRESS } person_kind;

/* How surely it is known whose player somebody is; the surer telling stands. */
enum {
    CLUB_UNKNOWN,
    CLUB_IN_PASSING, /* "from Lyon", or what the article as a whole suggests */
    CLUB_BY_CUE,     /* who would sell him */
    CLUB_BY_REGISTER,
    CLUB_DESCRIBED /* "the Lyon striker", or who sells in a deal */
};

/* Somebody named in the article. */
typedef struct person {
    suitor_sv name;   /* the fullest form */
    suitor_sv folded; /* of it, words split by one blank */
    uint32_t n_words;
    uint32_t gazetteer; /* index by kind, NONE */
    uint32_t club;      /* gazetteer club he belongs to, NONE */
    uint32_t loan_club; /* that borrows him, NONE */
    uint32_t country;
    int32_t age;
    uint8_t kind;
    uint8_t position;
    uint8_t club_sureness;
    uint32_t known;                             /* gazetteer player he is taken for, NONE */
    const struct registered_person *registered; /* by a register beside these; NULL */
    bool succeeded;                             /* the text looks for his successor */
    uint8_t told;                               /* relations that events tell of him, a bit each */
    bool moves;                                 /* an event tells that he leaves or is bought */
    uint32_t open_until;                        /* sentence: what is agreed of him up to it lacks
                                                 * the word of one side; NONE */
    uint32_t first_spelling;                    /* into spellings[], chained */
    uint32_t fact;                              /* index in facts.players, NONE */
} person;

#endif
