/* The market projected onto its clubs: who meets whom, and how closely.
 *
 * Of clubs c and d: Σ_p w_cp · w_dp / (k_p − 1) over the players both want, k_p the number of
 * suitors of p (Newman, Phys. Rev. E 64, 016132, 2001), and the number of those players.
 * Row by row into an accumulator (Gustavson, ACM Trans. Math. Softw. 4, 250, 1978):
 * O(clubs + Σ k_p² + pairs · log).
 */
#ifndef ANALYSE_PROJECTION_H
#define ANALYSE_PROJECTION_H

#include "suitor/market.h"

/* Two clubs that meet; a and b are vertices. */
typedef struct {
    uint32_t a, b; /* a < b */
    uint32_t n_meetings;
    double rivalry;
} projection_pair;

/* A zeroed projection is ready, and can be made again and again. */
typedef struct {
    uint32_t n_vertices; /* clubs that meet any other */
    uint32_t *clubs;     /* entity of each vertex, ascending */
    uint32_t *vertex_of; /* by entity − first club; SUITOR_NO_INDEX for a club without a rival */
    projection_pair *pairs; /* by a, then b */
    uint32_t n_pairs;
    struct projection_room *room;
    uint32_t cap_clubs, cap_vertices, cap_pairs;
} projection;

/* Project `edges`, which are sorted by player, then club. The clubs are the entities from
 * `first_club` on, `n_clubs` of them. */
suitor_status projection_make(projection *p, const suitor_edge *edges, uint32_t n_edges,
                              uint32_t first_club, uint32_t n_clubs, suitor_error *err);

/* The same of all edges of `market`. */
suitor_status projection_of(projection *p, const suitor_market *market, suitor_error *err);

void projection_free(projection *p);

#endif
