/* Sums of coins that fall differently: the Poisson-binomial distribution. */
#ifndef ANALYSE_TAIL_H
#define ANALYSE_TAIL_H

#include <stdint.h>

/* `n` coins that show heads with chance `p`. */
typedef struct {
    uint32_t n;
    double p;
} tail_coins;

/* Terms from the one asked for that are summed where the tail is short: there each is less
 * than nine tenths of the one before, as long as some hundred heads at most are expected. */
enum { TAIL_BEYOND = 40 };

/* Probabilities of 0 … n_terms − 1 heads of all coins into terms[]; `room` has twice as many
 * places. O(n_terms · Σ min(coins, n_terms)), the kinds of many coins counted as one. */
void tail_fill(const tail_coins *coins, uint32_t n_kinds, double *terms, double *room,
               uint32_t n_terms);

/* Chance of `heads` or more, of the terms 0 … heads + TAIL_BEYOND − 1. */
double tail_sum(const double *terms, uint32_t heads);

#endif
