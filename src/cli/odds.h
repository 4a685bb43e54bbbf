/* How often two clubs meet against chance, for tables and JSON. */
#ifndef CLI_ODDS_H
#define CLI_ODDS_H

#include "json.h"

/* Add expected, z, p, q to `object`. */
void odds_json(cJSON *object, suitor_odds odds);

/* Whether they meet more often than by chance. */
bool odds_are_long(suitor_odds odds);

#endif
