/* Chains as a branching tree of words, and as JSON. */
#ifndef CLI_CHAIN_VIEW_H
#define CLI_CHAIN_VIEW_H

#include "json.h"
#include "what_if.h"

/* Where chains begin that are asked for by `name`: a player, a club, a move that is made to
 * happen, or NULL for any; *title is what to call them, owned. Returns an exit status, having said
 * what went wrong. */
int chain_read_from(const view *v, const char *name, suitor_chains_from *from, char **title);

void chain_print(const what_if *w, const char *title, const suitor_chain *chains, uint32_t n);
cJSON *chain_json(const what_if *w, const suitor_chain *chains, uint32_t n);

#endif
