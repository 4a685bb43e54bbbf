/* Calls: what leads from the words of a sentence to the patterns that may stand in it. */
#ifndef EXTRACT_CALL_H
#define EXTRACT_CALL_H

#include <stdbool.h>
#include <stdint.h>

/* Kinds of argument that a sentence may hold, and how many sets of them there are. */
enum { HOLDS_CLUB = 1, HOLDS_PLAYER = 2, HOLDS_POSITION = 4, N_HOLDINGS = 8 };

/* How many units before the words that call for a pattern its anchor begins at most. */
enum { REACH_NONE = 0 /* they are the anchor's */, REACH_ANY = UINT8_MAX /* anywhere */ };

/* A pattern as words call for it, and what else the sentence must hold. */
typedef struct {
    uint32_t pattern;
    uint32_t need;    /* number of another of its elements; NO_NEED if no other is of words */
    bool need_behind; /* it stands behind the words that call */
    uint8_t holdings; /* by bit: whether these arguments, of all the sentence, are enough */
    uint8_t offset;   /* units from the first word of their element to the one that calls */
    uint8_t reach;    /* of the anchor */
} call;

enum { NO_NEED = 0 };

/* Of a word alone: the patterns that it calls for, and the needed elements that it begins. Both
 * end where those of the next word begin. */
typedef struct {
    uint32_t first_call, first_need;
} word_calls;

/* Two words that call for patterns where the second is the next that may not be skipped, or
 * one that is skipped up to there. */
typedef struct {
    uint64_t words; /* first << 32 | second; 0: free */
    uint32_t first_call, end_call;
} pair_calls;

#endif
