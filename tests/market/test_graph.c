/* The igraph_t of a market: vertices and edges in order, attributes complete,
 * nothing left on igraph's stack. */
#include <math.h>

#include "market_fixture.h"
#include "market_graph.h"
#include "table.h"

static void bastoni(market_fixture *f)
{
    fixture_add_bastoni(&f->claims);
    fixture_add_need(&f->claims, "2026-03-02", "bastoni", "Liverpool", SUITOR_ST);
    fixture_add_need(&f->claims, "2026-03-02", "bastoni", "Liverpool", SUITOR_CB);
    market_build(f, "2026-03-02");
}

static const char *vertex_text(const igraph_t *g, const char *name, uint32_t v)
{
    return igraph_cattribute_VAS(g, name, (graph_int)v);
}

static const char *edge_text(const igraph_t *g, const char *name, uint32_t e)
{
    return igraph_cattribute_EAS(g, name, (graph_int)e);
}

static double edge_number(const igraph_t *g, const char *name, uint32_t e)
{
    return igraph_cattribute_EAN(g, name, (graph_int)e);
}

static void vertices_are_the_entities(void **state)
{
    market_fixture f = { 0 };

    (void)state;
    bastoni(&f);
    const igraph_t *g = market_graph(f.market);
    assert_int_equal(igraph_vcount(g), f.ledger->n_entities);
    assert_false(igraph_is_directed(g));
    for (uint32_t v = 0; v < f.ledger->n_entities; v++) {
        const suitor_entity *e = &f.ledger->entities[v];
        check_row(v, "name", suitor_sv_equal(suitor_sv_of(vertex_text(g, "name", v)), e->name));
        check_row(v, "kind", strcmp(vertex_text(g, "kind", v), suitor_kind_name(e->kind)) == 0);
        check_row(v, "position",
                  strcmp(vertex_text(g, "position", v), suitor_position_name(e->position)) == 0);
    }
    graph_int bastoni_vertex = (graph_int)fixture_entity(f.ledger, "Alessandro Bastoni");
    assert_true(igraph_cattribute_VAN(g, "age", bastoni_vertex) == 26);
    assert_true(
        isnan(igraph_cattribute_VAN(g, "age", (graph_int)fixture_entity(f.ledger, "Murillo"))));
    assert_string_equal(vertex_text(g, "needs", fixture_entity(f.ledger, "Liverpool")), "CB|ST");
    assert_string_equal(vertex_text(g, "needs", fixture_entity(f.ledger, "Chelsea")), "");
    market_clear(&f);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
}

static void check_ends(const igraph_t *g, uint32_t e, uint32_t a, uint32_t b)
{
    graph_int from, to;

    assert_int_equal(igraph_edge(g, (graph_int)e, &from, &to), IGRAPH_SUCCESS);
    check_row(e, "ends", (from == a && to == b) || (from == b && to == a));
}

static void interest_comes_first_and_in_order(void **state)
{
    market_fixture f = { 0 };
    uint32_t n;

    (void)state;
    bastoni(&f);
    const igraph_t *g = market_graph(f.market);
    const suitor_edge *edges = suitor_market_edges(f.market, &n);
    for (uint32_t e = 0; e < n; e++) {
        check_ends(g, e, edges[e].player, edges[e].club);
        check_row(e, "kind", strcmp(edge_text(g, "kind", e), "interest") == 0);
        check_row(e, "stage",
                  strcmp(edge_text(g, "stage", e), suitor_stage_name(edges[e].stage)) == 0);
        check_row(e, "relation",
                  strcmp(edge_text(g, "relation", e), suitor_relation_name(edges[e].relation)) ==
                      0);
        check_row(e, "days",
                  edge_number(g, "first", e) == edges[e].first &&
                      edge_number(g, "last", e) == edges[e].last);
        check_row(e, "club", edge_number(g, "club", e) == edges[e].club);
        check_row(e, "weight", edge_number(g, "weight", e) == edges[e].weight);
        check_row(e, "origins", edge_number(g, "origins", e) == edges[e].n_origins);
        check_row(e, "articles", edge_number(g, "articles", e) == edges[e].n_articles);
    }
    market_clear(&f);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
}

static void clubs_and_groups_follow(void **state)
{
    market_fixture f = { 0 };
    uint32_t n, n_links, n_groups = 0;

    (void)state;
    fixture_add_group(&f.claims, (fixture_group){ "2026-03-01", "earlier", "Tottenham",
                                                  "Micky van de Ven|Cristian Romero" });
    bastoni(&f);
    const igraph_t *g = market_graph(f.market);
    const market_link *links = market_links(f.market, &n_links);
    suitor_market_edges(f.market, &n);
    assert_int_equal(igraph_ecount(g), n + n_links);
    for (uint32_t i = 0; i < n_links; i++) {
        const market_link *link = &links[i];
        bool group = link->kind == MARKET_EITHER_OR;
        check_ends(g, n + i, link->from, link->to);
        check_row(i, "kind",
                  strcmp(edge_text(g, "kind", n + i), group ? "either_or" : "plays_for") == 0);
        check_row(i, "weight", isnan(edge_number(g, "weight", n + i)));
        check_row(i, "club", group || link->to == suitor_market_club_of(f.market, link->from));
        n_groups += group;
    }
    /* all seven players have a club; the group told twice is one edge of two articles */
    assert_int_equal(n_links, 8);
    assert_int_equal(n_groups, 1);
    assert_int_equal(links[7].club, fixture_entity(f.ledger, "Tottenham"));
    assert_int_equal(links[7].n_articles, 2);
    assert_true(edge_number(g, "first", n + 7) + 1 == edge_number(g, "last", n + 7));
    assert_true(edge_number(g, "club", n + 7) == links[7].club);
    market_clear(&f);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vertices_are_the_entities),
        cmocka_unit_test(interest_comes_first_and_in_order),
        cmocka_unit_test(clubs_and_groups_follow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
