/* Traces: what a text has told so far of each club and player that it names: how often it
 * names the club, when last, whom it pursues by the cues. A candidate takes from them what its
 * sentence does not show: most of what a text says of a player it says without the club that
 * the paragraph is about. */
#ifndef EXTRACT_TRACES_H
#define EXTRACT_TRACES_H

#include "claims/arguments.h"

/* Texts name fewer; of those named later nothing is kept. */
enum { MOST_TRACES = 64 };

typedef struct {
    uint32_t who;     /* person, gazetteer club */
    uint32_t count;   /* how often the whole text names the club */
    uint32_t last;    /* sentence that named it last, NONE */
    uint32_t n_suits; /* players it pursues, clubs that pursue him, as far as told */
    uint32_t other;   /* the last of these, NONE */
    uint32_t pursued; /* sentence that told of him, NONE */
    uint8_t topic;    /* how many clubs the text names more often, up to 3 */
} trace;

typedef struct {
    trace items[MOST_TRACES + 1];
    uint32_t n;
} trace_list;

typedef struct {
    trace_list clubs, players;
    uint32_t first_of_text, first_of_paragraph, last_named; /* clubs, NONE */
    uint32_t next_event;
} traces;

/* Who is named by a unit: a player; a club, or that of a player ("the Inter winger"). NONE. */
static inline uint32_t unit_player(const reading *r, uint32_t u)
{
    const unit *at = &r->units[u];

    return argument_fits(at, ELEMENT_PLAYER) ? at->ref : NONE;
}

static inline uint32_t unit_club(const reading *r, uint32_t u)
{
    const unit *at = &r->units[u];

    if (at->kind == UNIT_CLUB || at->kind == UNIT_THEY)
        return at->ref;
    return at->kind == UNIT_PLAYER || at->kind == UNIT_DESCRIBED ? at->club : NONE;
}

/* Before the first sentence. */
void traces_begin(traces *t, const reading *r);

/* Before and behind the candidates of a sentence; `fresh`: it begins a paragraph. */
void traces_enter(traces *t, const reading *r, uint32_t sentence_index, bool fresh);
void traces_leave(traces *t, const reading *r, uint32_t sentence_index);

/* What the text before the sentence tells of the two; `club` may be NONE. */
pair_context traces_context(traces *t, uint32_t sentence_index, uint32_t player, uint32_t club);

#endif
