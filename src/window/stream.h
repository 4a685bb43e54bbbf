/* The random times at which a group may act: Poisson streams that hang on (seed, window,
 * group) alone, so that nothing that happens elsewhere shifts them.
 *
 * A group whose rate may be multiplied by up to m has points of rate hazard · m, each with a
 * mark uniform on [0, m); at a point the group acts if the mark is below its multiplier times
 * the part of its hazard that is still free: thinning (Lewis and Shedler, Nav. Res. Logist.
 * Q. 26, 1979). The marks are cut into layers, of which all but the lowest, [0, 1), are drawn
 * only when a group gets as hot as that; they are narrow where most groups end up.
 */
#ifndef WINDOW_STREAM_H
#define WINDOW_STREAM_H

#include <math.h>

#include "draw.h"
#include "moves.h"

/* When: tick << 32 | group, a strict order of all that happens (that two points of a group fall
 * on one of 2³² ticks may pass for never). */
typedef uint64_t stream_key;

#define STREAM_NEVER UINT64_MAX

enum { STREAM_MOST = 1 << 12, STREAM_LAYERS = 10 }; /* points of a layer; layers */

typedef struct {
    stream_key key;
    double mark;
} stream_point;

static inline uint32_t stream_tick(stream_key key) { return (uint32_t)(key >> 32); }
static inline uint32_t stream_group(stream_key key) { return (uint32_t)key; }

/* The randomness of window `window`. */
static inline uint64_t stream_of_window(uint64_t seed, uint64_t window)
{
    uint64_t state = seed + window * UINT64_C(0xD1342543DE82EF95);

    return draw_bits(&state);
}

/* Uniform on (0, 1) from random bits. */
static inline double stream_uniform(uint64_t bits)
{
    return ((double)(bits >> 12) + 0.5) * 0x1p-52;
}

/* −ln(u): of a uniform u, exponential with mean 1. Our own, as the C library's last bit differs
 * from machine to machine. u = 2^e · x with x within √½ … √2, and ln x = 2 artanh((x − 1) /
 * (x + 1)); off by less than 1e-12. */
static inline double stream_exponential(double uniform)
{
    union {
        double d;
        uint64_t i;
    } u = { .d = uniform };
    int64_t e = (int64_t)(u.i - UINT64_C(0x3FE6A09E667F3BCD)) >> 52; /* of u / √½ */
    u.i -= (uint64_t)e << 52;
    double f = (u.d - 1) / (u.d + 1), s = f * f, t = s * s;
    /* Σ sⁿ / (2n + 1), in two chains that do not wait for each other */
    double even = 1 + t * (1.0 / 5 + t * (1.0 / 9 + t * (1.0 / 13)));
    double odd = 1.0 / 3 + t * (1.0 / 7 + t * (1.0 / 11));
    return -((double)e * 0.693147180559945309 + 2 * f * (even + s * odd));
}

/* Where layers begin, and the last one ends, which is MOVES_CAP. */
static const float stream_floors[STREAM_LAYERS + 1] = { 0, 1, 1.25F, 1.5F, 2, 3, 4, 6, 8, 12, 16 };

static inline double stream_width(uint32_t layer)
{
    return (double)(stream_floors[layer + 1] - stream_floors[layer]);
}

/* What a layer of a group is drawn with, and its first number: uniform on 0 … 2⁵² − 1. */
static inline uint64_t stream_first(uint64_t key, uint32_t layer, uint64_t window, uint64_t *state)
{
    *state = (key ^ window) + layer * UINT64_C(0x9E6C63D0876A9A47);
    return draw_bits(state) >> 12;
}

/* How many points a layer whose first number is `first` has. Poisson, by inversion: the number
 * against the sums of its probabilities. */
static inline uint32_t stream_count(const moves_group *of, uint32_t layer, uint64_t first)
{
    double u = ((double)first + 0.5) * 0x1p-52, width = stream_width(layer);
    double part = of->quarter, mean = of->hazard * width, sum;
    uint32_t n = 0;

    for (double w = 0.25; w < width; w *= 2)
        part *= part;
    /* what is left of the sum beyond the last part that counts is less than rounding */
    for (sum = part; u > sum && n < STREAM_MOST; sum += part)
        part *= mean / ++n;
    return n;
}

/* The next point: time, which is after `opens`, and mark from one number. Points come in no
 * order. */
static inline stream_point stream_draw(const moves_group *of, uint32_t group, uint32_t layer,
                                       uint64_t *state)
{
    uint64_t bits = draw_bits(state);
    uint32_t tick = of->opens + 1 + (uint32_t)((bits >> 32) * (of->closes - of->opens) >> 32);
    double mark = 0x1p-32 * ((double)(uint32_t)bits + 0.5);

    return (stream_point){ (uint64_t)tick << 32 | group,
                           (double)stream_floors[layer] + stream_width(layer) * mark };
}

#endif
