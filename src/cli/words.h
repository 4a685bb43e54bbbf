/* The market's codes in words for people. Results are released with free(). */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include "view.h"

/* "centre-back"; "" for none. Static, not to be freed. */
const char *words_position(suitor_position position);

/* "asking €90–100m". */
char *words_fee(const suitor_ledger_fee *fee);

/* "likely to leave (0.62), Inter Milan reluctant (0.31)"; "" where nothing is said. */
char *words_stance(const suitor_race *race);

/* "Liverpool, Arsenal +6": the race's leaders, and how many more want him. */
char *words_leaders(const view *v, const suitor_race *race);

#endif
