/* Inner to evaluate/: quotes and the sentences around them. */
#ifndef EVALUATE_QUOTE_H
#define EVALUATE_QUOTE_H

#include "token.h"

/* Where `quote` first stands in `text`; an empty span where it does not. */
suitor_span quote_find(suitor_sv text, suitor_sv quote);

/* The sentences of `text` that `quote`, which is not empty, stands in; read into `doc`,
 * which is zeroed or used before. */
suitor_status quote_sentence(document *doc, suitor_sv text, suitor_span quote, suitor_span *out,
                             suitor_error *err);

#endif
