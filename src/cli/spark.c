/* Sparklines of the block elements U+2581 to U+2588, or of ASCII signs that get darker. */
#include "spark.h"

#include <math.h>
#include <stdlib.h>

#include "memory.h"

enum { N_HEIGHTS = 8 };

uint32_t spark_days(uint32_t n_days, uint32_t columns)
{
    return n_days > columns ? (n_days + columns - 1) / columns : 1;
}

static const char *sign(double part, bool utf8)
{
    static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
    static const char *const ascii[] = { ".", ":", "-", "=", "+", "*", "#", "@" };
    int height = (int)ceil(part * N_HEIGHTS);

    if (!(part > 0))
        return " ";
    height = height < 1 ? 1 : height > N_HEIGHTS ? N_HEIGHTS : height;
    return utf8 ? blocks[height - 1] : ascii[height - 1];
}

char *spark_text(const double *weights, uint32_t n_days, uint32_t columns, double top, bool utf8)
{
    uint32_t width = spark_days(n_days, columns);
    char *text = memory_format("%s", "");

    for (uint32_t begin = 0; begin < n_days; begin += width) {
        double most = 0;
        for (uint32_t i = begin; i < n_days && i - begin < width; i++)
            most = fmax(most, weights[i]);
        memory_append(&text, "%s", sign(top > 0 ? most / top : 0, utf8));
    }
    return text;
}
