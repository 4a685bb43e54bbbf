/* Solving by turns: with the fitness of one side fixed, each class of the other has one
 * equation that rises with its unknown (ascent of the concave likelihood one coordinate at a
 * time, so it converges; Vallarano et al., Sci. Rep. 11, 15227, 2021, compare methods). */
#include "bicm.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "bound.h"
#include "fail.h"

/* Degrees are met to this relative error; a sweep is cheap, and markets take some dozens. */
static const double EXACT = 1e-11;
enum { MOST_SWEEPS = 20000, MOST_STEPS = 200 };

static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Classes of `degrees`, which are sorted in passing; NULL when out of memory. */
static bicm_class *classify(const uint32_t *degrees, uint32_t n, uint32_t *n_classes)
{
    uint32_t *sorted = malloc(((size_t)n + 1) * sizeof *sorted);
    bicm_class *classes = calloc((size_t)n + 1, sizeof *classes);

    *n_classes = 0;
    if (!sorted || !classes) {
        free(sorted);
        free(classes);
        return NULL;
    }
    if (n) {
        memcpy(sorted, degrees, n * sizeof *sorted);
        qsort(sorted, n, sizeof *sorted, ascending);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1])
            classes[(*n_classes)++] =
                (bicm_class){ .degree = sorted[i], .settled = UINT32_MAX, .left = sorted[i] };
        classes[*n_classes - 1].n_nodes++;
    }
    free(sorted);
    return classes;
}

uint32_t bicm_class_of(const bicm_class *classes, uint32_t n, uint32_t degree)
{
    return bound_u32(classes, n, sizeof *classes, offsetof(bicm_class, degree), degree);
}

static uint32_t count_open(const bicm_class *classes, uint32_t n)
{
    uint32_t open = 0;

    for (uint32_t i = 0; i < n; i++)
        open += classes[i].settled == UINT32_MAX ? classes[i].n_nodes : 0;
    return open;
}

/* Settle the classes of one side that are tied to all open nodes of the other or to none.
 * True if there was one. */
static bool settle_side(bicm_class *own, uint32_t n_own, bicm_class *others, uint32_t n_others,
                        uint32_t round)
{
    uint32_t open = count_open(others, n_others);
    bool any = false;

    for (uint32_t i = 0; i < n_own; i++) {
        bicm_class *c = &own[i];
        if (c->settled != UINT32_MAX || (c->left > 0 && c->left < open))
            continue;
        c->settled = round;
        c->full = c->left > 0;
        any = true;
        for (uint32_t k = 0; c->full && k < n_others; k++)
            if (others[k].settled == UINT32_MAX)
                others[k].left -= c->n_nodes;
    }
    return any;
}

static void settle(bicm *b)
{
    uint32_t round = 0;
    bool any = true;

    while (any) {
        any = settle_side(b->clubs, b->n_clubs, b->players, b->n_players, round++);
        any |= settle_side(b->players, b->n_players, b->clubs, b->n_clubs, round++);
    }
}

static double logistic(double x) { return 1 / (1 + exp(-x)); }

/* Degree that the open classes of `others` give at log fitness `at`, and its slope. */
static double degree_at(const bicm_class *others, uint32_t n, double at, double *slope)
{
    double sum = 0;

    *slope = 0;
    for (uint32_t k = 0; k < n; k++) {
        if (others[k].settled != UINT32_MAX)
            continue;
        double p = logistic(at + others[k].log_fitness);
        sum += others[k].n_nodes * p;
        *slope += others[k].n_nodes * p * (1 - p);
    }
    return sum;
}

/* Newton's method within a bracket, halved where a step leaves it. Returns how far the
 * degree was off before, relative to it. */
static double solve_class(bicm_class *c, const bicm_class *others, uint32_t n)
{
    double low = -700, high = 700, slope, off = degree_at(others, n, c->log_fitness, &slope);
    double first = fabs(off - c->left) / c->left;

    for (int i = 0; i < MOST_STEPS && fabs(off - c->left) > EXACT / 10 * c->left; i++) {
        if (off < c->left)
            low = c->log_fitness;
        else
            high = c->log_fitness;
        double next = c->log_fitness - (off - c->left) / slope;
        c->log_fitness = next > low && next < high ? next : (low + high) / 2;
        off = degree_at(others, n, c->log_fitness, &slope);
    }
    return first;
}

static double sweep(bicm_class *own, uint32_t n_own, const bicm_class *others, uint32_t n_others)
{
    double worst = 0;

    for (uint32_t i = 0; i < n_own; i++)
        if (own[i].settled == UINT32_MAX)
            worst = fmax(worst, solve_class(&own[i], others, n_others));
    return worst;
}

static suitor_status iterate(bicm *b, suitor_error *err)
{
    double off = INFINITY;

    for (int i = 0; i < MOST_SWEEPS && off > EXACT; i++) {
        off = sweep(b->clubs, b->n_clubs, b->players, b->n_players);
        off = fmax(off, sweep(b->players, b->n_players, b->clubs, b->n_clubs));
    }
    if (off <= 1e-6)
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_LIMIT,
                "chance: the model of %u × %u degrees does not settle (off by %g)", b->n_clubs,
                b->n_players, off);
}

/* Chance of a tie: what settled first decides. */
static double link_of(const bicm_class *club, const bicm_class *player)
{
    if (club->settled != player->settled)
        return club->settled < player->settled ? club->full : player->full;
    return logistic(club->log_fitness + player->log_fitness);
}

static suitor_status fill_links(bicm *b, suitor_error *err)
{
    b->links = calloc((size_t)b->n_clubs * b->n_players + 1, sizeof *b->links);
    if (!b->links)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u × %u degrees", b->n_clubs,
                    b->n_players);
    for (uint32_t c = 0; c < b->n_clubs; c++)
        for (uint32_t p = 0; p < b->n_players; p++)
            b->links[(size_t)c * b->n_players + p] = link_of(&b->clubs[c], &b->players[p]);
    return SUITOR_OK;
}

suitor_status bicm_solve(bicm *b, const uint32_t *club_degrees, uint32_t n_clubs,
                         const uint32_t *player_degrees, uint32_t n_players, suitor_error *err)
{
    suitor_status st;

    b->clubs = classify(club_degrees, n_clubs, &b->n_clubs);
    b->players = classify(player_degrees, n_players, &b->n_players);
    if (!b->clubs || !b->players)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the degrees of %u clubs and %u players",
                    n_clubs, n_players);
    settle(b);
    st = iterate(b, err);
    return st == SUITOR_OK ? fill_links(b, err) : st;
}

void bicm_free(bicm *b)
{
    free(b->clubs);
    free(b->players);
    free(b->links);
    *b = (bicm){ 0 };
}
