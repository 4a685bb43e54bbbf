/* Communities of the rivalry graph, by igraph.
 *
 * Modularity at resolution γ (Newman and Girvan, Phys. Rev. E 69, 026113, 2004; Reichardt and
 * Bornholdt, Phys. Rev. E 74, 016110, 2006):
 *     Q = 1/2m · Σ_ij (A_ij − γ · s_i · s_j / 2m) · [i and j in one community]
 * made large by the Leiden method (Traag, Waltman and van Eck, Sci. Rep. 9, 5233, 2019), which
 * leaves no community unconnected. igraph's generator of random numbers is seeded anew by
 * each search, so that equal calls have equal answers.
 */
#ifndef ANALYSE_COMMUNITIES_H
#define ANALYSE_COMMUNITIES_H

#include "market_graph.h"
#include "projection.h"

/* The rivalry graph as igraph has it; a zeroed one can be freed. */
typedef struct {
    igraph_t graph;
    igraph_vector_t weights;         /* by edge: rivalry */
    igraph_vector_t strengths;       /* by vertex: sum of its edges' weights */
    igraph_vector_t whole;           /* the weights as Leiden is given them */
    igraph_vector_t whole_strengths; /* likewise */
    bool has_graph;
} communities;

/* Of `p`, which has a pair at least. */
suitor_status communities_init(communities *c, const projection *p, suitor_error *err);
void communities_free(communities *c);

/* The best of up to `runs` searches by Leiden, each until nothing moves any more. Some are
 * left out once the best has been found many times over, or where the graph is large.
 * membership  initialized; becomes the community of each vertex, numbered by first vertex */
suitor_status communities_find(const communities *c, double resolution, uint32_t seed,
                               uint32_t runs, igraph_vector_int_t *membership, suitor_error *err);

/* Q at `resolution`. */
suitor_status communities_modularity(const communities *c, const igraph_vector_int_t *membership,
                                     double resolution, double *out, suitor_error *err);

#endif
