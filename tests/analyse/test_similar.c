/* Substitutes against loops over all clubs, and the table of positions. */
#include "suitor/similar.h"

#include <math.h>

#include "market_fixture.h"
#include "market_graph.h"
#include "table.h"

enum { TRIALS = 60 };

static const char *name_of(const market_fixture *f, uint32_t entity)
{
    return f->ledger->entities[entity].name.ptr;
}

static double weight_of(const market_fixture *f, uint32_t player, uint32_t club)
{
    return market_weight(f, name_of(f, player), name_of(f, club));
}

/* The component of `club`: w · ln(1 + N / k), both counted here. */
static double component(const market_fixture *f, uint32_t player, uint32_t club)
{
    uint32_t n, wanted = 0, targets = 0;
    const suitor_edge *edges = suitor_market_edges(f->market, &n);

    for (uint32_t p = 0; p < f->ledger->n_players; p++) {
        bool any = false;
        for (uint32_t i = 0; i < n; i++)
            any |= edges[i].player == p;
        wanted += any;
        targets += weight_of(f, p, club) > 0;
    }
    return targets ? weight_of(f, player, club) * log(1 + (double)wanted / targets) : 0;
}

static double cosine(const market_fixture *f, uint32_t a, uint32_t b)
{
    double product = 0, norm_a = 0, norm_b = 0;

    for (uint32_t c = f->ledger->n_players; c < f->ledger->n_entities; c++) {
        double x = component(f, a, c), y = component(f, b, c);
        product += x * y;
        norm_a += x * x;
        norm_b += y * y;
    }
    return product > 0 ? product / sqrt(norm_a * norm_b) : 0;
}

static void make_random(uint64_t seed, market_fixture *f)
{
    static const char *const players[] = { "Abel", "Bo", "Cruz", "Dahl" };
    fixture_claim claims[RANDOM_CLAIMS];
    uint64_t state = seed * 6700417;

    random_claims(&state, claims);
    fixture_add(&f->claims, claims, RANDOM_CLAIMS);
    for (size_t i = 0; i < N_ROWS(players); i++)
        fixture_set_player(&f->claims, players[i],
                           (suitor_position)random_below(&state, SUITOR_N_POSITIONS), -1);
    market_build(f, "2026-06-30");
}

static void check_similar(const market_fixture *f, uint32_t player, const suitor_similar *s,
                          uint64_t seed)
{
    const suitor_entity *entities = f->ledger->entities;
    double parts = 0, fit = market_position_fit(f->market, entities[player].position,
                                                entities[s->player].position);

    check_row(seed, "cosine", fabs(s->cosine - cosine(f, player, s->player)) < 1e-12);
    check_row(seed, "fit", s->fit == fit);
    check_row(seed, "similarity", fabs(s->similarity - s->cosine * fit) < 1e-12);
    for (uint32_t i = 0; i < s->n_shared; i++) {
        const suitor_shared *shared = &s->shared[i];
        parts += shared->part;
        check_row(seed, "weights",
                  shared->weight == weight_of(f, player, shared->club) &&
                      shared->other_weight == weight_of(f, s->player, shared->club));
        check_row(seed, "order", i == 0 || shared[-1].part >= shared->part);
    }
    check_row(seed, "parts", fabs(parts - s->similarity) < 1e-12);
    check_row(seed, "grounds", s->n_origins >= 1 && s->n_articles >= 1);
}

static void substitutes_agree_with_loops(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        market_fixture f = { 0 };
        make_random(seed, &f);
        for (uint32_t p = 0; p < f.ledger->n_players; p++) {
            suitor_similar *found = NULL, *first = NULL;
            uint32_t n, n_first, want = 0;
            assert_int_equal(suitor_similar_to(f.market, p, 0, &found, &n, NULL), SUITOR_OK);
            for (uint32_t q = 0; q < f.ledger->n_players; q++)
                want += q != p && cosine(&f, p, q) > 0 &&
                        market_position_fit(f.market, f.ledger->entities[p].position,
                                            f.ledger->entities[q].position) > 0;
            check_row(seed, "how many", n == want && (found != NULL) == (n > 0));
            for (uint32_t i = 0; i < n; i++) {
                check_similar(&f, p, &found[i], seed);
                check_row(seed, "order", i == 0 || found[i - 1].similarity >= found[i].similarity);
            }
            assert_int_equal(suitor_similar_to(f.market, p, 1, &first, &n_first, NULL), SUITOR_OK);
            check_row(seed, "limit",
                      n_first == (n > 0) && (n == 0 || first->player == found->player));
            suitor_similar_free(first, n_first);
            suitor_similar_free(found, n);
        }
        market_clear(&f);
    }
}

static void a_club_has_no_substitutes(void **state)
{
    market_fixture f = { 0 };
    suitor_similar *found = NULL;
    suitor_error err;
    uint32_t n = 7;

    (void)state;
    fixture_add_bastoni(&f.claims);
    market_build(&f, "2026-03-02");
    uint32_t liverpool = fixture_entity(f.ledger, "Liverpool");
    assert_int_equal(suitor_similar_to(f.market, liverpool, 0, &found, &n, &err),
                     SUITOR_ERR_INVALID);
    assert_null(found);
    assert_int_equal(n, 7);
    uint32_t romero = fixture_entity(f.ledger, "Cristian Romero"); /* whom nobody wants */
    assert_int_equal(suitor_similar_to(f.market, romero, 0, &found, &n, &err), SUITOR_OK);
    assert_null(found);
    assert_int_equal(n, 0);
    suitor_similar_free(NULL, 0);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(substitutes_agree_with_loops),
        cmocka_unit_test(a_club_has_no_substitutes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
