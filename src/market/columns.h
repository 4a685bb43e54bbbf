/* Attributes of an igraph_t, a column at a time. */
#ifndef MARKET_COLUMNS_H
#define MARKET_COLUMNS_H

#include <igraph.h>

#include "suitor/sv.h"

enum { COLUMN_ROOM = 64 }; /* bytes for a text that is made up */

/* The text of vertex or edge `index` of `of`, which may be written into `room`. */
typedef suitor_sv (*column_text)(const void *of, uint32_t index, char room[COLUMN_ROOM]);
typedef double (*column_number)(const void *of, uint32_t index); /* NaN unknown */

/* One attribute: either a text or a number, the other NULL. */
typedef struct {
    const char *name;
    column_text text;
    column_number number;
} graph_column;

/* Set these attributes of all vertices, or edges, of `graph`; `of` is handed to the columns. */
igraph_error_t columns_set_vertices(igraph_t *graph, const graph_column *columns, size_t n,
                                    const void *of);
igraph_error_t columns_set_edges(igraph_t *graph, const graph_column *columns, size_t n,
                                 const void *of);

#endif
