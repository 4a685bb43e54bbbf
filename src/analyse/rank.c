/* Ranking: order, effective number (Hill, Ecology 54, 1973), leaders. */
#include "rank.h"

#include <math.h>

/* Ratios nearer to each other than this are one: sums of the same numbers in
 * another order differ in the last bits. */
static const double SAME = 1e-9;

int rank_compare(double figure_a, uint32_t entity_a, double figure_b, uint32_t entity_b)
{
    if (figure_a != figure_b)
        return figure_a > figure_b ? -1 : 1;
    return entity_a < entity_b ? -1 : entity_a > entity_b;
}

double rank_effective(const double *weights, uint32_t count)
{
    double total = 0, entropy = 0;

    for (uint32_t i = 0; i < count; i++)
        total += weights[i];
    if (total <= 0)
        return 0;
    for (uint32_t i = 0; i < count; i++)
        if (weights[i] > 0)
            entropy -= weights[i] / total * log(weights[i] / total);
    return exp(entropy);
}

static uint32_t level_with_first(const double *weights, uint32_t count)
{
    uint32_t n = 1;

    while (n < count && weights[n] * (1 + SAME) >= weights[0])
        n++;
    return n;
}

uint32_t rank_leaders(const double *weights, uint32_t count)
{
    double best = 1 + SAME;
    uint32_t leaders = 0;

    if (count < 2)
        return count;
    for (uint32_t k = 1; k <= (count + 1) / 2 && k < count; k++) {
        double ratio = weights[k] > 0 ? weights[k - 1] / weights[k] : (double)INFINITY;
        if (ratio > best * (1 + SAME)) {
            best = ratio;
            leaders = k;
        }
    }
    return leaders ? leaders : level_with_first(weights, count);
}
