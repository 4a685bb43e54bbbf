/* Sparklines: a row of small columns, as high as the figures are large.
 * Tufte, Beautiful Evidence, 2006. */
#ifndef CLI_SPARK_H
#define CLI_SPARK_H

#include <stdbool.h>
#include <stdint.h>

/* Days that each of at most `columns` columns stands for; the last one may be short of some. */
uint32_t spark_days(uint32_t n_days, uint32_t columns);

/* A column for every spark_days() of `weights`, showing the largest of them as a part of
 * `top`: blank for 0, else one of eight heights. In ASCII without `utf8`. Release with free(). */
char *spark_text(const double *weights, uint32_t n_days, uint32_t columns, double top, bool utf8);

#endif
