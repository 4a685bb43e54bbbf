/* What deals of one club take from evidence on the others. Inner to settle.c and
 * owner.c. */
#ifndef MARKET_COOLINGS_H
#define MARKET_COOLINGS_H

#include "evidence.h"

/* Gather the deals of `e` into its coolings, latest first: the final ones (see
 * evidence.h), or else all others. Each voice that says it anew or more firmly
 * takes 1 − its strength before ageing, once an origin and club. */
suitor_status coolings_gather(evidence *e, const suitor_market *market, bool final,
                              suitor_error *err);

/* A walk from late to early through the rows of `club`; begin with left = 1. */
typedef struct {
    uint32_t club;
    double left;   /* of evidence of the day reached, 0–1 */
    uint32_t next; /* cooling to be met next */
} coolings_walk;

/* What the other clubs' deals leave of evidence of `day`; days must not rise from
 * call to call. */
double coolings_left(const evidence *e, coolings_walk *walk, int32_t day);

#endif
