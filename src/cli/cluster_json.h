/* Clusters as JSON; keys in docs/json.md. */
#ifndef CLI_CLUSTER_JSON_H
#define CLI_CLUSTER_JSON_H

#include "json.h"
#include "view.h"

/* Both are the caller's, for json_print(). */
cJSON *clusters_json(const view *v, const suitor_chance *chance,
                     const suitor_clustering *clustering);
cJSON *levels_json(const view *v, const suitor_level *levels, uint32_t count);

#endif
