/* Timelines, printed. */
#ifndef CLI_TIMELINE_VIEW_H
#define CLI_TIMELINE_VIEW_H

#include "view.h"

/* With the first `top` tracks and their events, 0 for all. Both return an exit status. */
int timeline_print(const view *v, const suitor_timeline *t, uint32_t top);
int timeline_print_json(const view *v, const suitor_timeline *t, uint32_t top);

/* Whether the event is of one of the first `n` tracks, or of none at all. */
bool timeline_shows(const suitor_timeline *t, uint32_t n, const suitor_event *e);

#endif
