/* igraph's errors become statuses: no abort, no leftovers, the reason kept. */
#include "graph_guard.h"
#include "market_graph.h"
#include "table.h"

static void an_error_of_igraph_is_a_status(void **state)
{
    igraph_t g;
    graph_int from, to;
    suitor_error err = { 0 };

    (void)state;
    graph_guard_install();
    assert_int_equal(graph_check(igraph_empty(&g, 3, false), "making", &err), SUITOR_OK);
    assert_int_equal(graph_check(igraph_edge(&g, 7, &from, &to), "asking for an edge", &err),
                     SUITOR_ERR_GRAPH);
    assert_int_equal(err.code, SUITOR_ERR_GRAPH);
    assert_non_null(strstr(err.message, "igraph, asking for an edge: "));
    assert_non_null(strstr(err.message, ".c:")); /* igraph's own words, with the place */
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
    igraph_destroy(&g);
}

static void no_memory_is_told_apart(void **state)
{
    suitor_error err = { 0 };

    (void)state;
    assert_int_equal(graph_check(IGRAPH_ENOMEM, "adding edges", &err), SUITOR_ERR_NOMEM);
    assert_string_equal(err.message, "igraph, adding edges: Out of memory"); /* nothing stale */
    assert_int_equal(graph_check(IGRAPH_SUCCESS, "adding edges", &err), SUITOR_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_of_igraph_is_a_status),
        cmocka_unit_test(no_memory_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
