/* Random walks along interest, by igraph's PageRank. Inner to central.c and prospects.c. */
#ifndef ANALYSE_WALK_H
#define ANALYSE_WALK_H

#include "market_graph.h"

/* The interest edges alone, among those whom they touch: no vertex is without an edge, so
 * that it needs no rule where a walk goes on from there. A zeroed one can be freed. */
typedef struct {
    igraph_t graph;
    igraph_vector_t weights;
    uint32_t *entities;  /* by vertex */
    uint32_t *vertex_of; /* by entity; SUITOR_NO_INDEX without an edge */
    uint32_t n_vertices;
    bool has_graph;
} walk;

suitor_status walk_init(walk *w, const suitor_market *market, suitor_error *err);
void walk_free(walk *w);

/* PageRank of each vertex into `ranks`, which is initialized; `from` is the vertex where the
 * walk begins anew, SUITOR_NO_INDEX for any. The graph must have a vertex. */
suitor_status walk_rank(const walk *w, uint32_t from, igraph_vector_t *ranks, suitor_error *err);

#endif
