/* Inner to evaluate/: what gold and reading say of an article, brought to one form. */
#ifndef EVALUATE_LABELS_H
#define EVALUATE_LABELS_H

#include "align.h"
#include "suitor/evaluate.h"

/* A part of a label: by what it is compared, and how it is written for people. */
typedef struct {
    suitor_sv key, shown;
} term;

/* Two labels are the same where score and keys are. */
typedef struct {
    suitor_score score;
    term player, club, value; /* empty where it has none; the value of a claim is shown alone */
    suitor_stage stage;       /* of a claim */
    suitor_span quote;        /* in the text; empty where nothing is quoted */
    uint32_t order;           /* in which it was told */
} label;

/* Sorted, each once; of claims told twice the later. */
typedef struct {
    label *labels;
    uint32_t count;
} label_set;

/* The names that were read, as the gold calls them. */
typedef struct {
    term *players, *clubs;
    uint32_t *gold_players; /* index of the aligner's players, ALIGN_NONE */
} read_names;

/* The order of sets: score, player, club, value. */
int label_compare(const label *a, const label *b);

suitor_status labels_of_gold(const gold_row *row, arena *memory, label_set *out, suitor_error *err);

suitor_status names_align(const aligner *a, const suitor_facts *facts, read_names *out,
                          suitor_error *err);

suitor_status labels_of_reading(const suitor_facts *facts, const read_names *names, arena *memory,
                                label_set *out, suitor_error *err);

#endif
