/* What the cues of an article tell, before it is boiled down to facts. */
#ifndef EXTRACT_EVENT_H
#define EXTRACT_EVENT_H

#include <stdbool.h>
#include <stdint.h>

/* A cue with its arguments filled. */
typedef struct {
    uint32_t sentence;
    uint32_t player, club; /* person, gazetteer club */
    uint32_t first, end;   /* tokens of the quote */
    uint8_t relation;      /* suitor_relation */
    uint8_t stage, hedge;
    double confidence;
    uint32_t origin; /* into sources[], NONE */
    bool dropped;    /* what else the text says speaks against it */
    bool own_club;   /* leaving, staying: the club is the player's own */
    uint32_t next;   /* event of the same pair and line of telling, NONE; see merge.h */
} event;

typedef struct {
    uint32_t club;
    uint8_t position;
    uint32_t first, end; /* tokens */
} need_event;

typedef struct {
    uint32_t club;
    uint32_t first_member, count; /* into members[] */
    uint32_t first, end;          /* tokens */
} choice_event;

struct suitor_extraction;

/* Take an event down. False when it is left out: there are too many, or no memory. */
bool event_push(struct suitor_extraction *r, const event *e);

/* The relations told of the player and the club, a bit each. */
uint32_t events_relations(const struct suitor_extraction *r, uint32_t player, uint32_t club);

/* Of the events [first, end), which are in text order, the first that is not told before
 * the sentence; `end` if all are. */
uint32_t events_before(const struct suitor_extraction *r, uint32_t first, uint32_t end,
                       uint32_t sentence_index);

/* Whether an event is about the player and the club. */
bool events_tell_of(const struct suitor_extraction *r, uint32_t player, uint32_t club);

#endif
