/* Inner to scoring/: how the features of a candidate are written down. */
#ifndef EXTRACT_WRITER_H
#define EXTRACT_WRITER_H

#include "scoring/features.h"

/* What the features of a candidate are written to: a list, else sums of their weights. */
typedef struct {
    const reading *r;
    const pair_candidate *c;
    const unit_sentence *s;
    const scored_unit *units;
    const model *m;
    feature_list *list; /* NULL: into sums */
    label_sums *sums;
    pair_layout layout;
    uint32_t low, high;  /* units of the two, or of the one that is named */
    uint32_t first, end; /* units of their clause */
    bool failed;
} writer;

/* The layouts that a feature is listed with: the candidate's, "any", or both. In the model
 * they are one. */
typedef enum { HERE = 1, ANYHOW = 2, BOTH = HERE | ANYHOW } scope;

/* Its features to `list`, or for NULL to sums that the caller names. */
writer writer_begin(const reading *r, const pair_candidate *c, feature_list *list);

void writer_list(writer *w, feature_template t, scope s, uint32_t a, uint32_t b);

static inline void add_up(writer *w, feature_template t, uint32_t value)
{
    row_add(w->sums, model_row(w->m, t, value, w->layout));
}

/* Put a feature of a number. */
static inline void put(writer *w, feature_template t, scope s, uint32_t number)
{
    if (w->list)
        writer_list(w, t, s, number, 0);
    else
        row_add(w->sums, model_number_row(w->m, t, number, w->layout));
}

static inline void put_signal(writer *w, feature_template t, uint32_t signal)
{
    if (w->list)
        writer_list(w, t, BOTH, signal, 0);
    else
        add_up(w, t, signal);
}

/* Put a feature of a word. */
static inline void put_unit(writer *w, feature_template t, scope s, uint32_t u)
{
    if (w->list)
        writer_list(w, t, s, w->units[u].value, 0);
    else
        add_up(w, t, w->units[u].number);
}

static inline void put_edge(writer *w, feature_template t)
{
    if (w->list)
        writer_list(w, t, HERE, VALUE_EDGE, 0);
    else
        add_up(w, t, model_number(w->m, VALUE_EDGE));
}

static inline void put_two_units(writer *w, uint32_t u, uint32_t v)
{
    const scored_unit *a = &w->units[u], *b = &w->units[v];

    if (w->list)
        writer_list(w, FEATURE_WORDS_BETWEEN, HERE, a->value, b->value);
    else if (a->number && b->number)
        row_add(w->sums, model_pair_row(w->m, a->number, b->number, w->layout));
}

static inline void put_two_signals(writer *w, uint32_t a, uint32_t b)
{
    if (w->list)
        writer_list(w, FEATURE_SIGNALS_NEAR, ANYHOW, a, b);
    else
        add_up(w, FEATURE_SIGNALS_NEAR, signal_pair(a, b));
}

#endif
