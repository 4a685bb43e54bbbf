/* Races as JSON; keys in docs/json.md. */
#ifndef CLI_RACE_JSON_H
#define CLI_RACE_JSON_H

#include "json.h"
#include "view.h"

/* Both are the caller's, for json_print(). */
cJSON *race_json(const view *v, const suitor_race *race);
cJSON *races_json(const view *v, const suitor_race *races, uint32_t count);

#endif
