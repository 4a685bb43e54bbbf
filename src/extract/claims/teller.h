/* Inner to claims/: what the steps from a cue to its events share. */
#ifndef EXTRACT_TELLER_H
#define EXTRACT_TELLER_H

#include "claims/arguments.h"
#include "claims/match.h"
#include "grow.h"
#include "mentions/mentions.h"

/* What the text is about at this point. */
typedef struct {
    reading *r;
    uint32_t sentence_index;
    const unit_sentence *s;
    uint32_t player;     /* person, NONE */
    uint32_t clubs_unit; /* unit (first of a list) of the last suitors, NONE */
    uint32_t last_event; /* into r->events, NONE */
    uint32_t main_unit;  /* unit of the club the whole text is about, NONE */
    uint32_t n_told;     /* events, needs, choices and owners so far */
} teller;

typedef struct {
    bool negated, doubtful, supposed, hedged, question;
    bool depends; /* "if", "unless" behind it: no deal yet */
    bool former;  /* "had": over by the time that is told of */
} mood;

/* First and last unit of the list that unit `u` stands in; `u` itself alone. */
static inline uint32_t list_first(const reading *r, uint32_t u)
{
    return r->units[u].list_last > r->units[u].list_first ? r->units[u].list_first : u;
}

static inline uint32_t list_last(const reading *r, uint32_t u)
{
    return r->units[u].list_last > r->units[u].list_first ? r->units[u].list_last : u;
}

/* Whether a claim of this relation is about a club other than his own. */
static inline bool takes_club(uint8_t kind)
{
    return kind == SUITOR_INTEREST || kind == SUITOR_DEAL || kind == SUITOR_ENDED;
}

/* mood.c: negation, doubt, supposition, question around a match. */
mood mood_of(const reading *r, const unit_sentence *s, const cue_match *m);
uint8_t mood_hedge(const teller *t, const mood *m);

/* What is left of relation and stage under doubt; false when nothing is. */
bool mood_soften(const mood *m, uint8_t *relation, uint8_t *stage);

/* Turns a negated cue into what it then says; false when it says nothing. */
bool cue_negate(const cue *c, uint8_t *relation, uint8_t *stage);

/* Begins the clause of unit `u`: behind the last comma or far sign. */
uint32_t clause_start(const reading *r, const unit_sentence *s, uint32_t u);

/* context.c: arguments that the sentence does not name. */
bool context_player(const teller *t, cue_match *m);
void context_club(const teller *t, cue_match *m, const cue *c);

/* The club that an article is about: named more than any other, and three times,
 * in a long text twice. */
uint32_t context_main_club(const reading *r);

/* owner.c: whose player somebody is, learned from cues. */
void learn_seller(teller *t, const cue_match *m, const cue *c);
void learn_from_pair(teller *t, const cue_match *m);
void learn_sellers(reading *r, const unit_sentence *s);

/* emit.c: events for every player and club of the lists that a match names. */
void emit_for_player(teller *t, const cue_match *m, const event *proto, uint32_t player);
void emit_all(teller *t, const cue_match *m, const event *proto);

/* squad.c: needs, successors, and choices between players. */
void tell_need(teller *t, cue_match *m, const cue *c);
void tell_choice(teller *t, const cue_match *m);

#endif
