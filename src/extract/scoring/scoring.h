/* The learned layer over the cues: pairs of player and club in a sentence, scored by what
 * stands around them. It adds claims that no phrase of the lexicon tells, and drops those
 * that everything else speaks against. */
#ifndef EXTRACT_SCORING_H
#define EXTRACT_SCORING_H

#include "reading.h"

/* Load the weights of `dir` (…/lexicon/en/weights), behind gazetteer and lexicon. */
suitor_status scoring_load(suitor_extractor *x, const char *dir, suitor_error *err);
void scoring_free(suitor_extractor *x);

/* Score by these tables from now on. False without memory. */
bool scoring_use(suitor_extractor *x, const weights *pairs, const weights *stays);

struct feature_list;

/* Who wants to see each candidate with its features, to learn from them. */
typedef struct pair_watcher {
    void (*see)(const reading *r, const pair_candidate *c, const struct feature_list *features,
                void *user);
    void *user;
} pair_watcher;

/* Fill r->pairs. */
void pairs_find(reading *r);

/* Add and drop events by the scores of the pairs. */
void pairs_judge(reading *r);

#endif
