/* Edges of the graph that are no interest. Inner to graph.c. */
#ifndef MARKET_LINKS_H
#define MARKET_LINKS_H

#include "market_inner.h"

/* Fill market->links: every player and his club, then the pairs of players of
 * whom a club would sell or buy only one, once a pair and club. */
suitor_status links_find(suitor_market *market, suitor_error *err);

#endif
