/* Timelines: how the interest in a player, or that of a club, went day by day.
 *
 * Each day is weighed by what had been printed until its end alone, as the market would
 * have stood then; who is whom is as known on the market's day. Events are what changes
 * from one day to the next.
 */
#ifndef SUITOR_TIMELINE_H
#define SUITOR_TIMELINE_H

#include "suitor/market.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    SUITOR_EVENT_FIRST, /* interest for the first time */
    SUITOR_EVENT_RISE,  /* a more advanced stage */
    SUITOR_EVENT_FALL,  /* a less advanced one */
    SUITOR_EVENT_GONE,  /* none any more: over, settled by another's deal, or faded */
    SUITOR_EVENT_BACK,  /* interest again */
    SUITOR_EVENT_ENDED, /* said to be over, though something is left of it */
    SUITOR_EVENT_MOVE,  /* the player is the club's from now on */
    SUITOR_N_EVENTS
} suitor_event_kind;

/* "first", "rise", "fall", "gone", "back", "ended", "move". */
SUITOR_API const char *suitor_event_kind_name(suitor_event_kind kind);

typedef struct {
    suitor_event_kind kind;
    int32_t day;
    uint32_t player, club;        /* entities */
    suitor_stage before, after;   /* of the interest; before: not of FIRST and BACK, after: not of
                                     GONE and MOVE, where they are SUITOR_N_STAGES */
    double weight_before, weight; /* of the day before and of this one, 0–1 */
    uint32_t row;    /* into ledger->rows: what tells it, or SUITOR_NO_INDEX where nothing that
                        day does: it faded, or he went elsewhere */
    uint32_t joined; /* of GONE: the club that he went to that day, else SUITOR_NO_INDEX */
    uint32_t n_origins, n_articles; /* that spoke of the two that day */
} suitor_event;

/* The interest of a club in a player over the days. */
typedef struct {
    uint32_t player, club;
    int32_t first, last;            /* days of first and last report, as of suitor_edge */
    uint32_t n_origins, n_articles; /* of all reports */
    double weight;                  /* on the last day */
    double peak;                    /* highest weight of any day shown … */
    int32_t peak_day;               /* … and the first day that had it */
    double *weights;                /* by day, n_days of them */
} suitor_track;

typedef struct {
    uint32_t entity;      /* whose */
    int32_t from, to;     /* days shown; SUITOR_NO_DAY where nothing is dated */
    uint32_t n_days;      /* to − from + 1; 0 where nothing is dated */
    suitor_track *tracks; /* strongest on the last day first, then by peak, then by name */
    uint32_t n_tracks;
    suitor_event *events; /* by day, then player, then club */
    uint32_t n_events;
} suitor_timeline;

/* The timeline of `entity`, a player or a club, from `since` (SUITOR_NO_DAY: the first
 * report) to the market's day. Reports before `since` count, but are not shown.
 * out is the caller's: release with suitor_timeline_clear().
 * SUITOR_ERR_INVALID for an entity that is none and for a `since` after the market's day.
 * O(days of interest · rows of each player). */
SUITOR_API suitor_status suitor_timeline_of(const suitor_market *market, uint32_t entity,
                                            int32_t since, suitor_timeline *out, suitor_error *err);
SUITOR_API void suitor_timeline_clear(suitor_timeline *timeline);

#ifdef __cplusplus
}
#endif
#endif
