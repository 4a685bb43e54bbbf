/* Parts of a market against the market built of the same claims alone. */
#include <math.h>

#include "market_fixture.h"
#include "part.h"
#include "table.h"

enum { TRIALS = 60 };

/* Both names of a random claim's article make it one: fixture articles are of a day. */
static bool is_in(const fixture_claim *claim, int32_t until, uint32_t left_out)
{
    int32_t day = 0;

    suitor_day_parse(suitor_sv_of(claim->date), &day);
    return day <= until && (day + (claim->article[0] == 'f')) % 5 != (int32_t)left_out;
}

static void make_random(uint64_t seed, market_fixture *f, fixture_claim claims[RANDOM_CLAIMS])
{
    uint64_t state = seed * UINT64_C(0x9E3779B97F4A7C15);

    random_claims(&state, claims);
    fixture_add(&f->claims, claims, RANDOM_CLAIMS);
    market_build(f, "2026-06-30");
}

/* The market of those claims that are in, standing on `at`. */
static void make_part(market_fixture *f, const fixture_claim *claims, int32_t until,
                      uint32_t left_out, const char *at)
{
    for (int i = 0; i < RANDOM_CLAIMS; i++)
        if (is_in(&claims[i], until, left_out))
            fixture_add(&f->claims, &claims[i], 1);
    market_build(f, at);
}

static const char *name_of(const market_fixture *f, uint32_t entity)
{
    return f->ledger->entities[entity].name.ptr;
}

/* Whether `edges` of `whole` are the edges of `built` by name; their number is added to *seen. */
static bool same_edges(const market_fixture *whole, const suitor_edge *edges, uint32_t n,
                       const market_fixture *built, uint32_t *seen)
{
    bool same = true;

    for (uint32_t i = 0; same && i < n; i++) {
        const suitor_edge *e =
            market_edge(built, name_of(whole, edges[i].player), name_of(whole, edges[i].club));
        same = e && fabs(e->weight - edges[i].weight) < 1e-12 && e->stage == edges[i].stage &&
               e->first == edges[i].first && e->last == edges[i].last &&
               e->n_origins == edges[i].n_origins && e->n_articles == edges[i].n_articles;
    }
    *seen += n;
    return same;
}

static void the_past_is_as_it_stood(void **state)
{
    static const char *const days[] = { "2026-01-31", "2026-02-01", "2026-05-25", "2026-06-01",
                                        "2026-06-30" };

    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        const char *at = days[seed % N_ROWS(days)];
        market_fixture whole = { 0 }, built = { 0 };
        fixture_claim claims[RANDOM_CLAIMS];
        market_part *part = NULL;
        uint32_t n, n_built, seen = 0;
        int32_t until;
        make_random(seed, &whole, claims);
        suitor_day_parse(suitor_sv_of(at), &until);
        make_part(&built, claims, until, 9, at);
        assert_int_equal(market_part_new(whole.market, &part, NULL), SUITOR_OK);
        for (uint32_t p = 0; p < whole.ledger->n_players; p++) {
            const suitor_edge *edges;
            assert_int_equal(market_part_until(part, p, until, &edges, &n, NULL), SUITOR_OK);
            check_row(seed, at, same_edges(&whole, edges, n, &built, &seen));
        }
        suitor_market_edges(built.market, &n_built);
        check_row(seed, "number of edges", n_built == seen);
        market_part_free(part);
        market_clear(&built);
        market_clear(&whole);
    }
}

static void a_resample_is_a_market_of_fewer_articles(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        uint32_t left_out = (uint32_t)(seed % 5), n, n_built, seen = 0;
        market_fixture whole = { 0 }, built = { 0 };
        fixture_claim claims[RANDOM_CLAIMS];
        uint8_t drawn[2 * RANDOM_CLAIMS] = { 0 };
        const suitor_edge *edges;
        market_part *part = NULL;
        make_random(seed, &whole, claims);
        make_part(&built, claims, INT32_MAX, left_out, "2026-06-30");
        for (uint32_t a = 0; a < whole.ledger->n_articles; a++) {
            const suitor_ledger_article *article = &whole.ledger->articles[a];
            bool is_first = article->name.ptr[0] == 'f';
            drawn[a] = (article->day + is_first) % 5 != (int32_t)left_out;
        }
        assert_int_equal(market_part_new(whole.market, &part, NULL), SUITOR_OK);
        for (int again = 0; again < 2; again++) { /* what one draw leaves does not touch the next */
            seen = 0;
            assert_int_equal(market_part_drawn(part, drawn, &edges, &n, NULL), SUITOR_OK);
            check_row(seed, "drawn", same_edges(&whole, edges, n, &built, &seen));
            suitor_market_edges(built.market, &n_built);
            check_row(seed, "number of edges", n_built == seen);
        }
        market_part_free(part);
        market_part_free(NULL);
        market_clear(&built);
        market_clear(&whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_past_is_as_it_stood),
        cmocka_unit_test(a_resample_is_a_market_of_fewer_articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
