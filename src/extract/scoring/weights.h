/* Weights: for each feature what it adds to each label's score, as data/lexicon/LANG/
 * weights/(name).tsv lists them. A candidate's label is read off a multinomial logistic
 * regression: p(label) ∝ exp(Σ weights of its features). */
#ifndef EXTRACT_WEIGHTS_H
#define EXTRACT_WEIGHTS_H

#include "lexicon/lexicon.h"

struct feature_list;

enum { MOST_LABELS = 12, WEIGHT_UNIT = 100 /* weights are whole hundredths */ };

typedef struct {
    uint64_t key;
    uint32_t row; /* 0 free; rows are numbered from 1 */
} weight_slot;

typedef struct {
    weight_slot *slots;
    int16_t *rows; /* n_labels each */
    uint32_t mask, n_rows, n_labels;
} weights;

/* An empty table for up to `most` rows; false without memory. */
bool weights_begin(weights *w, uint32_t n_labels, uint32_t most);

/* Room for the row of feature `key`, zeroed; NULL if it has one already. */
int16_t *weights_add(weights *w, uint64_t key);

/* The row of feature `key`, NULL if it has none. */
const int16_t *weights_row(const weights *w, uint64_t key);

/* Load a table whose header is "feature" and the `n` labels. Features of words that the
 * lexicon does not hold are passed over. */
suitor_status weights_load(weights *w, const lexicon *lex, const char *path,
                           const char *const *labels, uint32_t n, suitor_error *err);
void weights_free(weights *w);

/* Probability of each label into p[n_labels]. */
void weights_score(const weights *w, const struct feature_list *features, float *p);

#endif
