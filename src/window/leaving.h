/* What is said of players' leaving, and who has come where. */
#ifndef WINDOW_LEAVING_H
#define WINDOW_LEAVING_H

#include "suitor/market.h"

/* A signing: what the club was short of, it has less need of since. */
typedef struct {
    uint32_t club; /* entity */
    suitor_position position;
    int32_t day; /* first told */
} leaving_arrival;

typedef struct {
    double *strength;          /* by player: that he leaves, and does not stay, 0–1 */
    bool *is_lent;             /* by player: out on loan */
    leaving_arrival *arrivals; /* by club */
    uint32_t n_arrivals, cap_arrivals;
} leaving;

/* Zeroed `out` is released with leaving_free(), after a failure too. O(rows). */
suitor_status leaving_find(const suitor_market *market, leaving *out, suitor_error *err);
void leaving_free(leaving *l);

/* The strength with which an either-or told on `day` in `article` (of the ledger) says that
 * one of them may leave: as any report that it is possible, of the article's outlet. */
double leaving_either_or(const suitor_market *market, uint32_t article, int32_t day);

#endif
