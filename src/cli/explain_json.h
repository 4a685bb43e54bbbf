/* The evidence behind one interest as JSON; keys in docs/json.md. */
#ifndef CLI_EXPLAIN_JSON_H
#define CLI_EXPLAIN_JSON_H

#include "view.h"

typedef struct {
    uint32_t player, club;  /* entities */
    suitor_factor *factors; /* oldest first */
    uint32_t count;
    double weight;
    const suitor_edge *edge; /* NULL where nothing of it is alive */
} explanation;

/* How many pieces of evidence on the two are rejected. */
uint32_t explain_rejected(const view *v, const explanation *x);

/* Whether it is too little to say anything; an agreed deal never is. */
bool explanation_is_thin(const view *v, const explanation *x);

/* Print it. Returns an exit status. */
int explain_json(const view *v, const explanation *x);

#endif
