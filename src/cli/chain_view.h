/* Chains as a branching tree of words, and as JSON. */
#ifndef CLI_CHAIN_VIEW_H
#define CLI_CHAIN_VIEW_H

#include "json.h"
#include "what_if.h"

void chain_print(const what_if *w, const char *title, const suitor_chain *chains, uint32_t n);
cJSON *chain_json(const what_if *w, const suitor_chain *chains, uint32_t n);

#endif
