/* Completion: whom the first letters may mean. */
#ifndef SUITOR_COMPLETE_H
#define SUITOR_COMPLETE_H

#include "suitor/market.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Players and clubs in whose name a word begins with `text`, or its words one after the other do:
 * "bast", "van de v", "de ven". Without case and accents; an empty text means all. Those with most
 * weight of interests come first, then by name.
 * limit  at most so many; 0 for all
 * out    entities, owned: release with free(); NULL where there is none (count 0)
 * O(entities · length of their names). */
SUITOR_API suitor_status suitor_complete(const suitor_market *market, suitor_sv text,
                                         uint32_t limit, uint32_t **out, uint32_t *count,
                                         suitor_error *err);

#ifdef __cplusplus
}
#endif
#endif
