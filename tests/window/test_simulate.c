/* What follows from what is done, through the public calls: on the market around Bastoni, whose
 * story is known, and on markets made up. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "market_fixture.h"
#include "suitor/window.h"
#include "table.h"

#define BASTONI "Alessandro Bastoni"
#define VAN_DE_VEN "Micky van de Ven"
#define ROMERO "Cristian Romero"

typedef struct {
    market_fixture market;
    suitor_window *window;
} fixture;

static void open_bastoni(fixture *f)
{
    suitor_error err;

    *f = (fixture){ 0 };
    fixture_add_bastoni(&f->market.claims);
    market_build(&f->market, "2026-03-02");
    assert_int_equal(suitor_window_new(f->market.market, NULL, &f->window, &err), SUITOR_OK);
}

static void open_random(fixture *f, uint64_t seed)
{
    fixture_claim claims[RANDOM_CLAIMS];
    uint64_t state = seed * 48271;

    *f = (fixture){ 0 };
    random_claims(&state, claims);
    fixture_add(&f->market.claims, claims, RANDOM_CLAIMS);
    market_build(&f->market, "2026-06-30");
    assert_int_equal(suitor_window_new(f->market.market, NULL, &f->window, NULL), SUITOR_OK);
}

static void close_fixture(fixture *f)
{
    suitor_window_free(f->window);
    market_clear(&f->market);
}

static uint32_t find(const fixture *f, const char *name)
{
    for (uint32_t i = 0; i < f->market.ledger->n_entities; i++)
        if (suitor_sv_equal(f->market.ledger->entities[i].name, suitor_sv_of(name)))
            return i;
    fail_msg("no '%s' in the fixture", name);
    return 0;
}

static suitor_do go(const fixture *f, const char *player, const char *club)
{
    return club ? (suitor_do){ SUITOR_DO_MOVE, find(f, player), find(f, club), SUITOR_POS_NONE }
                : (suitor_do){ SUITOR_DO_LEAVE, find(f, player), SUITOR_NO_INDEX, SUITOR_POS_NONE };
}

/* The effect on (player, club); club NULL: he stays. All zero where there is none. */
static suitor_effect effect(const fixture *f, const suitor_simulation *s, const char *player,
                            const char *club)
{
    uint32_t to = club ? find(f, club) : SUITOR_NO_INDEX;

    for (uint32_t i = 0; i < s->n_effects; i++)
        if (s->effects[i].player == find(f, player) && s->effects[i].club == to)
            return s->effects[i];
    return (suitor_effect){ 0 };
}

static suitor_simulation simulate(const fixture *f, suitor_do done, uint32_t runs, uint32_t threads)
{
    const suitor_simulate_options options = { .seed = 7, .runs = runs, .threads = threads };
    suitor_simulation s;
    suitor_error err = { 0 };

    if (suitor_simulate(f->window, &done, 1, &options, &s, &err) != SUITOR_OK)
        fail_msg("%s", err.message);
    return s;
}

/* What everybody would expect to follow. */
static void test_story(void **state)
{
    static const struct {
        const char *player, *to; /* done; `to` NULL: leaves */
        const char *who, *where; /* looked at; `where` NULL: he stays */
        int sign;                /* of the difference */
    } rows[] = {
        { BASTONI, "Liverpool", VAN_DE_VEN, "Liverpool", -1 },
        { BASTONI, "Liverpool", "Murillo", "Liverpool", -1 },
        { BASTONI, "Liverpool", "Murillo", "Chelsea", 1 },
        { BASTONI, "Liverpool", BASTONI, "Liverpool", 1 },
        { BASTONI, "Liverpool", BASTONI, "Arsenal", -1 },
        { BASTONI, "Liverpool", BASTONI, NULL, -1 },
        { BASTONI, "Liverpool", "Murillo", NULL, 1 },
        { VAN_DE_VEN, NULL, ROMERO, NULL, 1 },
        { ROMERO, NULL, VAN_DE_VEN, NULL, 1 },
        { ROMERO, NULL, VAN_DE_VEN, "Liverpool", -1 },
        { "Murillo", "Chelsea", BASTONI, "Chelsea", -1 },
    };
    fixture f;

    (void)state;
    open_bastoni(&f);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_simulation s = simulate(&f, go(&f, rows[i].player, rows[i].to), 0, 1);
        suitor_effect e = effect(&f, &s, rows[i].who, rows[i].where);
        check_row(i, rows[i].who, s.runs == 0 && e.standard_error == 0);
        check_row(i, rows[i].who, e.is_effect && rows[i].sign * e.difference > 0);
        suitor_simulation_clear(&s);
    }
    close_fixture(&f);
}

