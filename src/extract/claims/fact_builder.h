/* Inner to claims/: the arrays of suitor_facts while they are filled. */
#ifndef EXTRACT_FACT_BUILDER_H
#define EXTRACT_FACT_BUILDER_H

#include "claims/claims.h"
#include "claims/merge.h"

typedef struct {
    reading *r;
    suitor_facts *f;
    suitor_player *players;
    suitor_club *clubs;
    suitor_claim *claims;
    suitor_evidence *evidence;
    suitor_fee *fees;
    suitor_need *needs;
    suitor_either_or *either_or;
    uint32_t *either_or_players;
    suitor_sv *sources, *aliases;
    uint32_t *gazetteer_clubs; /* of clubs[] */
    uint32_t *told_by;         /* by person: first unit that tells his club, NONE */
} builder;

/* Index of a club or player in the facts, put in when it is not there. */
uint32_t fact_of_club(builder *b, uint32_t club);
uint32_t fact_of_player(builder *b, uint32_t who);

/* fact_claims.c: claims with their evidence. */
void facts_note_tellers(builder *b);
void facts_add_claims(builder *b);
void facts_add_owner(builder *b, uint32_t who, uint32_t club, uint8_t stage);

/* fact_names.c: sources and other spellings. */
void facts_add_sources(builder *b);
void facts_add_player_aliases(builder *b);
void facts_add_club_aliases(builder *b);

#endif
