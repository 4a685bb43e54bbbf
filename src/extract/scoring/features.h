/* Features of candidates: what of a sentence speaks for or against a claim about a player and
 * a club. They are listed for who learns, and else added up by their weights at once. */
#ifndef EXTRACT_FEATURES_H
#define EXTRACT_FEATURES_H

#include "reading.h"

typedef struct feature_list {
    feature *items;
    uint32_t n_items, items_cap;
} feature_list;

/* What features ask of a unit, the same for all candidates: signals.c. */
typedef struct scored_unit {
    uint64_t signals; /* the classes of the phrases that it is part of, a bit each */
    uint32_t value;   /* as features have it: a word or what else it is; 0 unknown words */
    uint32_t number;  /* of the value in the model */
    uint8_t marks;    /* what it divides */
} scored_unit;

enum {
    MARK_BOUNDARY = 1, /* a full stop, a bracket … */
    MARK_CLAUSE_WORD = 2,
    MARK_COMMA = 4
};

/* Prepare the units of all sentences that have candidates. */
void units_mark(reading *r);

/* What the candidates of a sentence share: the sums of features that hang on the sentence
 * alone, by layout. */
typedef struct {
    uint32_t sentence; /* NONE at first */
    bool known[N_LAYOUTS];
    label_sums sums[N_LAYOUTS];
} sentence_sums;

typedef struct {
    uint32_t first, end;
} unit_range;

/* The units from one of the two to the other; of one alone, its clause. */
unit_range candidate_range(const reading *r, const pair_candidate *c);

/* The features of a candidate, in place of what was in `out`. False without memory. */
bool features_list(const reading *r, const pair_candidate *c, feature_list *out);

/* The sums of the weights of a candidate's features by the model. */
void features_add_up(const reading *r, const pair_candidate *c, sentence_sums *shared,
                     label_sums *sums);

#endif
