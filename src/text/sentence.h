/* Inner to text/: sentence ends. */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include "token.h"

/* Fill doc->sentences from its tokens; marks headlines. False: no memory. */
bool sentences_split(document *doc);

#endif
