/* How the interests in some players went over the days: when each was there, and how strong. */
#ifndef EXPORT_HISTORY_H
#define EXPORT_HISTORY_H

#include <stdbool.h>

#include "suitor/market.h"

/* Days on which an interest was there, both ends included. */
typedef struct {
    int32_t first, last;
} history_spell;

/* The weight from that day on. */
typedef struct {
    int32_t day;
    double weight;
} history_point;

typedef struct {
    uint32_t player, club; /* entities */
    suitor_run spells;     /* into spells[], by day */
    suitor_run points;     /* into points[], by day; within the spells */
    int32_t first, last;   /* days of first and last report */
    uint32_t n_origins, n_articles;
} history_interest;

typedef struct {
    history_interest *interests; /* owned, by player, then club */
    history_spell *spells;       /* owned */
    history_point *points;       /* owned */
    uint32_t n_interests, n_spells, n_points;
    uint32_t cap_interests, cap_spells, cap_points;
} history;

/* The history of the players marked in `players`, by entity. Points stand where the weight has
 * moved by 0.02 or more since the last one, and where a spell begins. Zeroed `out` is released
 * with history_clear(), after a failure too. */
suitor_status history_of(const suitor_market *market, const bool *players, history *out,
                         suitor_error *err);
void history_clear(history *h);

#endif
