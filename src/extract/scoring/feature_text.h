/* Features as text: "template|layout|value", as the tables of weights write them. */
#ifndef EXTRACT_FEATURE_TEXT_H
#define EXTRACT_FEATURE_TEXT_H

#include "buf.h"
#include "lexicon/lexicon.h"
#include "scoring/feature.h"

typedef enum { FEATURE_READ, FEATURE_OF_UNKNOWN_WORD, FEATURE_WRONG } feature_reading;

feature_reading feature_parse(const lexicon *lex, suitor_sv text, feature *out);

/* Append the text of `f`. `words`: the vocabulary's words by id. */
void feature_write(const lexicon *lex, const suitor_sv *words, const feature *f, buf *out);

#endif
