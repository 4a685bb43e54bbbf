/* What follows from what is made to happen, as tables and as JSON. */
#ifndef CLI_SIMULATION_VIEW_H
#define CLI_SIMULATION_VIEW_H

#include "json.h"
#include "what_if.h"

void simulation_print(const what_if *w, const suitor_do *done, uint32_t n_done,
                      const suitor_simulation *s);
cJSON *simulation_json(const what_if *w, const suitor_do *done, uint32_t n_done,
                       const suitor_simulation *s);

/* {"player", "club", "before", "after", "difference", "standard_error"}; club null: he stays,
 * with "elsewhere" true: somewhere. */
cJSON *simulation_effect_json(const view *v, const suitor_effect *e);

/* How the figures came about: "Solved exactly." or how many windows were drawn. */
void simulation_print_method(const what_if *w, uint32_t runs);

#endif
