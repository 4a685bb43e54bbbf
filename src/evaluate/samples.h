/* Samples: the candidates of labelled texts with their features and the labels that the
 * gold gives them, to learn from. */
#ifndef EVALUATE_SAMPLES_H
#define EVALUATE_SAMPLES_H

#include "gold.h"
#include "scoring/features.h"
#include "suitor/extractor.h"

typedef struct {
    uint32_t first, count; /* into features[] */
    uint32_t row;          /* of the gold */
    uint8_t label;
    float weight; /* less than 1 where the gold tells of the pair, but not by this sentence */
} sample;

/* All samples of one table of weights. */
typedef struct {
    sample *samples;
    uint32_t *features; /* indexes into kinds[] */
    feature *kinds;     /* each feature that occurs, once */
    uint32_t *counts;   /* by kind: how often */
    weight_slot *slots; /* feature key → kind + 1 */
    uint32_t n_samples, samples_cap, n_features, features_cap, n_kinds, kinds_cap, counts_cap;
    uint32_t mask, n_labels;
} sample_set;

/* Read the row's text and add its samples to `pairs` and `stays`, which are zeroed or used
 * before. SUITOR_ERR_NOMEM is the only failure that is not the article's own. */
suitor_status samples_add(sample_set *pairs, sample_set *stays, const suitor_extractor *extractor,
                          suitor_extraction *extraction, const gold_row *row, uint32_t row_index,
                          suitor_error *err);
void samples_free(sample_set *set);

#endif
