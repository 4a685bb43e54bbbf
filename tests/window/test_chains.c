/* Chains against a plain search of all ways, and how often they come about against the exact
 * solution. */
#include "suitor/chain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chain_history.h"
#include "draw.h"
#include "exact.h"
#include "influence.h"
#include "random_market.h"
#include "shock.h"
#include "table.h"

enum { MARKETS = 120, LIMIT = 8, MOST_WAYS = 4096, WINDOWS = 4000 };

/* Chances of all chains of two steps and more, found by going every way. */
typedef struct {
    const moves *m;
    double chances[MOST_WAYS];
    uint32_t n;
} brute;

static void walk(brute *b, uint32_t player, uint32_t club, const uint32_t *told, uint32_t depth,
                 double chance)
{
    influences i;

    if (depth == SUITOR_CHAIN_STEPS || chance < 1e-4)
        return;
    assert_int_equal(influences_init(&i, b->m, NULL), SUITOR_OK);
    assert_int_equal(influences_find(&i, player, club, NULL), SUITOR_OK);
    for (uint32_t k = 0; k < i.count; k++) {
        uint32_t node = i.items[k].node, next[SUITOR_CHAIN_STEPS + 1];
        bool stays = node >= b->m->n_moves, again = false;
        uint32_t who = stays ? node - b->m->n_moves : b->m->list[node].player;
        for (uint32_t t = 0; t < depth; t++)
            again |= told[t] == who;
        if (again)
            continue;
        if (b->n < MOST_WAYS)
            b->chances[b->n++] = chance * i.items[k].after;
        memcpy(next, told, depth * sizeof *next);
        next[depth] = who;
        if (!stays)
            walk(b, who, b->m->groups[b->m->list[node].group].club, next, depth + 1,
                 chance * i.items[k].after);
    }
    influences_free(&i);
}

static int descending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x > y ? -1 : x < y;
}

static uint32_t all_starts(const moves *m, chain_start *out)
{
    for (uint32_t i = 0; i < m->n_moves; i++)
        out[i] = (chain_start){ i, m->list[i].player, m->groups[m->list[i].group].club,
                                -expm1(-m->list[i].hazard) };
    return m->n_moves;
}

static void test_likeliest(void **state)
{
    uint32_t compared = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= MARKETS; seed++) {
        static brute b;
        random_market market;
        chain_start starts[RANDOM_PAIRS];
        chain_path *paths;
        uint32_t n, n_starts;
        random_market_make(seed, 3 + (uint32_t)(seed % 9), 3 + (uint32_t)(seed % 4), &market);
        n_starts = all_starts(&market.m, starts);
        b.m = &market.m;
        b.n = 0;
        for (uint32_t i = 0; i < n_starts; i++)
            walk(&b, starts[i].player, starts[i].club, &starts[i].player, 1, starts[i].chance);
        qsort(b.chances, b.n, sizeof *b.chances, descending);
        assert_int_equal(chain_paths(&market.m, starts, n_starts, LIMIT, &paths, &n, NULL),
                         SUITOR_OK);
        if (b.n < MOST_WAYS)
            check_row(seed, "as many", n == (b.n < LIMIT ? b.n : LIMIT));
        for (uint32_t i = 0; b.n < MOST_WAYS && i < n; i++) {
            double chance = 1;
            for (uint32_t s = 0; s < paths[i].n; s++)
                chance *= paths[i].after[s];
            check_row(seed, "as likely", fabs(chance - b.chances[i]) < 1e-9);
            compared++;
        }
        free(paths);
        moves_free(&market.m);
    }
    assert_true(compared > 200);
}

/* A chain of one move that happens and one that follows comes about as often as the exact
 * solution says of the second. */
static void test_frequency(void **state)
{
    uint32_t compared = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= MARKETS && compared < 40; seed++) {
        random_market market;
        shock what;
        chain_path *paths;
        suitor_chain chains[LIMIT] = { 0 };
        const suitor_simulate_options options = { .seed = seed };
        uint32_t n;
        random_market_make(seed, 4, 4, &market);
        if (market.m.n_moves == 0 || !exact_fits(&market.m, NULL)) {
            moves_free(&market.m);
            continue;
        }
        const candidates_pair *p = &market.pairs[market.m.list[0].pair];
        suitor_do done = { p->club == CANDIDATES_NONE ? SUITOR_DO_LEAVE : SUITOR_DO_MOVE, p->player,
                           p->club, SUITOR_POS_NONE };
        chain_start start = { 0, p->player, p->club, 1 };
        double *exact = malloc((market.m.n_moves + 1) * sizeof *exact);
        assert_int_equal(shock_build(&market.m, &done, 1, &what, NULL), SUITOR_OK);
        assert_int_equal(exact_solve(&market.m, &what.shock, exact, NULL), SUITOR_OK);
        assert_int_equal(chain_paths(&market.m, &start, 1, LIMIT, &paths, &n, NULL), SUITOR_OK);
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t s = 0; s < paths[i].n; s++)
                chains[i].probability = (s ? chains[i].probability : 1) * paths[i].after[s];
        assert_int_equal(
            chain_history(&market.m, paths, n, &what.shock, &options, WINDOWS, chains, NULL),
            SUITOR_OK);
        for (uint32_t i = 0; i < n; i++) {
            uint32_t node = paths[i].node[1];
            double wanted = 1;
            if (paths[i].n != 2)
                continue;
            if (node < market.m.n_moves)
                wanted = exact[node];
            for (uint32_t k = 0; node >= market.m.n_moves && k < market.m.n_moves; k++)
                wanted -= market.m.list[k].player == node - market.m.n_moves ? exact[k] : 0;
            check_row(seed, "frequency",
                      fabs(chains[i].frequency - wanted) <
                          4.5 * sqrt(wanted * (1 - wanted) / WINDOWS) + 1e-3);
            compared++;
        }
        free(paths);
        free(exact);
        shock_free(&what);
        moves_free(&market.m);
    }
    assert_true(compared >= 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_likeliest),
                                        cmocka_unit_test(test_frequency) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
