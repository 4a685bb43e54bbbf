/* Convolution of binomials, cut off behind the last term wanted. */
#include "tail.h"

#include <math.h>
#include <string.h>

/* Where less than this is left, it is summed from behind: 1 − the rest would be rounding. */
static const double SHORT = 1e-4;

/* The binomial's terms by recursion; exact enough, and 0 where (1 − p)ⁿ is too small to tell. */
static void binomial(tail_coins coins, double *terms, uint32_t n_terms)
{
    double term = exp(coins.n * log1p(-coins.p)), odds = coins.p / (1 - coins.p);

    for (uint32_t k = 0; k < n_terms; k++) {
        terms[k] = k <= coins.n ? term : 0;
        if (k < coins.n)
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

void tail_fill(const tail_coins *coins, uint32_t n_kinds, double *terms, double *room,
               uint32_t n_terms)
{
    memset(terms, 0, n_terms * sizeof *terms);
    terms[0] = 1;
    for (uint32_t i = 0; i < n_kinds; i++) {
        if (coins[i].p <= 0 || coins[i].n == 0)
            continue;
        if (coins[i].p >= 1) {
            shift(terms, coins[i].n, n_terms);
            continue;
        }
        binomial(coins[i], room, n_terms);
        for (uint32_t k = n_terms; k-- > 0;) { /* from behind: earlier terms are still needed */
            double sum = 0;
            for (uint32_t l = 0; l <= k; l++)
                sum += terms[k - l] * room[l];
            terms[k] = sum;
        }
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
