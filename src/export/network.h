/* The places of a network, before overlaps are removed. */
#ifndef EXPORT_NETWORK_H
#define EXPORT_NETWORK_H

#include "render.h"

typedef struct {
    Agnode_t *vertex;
    double x, y;          /* points, y upwards */
    double width, height; /* of the vertex, points */
} place;

/* How hard the network is to follow: pairs of interest edges that cross as straight
 * lines, and twice the vertices that edges of others run through. `places` are
 * those of every vertex. 0 when out of memory: then any layout will do.
 * O(edges · (edges + vertices)). */
size_t network_tangle(const drawing *d, const place *places, size_t n);

/* Turn the places along a canvas `width` points wide with layout->room square
 * points a vertex and scale them to it. */
void network_fit(place *places, size_t n, const style_layout *layout, double width);

/* Write the places into the graph. */
void network_keep(const place *places, size_t n);

#endif
