/* What scoring/ weighs. */
#ifndef EXTRACT_CANDIDATE_H
#define EXTRACT_CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

/* Sentences since something was told. */
enum { CONTEXT_LONG_AGO = 5, CONTEXT_NEVER };

/* What the text before a sentence tells of a player and a club: scoring/traces.h. */
typedef struct {
    uint8_t topic;                /* 0 the club that the text names most, up to 3 */
    uint8_t club_age, player_age; /* sentences since they were named */
    uint8_t suits, suit_age;      /* other players that it pursues, up to 3; since told of one */
    uint8_t suitors;              /* clubs that pursue him, up to 3 */
    bool leads_text, leads_paragraph;
    bool last_named; /* no club was named since */
} pair_context;

/* A player and a club that a sentence may tie together. One of the two may come from
 * the sentences before; a candidate without a club asks whether he leaves or stays. */
typedef struct {
    uint32_t sentence;
    uint32_t player, club;           /* person; gazetteer club, NONE */
    uint32_t player_unit, club_unit; /* NONE where it is not named in the sentence */
    uint32_t rank;                   /* among those in mind, of the one that is not named */
    pair_context context;
} pair_candidate;

#endif
