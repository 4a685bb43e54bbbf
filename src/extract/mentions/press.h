/* Inner to mentions/: what shows that a name is that of a paper, site or station. Tokens
 * [first, end) are the name throughout. */
#ifndef EXTRACT_PRESS_H
#define EXTRACT_PRESS_H

#include "reading.h"

/* "(Mirror)", "(Athletic - subscription required)", "[Sport, Marca]" */
bool press_is_bracketed(const reading *r, uint32_t first, uint32_t end);

/* "per the Athletic", "says Sport", "according to Record", but not "said Sunday". */
bool press_is_named_as_source(const reading *r, uint32_t first);

/* "the Star says", "the Mill is told" */
bool press_has_the_word(const reading *r, uint32_t first, uint32_t end);

/* The outlet among the entries of `node` that writes itself small, where the text does so:
 * "talkSPORT", "football.london", "kicker reports"; 0 for none. */
uint32_t press_small_outlet(const reading *r, uint32_t node, uint32_t first, uint32_t end);

/* Whether token `i` is the bare address of a site that is quoted: "he told leeds.com". */
bool press_is_quoted_address(const reading *r, uint32_t i);

/* Names of people that a paper's word ("Journal", "TV") shows to be no person's: who is quoted
 * is an outlet nobody knows, the others are nobody. */
void press_tell(reading *r);

#endif
