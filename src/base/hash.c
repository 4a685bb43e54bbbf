/* Four words at a time, each multiplied and shifted into its own lane, so that the
 * multiplications do not wait for each other; constants as in splitmix64. */
#include "hash.h"

#include <string.h>

enum { LANES = 4 };

static uint64_t mix(uint64_t h)
{
    h = (h ^ h >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    return h ^ h >> 27;
}

uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    uint64_t lanes[LANES] = { seed, ~seed, seed + len, seed ^ len }, words[LANES];

    for (size_t left = len; left; at += sizeof words) {
        size_t n = left < sizeof words ? left : sizeof words;
        if (n < sizeof words)
            memset(words, 0, sizeof words);
        memcpy(words, at, n);
        left -= n;
        for (int i = 0; i < LANES; i++) {
            lanes[i] = (lanes[i] ^ words[i]) * UINT64_C(0x94D049BB133111EB);
            lanes[i] ^= lanes[i] >> 29;
        }
    }
    for (int i = 1; i < LANES; i++)
        lanes[0] = mix(lanes[0]) + lanes[i];
    return mix(lanes[0]);
}