/* Drawn windows say the same as the exact solution. */
static void test_exact_and_drawn(void **state)
{
    fixture f;

    (void)state;
    open_bastoni(&f);
    suitor_do done = go(&f, BASTONI, "Liverpool");
    suitor_simulation exact = simulate(&f, done, 0, 1), drawn = simulate(&f, done, 20000, 2);
    assert_int_equal(drawn.runs, 20000);
    for (uint32_t i = 0; i < exact.n_effects; i++) {
        const suitor_effect *e = &exact.effects[i];
        for (uint32_t k = 0; k < drawn.n_effects; k++) {
            const suitor_effect *d = &drawn.effects[k];
            if (d->player == e->player && d->club == e->club)
                check_row(i, "difference",
                          fabs(d->difference - e->difference) < 4 * d->standard_error + 1e-4);
        }
    }
    suitor_simulation_clear(&exact);
    suitor_simulation_clear(&drawn);
    close_fixture(&f);
}

/* Of a player touched, all destinations and that he stays sum to 1 before and after. */
static void check_sums(uint64_t seed, const fixture *f, const suitor_simulation *s)
{
    uint32_t n;
    const suitor_move *moves = suitor_window_moves(f->window, &n);

    for (uint32_t p = 0; p < f->market.ledger->n_players; p++) {
        double before = 0, after = 0;
        uint32_t rows = 0, his = 0;
        for (uint32_t i = 0; i < n; i++)
            his += moves[i].player == p;
        for (uint32_t i = 0; i < s->n_effects; i++)
            if (s->effects[i].player == p) {
                before += s->effects[i].before;
                after += s->effects[i].after;
                rows++;
                check_row(seed, "chances",
                          s->effects[i].after >= 0 && s->effects[i].after <= 1 + 1e-12);
            }
        if (rows == his + 1) /* none of his moves is untouched */
            check_row(seed, "sum", fabs(before - 1) < 1e-9 && fabs(after - 1) < 1e-9);
    }
}

static bool same(const suitor_simulation *a, const suitor_simulation *b)
{
    if (a->n_effects != b->n_effects || a->n_arrivals != b->n_arrivals || a->runs != b->runs)
        return false;
    for (uint32_t i = 0; i < a->n_effects; i++)
        if (a->effects[i].player != b->effects[i].player ||
            a->effects[i].club != b->effects[i].club ||
            a->effects[i].after != b->effects[i].after ||
            a->effects[i].difference != b->effects[i].difference ||
            a->effects[i].standard_error != b->effects[i].standard_error)
            return false;
    for (uint32_t i = 0; i < a->n_arrivals; i++)
        if (a->arrivals[i].difference != b->arrivals[i].difference)
            return false;
    return true;
}

/* Every move of made-up markets: the same on any number of threads, and sums hold. */
static void test_threads(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        fixture f;
        uint32_t n;
        open_random(&f, seed);
        const suitor_move *moves = suitor_window_moves(f.window, &n);
        for (uint32_t i = 0; i < n; i += 3) {
            suitor_do done = { moves[i].club == SUITOR_ELSEWHERE ? SUITOR_DO_LEAVE : SUITOR_DO_MOVE,
                               moves[i].player, moves[i].club, SUITOR_POS_NONE };
            suitor_simulation one = simulate(&f, done, 300, 1), three = simulate(&f, done, 300, 3);
            check_row(seed, "same on three threads", same(&one, &three));
            check_sums(seed, &f, &one);
            suitor_simulation_clear(&one);
            suitor_simulation_clear(&three);
        }
        close_fixture(&f);
    }
}

/* Without a number of runs windows are drawn until the errors are small enough. */
static void test_precision(void **state)
{
    fixture f;
    suitor_simulation s;

    (void)state;
    open_bastoni(&f);
    suitor_do done = go(&f, BASTONI, "Liverpool");
    for (int i = 0; i < 2; i++) {
        double wanted = i ? 0.001 : 0.004;
        const suitor_simulate_options options = { .seed = 1, .runs = 0, .precision = wanted };
        assert_int_equal(suitor_simulate(f.window, &done, 1, &options, &s, NULL), SUITOR_OK);
        for (uint32_t k = 0; k < s.n_effects; k++)
            if (s.effects[k].club != SUITOR_NO_INDEX)
                assert_true(s.effects[k].standard_error <= wanted);
        suitor_simulation_clear(&s);
    }
    close_fixture(&f);
}

