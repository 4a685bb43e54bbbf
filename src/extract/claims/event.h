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

/* Whether an event is about the player and the club. */
bool events_tell_of(const struct suitor_extraction *r, uint32_t player, uint32_t club);

#endif
