/* The bipartite configuration model by classes: nodes of one degree have one unknown, since
 * nothing else tells them apart. Formulas: suitor/chance.h. */
#ifndef ANALYSE_BICM_H
#define ANALYSE_BICM_H

#include "suitor/status.h"

#include <stdint.h>

/* All nodes of one side that have the same degree. */
typedef struct {
    uint32_t degree, n_nodes;
    double log_fitness; /* ln x or ln y */
    /* Degrees at their bounds have no finite fitness: such a class is settled first. In which
     * round, UINT32_MAX for none, and whether its nodes are tied to all that is left or to none. */
    uint32_t settled;
    int full;
    double left; /* degree less what settled classes of the other side give */
} bicm_class;

typedef struct {
    bicm_class *clubs, *players; /* by degree, ascending */
    uint32_t n_clubs, n_players; /* classes */
    double *links;               /* links[c * n_players + p]: chance of a tie, 0–1 */
} bicm;

/* From the degrees of both sides, whose sums are equal; nodes of degree 0 may be among them.
 * `b` is zeroed, and released with bicm_free(). */
suitor_status bicm_solve(bicm *b, const uint32_t *club_degrees, uint32_t n_clubs,
                         const uint32_t *player_degrees, uint32_t n_players, suitor_error *err);
void bicm_free(bicm *b);

/* Index of the class of `degree`, which is there. */
uint32_t bicm_class_of(const bicm_class *classes, uint32_t n, uint32_t degree);

#endif