/* A move that nobody has spoken of, out, stays, and a need. */
static void test_kinds(void **state)
{
    fixture f;

    (void)state;
    open_bastoni(&f);
    suitor_simulation s = simulate(&f, go(&f, ROMERO, "Chelsea"), 0, 1);
    assert_true(effect(&f, &s, ROMERO, "Chelsea").after == 1);
    assert_true(effect(&f, &s, ROMERO, NULL).after == 0);
    assert_true(effect(&f, &s, VAN_DE_VEN, NULL).difference > 0);
    suitor_simulation_clear(&s);

    suitor_do out = { .kind = SUITOR_DO_OUT, .club = find(&f, "Liverpool") };
    s = simulate(&f, out, 0, 1);
    assert_true(effect(&f, &s, BASTONI, "Liverpool").after == 0);
    assert_true(effect(&f, &s, BASTONI, "Arsenal").difference > 0);
    suitor_simulation_clear(&s);

    suitor_do stays = { .kind = SUITOR_DO_STAY, .player = find(&f, BASTONI) };
    s = simulate(&f, stays, 0, 1);
    assert_true(effect(&f, &s, BASTONI, NULL).after == 1);
    assert_true(effect(&f, &s, "Murillo", "Liverpool").difference > 0);
    suitor_simulation_clear(&s);

    suitor_do need = { .kind = SUITOR_DO_NEED, .club = find(&f, "Chelsea"), .position = SUITOR_CB };
    s = simulate(&f, need, 0, 1);
    assert_true(effect(&f, &s, "Murillo", "Chelsea").difference > 0);
    assert_true(s.n_arrivals > 0 && s.arrivals[0].club == find(&f, "Chelsea"));
    assert_true(s.arrivals[0].difference > 0);
    suitor_simulation_clear(&s);
    close_fixture(&f);
}

static void test_refused(void **state)
{
    const suitor_simulate_options options = { .seed = 1 };
    suitor_simulation s;
    suitor_error err;
    fixture f;

    (void)state;
    open_bastoni(&f);
    suitor_do twice[] = { go(&f, BASTONI, "Liverpool"), go(&f, BASTONI, "Arsenal") };
    suitor_do home = go(&f, BASTONI, "Inter Milan");
    suitor_do nobody = { SUITOR_DO_STAY, 100000, 0, SUITOR_POS_NONE };
    assert_int_equal(suitor_simulate(f.window, twice, 2, &options, &s, &err), SUITOR_ERR_INVALID);
    assert_int_equal(suitor_simulate(f.window, &home, 1, &options, &s, &err), SUITOR_ERR_INVALID);
    assert_int_equal(suitor_simulate(f.window, &nobody, 1, &options, &s, &err), SUITOR_ERR_INVALID);
    close_fixture(&f);
}

/* The effect of a keystone is what the exact solution says of everybody else, within its error,
 * and is the same on any number of threads. */
static void test_keystones(void **state)
{
    const suitor_simulate_options one = { .seed = 3, .runs = 4000, .threads = 1 };
    const suitor_simulate_options two = { .seed = 3, .runs = 4000, .threads = 2 };
    suitor_keystone *a, *b;
    uint32_t n, n_b;
    fixture f;

    (void)state;
    open_bastoni(&f);
    assert_int_equal(suitor_keystones(f.window, &one, 0, &a, &n, NULL), SUITOR_OK);
    assert_int_equal(suitor_keystones(f.window, &two, 0, &b, &n_b, NULL), SUITOR_OK);
    assert_true(n > 5 && n == n_b);
    for (uint32_t i = 0; i < n; i++) {
        suitor_do done = { a[i].club == SUITOR_ELSEWHERE ? SUITOR_DO_LEAVE : SUITOR_DO_MOVE,
                           a[i].player, a[i].club, SUITOR_POS_NONE };
        suitor_simulation s = simulate(&f, done, 0, 1);
        double all = 0;
        for (uint32_t k = 0; k < s.n_effects; k++)
            if (s.effects[k].player != a[i].player && s.effects[k].club != SUITOR_NO_INDEX)
                all += fabs(s.effects[k].difference);
        check_row(i, "effect", fabs(a[i].effect - all) < 4 * a[i].standard_error + 0.01);
        check_row(i, "threads",
                  a[i].player == b[i].player && a[i].club == b[i].club &&
                      a[i].effect == b[i].effect && a[i].n_most == b[i].n_most);
        check_row(i, "order", i == 0 || a[i - 1].effect >= a[i].effect);
        suitor_simulation_clear(&s);
    }
    free(a);
    free(b);
    close_fixture(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_story),     cmocka_unit_test(test_exact_and_drawn),
        cmocka_unit_test(test_threads),   cmocka_unit_test(test_precision),
        cmocka_unit_test(test_kinds),     cmocka_unit_test(test_refused),
        cmocka_unit_test(test_keystones),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
