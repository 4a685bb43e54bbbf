/* Sums of coins. Kinds whose heads are not rare are convolved, each over its own few terms; all the
 * others are taken together by the logarithm of their generating functions:
 *
 *     log Π (q + p z)ⁿ = Σ n log q + Σ_j a_j zʲ,   a_j = (−1)^{j+1} Σ n (p / q)ʲ / j,
 *
 * whose exponential b comes by k b_k = Σ_j j a_j b_{k−j} (Knuth, The Art of Computer Programming 2,
 * 4.7). Terms of that sum differ in sign: the j-th is less than (r k / m)ʲ⁻¹ of the first, with r
 * the largest of the odds p / q, m the heads expected of all, since b_{k−1} / b_k is about k / m.
 * Where r k / m is small no digits are lost.
 */
#include "tail.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Where less than this is left, it is summed from behind: 1 − the rest would be rounding. */
static const double SHORT = 1e-4;

/* By how much each term of a logarithm is to be less than the one before. */
static const double SHRINKING = 8;

/* Chance of a head beyond which a kind is never taken together with others, and the logarithm of
 * the least chance of no head that is worked with: a double ends at −745. */
static const double RARE = 0.02, LEAST_LOG = -600;

/* The binomial's terms by recursion, the first `n_terms` of them; exact enough, and 0 where
 * (1 − p)ⁿ is too small to tell. */
static void binomial(tail_coins coins, double *terms, uint32_t n_terms)
{
    double term = exp(coins.n * log1p(-coins.p)), odds = coins.p / (1 - coins.p);

    for (uint32_t k = 0; k < n_terms; k++) {
        terms[k] = term;
        term *= (coins.n - k) * odds / (k + 1);
    }
}

/* terms[] as if `n` more heads were sure. */
static void shift(double *terms, uint32_t n, uint32_t n_terms)
{
    uint32_t kept = n < n_terms ? n_terms - n : 0;

    memmove(terms + (n_terms - kept), terms, kept * sizeof *terms);
    memset(terms, 0, (n_terms - kept) * sizeof *terms);
}

/* terms[0 … n_terms) times room[0 … n_room), whatever comes behind. */
static void convolve(double *terms, uint32_t n_terms, const double *room, uint32_t n_room)
{
    for (uint32_t k = n_terms; k-- > 0;) { /* from behind: earlier terms are still needed */
        double sum = 0;
        for (uint32_t l = 0; l <= k && l < n_room; l++)
            sum += terms[k - l] * room[l];
        terms[k] = sum;
    }
}

/* The chance up to which kinds are taken together, and of those the logarithm of the chance of no
 * head, in parts that a double can hold. The rarer the kinds are beside what is expected of all of
 * them, the faster the terms of their logarithms shrink: kinds that are not rare enough are left
 * out one after the other. */
static double rare_limit(const tail_coins *coins, uint32_t n_kinds, uint32_t n_terms, double *part)
{
    double limit = RARE, before = 2 * RARE, nothing = 0;

    while (limit < before) {
        double expected = 0;
        nothing = 0;
        for (uint32_t i = 0; i < n_kinds; i++)
            if (coins[i].p <= limit) {
                expected += coins[i].n * coins[i].p;
                nothing += coins[i].n * log1p(-coins[i].p);
            }
        before = limit;
        limit = fmin(limit, fmin(expected, -LEAST_LOG) / 2 / (SHRINKING * n_terms));
    }
    *part = nothing / ceil(fmax(nothing / LEAST_LOG, 1));
    return limit;
}

/* Kinds of rare heads, as many as an exponential can hold the chance of no head of. */
typedef struct {
    double *sums;   /* by j: j a_j */
    double *series; /* room for what comes of them */
    double nothing; /* log of the chance of no head */
    double least;   /* that is to be held together */
    uint32_t n_terms;
} gathering;

/* Convolve what is gathered into terms[], and begin anew. */
static void settle(gathering *g, double *terms)
{
    if (g->nothing >= 0)
        return;
    g->series[0] = exp(g->nothing);
    for (uint32_t k = 1; k < g->n_terms; k++) {
        double sum = 0;
        for (uint32_t j = 1; j <= k; j++)
            sum += g->sums[j] * g->series[k - j];
        g->series[k] = sum > 0 ? sum / k : 0;
    }
    convolve(terms, g->n_terms, g->series, g->n_terms);
    memset(g->sums, 0, g->n_terms * sizeof *g->sums);
    g->nothing = 0;
}

/* In parts, so that no chance of no head is too small to tell. */
static void gather(gathering *g, tail_coins coins, double *terms)
{
    const double each = log1p(-coins.p), odds = coins.p / (1 - coins.p);

    while (coins.n > 0) {
        double fit = floor((g->nothing - g->least) / -each * (1 + 1e-9));
        uint32_t n = fit < coins.n ? (uint32_t)fit : coins.n;
        if (n == 0 && g->nothing < 0) {
            settle(g, terms);
            continue;
        }
        n = n ? n : 1;
        double power = -(double)n;
        for (uint32_t j = 1; j < g->n_terms && power * power > 0; j++)
            g->sums[j] += power *= -odds;
        g->nothing += n * each;
        coins.n -= n;
    }
}

void tail_fill(const tail_coins *coins, uint32_t n_kinds, double *terms, double *room,
               uint32_t n_terms)
{
    gathering g = { .sums = room, .series = room + n_terms, .n_terms = n_terms };
    const double rare = rare_limit(coins, n_kinds, n_terms, &g.least);

    memset(terms, 0, n_terms * sizeof *terms);
    memset(room, 0, n_terms * sizeof *room);
    terms[0] = 1;
    for (uint32_t i = 0; i < n_kinds; i++)
        if (coins[i].p > 0 && coins[i].p <= rare)
            gather(&g, coins[i], terms);
    settle(&g, terms);
    for (uint32_t i = 0; i < n_kinds; i++) {
        uint32_t n_room = coins[i].n < n_terms ? coins[i].n + 1 : n_terms;
        if (coins[i].p <= rare || coins[i].n == 0)
            continue;
        if (coins[i].p >= 1) {
            shift(terms, coins[i].n, n_terms);
            continue;
        }
        binomial(coins[i], room, n_room);
        convolve(terms, n_terms, room, n_room);
    }
}

double tail_sum(const double *terms, uint32_t heads)
{
    double before = 0, behind = 0;

    for (uint32_t k = 0; k < heads; k++)
        before += terms[k];
    if (1 - before > SHORT)
        return fmin(1 - before, 1);
    for (uint32_t k = heads + TAIL_BEYOND; k-- > heads;)
        behind += terms[k];
    return fmin(behind, 1);
}
