/* BLAKE2b without a key, after RFC 7693 (Saarinen and Aumasson, 2015). */
#include "digest.h"

static const uint64_t initial[8] = { UINT64_C(0x6a09e667f3bcc908), UINT64_C(0xbb67ae8584caa73b),
                                     UINT64_C(0x3c6ef372fe94f82b), UINT64_C(0xa54ff53a5f1d36f1),
                                     UINT64_C(0x510e527fade682d1), UINT64_C(0x9b05688c2b3e6c1f),
                                     UINT64_C(0x1f83d9abfb41bd6b), UINT64_C(0x5be0cd19137e2179) };

static const unsigned char order[12][16] = {
    { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 },
    { 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3 },
    { 11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4 },
    { 7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8 },
    { 9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13 },
    { 2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9 },
    { 12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11 },
    { 13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10 },
    { 6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5 },
    { 10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0 },
    { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 },
    { 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3 }
};

static uint64_t rotate(uint64_t x, int n) { return (x >> n) | (x << (64 - n)); }

static uint64_t word_at(const unsigned char *bytes)
{
    uint64_t word = 0;

    for (int i = 7; i >= 0; i--)
        word = word << 8 | bytes[i];
    return word;
}

static void mix(uint64_t v[16], int column, int shift, uint64_t x, uint64_t y)
{
    uint64_t *a = &v[column], *b = &v[4 + (column + shift) % 4];
    uint64_t *c = &v[8 + (column + 2 * shift) % 4], *d = &v[12 + (column + 3 * shift) % 4];

    *a += *b + x;
    *d = rotate(*d ^ *a, 32);
    *c += *d;
    *b = rotate(*b ^ *c, 24);
    *a += *b + y;
    *d = rotate(*d ^ *a, 16);
    *c += *d;
    *b = rotate(*b ^ *c, 63);
}

static void compress(digest *d, const unsigned char *block, size_t len, int is_last)
{
    uint64_t v[16], m[16];

    d->total += len;
    for (int i = 0; i < 8; i++) {
        v[i] = d->state[i];
        v[i + 8] = initial[i];
    }
    v[12] ^= d->total;
    if (is_last)
        v[14] = ~v[14];
    for (int i = 0; i < 16; i++)
        m[i] = word_at(block + 8 * i);
    for (int round = 0; round < 12; round++) {
        const unsigned char *s = order[round];
        for (int i = 0; i < 4; i++)
            mix(v, i, 0, m[s[2 * i]], m[s[2 * i + 1]]);
        for (int i = 0; i < 4; i++)
            mix(v, i, 1, m[s[8 + 2 * i]], m[s[8 + 2 * i + 1]]);
    }
    for (int i = 0; i < 8; i++)
        d->state[i] ^= v[i] ^ v[i + 8];
}

void digest_begin(digest *d)
{
    memcpy(d->state, initial, sizeof d->state);
    d->state[0] ^= UINT64_C(0x01010000) ^ DIGEST_SIZE;
    d->total = 0;
    d->held = 0;
}

void digest_add(digest *d, const void *bytes, size_t len)
{
    const unsigned char *from = bytes;

    while (len > 0) {
        if (d->held == sizeof d->block) { /* kept back until it is known not to be the last */
            compress(d, d->block, sizeof d->block, 0);
            d->held = 0;
        }
        size_t room = sizeof d->block - d->held, n = len < room ? len : room;
        memcpy(d->block + d->held, from, n);
        d->held += n;
        from += n;
        len -= n;
    }
}

void digest_end(digest *d, unsigned char out[DIGEST_SIZE])
{
    memset(d->block + d->held, 0, sizeof d->block - d->held);
    compress(d, d->block, d->held, 1);
    for (int i = 0; i < DIGEST_SIZE; i++)
        out[i] = (unsigned char)(d->state[i / 8] >> (8 * (i % 8)));
}

void digest_add_number(digest *d, uint64_t number)
{
    unsigned char bytes[8];

    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
    digest_add(d, bytes, sizeof bytes);
}

void digest_add_text(digest *d, suitor_sv text)
{
    digest_add_number(d, text.len);
    digest_add(d, text.ptr, text.len);
}
