/* The model: both tables of weights in the form that scoring asks for. Values lead by plain
 * indexes to a block, a block to a row for each layout: the weights of the feature in this
 * layout and in any, in one sum. Pairs of player and club and players alone have layouts of
 * their own, so one model serves both. A candidate's label is read off a multinomial
 * logistic regression: p(label) ∝ exp(Σ weights of its features). */
#ifndef EXTRACT_MODEL_H
#define EXTRACT_MODEL_H

#include "scoring/weights.h"

enum {
    MOST_SIGNALS = 64,
    BLOCK_LAYOUTS = 8 /* N_LAYOUTS, and one for nothing, as eight are found faster */
};

/* What speaks for each label, in hundredths; aligned so that adding takes whole vectors. */
typedef struct {
    _Alignas(16) int32_t of[MOST_LABELS];
} label_sums;

/* Where the values of a template have their blocks. */
typedef struct {
    uint32_t first, count;
} block_range;

typedef struct {
    uint32_t a, b, block; /* block 0: free */
} word_pair_slot;

typedef struct model {
    label_sums *rows;      /* row 0 holds zeros */
    uint32_t *cells;       /* rows by block and layout; block 0 is of features without rows */
    uint32_t *blocks;      /* by template and value */
    uint32_t *numbers;     /* by word id, then of other values: its number, 0 if no row has it */
    word_pair_slot *pairs; /* of two words, by their numbers: open addressing */
    block_range ranges[N_FEATURES];    /* into blocks[] */
    uint32_t n_pair_rows, n_stay_rows; /* of the tables it was made of */
    uint32_t n_rows, n_blocks, n_indexed, n_numbered, pair_mask;
    uint32_t n_words; /* in the vocabulary; numbers[] has those and room for other values */
    uint32_t count;   /* numbers given */
} model;

/* Make it of two tables. False without memory. */
bool model_build(model *m, const lexicon *lex, const weights *pairs, const weights *stays);
void model_free(model *m);

/* How many entries numbers[] has. */
uint32_t model_numbered(uint32_t n_words);

/* Where a value that is no word has its number. */
uint32_t model_place(const model *m, uint32_t value);

/* The number of a word or other unit as value: what templates of words ask by. */
static inline uint32_t model_number(const model *m, uint32_t value)
{
    return value < VALUE_EDGE ? m->numbers[value] : m->numbers[model_place(m, value)];
}

/* Two signal classes as one value. */
static inline uint32_t signal_pair(uint32_t a, uint32_t b) { return a * MOST_SIGNALS + b; }

/* The row of a template with a value that it has: a word's number, one or two signals. */
static inline const label_sums *model_row(const model *m, feature_template t, uint32_t value,
                                          pair_layout layout)
{
    uint32_t block = m->blocks[m->ranges[t].first + value];

    return &m->rows[m->cells[block * BLOCK_LAYOUTS + layout]];
}

/* Likewise with any number. */
static inline const label_sums *model_number_row(const model *m, feature_template t, uint32_t value,
                                                 pair_layout layout)
{
    return value < m->ranges[t].count ? model_row(m, t, value, layout) : m->rows;
}

/* Likewise of two words by their numbers. */
const label_sums *model_pair_row(const model *m, uint32_t a, uint32_t b, pair_layout layout);

static inline void row_add(label_sums *sums, const label_sums *more)
{
    for (uint32_t k = 0; k < MOST_LABELS; k++)
        sums->of[k] += more->of[k];
}

/* Probabilities of the first `n_labels` labels by their sums of weights. */
void model_probabilities(const label_sums *sums, uint32_t n_labels, float *p);

#endif
