/* Weights: for each feature what it adds to each label's score, as data/lexicon/LANG/
 * weights/(name).tsv lists them. They are learned and loaded in this form; texts are scored
 * by the model that is made of it (model.h). */
#ifndef EXTRACT_WEIGHTS_H
#define EXTRACT_WEIGHTS_H

#include "lexicon/lexicon.h"
#include "scoring/feature.h"

enum { MOST_LABELS = 12, WEIGHT_UNIT = 100 /* weights are whole hundredths */ };

typedef struct {
    uint64_t key;
    uint32_t row; /* 0 free; rows are numbered from 1 */
} weight_slot;

typedef struct {
    weight_slot *slots;
    int16_t *rows;     /* n_labels each */
    feature *features; /* by row */
    uint32_t mask, n_rows, n_labels;
} weights;

/* An empty table for up to `most` rows; false without memory. */
bool weights_begin(weights *w, uint32_t n_labels, uint32_t most);

/* Room for the row of a feature, zeroed; NULL if it has one already. */
int16_t *weights_add(weights *w, const feature *f);

/* The row of a feature, NULL if it has none. */
const int16_t *weights_row(const weights *w, const feature *f);

/* Load a table whose header is "feature" and the `n` labels. Features of words that the
 * lexicon does not hold are passed over. */
suitor_status weights_load(weights *w, const lexicon *lex, const char *path,
                           const char *const *labels, uint32_t n, suitor_error *err);
void weights_free(weights *w);

#endif
