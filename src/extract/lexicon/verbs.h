/* English verb forms, for the pattern language. */
#ifndef EXTRACT_VERBS_H
#define EXTRACT_VERBS_H

#include "buf.h"
#include "strmap.h"

typedef enum { VERB_BASE, VERB_S, VERB_ING, VERB_PAST, VERB_PARTICIPLE, N_VERB_FORMS } verb_form;

/* Irregular verbs: value of a base is the index of its first form in forms[]. */
typedef struct {
    strmap bases;
    suitor_sv *forms; /* of each: s, ing, past, participle, others, an empty view */
    uint32_t n_forms, cap;
} verb_table;

/* The forms of `verb` beyond the regular five ("are" and "were" of "be"): the i-th in
 * *out, false when there are no more. */
bool verb_other_form(const verb_table *table, suitor_sv verb, uint32_t i, suitor_sv *out);

/* Write `form` of `verb` ("bring in": the first word is inflected) into `out`. */
void verb_inflect(const verb_table *table, suitor_sv verb, verb_form form, buf *out);

#endif
