/* How near two folded names are. */
#ifndef STORE_SPELL_H
#define STORE_SPELL_H

#include <stdbool.h>

#include "suitor/sv.h"

/* Whether every word of `query` begins some word of `name`: "man ci" and
 * "city man" in "manchester city". */
bool spell_words_begin(suitor_sv query, suitor_sv name);

/* Whether `name` is `query` or ends in it as whole words: "van dijk". */
bool spell_ends_in(suitor_sv name, suitor_sv query);

/* Edits (a byte put in, left out or changed, two neighbours swapped) between the
 * two, or limit + 1 where it takes more; also for more than 64 bytes.
 * Damerau, CACM 7 (1964), with each byte edited at most once. O(a · b). */
unsigned spell_distance(suitor_sv a, suitor_sv b, unsigned limit);

#endif
