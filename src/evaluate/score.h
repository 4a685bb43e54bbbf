/* Inner to evaluate/: counting what reading and gold have in common. */
#ifndef EVALUATE_SCORE_H
#define EVALUATE_SCORE_H

#include "gold.h"
#include "quote.h"
#include "suitor/evaluate.h"

/* The count so far; zeroed, with `memory` set, it is ready. */
typedef struct {
    suitor_evaluation sums; /* market and all claims are left to score_finish() */
    suitor_disagreement *disagreements;
    uint32_t cap;
    arena *memory; /* of what disagreements show */
    document doc;  /* scratch */
} scorer;

/* Count what was read out of the row's article. Both `row` and the text must stand as long
 * as the disagreements are used. */
suitor_status score_row(scorer *s, const gold_row *row, const suitor_facts *facts,
                        suitor_error *err);

/* Add up the tallies of several scores. */
void score_finish(scorer *s);

void score_free(scorer *s);

#endif
