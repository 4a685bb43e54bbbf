/* Odds in JSON, and the one threshold. */
#include "odds.h"

#include <math.h>

/* Four digits of it, however small. */
static double four_digits(double p)
{
    double scale = p > 0 ? pow(10, 3 - floor(log10(p))) : 1;

    return round(p * scale) / scale;
}

void odds_json(cJSON *object, suitor_odds odds)
{
    json_add_number(object, "expected", odds.expected);
    json_add_number(object, "z", odds.z);
    cJSON_AddNumberToObject(object, "p", four_digits(odds.p));
    cJSON_AddNumberToObject(object, "q", four_digits(odds.q));
}

bool odds_are_long(suitor_odds odds) { return odds.q <= SUITOR_FALSE_DISCOVERY_RATE; }
