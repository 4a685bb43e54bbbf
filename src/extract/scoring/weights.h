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

/* Load a table whose header is "feature" and the `n` labels. Features of words that the
 * lexicon does not hold are passed over. */
suitor_status weights_load(weights *w, const lexicon *lex, const char *path,
                           const char *const *labels, uint32_t n, suitor_error *err);
void weights_free(weights *w);

/* Probability of each label into p[n_labels]. */
void weights_score(const weights *w, const struct feature_list *features, float *p);

#endif
