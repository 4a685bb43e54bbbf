/* Focus: which players a text has in mind at a point, and how much. Naming somebody
 * raises him, most where he is the subject; each sentence, and more so each paragraph,
 * lets all fade. After the centering and salience models of reference (Grosz, Joshi and
 * Weinstein 1995; Lappin and Leass 1994). */
#ifndef EXTRACT_FOCUS_H
#define EXTRACT_FOCUS_H

#include "reading.h"

enum { FOCUS_SIZE = 12 };

typedef struct {
    uint32_t who[FOCUS_SIZE];
    float weight[FOCUS_SIZE];
    float here[FOCUS_SIZE]; /* what of it the sentence at hand gave */
    uint32_t n;
} focus;

/* All fade at the beginning of a sentence. */
void focus_fade(focus *f, bool paragraph);

/* Unit `u` names `who`. */
void focus_note(focus *f, const reading *r, const unit_sentence *s, uint32_t u, uint32_t who);

/* `who` comes to mind with that weight. */
void focus_raise(focus *f, uint32_t who, float weight);

/* Those in mind in order, the first `most` of them into `out`; how many there are. */
uint32_t focus_order(const focus *f, uint32_t *out, uint32_t most);

/* The one most in mind, NONE if nobody is. */
uint32_t focus_best(const focus *f);

#endif
