/* Random numbers that are the same in every run (Knuth's MMIX generator). */
#ifndef TESTS_DICE_H
#define TESTS_DICE_H

#include <stdint.h>

/* 0 … sides − 1 */
static inline uint32_t dice_roll(uint64_t *state, uint32_t sides)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33) % sides;
}

#endif
