/* ASCII eight bytes at a time: a 64-bit number holds eight bytes of text, the first in
 * its lowest bits, and a test of all of them is a few operations without a branch. What
 * such a test finds is told by the highest bit of each byte. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define ASCII_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define ASCII_TOPS ASCII_EACH(0x80)

/* Set in every small letter, and in digits, "'", "`", "." and ",": or it in to fold a word
 * or number. */
#define ASCII_SMALL ASCII_EACH(0x20)

/* The eight bytes at `p`; compilers make one load of it. */
static inline uint64_t ascii_load(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;

    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
           (uint64_t)b[7] << 56;
}

/* The bytes that are no letters, told rightly up to the first of them and not behind it. A
 * letter's low five bits run from 1 to 26, and above them stands 2 or 3; what it takes to
 * find the others out is carried on only behind such a one. */
static inline uint64_t ascii_no_letters(uint64_t bytes)
{
    uint64_t rank = (bytes | ASCII_SMALL) ^ ASCII_EACH(0x60);

    return ((rank + ASCII_EACH(0x7F - 26)) | (ASCII_TOPS - rank)) & ASCII_TOPS;
}

/* Not 0 where one of the bytes is below `least`, which is 0x80 at most. */
static inline uint64_t ascii_below(uint64_t bytes, uint8_t least)
{
    return (bytes - ASCII_EACH(least)) & ~bytes & ASCII_TOPS;
}

static inline void ascii_store(char *p, uint64_t bytes)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    memcpy(p, &bytes, sizeof bytes);
}

/* How many bytes stand before the first of `tops`, which is not 0. */
static inline size_t ascii_before(uint64_t tops) { return (size_t)__builtin_ctzll(tops) / 8; }

enum { ASCII_RUN = 16 };

/* How many letters the sixteen bytes at `p` begin with. */
static inline uint32_t ascii_letters(const char *p)
{
#ifdef __SSE2__
    const __m128i bytes = _mm_loadu_si128((const __m128i *)p);
    const __m128i rank = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    const __m128i letters = _mm_cmpeq_epi8(_mm_min_epu8(rank, _mm_set1_epi8('z' - 'a')), rank);
    return (uint32_t)__builtin_ctz(~(uint32_t)_mm_movemask_epi8(letters));
#else
    const uint64_t head = ascii_no_letters(ascii_load(p)),
                   tail = ascii_no_letters(ascii_load(p + 8));
    return (uint32_t)(head ? ascii_before(head) : tail ? 8 + ascii_before(tail) : ASCII_RUN);
#endif
}

/* Whether the first `n` bytes at `p`, all of them letters, are capitals. */
static inline int ascii_is_upper(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] & 0x20)
            return 0;
    return 1;
}

#endif
