/* Columns into igraph's C attribute table. */
#include "columns.h"

#include <stdbool.h>

#include "market_graph.h"

static igraph_error_t set_texts(igraph_t *graph, const graph_column *c, bool vertices,
                                graph_int count, const void *of)
{
    igraph_strvector_t texts;
    char room[COLUMN_ROOM];
    igraph_error_t code = igraph_strvector_init(&texts, 0);

    if (code != IGRAPH_SUCCESS)
        return code;
    code = igraph_strvector_reserve(&texts, count);
    for (graph_int i = 0; code == IGRAPH_SUCCESS && i < count; i++) {
        suitor_sv text = c->text(of, (uint32_t)i, room);
        code =
            igraph_strvector_push_back_len(&texts, text.len ? text.ptr : "", (graph_int)text.len);
    }
    if (code == IGRAPH_SUCCESS)
        code = vertices ? igraph_cattribute_VAS_setv(graph, c->name, &texts)
                        : igraph_cattribute_EAS_setv(graph, c->name, &texts);
    igraph_strvector_destroy(&texts);
    return code;
}

static igraph_error_t set_numbers(igraph_t *graph, const graph_column *c, bool vertices,
                                  graph_int count, const void *of)
{
    igraph_vector_t numbers;
    igraph_error_t code = igraph_vector_init(&numbers, count);

    if (code != IGRAPH_SUCCESS)
        return code;
    for (graph_int i = 0; i < count; i++)
        VECTOR(numbers)[i] = c->number(of, (uint32_t)i);
    code = vertices ? igraph_cattribute_VAN_setv(graph, c->name, &numbers)
                    : igraph_cattribute_EAN_setv(graph, c->name, &numbers);
    igraph_vector_destroy(&numbers);
    return code;
}

static igraph_error_t set_all(igraph_t *graph, const graph_column *columns, size_t n, bool vertices,
                              graph_int count, const void *of)
{
    igraph_error_t code = IGRAPH_SUCCESS;

    for (size_t i = 0; i < n && code == IGRAPH_SUCCESS; i++)
        code = columns[i].text ? set_texts(graph, &columns[i], vertices, count, of)
                               : set_numbers(graph, &columns[i], vertices, count, of);
    return code;
}

igraph_error_t columns_set_vertices(igraph_t *graph, const graph_column *columns, size_t n,
                                    const void *of)
{
    return set_all(graph, columns, n, true, igraph_vcount(graph), of);
}

igraph_error_t columns_set_edges(igraph_t *graph, const graph_column *columns, size_t n,
                                 const void *of)
{
    return set_all(graph, columns, n, false, igraph_ecount(graph), of);
}
