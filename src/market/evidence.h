/* All evidence on one player, weighed: the arithmetic of every row, and what
 * follows from the rows about whose player he is.
 *
 * Method: suitor/market.h and docs/model.md. O(rows of the player).
 */
#ifndef MARKET_EVIDENCE_H
#define MARKET_EVIDENCE_H

#include "suitor/market.h"
#include "voices.h"

/* A deal with `club`, as it cools what is told of others on `day` or before. */
typedef struct {
    int32_t day;
    uint32_t club;
    double left; /* of what the others' evidence was worth, 0–1 */
} evidence_cooling;

/* Whether a row is a done deal that settles the race. */
enum { EVIDENCE_OPEN, EVIDENCE_FINAL, EVIDENCE_DOUBTED };

/* Results and working room; used again from player to player. */
typedef struct {
    suitor_factor *factors; /* of rows [first, first + count) of the ledger, in order */
    uint8_t *final;         /* of the same rows, EVIDENCE_OPEN or EVIDENCE_FINAL */
    uint32_t first, count, cap, cap_final;
    uint32_t player; /* all this is on him */
    uint32_t owner;  /* club he belongs to, SUITOR_NO_INDEX unknown */
    bool is_settled; /* by a done deal … */
    int32_t settled; /* … the last of which was first told on this day */
    voices voices;
    voices articles;            /* the same of articles, whose rows need not stand together */
    evidence_cooling *coolings; /* latest first */
    uint32_t n_coolings, cap_coolings;
} evidence;

/* Zeroed `e` gets room for the origins of `market`. */
suitor_status evidence_init(evidence *e, const suitor_market *market, suitor_error *err);
void evidence_free(evidence *e);

/* Weigh everything on `player`; earlier results in `e` end here. */
suitor_status evidence_weigh(evidence *e, const suitor_market *market, uint32_t player,
                             suitor_error *err);

/* The same of rows [first, first + count) of the ledger, which are all on `player`. */
suitor_status evidence_weigh_rows(evidence *e, const suitor_market *market, uint32_t player,
                                  uint32_t first, uint32_t count, suitor_error *err);

/* The rows [*from, *to) of `e` that are of one club, the first club at or after
 * *from; false when there is none left. Start with *from = *to = 0. */
bool evidence_next_club(const evidence *e, const suitor_market *market, uint32_t *from,
                        uint32_t *to);

/* Whether row `i` of `e` is live interest: interest or a deal not yet done, of which
 * something is left. */
bool evidence_is_interest(const evidence *e, const suitor_market *market, uint32_t i);

/* Noisy-or over the rows [from, to) that count and are of `relation`; rows of
 * interest and deal are one pool under either name. */
double evidence_weight(const evidence *e, const suitor_market *market, uint32_t from, uint32_t to,
                       suitor_relation relation);

#endif
