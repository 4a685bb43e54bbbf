/* Cues found in a sentence, with their arguments. */
#ifndef EXTRACT_MATCH_H
#define EXTRACT_MATCH_H

#include "reading.h"

enum { MATCH_MAX_LITERALS = 16, MATCH_MAX_SENTENCE = 64, MATCH_MAX_FOUND = 256 };

/* One pattern laid over a sentence; arguments are units, NONE where not found. */
typedef struct {
    uint32_t pattern;
    uint32_t club, player, seller, rival, position;
    uint32_t literals[MATCH_MAX_LITERALS]; /* units that its words stand on */
    uint32_t n_literals;
    uint32_t first, last; /* units of the whole, arguments included */
    bool breaks_off;      /* the clause ends without the player: only within his story */
} cue_match;

/* A match that stands, and whether anything was told by it. */
typedef struct cue_use {
    cue_match match;
    uint32_t sentence;
    bool claimed;
} cue_use;

/* The matches of a sentence that stand when longer patterns win over shorter ones
 * on the same words, in the order of the text. At most MATCH_MAX_SENTENCE. */
uint32_t cues_match(reading *r, const unit_sentence *s, cue_match *out);

/* Of `n` matches at most MATCH_MAX_FOUND, those that stand. */
uint32_t matches_choose(const cue_match *found, uint32_t n, cue_match *out);

#endif
