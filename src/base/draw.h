/* Random numbers that are the same everywhere for the same seed: SplitMix64 (Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). */
#ifndef BASE_DRAW_H
#define BASE_DRAW_H

#include <stdint.h>

/* The next 64 bits. Any `*state` is a seed. */
static inline uint64_t draw_bits(uint64_t *state)
{
    uint64_t x = *state += UINT64_C(0x9E3779B97F4A7C15);

    x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
    return x ^ x >> 31;
}

/* 0 … limit − 1; off from uniform by less than limit / 2³². */
static inline uint32_t draw_below(uint64_t *state, uint32_t limit)
{
    return (uint32_t)((draw_bits(state) >> 32) * limit >> 32);
}

#endif
