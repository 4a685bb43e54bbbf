/* Which language a text is in. */
#ifndef EXTRACT_LANGUAGE_H
#define EXTRACT_LANGUAGE_H

#include "reading.h"

/* Whether the text, whose words are numbered, is in none of the lexicon's language. */
bool language_is_foreign(const reading *r);

#endif
